/** A double click and a double tap bring the map nearer, around what is pointed at. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { grip, holds, ready, settled } from "./site.mjs";
import { browser, context, open, page, site, withPage } from "./visit.mjs";

withPage();

/** How far apart the pins stand, and where the first does. @param {import("playwright-core").Page} page */
async function apart(page) {
	const [from, to] = [await grip(page, "Origin"), await grip(page, "Destination")];
	return { far: Math.hypot(from.x - to.x, from.y - to.y), from };
}

/** @param {import("playwright-core").Page} page @param {number} times @param {number} was */
async function near(page, times, was) {
	const right = (/** @type {number} */ far) => assert.ok(Math.abs(far / was - times) < 0.02, `${was} pixels became ${far}`);
	await holds(async () => right((await apart(page)).far)); // the map glides
	/** @type {Awaited<ReturnType<typeof apart>>} */
	const now = JSON.parse(await settled(async () => JSON.stringify(await apart(page))));
	right(now.far);
	return now;
}

test("a double click brings the map twice as near, with shift half as near, around the pointer", async () => {
	await open();
	const before = await apart(page);
	const at = { x: before.from.x - 150, y: before.from.y + 120 }; // beside the pin and every line
	await page.mouse.dblclick(at.x, at.y);
	const after = await near(page, 2, before.far);
	assert.ok(Math.abs(after.from.x - at.x - 2 * (before.from.x - at.x)) < 3, "it turned about another point");
	await page.keyboard.down("Shift");
	await page.mouse.dblclick(at.x, at.y);
	await page.keyboard.up("Shift");
	await near(page, 1, before.far);
});

test("so does a double tap", async () => {
	await context.close();
	const touched = await browser.newContext({ viewport: { width: 900, height: 700 }, hasTouch: true });
	const other = await touched.newPage();
	await other.goto(`${site.url}#from=CNSIA&to=DEDUI`);
	await ready(other);
	const before = await apart(other);
	const at = { x: before.from.x - 60, y: before.from.y + 120 };
	await other.touchscreen.tap(at.x, at.y);
	await other.waitForTimeout(80);
	await other.touchscreen.tap(at.x, at.y);
	await near(other, 2, before.far);
	await touched.close();
});
