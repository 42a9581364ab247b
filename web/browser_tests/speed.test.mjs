/** What time is measured of: a first visit, and a list that keeps up with the hand. This file has the machine to itself. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dragOnSite, lanes } from "../bench/chromium.mjs";
import { patience, watched } from "./site.mjs";
import { browser, site, withSite } from "./visit.mjs";

withSite([]);

test("a first visit on a processor slowed four times is measured", async (t) => {
	/** @type {number[]} */
	const read = [];
	/** @type {number[]} */
	const answered = [];
	/** @type {number[]} */
	const gripped = [];
	/** @type {number[]} */
	const drawn = [];
	for (let i = 0; i < 3; i++) {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		const { page } = await watched(context);
		const slow = await context.newCDPSession(page);
		await page.goto("about:blank");
		await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
		// What the reader sees: the list as it arrived, then the page with its answer, and nothing empty between.
		await page.addInitScript(() => {
			const seen = /** @type {any} */ (globalThis).seen = /** @type {any} */ ({});
			new MutationObserver(() => {
				if (document.querySelector(".map-pin:not([hidden])")) seen.pins ??= performance.now();
				const main = document.querySelector("main#panel");
				if (!main || seen.mains !== undefined) return;
				seen.mains = main.querySelectorAll(".card .figures").length;
				seen.drawn = performance.now();
				console.log("drawn"); // looking for it from without takes the page's own time
			}).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["hidden"] });
		});
		const there = page.waitForEvent("console", { predicate: (message) => message.text() === "drawn", timeout: patience });
		await page.goto(site.url, { waitUntil: "commit" });
		await there;
		const seen = await page.evaluate(() => ({ .../** @type {any} */ (globalThis).seen, first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0 }));
		drawn.push(seen.mains);
		read.push(seen.first);
		gripped.push(seen.pins);
		answered.push(seen.drawn);
		await context.close();
	}
	const median = (/** @type {number[]} */ list) => list.toSorted((a, b) => a - b)[1];
	t.diagnostic(`readable after ${median(read).toFixed(0)} ms, pins to be gripped after ${median(gripped).toFixed(0)} ms, answered after ${median(answered).toFixed(0)} ms, slowed four times`);
	assert.ok(median(read) > 0 && read.length === 3);
	// Clocks depend on what else the machine does; that the page is to be read long before it is answered does not.
	assert.ok(median(read) < 0.5 * median(answered), `readable after ${median(read)} of ${median(answered)} ms`);
	assert.ok(gripped.every((at, i) => at < answered[i]), `pins after ${gripped}, the program's list after ${answered}`);
	assert.ok(drawn.every((cards) => cards > 3), `the page was first drawn with ${drawn.join(", ")} routes`);
});

for (const [taken, how] of /** @type {const} */ ([["after a moment", {}], ["at once", { atOnce: true }], ["by a finger", { finger: true }]])) {
	test(`while a pin that is taken ${taken} is dragged the list is that of a position at most two frames ago`, async (t) => {
		for (const lane of lanes) {
			const { frames, held, moved, asked, heard, own, age, late, back, longest } = await dragOnSite(3, lane, how);
			const old = (/** @type {number[]} */ ages) => ages.filter((n) => n > 2).length;
			t.diagnostic(`${lane.fragment}: ${frames} beats, ${moved} moves, ${asked} questions, ${heard} answers, ${own} of them the page's own; older than two frames in ${old(age)}, at most ${Math.max(...age)}, than two beats in ${old(late)}; the pin waited in ${held}; longest task ${longest} ms`);
			assert.ok(moved > 30 && asked > moved / 4 && heard > asked / 2 && late.length > frames / 2, "the list did not follow");
			assert.equal(back, 0, "an older answer took the place of a newer one");
			assert.ok(own > 0.9 * heard, `${own} of ${heard} answers are the page's own`);
			assert.equal(old(late), 0, "beats that showed an older answer");
		}
	});
}
