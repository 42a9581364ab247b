/** WCAG 2.2 AA, as far as a program can tell: axe-core finds nothing in any view, light or dark, wide or narrow. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { ready, routes, shots } from "./site.mjs";
import { browser, site, withSite } from "./visit.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

withSite();

test("axe finds nothing from right to left", async () => {
	for (const [width, height] of /** @type {const} */ ([[1440, 900], [390, 844]])) {
		const context = await browser.newContext({ viewport: { width, height }, bypassCSP: true });
		const page = await context.newPage();
		await page.goto(`${site.url}#from=CNSIA&to=DEDUI&compare=1,3&lang=ar`);
		await page.locator("html[dir=rtl] .cards .head").nth(1).click();
		await page.locator(".legs table").first().waitFor();
		await page.locator("details").evaluateAll((all) => all.forEach((details) => /** @type {HTMLDetailsElement} */ (details).open = true));
		await page.waitForTimeout(300);
		await page.screenshot({ path: join(shots, `access-rtl-${width}.png`) });
		await clean(page, "routes in Arabic");
		await page.locator("#view-charts").click();
		await page.locator("#chart-front .mark").first().waitFor();
		await clean(page, "charts in Arabic");
		await page.locator("#from").fill("xi");
		const beside = page.locator("#from-list .native").first();
		await beside.waitFor();
		assert.equal(await beside.evaluate((names) => getComputedStyle(names).direction), "ltr", "names from left to right are cut off at their beginning");
		await clean(page, "places in Arabic");
		await context.close();
	}
});

test("axe finds nothing on the pages to read", async () => {
	for (const [lang, colorScheme] of /** @type {const} */ ([["ru", "light"], ["ar", "dark"]])) {
		const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme, bypassCSP: true });
		const page = await context.newPage();
		await page.goto(`${site.url}${lang}.html`);
		await clean(page, lang);
		await context.close();
	}
});

/** @param {import("playwright-core").Page} page @param {string} where */
async function clean(page, where) {
	// What is scrolled half under the grip of the sheet is taken for too small: its size is measured as it is seen.
	await page.locator("#panel").evaluate((panel) => panel.scrollTo(0, 0));
	const found = await page.evaluate(async (source) => {
		if (!("axe" in globalThis)) new Function(source)();
		const { violations } = await /** @type {any} */ (globalThis).axe.run(document, {
			runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
		});
		return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ n) => n.html.slice(0, 120)).join(" | ")}`);
	}, axe);
	assert.deepEqual(found, [], where);
}

for (const [width, height] of [[1440, 900], [800, 1000], [844, 390], [390, 844]]) {
	test(`Tab goes through the head of the panel as it is seen: ${width}x${height}`, async () => {
		const context = await browser.newContext({ viewport: { width, height } });
		const page = await context.newPage();
		await page.goto(`${site.url}#from=CNSIA&to=DEDUI`);
		await ready(page);
		await page.locator("#panel").evaluate((panel) => panel.insertAdjacentHTML("beforebegin", "<button id=before>"));
		await page.locator("#before").focus();
		const gone = [];
		while (gone.at(-1) !== "copy" && gone.length < 20) {
			await page.keyboard.press("Tab");
			gone.push(await page.evaluate(() => document.activeElement?.id ?? ""));
		}
		assert.deepEqual(gone.filter((id) => id !== "sheet"), ["undo", "redo", "language", "from", "to", "swap", "copy"]);
		await context.close();
	});
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
	for (const [name, width, height] of /** @type {const} */ ([["wide", 1440, 900], ["middle", 1024, 768], ["phone", 390, 844]])) {
		test(`axe finds nothing: ${name}, ${colorScheme}`, async () => {
			const context = await browser.newContext({ viewport: { width, height }, colorScheme, bypassCSP: true });
			const page = await context.newPage();
			await page.goto(`${site.url}#from=CNSIA&to=DEDUI&compare=1,3`);
			await ready(page);
			await clean(page, "routes");
			await routes(page).locator("[aria-expanded]").nth(1).click();
			await routes(page).getByRole("table").first().waitFor();
			await page.locator("details").evaluateAll((all) => all.forEach((details) => /** @type {HTMLDetailsElement} */ (details).open = true));
			await page.waitForTimeout(300);
			await page.screenshot({ path: join(shots, `access-${name}-${colorScheme}.png`) });
			await clean(page, "an open card, and everything unfolded");
			for (const [view, drawn] of [["charts", "#chart-front .mark"], ["reach", ".reach td.won"], ["data", ".data .held td"]]) {
				await page.locator(`#view-${view}`).click();
				await page.locator(drawn).first().waitFor(); // of a view that is not there yet axe finds nothing
				await page.waitForTimeout(500);
				await page.screenshot({ path: join(shots, `${view}-${name}-${colorScheme}.png`) });
				await clean(page, view);
			}
			await page.locator("#show-help").click();
			await clean(page, "help");
			await page.keyboard.press("Escape");
			await page.goto(`${site.url}#from=CNSIA&to=Atlantis&avoid=CN`);
			await page.getByText(/no route/i).first().waitFor();
			await clean(page, "no route");
			await page.goto(`${site.url}#from=CNSIA&to=DEDUI&embed=1`);
			await page.locator("#open-full").waitFor();
			await clean(page, "a frame in another page");
			await page.emulateMedia({ media: "print" });
			assert.equal(await page.locator("#open-full").isVisible(), false, "a button on paper");
			await context.close();
		});
	}
}
