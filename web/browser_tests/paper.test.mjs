/** On paper: one page, in the world that was asked about, with the link as text and as a code. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { holds, settled, shots, watched } from "./site.mjs";
import { browser, site, withSite } from "./visit.mjs";

withSite();

/** @param {string} fragment */
async function visit(fragment) {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const { page, errors } = await watched(context);
	const code = page.waitForResponse(/qr\.js/);
	await page.goto(site.url + fragment);
	await page.locator("main#panel .card .figures, main#panel .chart svg, main#panel .reach td.won, main#panel .data .held").first().waitFor({ timeout: 60_000 });
	await code; // it is fetched when nothing else is to be done
	await page.waitForTimeout(300);
	return { context, page, errors };
}

for (const [name, fragment, told] of /** @type {Array<[string, string, RegExp]>} */ ([
	["the list", "#from=CNSIA&to=DEDUI", /as usual/],
	["routes side by side in another world", "#from=CNSIA&to=DEDUI&compare=1,2,3&avoid=suez,hormuz&value=90000&market=2024-06&cargo=reefer", /Suez.*2024.*90,000/],
	["the reach", "#from=CNSIA&to=DEDUI&view=reach", /as usual/],
	["the charts", "#from=CNSIA&to=DEDUI&view=charts&kz=1&train=wagons", /Kazakhstan.*wagons/],
	["the data", "#from=CNSIA&to=DEDUI&view=data", /as usual/],
	["many legs in Russian", "#from=CNSIA&to=DEDUI&pick=9&lang=ru", /как обычно/],
	["many legs in Kazakh", "#from=CNSIA&to=DEDUI&pick=9&lang=kk", /./],
])) {
	test(`${name}: one page, with the world, the link and its code`, async () => {
		const { context, page, errors } = await visit(fragment);
		if (fragment.includes("pick=")) { // a link opens the legs of what it picks
			const legs = page.locator(".legs tbody tr").nth(9);
			await legs.waitFor();
			await page.locator(".card.picked .head").click();
			await legs.waitFor({ state: "hidden" });
			const folded = (await page.pdf({ format: "Letter" })).toString("latin1");
			assert.equal(folded.match(/\/Type\s*\/Page[^s]/g)?.length, 1, "pages, nothing opened");
			await page.locator(".card.picked .head").click();
			await legs.waitFor();
		}
		for (const format of ["A4", "Letter"]) {
			const pdf = (await page.pdf({ format, path: join(shots, `paper-${name.replaceAll(" ", "-")}-${format}.pdf`) })).toString("latin1");
			assert.equal(pdf.match(/\/Type\s*\/Page[^s]/g)?.length, 1, `${format}: pages`);
		}
		await holds(async () => assert.equal(await page.locator("#qr svg").count(), 1, "there is no code"));
		await holds(async () => assert.equal(await page.locator("#address").textContent(), page.url()));
		await page.emulateMedia({ media: "print" });
		assert.match(await page.locator(".world").innerText(), told);
		assert.ok(await page.locator("#address").isVisible());
		assert.deepEqual(errors, []);
		await context.close();
	});
}

test("on paper a chart stands under its heading, in one column, and nothing asks to be pressed", async () => {
	const { context, page } = await visit("#from=CNSIA&to=DEDUI&view=charts&kz=1&train=wagons");
	await page.locator("#chart-bars svg").waitFor();
	await page.setViewportSize({ width: 703, height: 1032 });
	await page.emulateMedia({ media: "print" });
	const left = (/** @type {string} */ what) => page.locator(`.charts ${what}`).evaluateAll((all) => all.map((element) => Math.round(element.getBoundingClientRect().left)));
	await holds(async () => assert.deepEqual(await left("h2"), await left(".chart")));
	assert.doesNotMatch(await page.locator(".charts").innerText(), /press/i);
	await context.close();
});

test("the legend is on paper, open, and afterwards as it was", async () => {
	const { context, page } = await visit("#from=CNSIA&to=DEDUI");
	await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
	await page.emulateMedia({ media: "print" });
	assert.ok(await page.locator(".map-legend .legend").first().isVisible());
	await page.evaluate(() => dispatchEvent(new Event("afterprint")));
	await page.emulateMedia({ media: "screen" });
	assert.equal(await page.locator(".map-legend").getAttribute("open"), null);
	await context.close();
});

test("with nothing opened the button prints the legs of the first route", async () => {
	const { context, page } = await visit("#from=CNSIA&to=DEDUI");
	const printed = page.evaluate(() => new Promise((resolve) => {
		globalThis.print = () => resolve(document.querySelectorAll(".legs table tbody tr").length);
	}));
	await page.locator("#print").click();
	assert.ok(Number(await printed) > 3, "no legs");
	await context.close();
});

/** How many straight lines the pages of a document draw. @param {Buffer} pdf */
function linesOf(pdf) {
	let lines = 0;
	for (const { index, 0: begin } of pdf.toString("latin1").matchAll(/FlateDecode.{0,80}stream\r?\n/gs)) {
		try {
			lines += inflateSync(pdf.subarray(index + begin.length)).toString("latin1").match(/ l\n/g)?.length ?? 0;
		} catch {
			// a font or a picture
		}
	}
	return lines;
}

test("on paper the map is lines, each time, and on the screen it is afterwards as it was", async () => {
	const { context, page } = await visit("#from=CNSIA&to=DEDUI");
	await page.mouse.move(1200, 700);
	const map = async () => (await page.screenshot({ clip: { x: 450, y: 0, width: 990, height: 900 } })).toString("base64");
	const before = await settled(map);
	for (const time of ["first", "second"]) {
		const lines = linesOf(await page.pdf({ format: "A4" }));
		assert.ok(lines > 20_000, `the ${time} time: ${lines} lines`);
		await holds(async () => assert.ok(before === (await map()), `the map is not as it was, the ${time} time`));
	}
	await context.close();
});
