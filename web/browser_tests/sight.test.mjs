/** What must not go out of sight: the question and the way back, far down the list; and what a change has done, whatever is read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds, patience, watched } from "./site.mjs";
import { browser, site, withSite } from "./visit.mjs";

withSite();

/** @param {number} width @param {number} height @param {string} fragment */
async function visit(width, height, fragment, touch = false) {
	const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch, isMobile: touch });
	const { page } = await watched(context);
	await page.goto(site.url + fragment);
	await page.locator("main#panel .card .figures, main#panel .chart svg, main#panel table").first().waitFor({ timeout: patience });
	return { context, page };
}

/** Those of some parts that are not where they can be pressed. @param {import("playwright-core").Page} page @param {string[]} names */
const covered = (page, names) => page.evaluate((names) => names.filter((name) => {
	const part = /** @type {Element} */ (document.querySelector(name));
	const { left, right, top, bottom } = part.getBoundingClientRect();
	const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
	return !there || !part.contains(there);
}), names);

for (const [width, height, touch, names] of /** @type {Array<[number, number, boolean, string[]]>} */ ([
	[1440, 900, false, ["#undo", "#language", "#from", "#to", "#swap", "#copy"]],
	[1024, 768, false, ["#undo", "#language", "#from", "#to", "#swap", "#copy"]],
	[844, 390, true, ["#undo", "#language"]],
	[390, 844, true, ["#undo", "#language"]],
])) {
	test(`at ${width}x${height} the question stays in sight far down the list, in the languages that take the most room`, async () => {
		const { context, page } = await visit(width, height, "#from=CNSIA&to=DEDUI", touch);
		for (const lang of ["en", "ru", "ar"]) {
			await page.evaluate((lang) => void (location.hash = `#from=CNSIA&to=DEDUI&lang=${lang}`), lang);
			await page.locator(`html[lang=${lang}]`).waitFor({ state: "attached" });
			await page.locator("#panel").evaluate((panel) => panel.scrollTo(0, 1200));
			await holds(async () => assert.deepEqual(await covered(page, names), [], lang));
			const stuck = await page.evaluate((last) => /** @type {Element} */ (document.querySelector(last)).getBoundingClientRect().bottom - /** @type {Element} */ (document.querySelector("#panel")).getBoundingClientRect().top, names.at(-1) ?? "");
			assert.ok(stuck < height / 4, `${lang}: ${stuck} of ${height} pixels of the panel stand still`);
			// What the keys go back to is not hidden under what stands still.
			await page.locator(".cards .head").nth(7).focus();
			for (let i = 0; i < 6; i++) {
				await page.keyboard.press("Shift+Tab");
				assert.deepEqual(await page.evaluate(() => {
					const { left, top, width } = /** @type {Element} */ (document.activeElement).getBoundingClientRect();
					return document.activeElement?.contains(document.elementFromPoint(left + width / 2, top + 3));
				}), true, `${lang}: the ${i}th element gone back to is hidden`);
			}
		}
		await context.close();
	});
}

test("on the narrowest phone the longest names of ends are told in full", async () => {
	const { context, page } = await visit(320, 640, "#from=CNURM&to=IRBND", true);
	const cut = await page.locator(".ends input").evaluateAll((all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map((box) => /** @type {HTMLInputElement} */ (box).value));
	assert.deepEqual(cut, []);
	assert.deepEqual(await page.locator(".ends input").evaluateAll((all) => all.map((box) => /** @type {HTMLInputElement} */ (box).value)), ["Urumqi (Consolidation Centre)", "Bandar Abbas (Shahid Rajaee)"]);
	await context.close();
});

test("nothing lies over the menu of the map", async () => {
	for (const [width, height, x, y, touch] of [[390, 844, 180, 330, 1], [1440, 900, 800, 860, 0]]) {
		const { context, page } = await visit(width, height, "#from=CNSIA&to=DEDUI", touch === 1);
		await page.mouse.click(x, y, { button: "right" });
		await page.locator(".menu button").first().waitFor();
		assert.deepEqual(await page.locator(".menu button").evaluateAll((all) => all.filter((one) => {
			const { left, right, top, bottom } = one.getBoundingClientRect();
			return !one.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
		}).map((one) => one.textContent)), [], `at ${width}x${height}`);
		if (touch) for (const one of await page.locator(".menu button").all()) assert.ok(((await one.boundingBox())?.height ?? 0) >= 44, "too low for a finger");
		await context.close();
	}
});

for (const [width, height, touch] of /** @type {Array<[number, number, boolean]>} */ ([[1440, 900, false], [844, 390, true], [390, 844, true], [320, 640, true]])) {
	for (const view of ["routes", "charts", "reach", "data"]) {
		test(`at ${width}x${height} what a change has done is told in sight of the ${view}`, async () => {
			const { context, page } = await visit(width, height, `#from=CNSIA&to=DEDUI&view=${view}`, touch);
			await page.locator("details.whatif > summary").click();
			await page.locator("#if-red-sea-shut").click();
			const told = page.locator(".changed");
			await told.waitFor();
			assert.match(await told.innerText(), /first.*USD/);
			assert.deepEqual(await covered(page, [".changed"]), []);
			const { width: wide, height: high } = (await told.boundingBox()) ?? { width: 0, height: 0 };
			assert.ok(high <= 100 && wide > 200, `it takes ${wide}x${high} pixels`);
			const said = (await told.innerText()).trim();
			const live = await page.locator("[aria-live], [role=status], [role=alert]").evaluateAll((all, said) => all.filter((one) => one.textContent?.includes(said)).length, said);
			assert.equal(live, 1, "told by more or fewer than one live region");
			await context.close();
		});
	}
}
