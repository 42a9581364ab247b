/** What keeps the page from starting, and what it says then: a damaged address, a program that does not arrive, an old browser. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { holds, patience, ready, shots, watched } from "./site.mjs";
import { browser, site, withSite } from "./visit.mjs";

withSite();

for (const [fragment, kept] of [["#from=100%&to=DEDUI", "100%"], ["#from=%E0%A4%A&to=DEDUI", "%A"], ["#from=%&to=%zz&lang=en", "%zz"], ["#from=%E0%A4&to=%FF", "from"]]) {
	test(`a stray % does no harm: ${fragment}`, async () => {
		const context = await browser.newContext();
		const { page, errors } = await watched(context);
		await page.goto(site.url + fragment);
		await ready(page);
		await holds(async () => {
			const told = (await page.locator('[role="alert"]').allInnerTexts()).join("\n");
			assert.ok(told.includes(kept), `what was left out is not told: ${told}`);
		});
		await page.evaluate(() => (location.hash = "#from=50%&to=DEDUI"));
		await page.getByText("50%").waitFor();
		await ready(page);
		assert.deepEqual(errors, []);
		await context.close();
	});
}

for (const [name, cause] of /** @type {Array<[string, (page: import("playwright-core").Page) => Promise<unknown>]>} */ ([
	["a program that does not arrive", (page) => page.route("**/zhol.wasm", (route) => route.abort())],
	["a program that is not there", (page) => page.route("**/zhol.wasm", (route) => route.fulfill({ status: 404 }))],
	["a worker that does not arrive", (page) => page.route("**/worker.js", (route) => route.abort())],
	["a browser without WebAssembly", (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"))],
])) {
	test(`${name} is told plainly, with the stories answered`, async () => {
		const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 1024, height: 768 } });
		const { page } = await watched(context);
		await cause(page);
		await page.goto(site.url);
		const alert = page.getByRole("alert");
		await alert.waitFor({ timeout: patience });
		await holds(async () => assert.match(await alert.innerText(), /Zhol (could not start|cannot run)/));
		assert.doesNotMatch(await alert.innerText(), /Failed to fetch|undefined|TypeError/);
		await holds(async () => assert.equal(await page.getByRole("progressbar").count(), 0, "the bar goes on moving"));
		await holds(async () => assert.ok((await page.locator("table.stories tbody tr").count()) >= 5, "the stories are not shown"));
		await holds(async () => assert.ok((await page.locator("ol.cards li").count()) >= 3, "the best-known question is not shown"));
		await page.screenshot({ path: join(shots, `start-${name.replaceAll(" ", "-")}.png`) });
		if (name.includes("WebAssembly")) {
			assert.equal(await page.getByRole("button", { name: "Try again" }).count(), 0, "trying again would not help");
		} else {
			await page.unrouteAll();
			await page.getByRole("button", { name: "Try again" }).click();
			await ready(page);
		}
		await context.close();
	});
}

test("charts and the line of the reach that do not arrive are told, their tables stay, and they come when tried again", async () => {
	const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 1024, height: 768 } });
	const { page } = await watched(context);
	await page.route(/(charts|frontier)\.js/, (route) => route.abort());
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI&view=charts`);
	for (const chart of ["front", "strip", "bars"]) await page.locator(`#chart-${chart} [role=alert]`, { hasText: "did not arrive" }).waitFor({ timeout: patience });
	await page.screenshot({ path: join(shots, "charts-lost.png") });
	await page.locator(".twin summary").first().click();
	await page.locator(".twin").first().locator("tbody tr").nth(2).waitFor();
	const again = page.locator("#chart-front").getByRole("button", { name: "Try again" });
	await again.click();
	await again.waitFor();
	await page.locator("#view-reach").click();
	await page.locator("#line-lost [role=alert]").waitFor();
	await page.locator(".reach tbody tr").nth(20).waitFor();
	await page.unrouteAll();
	await page.locator("#line-lost").getByRole("button", { name: "Try again" }).click();
	await page.locator("#line-lost [role=alert]").waitFor({ state: "detached" });
	await page.locator("#view-charts").click();
	for (const chart of ["front .mark", "strip .stretch", "bars .bar-row"]) await page.locator(`#chart-${chart}`).first().waitFor();
	assert.equal(await page.locator(".chart [role=alert]").count(), 0);
	await context.close();
});

test("a program that stops is told, and the list stays", async () => {
	const context = await browser.newContext();
	const { page } = await watched(context);
	await page.goto(site.url);
	await ready(page);
	await page.evaluate(() => dispatchEvent(new CustomEvent("zhol-set"))); // of nothing: the program cannot read it
	await page.getByRole("alert").waitFor();
	await holds(async () => assert.match(await page.getByRole("alert").innerText(), /stopped/));
	await page.getByRole("button", { name: "Try again" }).click();
	await ready(page);
	await context.close();
});

test("trouble is told in the language of the page", async () => {
	for (const [lang, dir, want] of [["kk", "ltr", "Қайтадан көру"], ["ar", "rtl", "إعادة المحاولة"]]) {
		const context = await browser.newContext({ serviceWorkers: "block" });
		const { page } = await watched(context);
		await page.route("**/zhol.wasm", (route) => route.abort());
		await page.goto(`${site.url}#from=CNSIA&to=DEDUI&lang=${lang}`);
		await page.getByRole("button", { name: want }).waitFor({ timeout: patience });
		const notice = page.locator("#trouble");
		assert.deepEqual(await notice.evaluate((element) => [/** @type {HTMLElement} */ (element).lang, /** @type {HTMLElement} */ (element).dir]), [lang, dir]);
		await context.close();
	}
});

test("without WebAssembly the whole page is in the reader's language, and names what the link asks", async () => {
	for (const [lang, dir, ends, heads, weak] of [
		["ru", "ltr", "Чунцин", "Маршрут", /% цены/],
		["ar", "rtl", "تشونغتشينغ", "المسار", /٪|%/],
		["en", "ltr", "Chongqing (Tuanjiecun) – Jebel Ali (Dubai)", "Route", /of the price/],
	]) {
		for (const width of [390, 1440]) {
			const context = await browser.newContext({ serviceWorkers: "block", viewport: { width, height: 900 } });
			const { page, errors } = await watched(context);
			await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
			await page.goto(`${site.url}#from=CNCKG&to=AEJEA&avoid=hormuz&lang=${lang}`);
			await page.locator("table.told").waitFor({ timeout: patience });
			const alert = await page.getByRole("alert").innerText();
			for (const part of [ends, "avoid=hormuz", "Firefox"]) assert.ok(alert.includes(String(part)), `${part} is not in: ${alert}`);
			assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir || "ltr"]), [lang, dir]);
			const table = await page.locator("table.told").innerText();
			assert.ok(table.includes(String(heads)), table);
			assert.match(table, /** @type {RegExp} */ (weak));
			assert.match(table, /≈/, "no figure is marked as an estimate");
			if (lang === "ru") assert.doesNotMatch(await page.locator("#panel").innerText(), /How does|best overall|rail\b|sea\b/);
			assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1), false, "it scrolls sideways");
			const spill = await page.locator("#panel").evaluate((panel) => panel.scrollWidth - panel.clientWidth);
			assert.ok(spill <= 1, `${lang} at ${width}: ${spill} pixels of the panel are cut off`);
			await page.screenshot({ path: join(shots, `still-${lang}-${width}.png`) });
			await page.locator("table.told").scrollIntoViewIfNeeded();
			await page.locator("table.told caption").evaluate((element) => element.scrollIntoView());
			await page.screenshot({ path: join(shots, `still-${lang}-${width}-table.png`) });
			assert.deepEqual(errors, []);
			await context.close();
		}
	}
});
