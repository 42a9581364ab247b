/** What a visitor does: drag, type, swap, pick, share, go back. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { changed, grip, holds, listed, patience, pin, ready, routes, settled, shots, watched } from "./site.mjs";
import { browser, context, errors, open, page, site, withPage } from "./visit.mjs";

withPage({ permissions: ["clipboard-read", "clipboard-write"] });

const list = () => listed(page);
const fragment = async () => new URL(page.url()).hash;

test("the first page ranks routes on a map", async () => {
	await open("");
	await page.screenshot({ path: join(shots, "first.png") });
	assert.ok((await routes(page).getByRole("listitem").count()) >= 3, "fewer than three routes");
	for (const name of ["From", "To"]) await page.getByRole("combobox", { name, exact: true }).waitFor();
	for (const name of ["Swap", "Copy link"]) await page.getByRole("button", { name, exact: true }).waitFor();
	await page.getByRole("region", { name: "Map", exact: true }).waitFor();
	// The other tests look for these by their attributes, which is faster.
	assert.equal((await page.getByRole("list", { name: "Routes", exact: true }).innerText()).trim(), await list());
	for (const which of /** @type {const} */ (["Origin", "Destination"])) {
		assert.deepEqual(await page.getByRole("button", { name: new RegExp(`^${which} `) }).boundingBox(), await pin(page, which).boundingBox());
	}
	assert.match(await list(), /Kazakhstan/, "no route says that it crosses Kazakhstan");
});

test("the list follows a pin while the mouse drags it", async () => {
	const start = await open("#from=CNSIA&to=DEDUI");
	const { x, y } = await grip(page, "Origin");
	await page.mouse.move(x, y);
	await page.mouse.down();
	const seen = new Set([start]);
	for (let i = 1; i <= 30; i++) {
		await page.mouse.move(x - 5 * i, y - 2 * i); // inland
		await page.waitForTimeout(30);
		seen.add(await list());
	}
	const during = seen.size - 1;
	await page.screenshot({ path: join(shots, "dragging.png") });
	await page.mouse.up();
	assert.ok(during >= 3, `the list changed ${during} times while the pin was dragged, before it was let go`);
	const end = await settled(list);
	assert.doesNotMatch(await fragment(), /from=CNSIA/, "the link still names the old origin");
	await page.goBack();
	await changed(list, end, "the list");
	assert.equal(await settled(list), start, "one step back is not where the drag began");
});

/**
 * Notes in the page what the cards of the newest answer cost, and which pins were rehearsed. The browser is never idle, so that the
 * page is not ready for a drag: what it answers by itself nobody else hears.
 */
const noteAnswers = () =>
	page.addInitScript(() => {
		Object.defineProperty(globalThis, "zhol", {
			configurable: true,
			set(made) {
				made.whenIdle = () => {};
				Object.defineProperty(globalThis, "zhol", { value: made });
			},
		});
		const set = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage"));
		Object.defineProperty(Worker.prototype, "onmessage", {
			set(handle) {
				set.set?.call(this, (/** @type {MessageEvent} */ event) => {
					if (event.data.kind === "answer") /** @type {any} */ (globalThis).told = (JSON.parse(event.data.text).cards ?? []).map((/** @type {any} */ card) => Math.round(card.cents / 100).toLocaleString("en"));
					handle(event);
				});
			},
		});
		const post = Worker.prototype.postMessage;
		Worker.prototype.postMessage = function (/** @type {any} */ message, /** @type {any} */ ...rest) {
			if (message.rehearse) /** @type {any} */ (globalThis).rehearsed = [.../** @type {any} */ (globalThis).rehearsed ?? [], message.which];
			return post.call(this, message, ...rest);
		};
	});
const told = () => page.evaluate(() => /** @type {any} */ (globalThis).told);
const prices = () => page.locator(".cards .money .value").allTextContents();

test("a drag draws the cards that are in sight, and others as they come into sight or the pin is let go", async () => {
	await noteAnswers();
	await open("#from=CNSIA&to=DEDUI");
	const were = await prices();
	assert.ok(were.length > 5, `${were.length} cards`);
	const { x, y } = await grip(page, "Origin");
	await page.mouse.move(x, y);
	await page.waitForFunction(() => /** @type {any} */ (globalThis).rehearsed?.join() === "origin");
	await page.mouse.down();
	await page.mouse.move(x - 30, y - 15, { steps: 6 });
	await page.waitForFunction(() => document.querySelector(".cards.moving"));
	await holds(async () => assert.equal((await prices())[0], (await told())[0]));
	const now = await told();
	const last = Math.min(were.length, now.length) - 1;
	assert.notEqual(now[0], were[0], "the first card has not changed");
	assert.notEqual(now[last], were[last], "the last card would not change");
	assert.equal((await prices())[last], were[last], "a card out of sight has been drawn");
	await page.evaluate(() => document.querySelector(".cards > .card:last-child")?.scrollIntoView());
	await holds(async () => assert.equal((await prices())[last], now[last]));
	await page.mouse.move(x - 60, y - 30, { steps: 6 });
	await holds(async () => assert.equal((await prices()).at(-1), (await told()).at(-1)));
	await page.mouse.up();
	await page.waitForFunction(() => !document.querySelector(".cards.moving"));
	await holds(async () => assert.deepEqual(await prices(), await told()));
});

test("cards that come into sight because an opened one folds, or the window grows, are drawn while the pin is held", async () => {
	await noteAnswers();
	/** Prices of the cards in sight, and what they are in the newest answer. */
	const inSight = async () => {
		const seen = await page.locator(".cards > .card").evaluateAll((cards) => cards.flatMap((card, i) => (card.getBoundingClientRect().top < innerHeight && card.getBoundingClientRect().bottom > 0 ? [i] : [])));
		const [all, now] = [await prices(), await told()];
		return { are: seen.map((i) => all[i]), ought: seen.map((i) => now[i]) };
	};
	for (const { fragment, height, grown } of [{ fragment: "#from=CNSIA&to=DEDUI&pick=2", height: 800, grown: 0 }, { fragment: "#from=CNSIA&to=DEDUI", height: 420, grown: 1300 }]) {
		await page.setViewportSize({ width: 1280, height });
		await open(fragment);
		if (!grown) await page.locator(".cards .legs table").first().waitFor();
		const before = await prices();
		const { x, y } = await grip(page, "Origin");
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x - 90, y - 50); // at once: no further answer draws the rest
		await page.waitForFunction(() => document.querySelector(".cards.moving"));
		await holds(async () => assert.notDeepEqual(await told(), before));
		if (grown) await page.setViewportSize({ width: 1280, height: grown });
		await holds(async () => {
			const { are, ought } = await inSight();
			assert.ok(are.length >= 3, `${are.length} cards in sight`);
			assert.deepEqual(are, ought, fragment);
		});
		await page.keyboard.press("Escape");
		await page.mouse.up();
	}
});

test("Escape lets go of a pin in the hand: it is back where it was, and so are answer and address", async () => {
	const was = await open("#from=CNSIA&to=DEDUI&pick=2");
	const stood = await pin(page, "Origin").boundingBox();
	const entries = await page.evaluate(() => history.length);
	const { x, y } = await grip(page, "Origin");
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 90, y - 40, { steps: 5 });
	await page.waitForFunction(() => !location.hash.includes("from=CNSIA"));
	await page.keyboard.press("Escape");
	await page.mouse.move(x - 120, y - 60, { steps: 5 });
	await page.mouse.up();
	await page.waitForFunction(() => location.hash === "#from=CNSIA&to=DEDUI&pick=2");
	await holds(async () => assert.equal(await list(), was));
	assert.deepEqual(await pin(page, "Origin").boundingBox(), stood);
	assert.match((await pin(page, "Origin").getAttribute("aria-label")) ?? "", /Xi'an/);
	await page.locator("#undo[aria-disabled=true]").waitFor();
	// The next drag is one step again, in place of the one that was taken back.
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 90, y - 40, { steps: 5 });
	await page.mouse.up();
	await page.waitForFunction(() => !location.hash.includes("from=CNSIA"));
	assert.equal(await page.evaluate(() => history.length), entries + 1);
	await page.goBack();
	await page.waitForFunction(() => location.hash === "#from=CNSIA&to=DEDUI&pick=2");
});

test("the address names each place where a pin is held still, in one step of Back", async () => {
	await open();
	const entries = await page.evaluate(() => {
		/** @type {any} */ (globalThis).zholMap.on("pin", (/** @type {any} */ { phase, lat, lon }) => {
			if (phase === "drag") Object.assign(globalThis, { stands: `${lat.toFixed(4)},${lon.toFixed(4)}` });
		});
		return history.length;
	});
	const { x, y } = await grip(page, "Origin");
	await page.mouse.move(x, y);
	await page.mouse.down();
	let was = await fragment();
	for (const stop of [60, 120]) {
		await page.mouse.move(x - stop, y - stop / 2, { steps: 6 });
		await page.waitForTimeout(1000);
		const named = await fragment();
		assert.notEqual(named, was);
		assert.equal(new URLSearchParams(named.slice(1)).get("from"), await page.evaluate(() => /** @type {any} */ (globalThis).stands));
		was = named;
	}
	await page.mouse.up();
	await page.waitForTimeout(300);
	assert.equal(await fragment(), was, "let go there, it names another place");
	assert.equal(await page.evaluate(() => history.length), entries + 1);
	await page.goBack();
	await page.waitForFunction(() => location.hash === "#from=CNSIA&to=DEDUI");
});

test("Back in the midst of a drag takes that one back, and no other", async () => {
	await open();
	const { x, y } = await grip(page, "Origin");
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 60, y - 30, { steps: 6 });
	await page.mouse.up();
	await page.waitForFunction(() => location.hash !== "#from=CNSIA&to=DEDUI");
	const was = await fragment();
	const at = await grip(page, "Destination");
	await page.mouse.move(at.x, at.y);
	await page.mouse.down();
	await page.mouse.move(at.x + 15, at.y + 5, { steps: 4 });
	await page.evaluate(() => history.back());
	await page.waitForTimeout(1000);
	assert.equal(await fragment(), was);
	await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector("#to")).value.startsWith("Duisburg"));
	await page.mouse.move(at.x + 40, at.y + 30, { steps: 4 });
	await page.mouse.up();
	await page.waitForFunction((was) => location.hash !== was, was);
	await page.goBack();
	await page.waitForFunction((was) => location.hash === was, was);
	await page.goBack();
	await page.waitForFunction(() => location.hash === "#from=CNSIA&to=DEDUI");
});

test("Back in the midst of a drag leaves the map as it is under the pin in the hand", async () => {
	await open();
	for (const [name, place] of [["From", "Almaty"], ["To", "Hamburg"]]) {
		await page.getByRole("combobox", { name, exact: true }).fill(place);
		await page.keyboard.press("Enter");
	}
	await page.waitForFunction(() => location.hash === "#from=KZALA&to=DEHAM");
	await settled(list);
	const frame = () => page.evaluate(() => [[76.93, 43.35], [10, 53.5]].map(([lon, lat]) => /** @type {any} */ (globalThis).zholMap.project(lon, lat)));
	const before = await frame();
	const { x, y } = await grip(page, "Origin");
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 40, y + 30, { steps: 6 });
	await page.waitForFunction(() => location.hash !== "#from=KZALA&to=DEHAM");
	await page.evaluate(() => history.back());
	await page.waitForFunction(() => location.hash === "#from=KZALA&to=DEHAM" && !document.querySelector(".cards.moving"));
	await settled(list);
	assert.deepEqual(await frame(), before, "the map has moved under the pin");
	await page.mouse.move(x - 30, y + 30, { steps: 2 });
	await page.mouse.up();
	await page.waitForFunction(() => location.hash !== "#from=KZALA&to=DEHAM");
	await settled(list);
	assert.deepEqual(await frame(), before, "the map has moved once the pin was let go");
});

test("a list that comes back while a pin is dragged is whole soon, though the pin is held still", async () => {
	await open("#from=CNCKG&to=PLWAW&avoid=suez,RU,torugart");
	const { x, y } = await grip(page, "Destination");
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 68, y + 25, { steps: 6 });
	await page.waitForFunction(() => document.querySelectorAll(".cards > .card").length === 0);
	await page.mouse.move(x - 40, y + 25, { steps: 3 });
	await page.waitForFunction(() => {
		const said = /^\d+/.exec(document.querySelector(".results .count")?.textContent ?? "");
		return document.querySelector(".cards.moving") && Number(said) > 4 && document.querySelectorAll(".cards > .card").length === Number(said);
	});
	await page.mouse.up();
});

test("a pin that is let go under the panel, under the legend or off the window comes into sight, and can be gripped again", async () => {
	await open();
	const panel = await page.locator("#panel").boundingBox();
	const legend = await page.locator(".map-legend").boundingBox();
	assert.ok(panel && legend);
	for (const [what, to] of /** @type {Array<[string, {x: number, y: number}]>} */ ([["panel", { x: panel.x + 80, y: panel.y + 500 }], ["window", { x: 1500, y: 300 }], ["legend", { x: legend.x + legend.width / 2, y: legend.y + legend.height - 8 }]])) {
		const { x, y } = await grip(page, "Origin");
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(to.x, to.y, { steps: 8 });
		await page.mouse.up();
		await holds(async () => {
			const at = await grip(page, "Origin");
			assert.ok(await pin(page, "Origin").evaluate((pin, at) => pin.contains(document.elementFromPoint(at.x, at.y)), at), `${what}: ${JSON.stringify(at)}`);
		});
	}
	// Where it is in sight, nothing moves.
	const stood = await pin(page, "Destination").boundingBox();
	const was = await fragment();
	const { x, y } = await grip(page, "Origin");
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(1300, 120, { steps: 8 });
	await page.mouse.up();
	await changed(fragment, was, "the address");
	assert.deepEqual(await pin(page, "Destination").boundingBox(), stood);
});

test("a finger drags a pin", async () => {
	const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
	const { page: small, errors: wrong } = await watched(phone);
	await small.goto(`${site.url}#from=CNSIA&to=DEDUI`);
	await ready(small);
	const was = await settled(() => listed(small));
	await small.screenshot({ path: join(shots, "phone.png") });
	const { x, y } = await grip(small, "Origin");
	const finger = await phone.newCDPSession(small);
	await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
	for (let i = 1; i <= 12; i++) {
		await finger.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: x - 4 * i, y: y - 2 * i }] });
		await small.waitForTimeout(20);
	}
	await changed(() => listed(small), was, "the list, under the finger,");
	await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
	const wide = await small.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
	await phone.close();
	assert.equal(wide, false, "the page is wider than the phone");
	assert.deepEqual(wrong, []);
});

test("the cargo changes the list, and is told where no train takes it", async () => {
	const was = await open("#from=CNSIA&to=DEDUI");
	await page.locator(".whatif > summary").click();
	await page.locator("#box").selectOption("20");
	await changed(list, was, "the list");
	await holds(async () => assert.match(await page.locator(".footer").innerText(), /TEU/));
	await page.locator("#cargo").selectOption("reefer");
	await page.locator("#tonnes").fill("12");
	await page.locator("#tonnes").press("Enter");
	await page.waitForFunction(() => location.hash.includes("cargo=reefer&box=20&tonnes=12"));
	await page.goto(`${site.url}#from=KZAST&to=DEDUI&cargo=oversize`);
	const lift = page.locator("#blocked button");
	await lift.waitFor();
	await holds(async () => assert.match(await page.locator(".barred").innerText(), /ordinary wagons/));
	await lift.click();
	await page.waitForFunction(() => !location.hash.includes("cargo="));
	await routes(page).getByRole("listitem").first().waitFor();
});

test("the answer is saved as CSV, each figure with its source", async () => {
	await open("#from=CNSIA&to=DEDUI");
	const saved = page.waitForEvent("download");
	await page.getByRole("button", { name: "Download CSV", exact: true }).click();
	const path = await (await saved).path();
	const text = readFileSync(path, "utf8");
	const [header, ...lines] = text.trim().split("\n");
	assert.ok(text.startsWith("\ufeff"), "spreadsheets would not know it for UTF-8");
	assert.match(header, /^rank,.*,status,date,sources/);
	assert.ok(lines.length > 100, `only ${lines.length} lines`);
	assert.match(text, /GLEC.*#from=CNSIA&to=DEDUI/);
});

test("in Reach its places are saved, and not the routes", async () => {
	await open("#from=CNSIA&to=DEDUI");
	await page.locator("#view-reach").click();
	await page.locator(".reach tbody tr").first().waitFor();
	const saved = page.waitForEvent("download");
	await page.getByRole("button", { name: "Download CSV", exact: true }).click();
	const download = await saved;
	assert.equal(download.suggestedFilename(), "zhol-reach.csv");
	const [header, ...lines] = readFileSync(await download.path(), "utf8").trim().split("\n");
	assert.match(header, /^from,to,won,usd,/);
	assert.equal(lines.length, await page.locator(".reach tbody tr").count());
	assert.ok(lines.some((line) => line.includes(`${site.url}#from=CNSIA&to=DEDUI`)), "no link leads to Duisburg");
});

test("where there is no route nothing is saved, and the button says so", async () => {
	await open("#from=CNSIA&to=DEDUI");
	const button = page.getByRole("button", { name: "Download CSV", exact: true });
	assert.equal(await button.isEnabled(), true);
	await page.evaluate(() => (location.hash = "#from=CNSIA&to=DEDUI&avoid=DE"));
	await page.locator("#blocked").waitFor();
	assert.equal(await button.isEnabled(), false);
	await button.click({ force: true });
	await page.locator("#blocked button").click();
	await routes(page).locator("li").first().waitFor();
	assert.equal(await button.isEnabled(), true);
	const saved = page.waitForEvent("download");
	await button.click();
	const lines = readFileSync(await (await saved).path(), "utf8").split("\n");
	assert.ok(lines.length > 100, `what was saved has ${lines.length} lines`);
});

test("a route, opened, is printed on one page with the map round it", async () => {
	await open("#from=CNSIA&to=DEDUI");
	const before = await page.evaluate(() => /** @type {any} */ (globalThis).zholMap.project(76.93, 43.35));
	await routes(page).getByRole("button").nth(2).click();
	await page.locator(".legs table").first().waitFor();
	const printed = page.evaluate(() => new Promise((resolve) => { globalThis.print = () => resolve(true); }));
	await page.locator("#print").click();
	await printed;
	for (const format of ["A4", "Letter"]) {
		const pdf = (await page.pdf({ format })).toString("latin1");
		assert.equal(pdf.match(/\/Type\s*\/Page[^s]/g)?.length, 1, `${format}: pages`);
	}
	assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).zholMap.project(76.93, 43.35)), before, "the map did not come back");
});

test("arrow keys move a pin", async () => {
	const was = await open("#from=CNSIA&to=DEDUI");
	await pin(page, "Origin").focus();
	for (let i = 0; i < 6; i++) await page.keyboard.press("Shift+ArrowLeft");
	await changed(list, was, "the list");
	assert.ok(await pin(page, "Origin").evaluate((element) => element === document.activeElement), "the pin lost the focus");
});

test("a place is typed and taken with Enter", async () => {
	const was = await open("#from=CNSIA&to=DEDUI");
	for (const [typed, place] of [["almat", /almaty/i], ["Хоргос", /khorgos/i], ["霍尔果斯", /horgos/i], ["CNSHA", /shanghai/i]]) {
		const from = page.getByRole("combobox", { name: "From", exact: true });
		await from.click();
		await from.fill(String(typed));
		await page.locator('[role="listbox"]:not([hidden]) li[aria-selected="true"]').waitFor(); // those last used stand unmarked
		await holds(async () => assert.match(await page.locator(".listbox [role=option]").first().innerText(), /** @type {RegExp} */ (place)));
		await from.press("Enter");
		await page.getByRole("button", { name: new RegExp(`^Origin .*${/** @type {RegExp} */ (place).source}`, "i") }).waitFor();
	}
	const now = await changed(list, was, "the list");
	await holds(async () => assert.match(await fragment(), /from=CNSHA/));
	assert.notEqual(now, "");
});

test("a place that is clicked in the list is taken, and the focus moves on as after Enter", async () => {
	await open("#from=CNSIA&to=DEDUI");
	await page.locator("#from").fill("almat");
	await page.locator("#from-list [role=option]").first().click();
	await page.waitForFunction(() => location.hash.includes("from=KZALA"));
	await page.locator("#to:focus").waitFor();
});

test("swap asks the other way round", async () => {
	const was = await open("#from=CNSIA&to=DEDUI");
	await page.getByRole("button", { name: "Swap", exact: true }).click();
	await changed(list, was, "the list");
	await holds(async () => assert.equal(await fragment(), "#from=DEDUI&to=CNSIA"));
	await holds(async () => assert.match((await pin(page, "Origin").getAttribute("aria-label")) ?? "", /Duisburg/));
});

test("a card opens its legs, and picking does not move the map", async () => {
	await open("#from=CNSIA&to=DEDUI");
	const box = await pin(page, "Origin").boundingBox();
	const card = routes(page).locator("[aria-expanded]").nth(1);
	await card.click();
	await routes(page).getByRole("table").first().waitFor();
	await page.waitForTimeout(300); // in which the map stays
	await page.screenshot({ path: join(shots, "legs.png") });
	await holds(async () => assert.equal(await card.getAttribute("aria-expanded"), "true"));
	const legs = await routes(page).getByRole("table").first().innerText();
	assert.match(legs, /rail/i);
	assert.match(legs, /km/);
	await holds(async () => assert.match(await fragment(), /pick=2/));
	assert.deepEqual(await pin(page, "Origin").boundingBox(), box, "the map moved");
});

test("a line picked on the map opens its card, and the map stays", async () => {
	await open("#from=CNSIA&to=DEDUI&via=dostyk");
	const box = await pin(page, "Origin").boundingBox();
	const dostyk = await page.evaluate(() => /** @type {any} */ (globalThis).zholMap.project(82.48, 45.25));
	const map = await page.getByRole("region", { name: "Map", exact: true }).boundingBox();
	assert.ok(map);
	await page.mouse.click(map.x + dostyk[0], map.y + dostyk[1]);
	const opened = routes(page).locator('[aria-expanded="true"]');
	await opened.waitFor();
	await holds(async () => assert.equal(await opened.count(), 1));
	await holds(async () => assert.match(await routes(page).getByRole("table").first().innerText(), /Dostyk/));
	assert.deepEqual(await pin(page, "Origin").boundingBox(), box, "the map moved");
});

test("a stop on the map is dragged to another place, and Delete takes it away", async () => {
	await open("#from=CNSIA&to=DEDUI&via=dostyk");
	const handle = page.getByRole("button", { name: /^Via Dostyk/ });
	await handle.waitFor();
	const box = await handle.boundingBox();
	const map = await page.getByRole("region", { name: "Map", exact: true }).boundingBox();
	const almaty = await page.evaluate(() => /** @type {any} */ (globalThis).zholMap.project(76.95, 43.25));
	assert.ok(box && map);
	const was = await list();
	await page.mouse.move(box.x + 22, box.y + 22);
	await page.mouse.down();
	await page.mouse.move(map.x + almaty[0] - 20, map.y + almaty[1] - 20);
	await page.mouse.move(map.x + almaty[0], map.y + almaty[1]);
	await page.mouse.up();
	await changed(list, was, "the list");
	await holds(async () => assert.match(await fragment(), /via=/));
	await holds(async () => assert.doesNotMatch(await fragment(), /dostyk/));
	const moved = page.getByRole("button", { name: /^Via / });
	const there = await moved.boundingBox();
	assert.ok(there && Math.hypot(there.x - map.x - almaty[0] + 22, there.y - map.y - almaty[1] + 22) < 40, "the stop is where it was dropped");
	await moved.focus();
	await page.keyboard.press("Delete");
	await moved.waitFor({ state: "detached" });
	await holds(async () => assert.doesNotMatch(await fragment(), /via=/));
	assert.equal(await page.evaluate(() => document.activeElement?.className), "map-surface", "the focus is lost");
});

test("a place that is coloured by the way that wins it says so under the pointer", async () => {
	await open("#from=CNSIA&to=DEDUI");
	await page.evaluate(() => (location.hash += "&view=reach"));
	const map = await page.getByRole("region", { name: "Map", exact: true }).boundingBox();
	const tip = page.locator(".map-tip");
	await page.waitForFunction(() => document.querySelectorAll("main table tr").length > 20);
	const almaty = await page.evaluate(() => /** @type {any} */ (globalThis).zholMap.project(76.95, 43.25));
	assert.ok(map);
	await page.mouse.move(map.x + almaty[0], map.y + almaty[1]);
	await tip.waitFor();
	await holds(async () => assert.match(await tip.innerText(), /·.* d · [\d,]+ USD/));
});

test("a copied link opens to the same list in a new page", async () => {
	await open("#from=CNSIA&to=DEDUI");
	const to = page.getByRole("combobox", { name: "To", exact: true });
	const was = await list();
	await to.click();
	await to.fill("Rotterdam");
	await page.locator(".listbox [role=option]").first().waitFor();
	await to.press("Enter");
	await changed(list, was, "the list");
	const want = await settled(list);
	await page.getByRole("button", { name: "Copy link", exact: true }).click();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	assert.equal(copied, page.url());
	const other = await context.newPage();
	other.on("pageerror", (error) => errors.push(String(error)));
	await other.goto(copied);
	await ready(other);
	assert.equal(await settled(() => listed(other)), want);
});

test("Back and Forward restore", async () => {
	const first = await open("#from=CNSIA&to=DEDUI");
	await page.getByRole("button", { name: "Swap", exact: true }).click();
	await changed(list, first, "the list");
	const second = await settled(list);
	await page.goBack();
	await changed(list, second, "the list");
	assert.equal(await settled(list), first);
	await holds(async () => assert.equal(await fragment(), "#from=CNSIA&to=DEDUI"));
	await page.goForward();
	await changed(list, first, "the list");
	assert.equal(await settled(list), second);
});

test("a link edited by hand is read", async () => {
	const was = await open("#from=CNSIA&to=DEDUI");
	await page.evaluate(() => {
		location.hash = "#from=CNSIA&to=DEDUI&market=2024-06&avoid=RU";
	});
	const now = await changed(list, was, "the list");
	assert.doesNotMatch(now, /Zabaikalsk/);
});

test("a link that has routes ranked by another order says by which, and another is chosen in its place", async () => {
	await open("#from=RUVRS&to=TRHAL&order=p90");
	assert.equal(await page.locator("#sort").inputValue(), "p90");
	assert.match(await list(), /^(?!.*The best by total cost).*The best by days \(P90\)/s);
	await page.locator("#sort").selectOption("general");
	await page.waitForFunction(() => !location.hash.includes("order="));
	await holds(async () => assert.match(await list(), /^(?!.*The best by days).*The best by total cost/s));
	await holds(async () => assert.match(await routes(page).locator("li").first().innerText(), /best overall/));
	await page.locator("#sort").selectOption("p90");
	await page.waitForFunction(() => location.hash.includes("sort=p90"));
	await page.goBack();
	await page.waitForFunction(() => location.hash.includes("order=p90"));
	await holds(async () => assert.match(await list(), /The best by days \(P90\)/));
});

test("a damaged link keeps what it can and says what it ignored", async () => {
	await open("#from=CNSIA&to=Atlantis&colour=blue&max=ten&avoid=suez,moon");
	await holds(async () => {
		const text = await page.locator('[role="alert"], [role="status"]').allInnerTexts();
		for (const word of ["Atlantis", "colour", "ten", "moon"]) assert.match(text.join("\n"), new RegExp(word));
	});
	await holds(async () => assert.match((await pin(page, "Origin").getAttribute("aria-label")) ?? "", /Xi'an/));
	await holds(async () => assert.doesNotMatch(await list(), /Suez/));
	await page.screenshot({ path: join(shots, "damaged.png") });
});

test("a link that picks a route beyond the list frames the first, says so, and hands on no such rank", async () => {
	await open("#from=CNSIA&to=DEDUI");
	const where = await pin(page, "Origin").boundingBox();
	await open("#from=CNSIA&to=DEDUI&pick=30&compare=20,21");
	await holds(async () => {
		const text = (await page.locator('[role="alert"]').allInnerTexts()).join("\n");
		for (const part of ["pick=30", "compare=20", "compare=21"]) assert.ok(text.includes(part), `${part}: ${text}`);
	});
	await holds(async () => assert.equal(await fragment(), "#from=CNSIA&to=DEDUI"));
	await holds(async () => assert.deepEqual(await pin(page, "Origin").boundingBox(), where));
});

test("closing every way shows what blocks it, and lifts it", async () => {
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI&avoid=CN`);
	const notice = page.getByText(/no route/i).first();
	await notice.waitFor({ timeout: patience });
	await page.screenshot({ path: join(shots, "blocked.png") });
	await page.getByRole("button", { name: /China/ }).first().click();
	await ready(page);
	await holds(async () => assert.equal(await fragment(), "#from=CNSIA&to=DEDUI"));
});

test("a link shows both its ends clear of the panel", async () => {
	await open("#from=CNLYG&to=PTLIS");
	const panel = await page.locator("#panel").boundingBox();
	for (const which of /** @type {const} */ (["Origin", "Destination"])) {
		const box = await pin(page, which).boundingBox();
		assert.ok(box && panel && box.x > panel.x + panel.width && box.x + box.width < 1440 && box.y > 0 && box.y + box.height < 900, which);
	}
});

test("a right click offers to start, end and pass here", async () => {
	const was = await open("#from=CNSIA&to=DEDUI");
	const map = page.locator(".map-surface");
	const almaty = await page.evaluate(() => /** @type {any} */ (globalThis).zholMap.project(76.93, 43.35));
	await map.click({ button: "right", position: { x: almaty[0], y: almaty[1] } });
	await page.getByRole("menuitem", { name: "Via here" }).waitFor();
	await page.keyboard.press("Escape");
	await page.getByRole("menu").waitFor({ state: "detached" }); // Escape closes it
	await map.click({ button: "right", position: { x: almaty[0], y: almaty[1] } });
	await page.locator("button:focus", { hasText: "From here" }).waitFor();
	await page.getByRole("menuitem", { name: "To here" }).click();
	await changed(list, was, "the list");
	await holds(async () => assert.match(await fragment(), /^#from=CNSIA&to=[A-Z]/));
	await holds(async () => assert.match((await pin(page, "Destination").getAttribute("aria-label")) ?? "", /Almaty/));
});

test("names on the map give way to pins, buttons and legend", async () => {
	await page.addInitScript(() => {
		const draw = CanvasRenderingContext2D.prototype.drawImage;
		/** @type {number[][]} */
		const drawn = [];
		Object.assign(globalThis, { drawn });
		CanvasRenderingContext2D.prototype.drawImage = function (/** @type {any[]} */ ...args) {
			if (this.canvas.matches(".map-live") && args.length === 5) drawn.push(args.slice(1));
			return Reflect.apply(draw, this, args);
		};
		const clear = CanvasRenderingContext2D.prototype.clearRect;
		CanvasRenderingContext2D.prototype.clearRect = function (/** @type {any[]} */ ...args) {
			if (this.canvas.matches(".map-live")) drawn.length = 0; // a new frame
			return Reflect.apply(clear, this, args);
		};
	});
	const under = () => page.evaluate(() => {
		const names = /** @type {number[][]} */ (/** @type {any} */ (globalThis).drawn);
		const over = [".map-buttons", ".map-legend", ".map-pin.origin svg", ".map-pin.destination svg"].map((name) => /** @type {const} */ ([name, /** @type {Element} */ (document.querySelector(name)).getBoundingClientRect()]));
		return { count: names.length, wrong: names.flatMap(([x, y, w, h]) => over.filter(([, b]) => x < b.right - 2 && b.left + 2 < x + w && y < b.bottom - 2 && b.top + 2 < y + h).map(([name]) => name)) };
	});
	const rest = () => settled(() => page.evaluate(() => JSON.stringify(/** @type {any} */ (globalThis).drawn)));
	for (const [link, act] of /** @type {Array<[string, () => Promise<unknown>]>} */ ([
		["#from=CNSIA&to=AEJEA", async () => {}],
		["#from=CNSIA&to=AEJEA&kz=1", () => page.locator(".map-legend summary").click()],
		["#from=CNSIA&to=DEDUI&avoid=suez", () => page.mouse.wheel(0, -400)],
	])) {
		await open(link);
		await rest();
		await act();
		await page.mouse.move(1000, 500);
		await rest();
		const { count, wrong } = await under();
		assert.ok(count > 10, `${count} names`);
		assert.deepEqual(wrong, [], link);
	}
});

test("the menu goes when the map moves under it, and the focus back to the map", async () => {
	await open("#from=CNSIA&to=DEDUI");
	const map = page.locator(".map-surface");
	const moves = [
		() => page.mouse.wheel(0, -300),
		() => page.evaluate(() => /** @type {any} */ (globalThis).zholMap.flyTo(60, 45)),
		() => page.setViewportSize({ width: 1400, height: 880 }),
	];
	for (const move of moves) {
		await map.click({ button: "right", position: { x: 900, y: 400 } });
		await page.locator("#from-here:focus").waitFor();
		await move();
		await page.getByRole("menu").waitFor({ state: "detached" });
		await page.locator(".map-surface:focus").waitFor();
		await settled(async () => JSON.stringify(await pin(page, "Origin").boundingBox())); // the map has come to rest
	}
});

test("a pin or a stop out of sight that is given the focus by key comes into sight, and the map alone moves", async () => {
	await open("#from=CNSIA&to=DEDUI&via=dostyk");
	for (const name of [/^Origin /, /^Via Dostyk/]) {
		await page.evaluate(() => /** @type {any} */ (globalThis).zholMap.fit([[0, 50], [5, 52]]));
		await page.locator(".map-surface").focus();
		const handle = page.getByRole("button", { name });
		for (let i = 0; i < 8 && !(await handle.evaluate((element) => element === document.activeElement)); i++) await page.keyboard.press("Tab");
		await holds(async () => {
			const box = await handle.boundingBox();
			const panel = await page.locator("#panel").boundingBox();
			assert.ok(box && panel && box.x > panel.x + panel.width && box.x + box.width < 1440 && box.y > 0 && box.y + box.height < 900, `${name} is at ${JSON.stringify(box)}`);
		});
		assert.deepEqual(await page.locator("#map").evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]), [0, 0], "all that lies on the map is shifted");
	}
});

test("the menu key asks for the menu at what has the focus: a pin, a stop, or the mark in the middle of the map", async () => {
	await open("#from=CNSIA&to=DEDUI&via=dostyk");
	const menu = page.getByRole("menu");
	const head = () => menu.locator("p").innerText();
	const asked = async (/** @type {import("playwright-core").Locator} */ what, /** @type {string} */ key) => {
		await what.focus();
		await page.keyboard.press(key);
		await page.locator("#from-here:focus").waitFor();
		return menu.boundingBox();
	};
	const near = (/** @type {{x: number, y: number} | null} */ box, /** @type {number} */ x, /** @type {number} */ y) => assert.ok(box && Math.hypot(box.x - Math.min(x, 1210), box.y - Math.min(y, 700)) < 6, `${JSON.stringify(box)} for ${x},${y}`);
	for (const key of ["Shift+F10", "ContextMenu"]) {
		const origin = pin(page, "Origin");
		const opened = await asked(origin, key);
		const box = await origin.boundingBox();
		assert.ok(box);
		near(opened, box.x + box.width / 2, box.y + box.height);
		await holds(async () => assert.match(await head(), /Xi'an/));
		await page.keyboard.press("Escape");
		await page.locator(".map-pin.origin:focus").waitFor();
		await asked(page.getByRole("button", { name: /^Via Dostyk/ }), key);
		assert.match(await head(), /Dostyk|Alashankou/);
		await page.keyboard.press("Tab");
		await menu.waitFor({ state: "detached" });
		await page.keyboard.press("Shift+Tab"); // from what a key has led to, so that the mark is shown
		const surface = page.locator(".map-surface");
		const amid = await asked(surface, key);
		await page.keyboard.press("Escape");
		await page.locator(".map-surface:focus").waitFor();
		const mark = await page.locator(".map-aim").boundingBox();
		assert.ok(mark, "what the menu key means is not shown");
		near(amid, mark.x + mark.width / 2, mark.y + mark.height / 2);
		const panel = await page.locator("#panel").boundingBox();
		assert.ok(panel && mark.x > panel.x + panel.width, "the middle of the map lies under the panel");
		await page.keyboard.press("+");
		await page.waitForTimeout(300);
		assert.deepEqual(await page.locator(".map-aim").boundingBox(), mark, "the mark moves with the map");
	}
	await page.mouse.click(1000, 500);
	await holds(async () => assert.ok(!(await page.locator(".map-aim").isVisible()), "the mark is shown to who points"));
});

test("a click on the picked line offers its menu, and a via anywhere is the nearest place, named", async () => {
	await open("#from=CNSIA&to=DEDUI");
	const spots = await page.evaluate(() => {
		const surface = /** @type {HTMLElement} */ (document.querySelector(".map-surface"));
		const panel = /** @type {HTMLElement} */ (document.querySelector("#panel")).getBoundingClientRect();
		/** @type {Array<[number, number]>} */
		const spots = [];
		for (let y = 60; y < 840; y += 6) for (let x = Math.ceil(panel.right) + 20; x < 1380; x += 6) {
			if (!surface.contains(document.elementFromPoint(x, y))) continue;
			surface.dispatchEvent(new PointerEvent("pointermove", { clientX: x, clientY: y, pointerType: "mouse", bubbles: true }));
			if (document.querySelector(".card.hovered")?.getAttribute("data-rank") === "1") spots.push([x, y]);
		}
		return spots;
	});
	for (let i = 0; i < 3 && !(await page.getByRole("menu").count()); i++) {
		await page.mouse.click(...spots[Math.floor(((i + 0.5) * spots.length) / 3)]);
		await page.getByRole("menu").waitFor({ timeout: 1000 }).catch(() => {}); // a stretch that is not the line's own
	}
	const via = page.getByRole("menuitem", { name: /^Via here/ });
	await via.waitFor();
	await via.click();
	await page.waitForFunction(() => location.hash.includes("via="));
	await page.locator(".map-surface").click({ button: "right", position: { x: 1000, y: 860 } });
	await holds(async () => assert.match(await via.innerText(), /^Via here: .+ · [\d,]+ km$/, "how far the place is"));
	await via.click();
	await page.waitForFunction(() => /via=[^&]+,/.test(location.hash));
});
