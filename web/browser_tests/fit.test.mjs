/** Small windows, large letters, fingers: nothing lies over anything, nothing is too small to hit, and the answer is on the first screen. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { holds, listed, pin, ready, routes, settled, shots, watched } from "./site.mjs";
import { browser, site, withSite } from "./visit.mjs";

withSite();

/** @param {number} width @param {number} height @param {boolean} [touch] */
async function visit(width, height, touch = false, fragment = "#from=CNSIA&to=DEDUI") {
	const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch, isMobile: touch });
	const { page } = await watched(context);
	await page.goto(site.url + fragment);
	await page.locator("main#panel .card .figures, main#panel .chart svg, main#panel table").first().waitFor({ timeout: 60_000 });
	await still(page);
	return { context, page };
}

/** Waits until nothing that is told and no pin changes any more. @param {import("playwright-core").Page} page */
const still = (page) => settled(() => page.evaluate(() => {
	const told = [...document.querySelectorAll("main#panel")].map((panel) => /** @type {HTMLElement} */ (panel).innerText);
	const typed = [...document.querySelectorAll("input")].map(({ value }) => value);
	return JSON.stringify([told, typed, [...document.querySelectorAll(".map-pin, #panel")].map((part) => part.getBoundingClientRect())]);
}));

/**
 * The usual question in a language, drawn: the page is of one language with its list.
 * @param {import("playwright-core").Page} page @param {string} lang
 */
async function speak(page, lang) {
	await page.evaluate((lang) => void (location.hash = `#from=CNSIA&to=DEDUI&lang=${lang}`), lang);
	await page.locator(`html[lang=${lang}]`).waitFor({ state: "attached" });
	await still(page);
}

/** Another window for the same page, laid out and drawn. @param {import("playwright-core").Page} page @param {number} width @param {number} height */
async function resize(page, width, height) {
	await page.setViewportSize({ width, height });
	await page.waitForFunction(([width, height]) => innerWidth === width && innerHeight === height, [width, height]);
	await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** @param {import("playwright-core").Page} page */
const overlaps = (page) => page.evaluate(() => {
	const box = (/** @type {string} */ name) => /** @type {Element} */ (document.querySelector(name)).getBoundingClientRect();
	const wrong = [];
	const over = ["#panel", ".map-buttons", ".map-legend summary", ".map-foot"].map((name) => /** @type {const} */ ([name, box(name)]));
	for (const name of [".map-pin.origin", ".map-pin.destination"]) {
		const a = box(name);
		if (a.left < 0 || a.top < 0 || a.right > innerWidth || a.bottom > innerHeight) wrong.push(`${name} is out of the window`);
		for (const [other, b] of over) if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) wrong.push(`${name} lies under ${other}`);
	}
	for (const [i, [one, a]] of over.entries()) {
		for (const [other, b] of over.slice(i + 1)) if (a.left < b.right - 3 && b.left < a.right - 3 && a.top < b.bottom - 3 && b.top < a.bottom - 3) wrong.push(`${one} lies over ${other}`);
	}
	if (document.documentElement.scrollWidth > document.documentElement.clientWidth) wrong.push("the page scrolls sideways");
	const panel = /** @type {Element} */ (document.querySelector("#panel"));
	if (panel.scrollWidth > panel.clientWidth) wrong.push("the panel scrolls sideways");
	const ground = /** @type {Element} */ (document.querySelector(".map-ground"));
	if (ground.getBoundingClientRect().right > innerWidth || ground.scrollWidth > ground.clientWidth) wrong.push("whose coastline it is, is cut off");
	return wrong;
});

for (const [width, height, touch] of /** @type {Array<[number, number, boolean]>} */ ([
	[390, 844, true], [320, 640, true], [844, 390, true], [720, 450, false], [512, 384, false], [800, 900, false], [768, 1024, true], [1024, 768, false], [1440, 900, false],
])) {
	test(`at ${width}x${height} nothing lies over anything`, async () => {
		const { context, page } = await visit(width, height, touch);
		for (const lang of ["en", "ru"]) {
			await speak(page, lang);
			await page.screenshot({ path: join(shots, `fit-${width}-${lang}.png`) });
			assert.deepEqual(await overlaps(page), [], lang);
		}
		await context.close();
	});
}

test("on the narrowest phone the usual ends are told in full, in each language", async () => {
	const { context, page } = await visit(320, 640, true);
	for (const lang of languages) {
		await page.evaluate((lang) => void (location.hash = `#from=CNSIA&to=DEDUI&lang=${lang}`), lang);
		await page.waitForFunction((lang) => document.documentElement.lang === lang, lang);
		await still(page);
		const cut = await page.locator(".ends input").evaluateAll((all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map((box) => /** @type {HTMLInputElement} */ (box).value));
		assert.deepEqual(cut, [], lang);
	}
	for (const name of ["Swap", "Copy link"]) {
		await page.evaluate(() => void (location.hash = "#from=CNSIA&to=DEDUI&lang=en"));
		const box = await page.getByRole("button", { name, exact: true }).boundingBox();
		assert.ok(box && box.width >= 44 && box.height >= 44, `${name} is ${box?.width}x${box?.height}`);
	}
	await context.close();
});

test("in the system's own few colours the pins differ in shape, and what is pressed or picked in its edge", async () => {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, forcedColors: "active" });
	const { page } = await watched(context);
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI`);
	await ready(page);
	await page.screenshot({ path: join(shots, "forced.png") });
	const look = (/** @type {string} */ name) => page.locator(name).evaluate((element) => {
		const { fill, outlineStyle, backgroundImage, borderTopWidth } = getComputedStyle(element);
		return { fill, outlineStyle, backgroundImage, borderTopWidth };
	});
	const [a, b] = [await look(".map-pin.origin path"), await look(".map-pin.destination path")];
	assert.notEqual(a.fill, b.fill, "both pins look alike");
	for (const name of ["origin", "destination"]) assert.notEqual((await look(`.map-pin.${name} path`)).fill, (await look(`.map-pin.${name} text`)).fill, `the letter of the ${name} is not seen`);
	assert.equal((await look("#view-routes")).outlineStyle, "solid");
	assert.equal((await look("#view-charts")).outlineStyle, "none");
	assert.equal((await look(".card.picked")).outlineStyle, "solid");
	assert.match(await page.locator(".card.kz").first().evaluate((card) => getComputedStyle(card, "::before").backgroundImage), /gradient/, "the double line of Kazakhstan is not drawn");
	assert.notEqual((await look("#panel")).borderTopWidth, "0px");
	await context.close();
});

const languages = ["en", "ru", "kk", "zh", "id", "ar"];

for (const [width, height] of [[390, 844], [320, 640]]) {
	test(`on a phone of ${width} pixels the first route is on the first screen, and nothing is cut, in each language`, async () => {
		const { context, page } = await visit(width, height, true);
		for (const lang of languages) {
			await speak(page, lang);
			await page.screenshot({ path: join(shots, `first-${width}-${lang}.png`) });
			const figures = await page.locator(".cards .figure.money").first().boundingBox();
			assert.ok(figures && figures.y + figures.height < height, `${lang}: the price of the first route is at ${figures?.y}`);
			const steps = await page.locator(".step-button").evaluateAll((all) => all.map((element) => element.getBoundingClientRect().top));
			assert.equal(steps[0], steps[1], `${lang}: Undo and Redo stand apart`);
			assert.deepEqual(await cut(page), [], lang);
		}
		await context.close();
	});
}

test("on desks of three sizes nothing is cut, and the name of the page takes little room, in each language", async () => {
	const { context, page } = await visit(1440, 900);
	for (const lang of languages) {
		await speak(page, lang);
		for (const [width, height] of [[1440, 900], [1024, 768], [900, 700]]) {
			await resize(page, width, height);
			assert.deepEqual(await cut(page), [], `${lang}, ${width}`);
			const head = await page.locator(".brand").boundingBox();
			assert.ok(head && head.height < 95, `${lang}, ${width}: ${head?.height} pixels of head`);
		}
	}
	await context.close();
});

for (const [touch, widths] of /** @type {Array<[boolean, number[]]>} */ ([[true, [390, 360, 320]], [false, [1280]]])) {
	test(`at ${widths.join(", ")} pixels the choices of the what-ifs are told in full, in each language`, async () => {
		const { context, page } = await visit(widths[0], 844, touch);
		for (const lang of languages) {
			await speak(page, lang);
			await page.locator("details.whatif").evaluate((details) => void (/** @type {HTMLDetailsElement} */ (details).open = true));
			await page.locator(".fields select").nth(4).waitFor();
			for (const width of widths) {
				await resize(page, width, 844);
				await page.screenshot({ path: join(shots, `choices-${width}-${lang}.png`) });
				const cut = await page.locator(".fields select").evaluateAll((all) => all.flatMap((select) => {
					const whole = /** @type {HTMLElement} */ (select.cloneNode(true));
					whole.style.cssText = "position: absolute; width: max-content";
					select.after(whole);
					const [need, has] = [whole, select].map((one) => one.getBoundingClientRect().width);
					whole.remove();
					return need > has + 0.5 ? [`${select.id} has ${has} of ${need} pixels`] : [];
				}));
				assert.deepEqual(cut, [], `${lang}, ${width}`);
				const wide = await page.locator("#panel").evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
				assert.equal(wide, false, `${lang}, ${width}`);
			}
		}
		await context.close();
	});
}

test("on a phone no choice of the what-ifs moves when one is pressed, in any language", async () => {
	const { context, page } = await visit(390, 844);
	await page.locator("details.whatif > summary").click();
	await page.locator("#year").waitFor();
	for (const lang of languages) {
		await speak(page, lang);
		const moving = await page.evaluate(() => {
			const all = [...document.querySelectorAll(".levers [id^=if-]")];
			const tops = () => all.map((chip) => chip.getBoundingClientRect().top).join();
			const was = tops();
			return all.length < 3 ? ["there are none"] : all.filter((chip) => {
				chip.classList.add("on");
				const other = tops() !== was;
				chip.classList.remove("on");
				return other;
			}).map(({ id }) => id);
		});
		assert.deepEqual(moving, [], lang);
	}
	await context.close();
});

test("no table of the data, of legs or of routes side by side is cut off on a desk, in any language", async () => {
	for (const question of ["view=data", "pick=5&compare=1,3,5"]) {
		const { context, page } = await visit(1024, 768, false, `#from=CNSIA&to=DEDUI&${question}`);
		for (const lang of languages) {
			await page.evaluate((hash) => void (location.hash = hash), `#from=CNSIA&to=DEDUI&${question}&lang=${lang}`);
			await page.locator(`html[lang=${lang}]`).waitFor({ state: "attached" });
			await page.locator(question === "view=data" ? ".held td" : ".card .legs td").first().waitFor();
			await settled(() => page.locator(".twin, .legs").evaluateAll((all) => all.map((one) => one.textContent).join()));
			const wide = await page.locator(".twin, .legs").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => `${one.className}: ${one.scrollWidth} pixels in ${one.clientWidth}`));
			assert.deepEqual(wide, [], `${lang}, ${question}`);
		}
		await context.close();
	}
});

test("on phones of four sizes it is seen how each leg is known, and no table is cut off, in each language", async () => {
	const { context, page } = await visit(390, 844, true, "#from=CNSIA&to=DEDUI&pick=5");
	for (const lang of languages) {
		for (const [question, drawn] of [["pick=5", ".legs tbody td"], ["compare=1,5", ".compared td"], ["compare=1,3,5", ".compared td:nth-child(4)"], ["view=reach", ".reach td.won"], ["view=data", ".held td"]]) {
			await page.evaluate((hash) => void (location.hash = hash), `#from=CNSIA&to=DEDUI&${question}&lang=${lang}`);
			await page.locator(`html[lang=${lang}]`).waitFor({ state: "attached" });
			await page.locator(drawn).first().waitFor();
			await still(page);
			for (const [width, height] of [[390, 844], [360, 640], [320, 640], [844, 390]]) {
				const where = `${lang}, ${question}, ${width}x${height}`;
				await resize(page, width, height);
				const wide = await page.locator(".twin, .legs").evaluateAll((all) => all.filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1).map((one) => `${one.className}: ${one.scrollWidth} pixels in ${one.clientWidth}`));
				assert.deepEqual(wide, [], where);
				if (question !== "pick=5") continue;
				const legs = await page.locator(".legs .leg").evaluateAll((all) => all.map((leg) => [...leg.querySelectorAll(".status")].filter((status) => status.checkVisibility()).length));
				assert.ok(legs.length > 5 && legs.every((seen) => seen === 1), `${where}: ${legs}`);
			}
		}
	}
	await context.close();
});

/** What is wider than its place. @param {import("playwright-core").Page} page */
const cut = (page) => page.evaluate(() => {
	const wrong = [];
	for (const name of [".views", ".folds", ".order", ".corner", "button.head", ".figures", ".toolbar button", ".language"]) {
		for (const element of document.querySelectorAll(name)) {
			if (!element.checkVisibility()) continue;
			if (element.scrollWidth > element.clientWidth + 1) wrong.push(`${name} has ${element.scrollWidth} pixels in ${element.clientWidth}`);
		}
	}
	const box = (/** @type {string} */ name) => /** @type {Element} */ (document.querySelector(name)).getBoundingClientRect();
	const [name, corner] = [box(".brand h1"), box(".corner")];
	if (name.left < corner.right && corner.left < name.right) wrong.push("the name lies under its corner");
	return [...new Set(wrong)];
});

for (const view of ["routes", "charts", "reach", "data"]) {
	test(`under a finger everything is 44 pixels high and wide: ${view}`, async () => {
		const { context, page } = await visit(390, 844, true, `#from=CNSIA&to=DEDUI&compare=1,3&view=${view}`);
		await page.locator("details.whatif > summary").click();
		await page.locator("details.stories > summary").click();
		if (view === "routes") {
			await routes(page).locator("[aria-expanded]").first().click();
			await routes(page).getByRole("table").first().waitFor();
		}
		await still(page);
		const small = await page.evaluate(() => {
			const shown = (/** @type {Element} */ element) => element.checkVisibility({ visibilityProperty: true });
			const all = [...document.querySelectorAll("button, select, summary, input, [role=button]")].filter(shown);
			return all.flatMap((element) => {
				const target = element.matches("[type=checkbox]") ? element.closest("label") ?? element : element;
				const { width, height } = target.getBoundingClientRect();
				const narrow = width < 43.5 && !element.matches(".stretch"); // as wide as what it stands for; its list has the same
				return narrow || height < 43.5 ? [`${element.id || element.getAttribute("class") || element.tagName} ${element.textContent?.slice(0, 20)}: ${width.toFixed(0)}x${height.toFixed(0)}`] : [];
			});
		});
		assert.deepEqual(small, []);
		await context.close();
	});
}

test("the sheet is dragged, tapped and moved by keys between its three stands", async () => {
	const { context, page } = await visit(390, 844, true);
	const finger = await context.newCDPSession(page);
	const stand = () => page.locator("#panel").getAttribute("class");
	const drag = async (/** @type {number} */ by) => {
		const box = await page.locator("#sheet").boundingBox();
		assert.ok(box && box.height >= 44);
		const [x, y] = [195, box.y + 20];
		await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
		for (let i = 1; i <= 10; i++) {
			await finger.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y: y + (by * i) / 10 }] });
			await page.waitForTimeout(25);
		}
		await holds(async () => {
			const held = await page.locator("#panel").boundingBox();
			assert.ok(held && Math.abs(held.y - box.y - by) < 12, `the sheet follows the finger: ${held?.y} from ${box.y} by ${by}`);
		});
		await page.waitForTimeout(120); // a finger that rests before it is lifted throws nothing
		await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
		await still(page);
	};
	await holds(async () => assert.match((await stand()) ?? "", /half/));
	await drag(-300);
	await holds(async () => assert.match((await stand()) ?? "", /full/));
	await drag(330);
	await holds(async () => assert.match((await stand()) ?? "", /half/));
	await drag(330);
	await holds(async () => assert.match((await stand()) ?? "", /peek/));
	await holds(async () => assert.ok(((await page.locator("#panel").boundingBox())?.height ?? 999) < 150));
	await page.locator("#sheet").tap();
	await page.locator("#panel.half").waitFor();
	await page.locator("#sheet").focus();
	await page.keyboard.press("ArrowUp");
	await page.locator("#panel.full").waitFor();
	await holds(async () => assert.equal(await page.locator("#sheet").getAttribute("aria-expanded"), "true"));
	await page.keyboard.press("ArrowDown");
	await page.locator("#panel.half").waitFor();
	await page.keyboard.press("ArrowDown");
	await page.locator("#panel.peek").waitFor();
	await page.keyboard.press("Enter");
	await page.locator("#panel.half").waitFor();
	// What is scrolled under the strip does not shine through it.
	const ground = await page.locator("#sheet").evaluate((element) => getComputedStyle(element).backgroundColor);
	assert.doesNotMatch(ground, /rgba\(.*, 0(\.\d+)?\)|transparent/);
	await context.close();
});

for (const [width, height] of [[390, 844], [320, 640]]) {
	test(`at ${width} pixels Undo, Redo and the language stay in sight while the list is scrolled`, async () => {
		const { context, page } = await visit(width, height, true);
		await page.locator("#swap").tap();
		await page.locator("#undo[aria-disabled=false]").waitFor();
		for (const by of [0, 300, 3000]) {
			await page.locator("#panel").evaluate((panel, by) => panel.scrollTo(0, by), by);
			const there = () => page.evaluate(() => ["#undo", "#redo", ".language"].map((name) => {
				const element = /** @type {Element} */ (document.querySelector(name));
				const { left, top, width, height } = element.getBoundingClientRect();
				return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
			}));
			await holds(async () => assert.deepEqual(await there(), [true, true, true], `scrolled by ${by}`));
		}
		await page.locator("#undo").tap();
		await page.waitForFunction(() => location.hash === "#from=CNSIA&to=DEDUI");
		await context.close();
	});
}

for (const [width, height, touch, embed] of /** @type {Array<[number, number, boolean, string]>} */ ([[800, 480, false, "1"], [360, 480, true, "1"], [1024, 768, false, ""], [844, 390, true, ""], [390, 844, true, ""]])) {
	test(`${embed ? "in a frame of" : "at"} ${width}x${height} the legend is folded, and unfolds over the map alone`, async () => {
		const { context, page } = await visit(width, height, touch, `#from=CNSIA&to=DEDUI${embed && "&embed=1"}`);
		assert.deepEqual(await overlaps(page), []);
		const legend = page.locator(".map-legend");
		assert.equal(await legend.getAttribute("open"), null);
		await legend.locator("summary").click();
		await page.screenshot({ path: join(shots, `legend-${width}${embed}.png`) });
		const [box, panel] = [await legend.boundingBox(), await page.locator("#panel").boundingBox()];
		assert.ok(box && panel && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, JSON.stringify(box));
		assert.ok(box.x >= panel.x + panel.width || box.y + box.height <= panel.y, "it lies over the cards");
		assert.ok(await legend.locator("ul:not([hidden]) li").last().evaluate((item) => item.getBoundingClientRect().height > 0));
		await context.close();
	});
}

test("a finger that rests on the map asks for the menu", async () => {
	const { context, page } = await visit(390, 844, true);
	const at = await page.evaluate(() => /** @type {any} */ (globalThis).zholMap.project(76.93, 43.35));
	const finger = await context.newCDPSession(page);
	await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: at[0], y: at[1] }] });
	await page.getByRole("menuitem", { name: "From here" }).waitFor();
	await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
	const was = await listed(page);
	await page.getByRole("menuitem", { name: "From here" }).tap();
	await page.waitForFunction(() => !location.hash.includes("from=CNSIA"));
	assert.notEqual(await settled(() => listed(page)), was);
	await context.close();
});

test("letters twice as large push nothing over the edge", async () => {
	const { context, page } = await visit(1280, 800);
	await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%", "important"));
	await still(page);
	await page.screenshot({ path: join(shots, "fit-letters.png") });
	const wide = await page.evaluate(() => [document.documentElement, /** @type {Element} */ (document.querySelector("#panel"))].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth));
	assert.equal(wide, false);
	await context.close();
});

for (const [width, height, lang] of /** @type {const} */ ([[390, 844, "en"], [390, 844, "ar"], [1280, 800, "en"]])) {
	test(`at ${width}x${height} what a pin says stays in sight at the edges of the map (${lang})`, async () => {
		const { context, page } = await visit(width, height, false, `#from=CNSIA&to=DEDUI&lang=${lang}`);
		const tag = ".map-pin.origin .map-pin-tag";
		const x0 = width < 860 ? 0 : await page.evaluate(() => /** @type {Element} */ (document.querySelector("#panel")).getBoundingClientRect().right);
		const pin = await page.locator(".map-pin.origin").boundingBox();
		assert.ok(pin);
		const y = pin.y + pin.height * 0.6;
		await page.mouse.move(pin.x + pin.width / 2, y);
		await page.mouse.down();
		for (const [side, at] of /** @type {const} */ ([["right", width - 22], ["left", x0 + 22]])) {
			await page.mouse.move(at, y + 4, { steps: 8 });
			await settled(() => page.locator(tag).innerText());
			const [left, right] = await page.evaluate((tag) => {
				const box = /** @type {Element} */ (document.querySelector(tag)).getBoundingClientRect();
				return [box.left, box.right];
			}, tag);
			assert.ok(left >= x0 && right <= width, `${side}: from ${left} to ${right} of ${x0} to ${width}`);
		}
		await page.mouse.up();
		await context.close();
	});
}

test("who asks for less motion gets none", async () => {
	const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
	const { page } = await watched(context);
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI`);
	await ready(page);
	const before = await pin(page, "Origin").boundingBox();
	await page.locator(".map-buttons button").first().click();
	await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
	const once = await pin(page, "Origin").boundingBox();
	assert.notDeepEqual(once, before);
	await page.waitForTimeout(300);
	assert.deepEqual(await pin(page, "Origin").boundingBox(), once, "the map glides");
	const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => parseFloat(getComputedStyle(element).transitionDuration) > 0.01).map((element) => element.className));
	assert.deepEqual(moving, []);
	await context.close();
});
