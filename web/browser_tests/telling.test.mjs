/** What is said and shown while something changes: one sentence for those who listen, a ghost for those who look. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, grip, holds, listed, pin } from "./site.mjs";
import { open, page, withPage } from "./visit.mjs";

withPage();

test("the live region is quiet while a pin is dragged, and says one sentence afterwards", async () => {
	const was = await open();
	const live = page.locator("[aria-live=polite][role=status]");
	const before = await live.innerText();
	await page.evaluate(() => {
		const region = /** @type {Element} */ (document.querySelector("[aria-live=polite][role=status]"));
		const said = /** @type {any} */ (globalThis).said = /** @type {string[]} */ ([]);
		new MutationObserver(() => said.push(region.textContent ?? "")).observe(region, { childList: true, characterData: true, subtree: true });
	});
	const said = () => page.evaluate(() => /** @type {any} */ (globalThis).said);
	const { x, y } = await grip(page, "Origin");
	await page.mouse.move(x, y);
	await page.mouse.down();
	for (let i = 1; i <= 20; i++) {
		await page.mouse.move(x - 5 * i, y - 2 * i);
		await page.waitForTimeout(30);
	}
	await changed(() => listed(page), was, "the list");
	assert.deepEqual(await said(), [], "it speaks while the pin is in the hand");
	await page.mouse.up();
	await page.waitForFunction(() => /** @type {any} */ (globalThis).said.length > 0);
	await page.waitForTimeout(500);
	assert.equal((await said()).length, 1, `it speaks more than once: ${(await said()).join(" | ")}`);
	await holds(async () => assert.notEqual(await live.innerText(), before));
	await holds(async () => assert.match(await live.innerText(), /#1: .*USD/));
});

test("Swap says that the way back is another question", async () => {
	const was = await open();
	await page.locator("#swap").click();
	await changed(() => listed(page), was, "the list");
	const told = page.locator(".told");
	await holds(async () => assert.match(await told.innerText(), /now Duisburg.* to Xi'an.*own prices/));
	assert.equal(await told.getAttribute("role"), "status");
});

test("a pin in the hand shows where it is joined: a ghost and a line in its own colour, and how far", async () => {
	await open("#from=KZALA&to=DEDUI");
	await page.evaluate(() => /** @type {any} */ (globalThis).zholMap.fit([[76.5, 43.1], [77.3, 43.5]]));
	await page.waitForTimeout(300);
	const { x, y } = await grip(page, "Origin");
	await page.mouse.move(x, y);
	await page.mouse.down();
	for (let i = 1; i <= 10; i++) await page.mouse.move(x + i, y - i);
	const tag = page.locator(".map-pin.origin .map-pin-tag");
	await tag.filter({ hasText: /Almaty.* · \d+ km/ }).waitFor();
	const seen = await page.evaluate(() => {
		const probe = document.createElement("i");
		probe.style.color = "var(--map-label)"; // as the letter of A
		document.querySelector("#map")?.append(probe);
		const own = getComputedStyle(probe).color;
		probe.remove();
		const look = (/** @type {string} */ name) => {
			const part = /** @type {Element} */ (document.querySelector(`.map-joint.origin ${name}`));
			const { width, height, bottom, left } = part.getBoundingClientRect();
			return { width, height, bottom, middle: left + width / 2, stroke: getComputedStyle(part).stroke, fill: getComputedStyle(part).fill };
		};
		return { own, line: look("line"), ghost: look("path"), end: look("circle") };
	});
	await page.mouse.up();
	const { own, line, ghost, end } = seen;
	const told = JSON.stringify(seen);
	assert.ok(line.height > 2, `no line: ${told}`);
	assert.ok(ghost.width > 20 && ghost.height > 30, `no ghost: ${told}`);
	assert.ok(Math.abs(ghost.middle - end.middle) < 2 && Math.abs(ghost.bottom - end.bottom) < 6, `the ghost is not where the line ends: ${told}`);
	assert.deepEqual([line.stroke, ghost.fill, end.fill], [own, own, own], "they are not in the colour of A");
	await page.waitForFunction(() => document.querySelector(".map-joint.origin path")?.getBoundingClientRect().width === 0);
	await pin(page, "Origin").waitFor();
});

test("where every way comes back to what it has left the page says so, beside what is to be passed", async () => {
	await open("#from=CNSIA&to=DEDUI&via=khorgos,torugart");
	const notice = page.locator(".notices .notice", { hasText: "without coming back" });
	await notice.waitFor();
	await page.locator("#language").selectOption("ru");
	await page.locator(".notices .notice", { hasText: "не возвращаясь" }).waitFor();
	await page.locator("#language").selectOption("en");
	await notice.waitFor();
	await page.locator(".notices .chip.on").last().click();
	await notice.waitFor({ state: "detached" });
});
