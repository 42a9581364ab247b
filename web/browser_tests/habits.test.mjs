/** What people expect of a route planner beside the routes: undo, keys, sorting, comparing, stories, languages. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { changed, holds, listed, pin, ready, routes, settled } from "./site.mjs";
import { context, open, page, site, withPage } from "./visit.mjs";

withPage();
const list = () => listed(page);
const fragment = async () => new URL(page.url()).hash;
/** Opens the panel of suppositions, whose parts are drawn only when it is open. */
const unfold = async () => {
	await page.locator("details.whatif > summary").click();
	await page.locator("#year option").first().waitFor({ state: "attached" });
};

test("undo and redo go through the changes, by button and by key", async () => {
	const first = await open();
	await page.locator("#swap").click();
	const second = await changed(list, first, "the list");
	await page.locator("#undo").click();
	await changed(list, second, "the list");
	assert.equal(await settled(list), first);
	assert.equal(await fragment(), "#from=CNSIA&to=DEDUI");
	await page.locator(".map-surface").focus();
	await page.keyboard.press("Control+y");
	await changed(list, first, "the list");
	assert.equal(await fragment(), "#from=DEDUI&to=CNSIA");
	await page.keyboard.press("Control+z");
	await page.waitForFunction(() => location.hash === "#from=CNSIA&to=DEDUI");
});

test("keys do what the help says, and nothing while someone types", async () => {
	await open();
	await page.locator(".map-surface").focus();
	await page.keyboard.press("?");
	await page.getByRole("dialog").waitFor();
	assert.match(await page.getByRole("dialog").innerText(), /swap the ends/);
	await page.keyboard.press("Escape");
	await page.getByRole("dialog").waitFor({ state: "hidden" });
	await page.locator(".map-surface").focus();
	await page.keyboard.press("2");
	await page.waitForFunction(() => location.hash.includes("pick=2"));
	await page.keyboard.press("f");
	await page.locator("#from:focus").waitFor();
	const was = await fragment();
	await page.keyboard.type("sk2?c");
	await page.waitForTimeout(200);
	assert.equal(await fragment(), was, "a shortcut fired while typing");
	assert.equal(await page.locator("#from").inputValue(), "sk2?c");
	assert.equal(await page.getByRole("dialog").count(), 0);
});

test("the list sorts and sifts, and keeps its ranks", async () => {
	await open();
	await page.locator("#sort").selectOption("days");
	await page.waitForFunction(() => location.hash.includes("sort=days"));
	await holds(async () => {
		const days = (await routes(page).locator(".figure.days .value").allInnerTexts()).map(Number);
		assert.ok(days.length > 3);
		assert.deepEqual(days, days.toSorted((a, b) => a - b));
	});
	await holds(async () => assert.notEqual(await routes(page).locator(".rank").first().innerText(), "#1"));
	await page.locator("#only").check();
	await page.waitForFunction(() => location.hash.includes("only=kz"));
	await holds(async () => {
		const all = await routes(page).locator("li").count();
		assert.equal(await routes(page).locator("li.kz").count(), all);
	});
});

test("two routes stand side by side, and the causes sum to the totals", async () => {
	await open("#from=CNSIA&to=DEDUI");
	const rank = 1 + (await routes(page).locator("li").evaluateAll((cards) => cards.findIndex((card) => card.classList.contains("kz"))));
	assert.ok(rank > 1, "the first way is through Kazakhstan, or none is");
	await open(`#from=CNSIA&to=DEDUI&compare=1,${rank}`);
	const table = page.locator(".compared table");
	await table.waitFor();
	const cells = await table.locator("tr").evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")));
	const amount = (/** @type {string} */ text) => Number(/^[\d,.]+/.exec(text)?.[0].replaceAll(",", "") ?? 0);
	const parts = await table.locator("tbody tr").evaluateAll((rows) => rows.flatMap((row, i) => (row.classList.contains("total") ? [i + 1] : [])));
	assert.deepEqual([cells[parts[0]][0], cells[parts[1]][0]], ["USD", "Days"]);
	for (const column of [1, 2]) {
		const sum = cells.slice(parts[0] + 1, parts[1]).reduce((total, row) => total + amount(row[column]), 0);
		assert.ok(Math.abs(sum - amount(cells[parts[0]][column])) <= cells.length, `column ${column}: ${sum} against ${cells[parts[0]][column]}`);
	}
	for (const row of cells.slice(1)) assert.ok(row.slice(1).some((text) => text !== "—"), `nothing in ${row}`);
	await holds(async () => assert.match(await page.locator(".compared .why").innerText(), new RegExp(`^#${rank} against #1: dearer by [\\d,]+\\sUSD, mostly .*\\sUSD.*\\); faster by [\\d.]+\\sd, mostly `)));
	assert.equal(await page.locator(".compared th.kz").count(), 1);
	await page.locator("#clear-compare").click();
	await table.waitFor({ state: "detached" });
	await holds(async () => assert.doesNotMatch(await fragment(), /compare/));
});

test("totals for several containers stand beside the price of one, and change no answer", async () => {
	await open("#from=CNSIA&to=DEDUI&compare=1,3");
	const one = await routes(page).locator(".figure.money .value").allInnerTexts();
	await unfold();
	await page.locator("#boxes").fill("12");
	await page.locator("#boxes").press("Enter");
	await page.waitForFunction(() => location.hash.includes("boxes=12"));
	await routes(page).locator(".all").last().waitFor(); // drawn after the address is written
	await page.locator(".compared tr.times").last().waitFor();
	const all = (await routes(page).locator(".all").allInnerTexts()).map((text) => Number(/: ([\d,]+) USD/.exec(text)?.[1].replaceAll(",", "")));
	assert.deepEqual(await routes(page).locator(".figure.money .value").allInnerTexts(), one);
	for (const [i, text] of one.entries()) assert.equal(all[i], 12 * Number(text.replaceAll(",", "")), `twelve at ${text}`);
	const number = (/** @type {string} */ text) => Number(/^[\d,.]+/.exec(text)?.[0].replaceAll(",", ""));
	const cells = async (/** @type {string} */ rows) => (await page.locator(`.compared ${rows} td`).allInnerTexts()).map(number);
	const [totals, times] = [await cells("tr.total"), await cells("tr.times")];
	assert.equal(times.length, 4, "dollars and tonnes of two routes");
	for (const [i, total] of [...totals.slice(0, 2), ...totals.slice(-2)].entries()) assert.ok(Math.abs(times[i] - 12 * total) < 1e-6, `${times[i]} for twelve at ${total}`);
	const saved = page.waitForEvent("download");
	await page.locator("#export").click();
	const lines = readFileSync(await (await saved).path(), "utf8").split("\n");
	assert.match(lines[0], /boxes,usd_all,co2e_kg_all,variant_of\r?$/);
	assert.match(lines[1], /,12,[\d.]+,[\d.]+,\d*\r?$/);
});

test("shutting Suez says what has changed", async () => {
	const was = await open();
	await unfold();
	await page.getByRole("button", { name: "Red Sea and Suez shut" }).click();
	await changed(list, was, "the list");
	await holds(async () => assert.match(await page.locator(".changed").innerText(), /USD/));
});

test("a story asks its question and tells it", async () => {
	const was = await open();
	await page.locator("details.stories > summary").click();
	await page.locator("#story-lianyungang").click();
	await changed(list, was, "the list");
	await holds(async () => assert.match(await fragment(), /from=CNLYG&to=KZALA/));
	await holds(async () => assert.match(await page.locator(".told").innerText(), /Yellow Sea/));
});

test("a story folds the list of stories, leaves the focus there and brings its answer into sight", async () => {
	await page.setViewportSize({ width: 1024, height: 600 });
	const was = await open();
	const fold = page.locator("details.stories");
	await fold.locator("summary").focus();
	await page.keyboard.press("Enter");
	await page.locator("#story-chongqing").waitFor();
	const top = () => page.locator(".results").evaluate((results) => results.getBoundingClientRect().top - /** @type {Element} */ (document.querySelector("#panel")).getBoundingClientRect().top);
	assert.ok((await top()) > 300, "the stories leave the answer in sight: the test shows nothing");
	await page.locator("#story-chongqing").press("Enter");
	await changed(list, was, "the list");
	await holds(async () => assert.equal(await fold.getAttribute("open"), null));
	await page.locator("details.stories > summary:focus").waitFor();
	await holds(async () => assert.ok((await top()) < 60, `the answer begins ${await top()} pixels below the edge of the panel`));
	await inSight(".cards .card:first-child .figures");
	await page.keyboard.press("Enter"); // and unfolds again
	await page.locator("#story-chongqing").waitFor();
	await page.locator("#story-lianyungang").click();
	await page.waitForFunction(() => location.hash.includes("from=CNLYG"));
});

test("each stretch of the strip is named by the route that is first there, in band, list and table alike, in each language", async () => {
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI&view=charts`);
	const band = page.locator("#chart-strip .stretch");
	await band.first().waitFor();
	for (const lang of ["en", "ru", "zh"]) {
		const colon = lang === "zh" ? "：" : ": ";
		await page.locator("#language").selectOption(lang);
		await page.waitForFunction((lang) => document.documentElement.lang === lang, lang);
		await settled(() => page.locator("#panel").innerText());
		const names = await band.evaluateAll((all) => all.map((part) => part.getAttribute("aria-label") ?? ""));
		assert.ok(names.length > 2);
		assert.deepEqual(await page.locator("#chart-strip .stretches li").allInnerTexts(), names.map((name, i) => `${String.fromCharCode(65 + i)}${colon}${name}`));
		const letters = await page.locator("#chart-strip .stretch text").allTextContents();
		assert.ok(letters.length > 0 && letters.every((letter) => /^[A-Z]$/.test(letter)), `${letters}`);
		const table = await page.locator(".charts .twin").nth(1).locator("tbody tr").allTextContents();
		assert.equal(table.length, names.length);
		for (const [i, name] of names.entries()) {
			const route = name.slice(0, name.lastIndexOf(colon));
			assert.ok(route.length > 3 && table[i].includes(route), `${route} is not in ${table[i]}`);
			assert.match(name, /\d/);
		}
	}
	const chinese = await band.first().getAttribute("aria-label");
	await page.locator("#language").selectOption("en");
	await page.waitForFunction((was) => document.querySelector("#chart-strip .stretch")?.getAttribute("aria-label") !== was, chinese);
	// The route named where the value stands is the first of the list.
	const [first] = await band.evaluateAll((all) => all.map((part) => part.getAttribute("aria-label") ?? ""));
	await band.first().press("Enter");
	await page.waitForFunction(() => /value=\d+/.test(location.hash));
	await page.locator("#view-routes").click();
	const via = await routes(page).locator(".via").first().innerText();
	assert.ok(first.includes(via), `${first} is not by ${via}`);
});

test("2016 against today is told with what has changed", async () => {
	await open();
	await page.locator("details.stories > summary").click();
	await page.locator("#story-then").click();
	await page.locator(".changed", { hasText: "Kars" }).waitFor();
	await holds(async () => assert.match(await page.locator(".changed").innerText(), /^Now first: .*−\d.*d/));
	await holds(async () => assert.equal(await fragment(), "#from=CNSIA&to=TRMER&kz=1"));
	await holds(async () => assert.match(await page.locator(".told").innerText(), /June 2017 agreement/));
	await page.goBack();
	await page.waitForFunction(() => location.hash.includes("after-2016"));
});

test("a hint flies to the next border", async () => {
	await open("#from=CNSIA&to=DEDUI&kz=1");
	await routes(page).locator("[aria-expanded]").first().click();
	const before = await pin(page, "Origin").boundingBox();
	await page.locator("#hint-borders").click();
	await holds(async () => assert.notDeepEqual(await pin(page, "Origin").boundingBox(), before));
});

test("the bar of a route is measured along days, money, carbon and kilometres", async () => {
	await open("#from=CNSIA&to=DEDUI");
	await routes(page).locator("[aria-expanded]").first().click();
	const bar = page.locator(".timeline");
	const seen = new Set();
	for (const [i, unit] of ["Waiting", "USD", "kg|t", "km"].entries()) {
		await bar.locator(".axes button").nth(i).click();
		await holds(async () => assert.equal(await bar.locator(".axes button").nth(i).getAttribute("aria-pressed"), "true"));
		assert.match(await bar.locator("figcaption").innerText(), new RegExp(unit, "i"));
		assert.equal(await bar.locator("rect.waits").count() > 0, i === 0, "waiting stands apart along days alone");
		seen.add(await bar.locator("rect.sea:not(.waits)").first().getAttribute("width"));
	}
	assert.equal(seen.size, 4, `a voyage is as wide along several axes: ${[...seen]}`);
});

test("a hint flies to a gateway, at sea too", async () => {
	await open("#from=CNSIA&to=DEDUI");
	await routes(page).locator("[aria-expanded]").first().click();
	const where = async () => JSON.stringify(await pin(page, "Destination").boundingBox());
	const seen = [await settled(where)];
	for (const [id, name] of [["suez", "Suez Canal"], ["malacca", "Strait of Malacca"]]) {
		await page.locator(`#hint-${id}`).click();
		await page.locator(".told", { hasText: name }).waitFor();
		await holds(async () => assert.ok(!seen.includes(await where()), `the map does not go to ${name}`));
		seen.push(await settled(where));
	}
});

test("the question is handed on: as a code for a camera, and as two lines of HTML that show it in another page", async () => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await open("#from=CNSIA&to=DEDUI&avoid=suez");
	await page.locator("details.share > summary").click();
	await page.locator("#share-qr svg").waitFor();
	const before = await page.locator("#share-qr svg").getAttribute("aria-label");
	await page.locator("#swap").click();
	await page.waitForFunction((was) => document.querySelector("#share-qr svg")?.getAttribute("aria-label") !== was, before);
	await page.locator("#copy-embed").click();
	await page.locator(".told", { hasText: "HTML" }).waitFor();
	const snippet = await page.evaluate(() => navigator.clipboard.readText());
	assert.equal(snippet.trim().split("\n").length, 2);
	await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body: snippet }));
	await page.goto(`${site.origin}/host.html`);
	const frame = page.frameLocator("iframe");
	await frame.locator("main .card").nth(2).waitFor();
	assert.equal(await frame.locator("main .card").count(), 3);
	assert.equal(await frame.locator("#from, header, footer").count(), 0);
	assert.match((await frame.locator("#open-full").getAttribute("href")) ?? "", /#from=DEDUI&to=CNSIA&avoid=suez$/);
});

test("a field that is given the focus offers the places last used in this browser", async () => {
	await open();
	const from = page.locator("#from");
	await from.click();
	assert.equal(await page.locator('[role="option"]').count(), 0, "nothing has been used");
	for (const name of ["Almaty", "Shanghai"]) {
		const was = await list();
		await from.fill(name);
		await page.locator('[role="listbox"]:not([hidden]) li[aria-selected="true"]').waitFor();
		await from.press("Enter");
		await changed(list, was, "the list");
	}
	await page.reload();
	await ready(page);
	await from.click();
	await page.getByRole("listbox", { name: "Last used in this browser" }).waitFor();
	await holds(async () => assert.match((await page.locator('[role="listbox"]:not([hidden]) [role="option"]').allInnerTexts()).join("|"), /^Almaty/));
	const before = await fragment();
	await page.keyboard.press("Enter");
	await page.waitForTimeout(200);
	assert.equal(await fragment(), before, "Enter alone took one");
	await from.focus();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await page.waitForFunction(() => location.hash.startsWith("#from=KZALA"));
});

test("where the browser keeps nothing, a place is found all the same", async () => {
	await page.addInitScript(() => Object.defineProperty(globalThis, "localStorage", { get: () => { throw new Error("kept for no one"); } }));
	const was = await open();
	await page.locator("#to").fill("Almaty");
	await page.locator('[role="listbox"]:not([hidden]) li[aria-selected="true"]').waitFor();
	await page.locator("#to").press("Enter");
	await changed(list, was, "the list");
});

test("the page speaks each of its languages, with the names of places in it", async () => {
	await open();
	const cards = () => page.locator(".cards").innerText();
	const seen = new Set([await cards()]);
	for (const [code, word, dir] of /** @type {const} */ ([["ru", "Сиань", "ltr"], ["kk", "Сиань", "ltr"], ["zh", "西安", "ltr"], ["id", "Xi'an", "ltr"], ["ar", "شيآن", "rtl"]])) {
		const was = await cards();
		await page.locator("#language").selectOption(code);
		const now = await changed(cards, was, `the list in ${code}`);
		assert.ok(!seen.has(now));
		seen.add(now);
		await holds(async () => assert.equal(await page.locator("html").getAttribute("lang"), code));
		await holds(async () => assert.equal(await page.locator("html").getAttribute("dir"), dir));
		await holds(async () => assert.match(await fragment(), new RegExp(`lang=${code}`)));
		await page.waitForFunction((name) => /** @type {HTMLInputElement} */ (document.getElementById("from")).value.includes(name), word);
	}
});

test("a language is no step: Back goes to the question before, in the language chosen since", async () => {
	const first = await open("#from=CNSIA&to=DEDUI");
	await page.locator("#swap").click();
	await changed(list, first, "the list");
	const entries = await page.evaluate(() => history.length);
	await page.locator("#language").selectOption("ru");
	await page.waitForFunction(() => location.hash === "#from=DEDUI&to=CNSIA&lang=ru");
	assert.equal(await page.evaluate(() => history.length), entries, "the language is an entry of its own");
	await page.goBack();
	await page.waitForFunction(() => location.hash === "#from=CNSIA&to=DEDUI&lang=ru");
	await page.locator(".card", { hasText: /[а-я]/ }).first().waitFor();
	await holds(async () => assert.equal(await page.locator("html").getAttribute("lang"), "ru"));
	await page.goForward();
	await page.waitForFunction(() => location.hash === "#from=DEDUI&to=CNSIA&lang=ru");
	await page.evaluate(() => void (location.hash = "#from=CNSIA&to=DEDUI&lang=kk"));
	await page.waitForFunction(() => document.documentElement.lang === "kk"); // a link says its own
});

test("a damaged link is told in the language of the page, and dates as it writes them", async () => {
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI&max=ten&market=1999-01&lang=ru`);
	const notice = page.locator(".notice", { hasText: "max=ten" });
	await notice.waitFor();
	assert.match(await notice.innerText(), /не целое число от 1 до/);
	await page.locator(".count", { hasText: /ноябрь\s2025/ }).waitFor();
	await page.locator("#language").selectOption("kk");
	await page.locator(".count", { hasText: /2025\sж\.\sқараша/ }).waitFor();
	await holds(async () => assert.match(await page.locator(".figure.money .value").first().innerText(), /^\d\s\d{3}$/));
	await holds(async () => assert.match(await page.locator(".figure.carbon .value").first().innerText(), /^\d,\d\d/));
	await page.locator("#language").selectOption("ar");
	await page.locator(".cards", { hasText: "قناة السويس" }).waitFor();
	await page.locator("#from").fill("ألما");
	await page.getByRole("option", { name: /KZALA/ }).waitFor();
});

test("what the newest source says is told in sight where it matters, and one press supposes it", async () => {
	await open("#from=CNSIA&to=DEDUI");
	assert.equal(await page.locator(".newest").count(), 0, "no route passes Hormuz");
	await unfold();
	await page.locator(".levers .newest").waitFor();
	const was = await open("#from=CNSIA&to=AEJEA&sort=days");
	await page.locator(".notices .newest").waitFor();
	assert.match(await page.locator(".newest").innerText(), /Feb(ruary)?\s28|28\sFeb/);
	await page.locator("#apply-newest").click();
	await changed(list, was, "the list");
	await holds(async () => assert.match(await fragment(), /avoid=hormuz/));
	await holds(async () => assert.equal(await page.locator("#apply-newest").count(), 0));
	await unfold();
	await holds(async () => assert.equal(await page.locator("#if-hormuz-shut").getAttribute("aria-pressed"), "true"));
});

test("what is pressed stays under the pointer: pressed again in the same spot, it is as before", async () => {
	for (const ends of ["from=CNSIA&to=DEDUI", "from=CNSIA&to=AEJEA"]) {
		await open(`#${ends}`);
		await unfold();
		const chip = page.locator("#if-hormuz-shut");
		await page.locator(".levers .newest").waitFor();
		const box = await chip.boundingBox();
		assert.ok(box);
		for (const pressed of ["true", "false"]) {
			await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
			await holds(async () => assert.equal(await chip.getAttribute("aria-pressed"), pressed));
			await settled(list);
			const now = await chip.boundingBox();
			assert.deepEqual([now?.x, now?.y], [box.x, box.y], `${ends}: the chip moved`);
		}
		await holds(async () => assert.doesNotMatch(await fragment(), /avoid=/));
	}
});

test("a year is chosen, told and undone, and planned lines open", async () => {
	await open("#from=CNKHG&to=UZTAS&avoid=suez");
	await unfold();
	const year = page.locator("#year");
	assert.deepEqual((await year.locator("option").allInnerTexts()).slice(-2), ["2017", "2016"]);
	await year.selectOption("2019");
	await page.waitForFunction(() => location.hash.includes("avoid=suez,after-2019"));
	await year.selectOption("2016");
	await page.waitForFunction(() => location.hash.includes("avoid=suez,after-2016"));
	await holds(async () => assert.equal(await page.locator("#if-network-2016").getAttribute("aria-pressed"), "true"));
	await page.locator("#undo").click();
	await page.waitForFunction(() => location.hash.endsWith("avoid=suez"));
	await holds(async () => assert.equal(await year.inputValue(), "today"));
	await year.selectOption("2022");
	await page.waitForFunction(() => location.hash.includes("avoid=suez,after-2022"));
	await holds(async () => assert.match(await page.locator(".whatif .set").innerText(), /2022/));
	await year.selectOption("today");
	await page.waitForFunction(() => location.hash.endsWith("avoid=suez"));
	await page.locator("#if-planned").click();
	await page.waitForFunction(() => location.hash.includes("lines=planned"));
	await page.locator(".card .head").first().click();
	await page.locator(".leg.rail .what", { hasText: "planned rail" }).first().waitFor();
});

test("the data opens to each figure and its source", async () => {
	const made = page.waitForResponse(/held\.json/); // the published figures beside ours: worked out, they would take seconds
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI&view=data`);
	assert.equal((await made).status(), 200);
	const tables = page.locator(".results.data");
	await tables.getByRole("button", { name: "railway lines", exact: true }).click();
	const figure = tables.locator("td .made li", { hasText: "urc-jng" });
	assert.match(await figure.innerText(), / km/);
	assert.equal(await figure.locator(".status").count(), 1);
	await tables.getByRole("button", { name: "railway lines", exact: true }).click();
	await figure.waitFor({ state: "detached" });
	const row = tables.locator(".held tbody tr").first();
	assert.match(await row.innerText(), /Alashankou[^]*published/);
	await holds(async () => assert.ok(await row.locator("cite").count()));
	await holds(async () => assert.match(await tables.innerText(), /Caspian storm[^]*2022[^]*Strong wind blocks/));
});

test("the charts are linked with the question, and each has its table", async () => {
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI&view=charts`);
	const marks = page.locator("#chart-front .mark");
	await marks.first().waitFor();
	const rows = page.locator(".charts .twin").first().locator("tbody tr");
	await holds(async () => assert.equal(await rows.count(), (await marks.count()) + (await page.locator("#chart-front .dot:not(.own)").count())));
	await page.getByRole("button", { name: /^#3: / }).first().press("Enter");
	await page.waitForFunction(() => location.hash.includes("pick=3"));
	await page.locator("#chart-front .mark.picked", { hasText: "3" }).waitFor();
	await page.locator("#chart-strip .stretch").nth(1).press("Enter");
	await page.waitForFunction(() => /value=\d+/.test(location.hash));
});

test("where there is no route the charts say so, and what opens one draws them", async () => {
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI&via=aktau&avoid=KZ&view=charts`);
	const cut = page.locator(".charts .notice.cut");
	await cut.waitFor();
	assert.equal(await page.locator(".charts .chart").count(), 0, "a box stands empty");
	await cut.getByRole("button").first().click();
	await page.locator("#chart-front .mark").first().waitFor();
	await holds(async () => assert.ok(await page.locator("#chart-bars [data-rank]").count()));
	await holds(async () => assert.equal(await cut.count(), 0));
});

test("no chart stays behind in another view", async () => {
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI&view=charts`);
	await page.locator("#chart-front .mark").first().waitFor();
	for (const view of ["reach", "data", "routes"]) {
		await page.locator(`#view-${view}`).click();
		await page.locator(view === "routes" ? ".results .cards" : `.results.${view}`).waitFor();
		assert.equal(await page.locator(".results .mark").count(), 0, view);
		await page.locator("#view-charts").click();
		await page.locator("#chart-front .mark").first().waitFor();
	}
});

test("the reach is coloured by days or money too, and its line moves with the cargo value", async () => {
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI&view=reach`);
	const told = () => page.locator("#beats").innerText();
	const beaten = async () => Number(/in (\d+) of/.exec(await told())?.[1] ?? 0);
	await page.locator(".reach tbody tr").nth(20).waitFor();
	const usual = await beaten();
	assert.ok(usual > 20);
	await page.locator("#by-days").click();
	await page.waitForFunction(() => location.hash.includes("by=days"));
	await page.locator(".map-legend .scale-list li").nth(5).waitFor({ state: "attached" });
	await page.locator(".reach td.tone").first().waitFor();
	await holds(async () => {
		const days = (await page.locator(".reach td.tone").allInnerTexts()).map(Number);
		assert.deepEqual(days, days.toSorted((a, b) => a - b));
	});
	const was = await told();
	await page.locator("#worth").focus();
	for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
	await changed(told, was, "the sentence");
	await page.waitForFunction(() => /value=\d{6}/.test(location.hash));
	await holds(async () => assert.ok((await beaten()) > usual, "rail does not gain as the cargo gets dearer"));
	assert.equal(await page.evaluate(() => document.activeElement?.id), "worth");
	await page.locator("#by-won").click();
	await page.waitForFunction(() => !location.hash.includes("by="));
});

test("no mark of a chart covers another, and what is pointed at is marked in list and chart alike", async () => {
	await open("#from=CNSIA&to=DEDUI");
	await routes(page).locator("[aria-expanded]").nth(2).hover();
	await holds(async () => assert.equal(await page.locator(".card.hovered .rank").innerText(), "#3"));
	await page.locator("#view-charts").click();
	const marks = page.locator("#chart-front .mark");
	await marks.first().waitFor();
	const boxes = await marks.evaluateAll((all) => all.map((mark) => /** @type {SVGGElement} */ (mark).getCTM()).map((m) => [m?.e ?? 0, m?.f ?? 0]));
	assert.ok(boxes.length > 7);
	for (const [i, [x, y]] of boxes.entries()) for (const [u, v] of boxes.slice(i + 1)) assert.ok(Math.hypot(x - u, y - v) > 25, `${i}: ${x},${y} and ${u},${v}`);
	await marks.first().locator(".reach").hover();
	await holds(async () => assert.equal(await page.locator(".mark.hovered").count(), 1));
	await holds(async () => assert.equal(await page.locator(".bar-row.hovered").count(), 1));
});

/** Whether an element is seen in the panel. @param {string} selector */
const inSight = (selector) => page.waitForFunction((selector) => {
	const [box, panel] = [selector, "#panel"].map((one) => document.querySelector(one)?.getBoundingClientRect());
	return box && panel && box.top >= panel.top - 1 && box.top + 20 < panel.bottom;
}, selector);

test("a number opens a route in sight, gives it the focus and says it; with only Kazakhstan it counts what is shown", async () => {
	await open("#from=CNSIA&to=DEDUI");
	await page.locator(".map-surface").focus();
	await page.keyboard.press("5");
	await page.locator(".card[data-rank='5'] .head:focus").waitFor();
	await inSight(".card[data-rank='5'] .legs");
	await holds(async () => assert.match(await page.locator(".unseen[role=status]").innerText(), /^#5: [\d.]+ days, [\d,]+ USD/));
	await page.keyboard.press("5");
	await page.locator(".card[data-rank='5'] .head[aria-expanded=false]:focus").waitFor();
	await page.locator("#only").check();
	await page.locator(".card:not(.kz)").first().waitFor({ state: "detached" });
	await page.keyboard.press("1");
	await page.locator(".card:first-child .head[aria-expanded=true]:focus").waitFor();
});

test("comparing by key leads to the comparison, and taking a route away leaves the focus", async () => {
	await open("#from=CNSIA&to=DEDUI");
	for (const rank of [1, 3]) {
		await page.locator(".map-surface").focus();
		await page.keyboard.press(String(rank));
		await page.locator(`.card[data-rank='${rank}'] .head:focus`).waitFor();
		await page.locator(`.card[data-rank='${rank}']`).getByRole("button", { name: "Compare" }).press("Enter");
		await page.locator(".told", { hasText: "Choose two" }).or(page.locator("#compared:focus")).first().waitFor();
	}
	await page.locator("#compared:focus").waitFor();
	await inSight("#compared");
	await page.locator(".card[data-rank='3']").getByRole("button", { name: "Compare" }).press("Enter");
	await page.locator("#compared").waitFor({ state: "detached" });
	assert.ok(await page.evaluate(() => document.activeElement?.closest(".card[data-rank='3']")), "the focus is thrown away");
});

test("a link to a route opens it in sight", async () => {
	await open("#from=CNSIA&to=DEDUI&pick=5");
	await page.locator(".card[data-rank='5'] table").first().waitFor();
	await inSight(".card[data-rank='5'] .head");
	assert.equal(await page.locator(".card table").count(), await page.locator(".card[data-rank='5'] table").count());
});
