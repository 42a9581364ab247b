/** Slips of the hand: wrong numbers and names, too much at once, and what takes the focus away under one's fingers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, holds, listed, pin, ready, settled } from "./site.mjs";
import { open, page, site, withPage } from "./visit.mjs";

withPage();
const fragment = async () => new URL(page.url()).hash;
/** Waits until the page has drawn what was asked, after which the focus may be lost. */
const drawn = () => settled(() => page.locator("main#panel").innerText());
const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute("data-key") || document.activeElement?.className || document.activeElement?.tagName);

test("a number that is none stays in its field with the reason, and is not asked for", async () => {
	await open();
	await page.locator("details.whatif > summary").click();
	const was = await fragment();
	for (const [field, typed, reason] of [["cargo-value", "1.5", /10,000,000/], ["carbon-price", "99999999", /whole number/], ["tonnes", "500", /from 0 to \d\d,/], ["faster-borders", "-3", /from 0 to/]]) {
		const input = page.locator(`#${field}`);
		await input.fill(String(typed));
		await input.press("Enter");
		await page.locator(`#${field}-wrong`, { hasText: reason }).waitFor();
		await holds(async () => assert.equal(await input.getAttribute("aria-invalid"), "true"));
		assert.equal(await input.inputValue(), typed, "what was entered is lost");
	}
	assert.equal(await fragment(), was, "the link holds what the page would refuse");
	await page.locator("#cargo-value").fill("90000");
	await page.locator("#cargo-value").press("Enter");
	await page.waitForFunction(() => location.hash.includes("value=90000"));
	await holds(async () => assert.equal(await page.locator("#cargo-value").getAttribute("aria-invalid"), "false"));
	assert.equal(await page.locator("#tonnes").inputValue(), "500");
	await page.goBack();
	await page.waitForFunction(() => !location.hash.includes("value"));
	await holds(async () => assert.equal(await page.locator("#tonnes").inputValue(), "", "another state shows what was wrong in the last"));
	await holds(async () => assert.equal(await page.locator("#cargo-value").inputValue(), "", "what is undone still stands in its field"));
});

test("what a question takes no more of is told and not written into the link", async () => {
	const eight = "#from=CNSIA&to=DEDUI&via=KZALA,KZAST,khorgos,dostyk,RU,BY,PL,DE";
	await page.goto(site.url + eight);
	await page.locator("#from").waitFor();
	await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector("#from")).value.includes("Xi"));
	await page.locator("details.whatif > summary").click();
	await page.getByLabel("Only through Kazakhstan").click();
	await page.locator(".told", { hasText: "8" }).waitFor();
	assert.equal(await page.getByLabel("Only through Kazakhstan").isChecked(), false);
	assert.doesNotMatch(await fragment(), /kz=1/);
});

test("a name that is no place is told, with those most like it", async () => {
	const was = await open();
	const from = page.locator("#from");
	await from.fill("Duisborg");
	await from.press("Enter");
	const told = page.locator(".combo.from .missed");
	await told.filter({ hasText: "Duisborg" }).waitFor();
	await holds(async () => assert.match(await told.innerText(), /Duisburg/));
	await holds(async () => assert.equal(await told.getAttribute("role"), "status"));
	assert.equal(await from.inputValue(), "Duisborg", "what was typed is lost");
	assert.equal((await from.getAttribute("aria-activedescendant")) ?? "", "", "Enter again would take what nobody chose");
	await from.press("Enter");
	assert.equal(await listed(page), was);
	await from.press("ArrowDown");
	await from.press("Enter");
	await page.waitForFunction(() => location.hash.includes("from=DEDUI"));
	await holds(async () => assert.equal(await told.innerText(), ""));
	await from.fill("Atlantis");
	await from.press("Enter");
	await told.filter({ hasText: "Atlantis" }).waitFor();
});

test("a point is typed as people write it", async () => {
	await open();
	for (const [text, want] of [["43.25 76.95", "43.2500,76.9500"], ["N51.5 E7.5", "51.5000,7.5000"], ["43°15'N 76°57'E", "43.2500,76.9500"]]) {
		await page.locator("#from").fill(text);
		await page.locator("#from").press("Enter");
		await page.waitForFunction((want) => location.hash.includes(`from=${want}`), want);
	}
});

test("a box entered while the answer is on its way says what was typed, then the name, and takes the next text whole", async () => {
	await open();
	const from = page.locator("#from");
	await from.fill("43.25 76.95");
	const before = await from.evaluate((box) => {
		box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
		/** @type {HTMLInputElement} */ (box).focus();
		return /** @type {HTMLInputElement} */ (box).value;
	});
	assert.equal(before, "43.2500,76.9500");
	await holds(async () => assert.match(await from.inputValue(), /Almaty/));
	await page.keyboard.insertText("51.5 7.5");
	assert.equal(await from.inputValue(), "51.5 7.5");
});

test("Tab takes what Enter would; what is no place stays, with what is told of it", async () => {
	await open();
	await page.locator("#from").fill("Chongq");
	await page.locator("#from-option-0[aria-selected='true']").waitFor();
	await page.keyboard.press("Tab");
	await page.waitForFunction(() => location.hash.includes("from=CNCKG"));
	assert.equal(await focused(), "to");
	await holds(async () => assert.match(await page.locator("#from").inputValue(), /Chongqing/));
	await page.keyboard.insertText("Duisborg");
	await page.keyboard.press("Tab");
	assert.equal(await focused(), "swap");
	const told = page.locator(".combo.to .missed");
	await told.filter({ hasText: "Duisburg" }).waitFor();
	await drawn();
	assert.equal(await page.locator("#to").inputValue(), "Duisborg");
	assert.equal(await page.locator("#to-list").isVisible(), false);
	await page.keyboard.press("Enter"); // of the button that turns both ends round
	await page.waitForFunction(() => location.hash.includes("to=CNCKG"));
	await holds(async () => assert.equal(await told.innerText(), ""));
	await holds(async () => assert.match(await page.locator("#to").inputValue(), /Chongqing/));
});

test("a click elsewhere takes what is a place for sure; what is not stays, with what is told of it", async () => {
	await open();
	const elsewhere = page.locator("header.brand h1");
	await page.locator("#from").fill("cn ckg");
	await elsewhere.click();
	await page.waitForFunction(() => location.hash.includes("from=CNCKG"));
	await holds(async () => assert.match(await page.locator("#from").inputValue(), /Chongqing/));
	const to = page.locator("#to");
	await to.fill("Hamb");
	await page.locator("#to-option-0").waitFor();
	await to.evaluate((box) => void box.dispatchEvent(new FocusEvent("blur"))); // as the window does when it goes behind another
	await drawn();
	assert.equal(await to.inputValue(), "Hamb");
	await elsewhere.click();
	await page.locator(".combo.to .missed").filter({ hasText: "Hamburg" }).waitFor();
	await drawn();
	assert.equal(await to.inputValue(), "Hamb", "what was typed is lost");
	assert.equal(await page.locator("#to-list").isVisible(), false);
	assert.ok(page.url().includes("to=DEDUI"), "somewhere was taken that nobody chose");
	await to.fill("Hambu");
	await to.press("Escape");
	await elsewhere.click();
	await holds(async () => assert.match(await to.inputValue(), /Duisburg/));
});

test("the click that leaves a box counts, and comes before what was typed", async () => {
	await open();
	const [from, told] = [page.locator("#from"), page.locator(".combo.from .missed")];
	await from.fill("Shangh");
	await page.locator("#view-charts").click({ delay: 90 });
	await page.waitForFunction(() => location.hash.includes("view=charts"));
	await told.filter({ hasText: "Shanghai" }).waitFor();
	await page.locator("#language").selectOption("ar");
	await page.locator("html[dir=rtl]").waitFor();
	await drawn();
	assert.equal(await from.inputValue(), "Shangh", "what was typed is lost in another language");
	await from.click();
	await from.press("ArrowDown");
	await from.press("Enter");
	await page.waitForFunction(() => location.hash.includes("from=CNSHG") || location.hash.includes("from=CNSHA"));
	await open();
	await from.fill("DEHAM");
	await page.locator(".card .head").nth(1).click();
	await page.waitForFunction(() => location.hash.includes("from=DEHAM"));
	assert.doesNotMatch(page.url(), /pick=/, "a route of the list before is picked in that of another question");
	await open();
	await from.fill("DEHAM");
	await page.locator("#swap").click();
	await page.waitForFunction(() => location.hash.includes("to=DEHAM") && location.hash.includes("from=DEDUI"));
	await from.fill("Shangh");
	await page.locator("#swap").click();
	await told.filter({ hasText: "Shanghai" }).waitFor();
});

test("a click into a box that has the focus already still has its text replaced", async () => {
	await open();
	await page.locator("#from").fill("Chongq");
	await page.locator("#from").press("Enter");
	await page.waitForFunction(() => document.activeElement?.id === "to");
	await page.locator("#to").click();
	await page.keyboard.type("Hamb");
	assert.equal(await page.locator("#to").inputValue(), "Hamb");
	await page.locator("#to").click({ position: { x: 20, y: 12 } }); // a caret for what is being typed
	await page.keyboard.press("End");
	await page.keyboard.type("u");
	assert.equal(await page.locator("#to").inputValue(), "Hambu");
});

test("the code of the link is that of the address after Back and after a link of one's own", async () => {
	await open();
	await page.locator("details.share > summary").click();
	const holdsIt = () => page.waitForFunction(() => document.querySelector("#share-qr svg")?.getAttribute("aria-label") === location.href);
	await holdsIt();
	await page.locator("#swap").click();
	await page.waitForFunction(() => location.hash.includes("from=DEDUI"));
	await holdsIt();
	await page.goBack();
	await page.waitForFunction(() => location.hash.includes("from=CNSIA"));
	await holdsIt();
	await page.evaluate(() => void (location.hash = "#from=CNCKG&to=PLWAW"));
	await holdsIt();
});

test("the focus stays with a stretch of the strip, and with the mark of a route", async () => {
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI&view=charts`);
	const stretch = page.locator("#chart-strip .stretch").nth(1);
	await stretch.waitFor();
	await stretch.focus();
	const key = await focused();
	await stretch.press("Enter");
	await page.waitForFunction(() => /value=\d+/.test(location.hash));
	await drawn();
	await holds(async () => assert.equal(await focused(), key));
	await page.locator("#chart-front .mark[data-key='3']").press("Enter");
	await page.waitForFunction(() => location.hash.includes("pick=3"));
	await drawn();
	await holds(async () => assert.equal(await focused(), "3"));
});

test("the focus goes on to the list when what blocked it is lifted", async () => {
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI&avoid=CN`);
	await page.getByRole("button", { name: "Open China again" }).press("Enter");
	await ready(page);
	await drawn();
	await holds(async () => assert.ok(await page.evaluate(() => document.activeElement?.closest(".results")), `the focus is on ${await focused()}`));
});

test("the focus stays with Undo to the last step, and with what takes a stop away", async () => {
	const was = await open();
	await holds(async () => assert.equal(await page.locator("#undo").getAttribute("aria-disabled"), "true"));
	await page.locator("#swap").click();
	await changed(() => listed(page), was, "the list");
	await page.locator("#undo").press("Enter");
	await page.waitForFunction(() => location.hash === "#from=CNSIA&to=DEDUI");
	await page.locator("#undo[aria-disabled='true']").waitFor();
	assert.equal(await focused(), "undo");
	await page.keyboard.press("Enter");
	assert.equal(await fragment(), "#from=CNSIA&to=DEDUI");
	await open("#from=CNSIA&to=DEDUI&via=dostyk");
	await page.locator(".notices .chip.on").press("Enter");
	await page.waitForFunction(() => !location.hash.includes("via"));
	await page.locator(".notices .chip.on").waitFor({ state: "detached" });
	await drawn();
	await holds(async () => assert.notEqual(await focused(), "BODY"));
	await page.locator(".map-surface").click({ button: "right", position: { x: 900, y: 400 } });
	await page.locator("#to-here:focus, #from-here:focus").first().waitFor();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await page.getByRole("menu").waitFor({ state: "detached" });
	await holds(async () => assert.equal(await focused(), "map-surface"));
});

test("arrow keys keep a pin on the world", async () => {
	await open("#from=CNSHA&to=DEDUI");
	const handle = pin(page, "Origin");
	await handle.focus();
	for (let i = 0; i < 80; i++) await page.keyboard.press("Shift+ArrowUp");
	const spot = await page.evaluate(() => {
		const { zholMap } = /** @type {any} */ (globalThis);
		const map = /** @type {HTMLElement} */ (document.querySelector("#map")).getBoundingClientRect();
		const box = /** @type {HTMLElement} */ (document.querySelector(".map-pin.origin")).getBoundingClientRect();
		const [x, y] = [box.x + box.width / 2 - map.x, box.y + box.height - map.y];
		const [lon, lat] = zholMap.unproject(x, y);
		return { x, y, back: zholMap.project(lon, lat) };
	});
	assert.ok(Math.hypot(spot.back[0] - spot.x, spot.back[1] - spot.y) < 2, `the pin stands off the world: ${JSON.stringify(spot)}`);
	const was = await handle.boundingBox();
	await page.keyboard.press("Shift+ArrowDown");
	await holds(async () => assert.notDeepEqual(await handle.boundingBox(), was, "the way back is as long as the way out"));
	assert.ok(await handle.evaluate((element) => element === document.activeElement));
});

test("Ctrl+Z is the page's wherever nothing is being typed", async () => {
	await open();
	await page.locator("#from").fill("Almaty");
	await page.locator('[role="listbox"]:not([hidden]) li[aria-selected="true"]').waitFor();
	await page.locator("#from").press("Enter");
	await page.waitForFunction(() => location.hash.includes("from=KZALA"));
	await page.locator("#to:focus").waitFor();
	await page.locator("#undo[aria-disabled='false']").waitFor();
	await page.keyboard.press("Control+z");
	await page.waitForFunction(() => location.hash === "#from=CNSIA&to=DEDUI");
	await page.waitForFunction(() => /^Xi'an[^]*Duisburg/.test([...document.querySelectorAll("#from, #to")].map((box) => /** @type {HTMLInputElement} */ (box).value).join("|")));
	await page.keyboard.press("Control+y");
	await page.waitForFunction(() => location.hash.includes("from=KZALA"));
	await page.keyboard.type("Alm");
	await page.keyboard.press("Control+z");
	await page.waitForTimeout(200);
	assert.match(await fragment(), /from=KZALA/, "what is typed is undone by the browser");
	await page.keyboard.press("Escape");
	for (const field of ["#only", "#sort"]) {
		await page.locator(field).focus();
		await page.keyboard.press("Control+z");
		await page.waitForFunction(() => location.hash === "#from=CNSIA&to=DEDUI");
		await page.keyboard.press("Control+y");
		await page.waitForFunction(() => location.hash.includes("from=KZALA"));
		await page.keyboard.press("?");
		await page.getByRole("dialog").waitFor();
		await page.keyboard.press("Escape");
		await page.getByRole("dialog").waitFor({ state: "hidden" });
	}
});

test("Ctrl+Z in a number field is the page's once the number is taken, and the browser's while one is typed or wrong", async () => {
	await open();
	await page.locator("details.whatif > summary").click();
	const value = page.locator("#cargo-value");
	await value.fill("90000");
	await value.press("Enter");
	await page.waitForFunction(() => location.hash.includes("value=90000"));
	await page.locator("#boxes").fill("3");
	await page.locator("#boxes").press("Enter");
	await page.waitForFunction(() => location.hash.includes("boxes=3"));
	await page.keyboard.press("Control+z");
	await page.waitForFunction(() => !location.hash.includes("boxes="));
	await value.focus();
	await page.keyboard.type("5");
	await page.keyboard.press("Control+z");
	await page.waitForTimeout(200);
	assert.match(await fragment(), /value=90000/, "what is typed is undone by the browser");
	assert.equal(await value.inputValue(), "90000");
	await page.keyboard.type("-");
	await page.keyboard.press("Enter");
	await page.locator("#cargo-value[aria-invalid=true]").waitFor();
	await page.keyboard.press("Control+z");
	await page.waitForTimeout(200);
	assert.match(await fragment(), /value=90000/, "so is what is wrong");
	await page.keyboard.press("Enter");
	await page.locator("#cargo-value[aria-invalid=false]").waitFor();
	await page.keyboard.press("Control+z");
	await page.waitForFunction(() => location.hash === "#from=CNSIA&to=DEDUI");
	await holds(async () => assert.equal(await value.inputValue(), ""));
	await page.keyboard.press("Control+y");
	await page.waitForFunction(() => location.hash.includes("value=90000"));
});

test("each burst of arrow keys on a pin is one step of Undo, and so is a key that is held", async () => {
	await open();
	const handle = pin(page, "Origin");
	await handle.focus();
	const at = () => page.evaluate(() => /from=([^&]+)/.exec(location.hash)?.[1]);
	const press = async (/** @type {() => Promise<unknown>} */ keys) => {
		const was = await at();
		await keys();
		await page.waitForFunction((was) => /from=([^&]+)/.exec(location.hash)?.[1] !== was, was);
		await page.waitForTimeout(900);
		return at();
	};
	const first = await press(async () => {
		for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowLeft");
	});
	const second = await press(async () => {
		await page.keyboard.down("ArrowUp");
		await page.waitForTimeout(800); // as long as a slow keyboard waits
		for (let i = 0; i < 5; i++) await page.keyboard.down("ArrowUp"); // repeats
		await page.keyboard.up("ArrowUp");
	});
	assert.equal(new Set(["CNSIA", first, second]).size, 3);
	for (const want of [first, "CNSIA"]) {
		await page.keyboard.press("Control+z");
		await page.waitForFunction((want) => /from=([^&]+)/.exec(location.hash)?.[1] === want, want);
	}
	await page.locator("#undo[aria-disabled='true']").waitFor(); // the button is drawn after the address is written
});
