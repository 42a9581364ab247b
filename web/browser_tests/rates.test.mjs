/** Own rates, the strip along anything, and ends that no road leads on from. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { holds, listed, ready, settled, shots } from "./site.mjs";
import { page, site, withPage } from "./visit.mjs";

withPage();

/** @param {string} part of the address after the # */
const says = (part) => page.waitForFunction((want) => decodeURIComponent(location.hash).includes(want), part);
const unfold = async () => {
	await page.locator("details.whatif > summary").click();
	await page.locator("details.rates > summary").click();
};

test("rates of one's own are set, told, undone and dropped", async () => {
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI`);
	await ready(page);
	const was = await settled(() => listed(page));
	await unfold();
	const sea = page.getByLabel("Price, sea, %");
	await sea.fill("250.5");
	await sea.press("Enter");
	await says("level=sea:2505");
	await page.locator(".changed").waitFor();
	assert.notEqual(await settled(() => listed(page)), was);
	await holds(async () => assert.match(await page.locator(".whatif > summary").innerText(), /Price, sea 250\.5\s%/));
	await page.locator("#dwell-at").focus();
	await page.getByRole("listbox", { name: "On these routes" }).waitFor();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await page.waitForFunction(() => /level=sea:2505,[^:&]+:500/.test(decodeURIComponent(location.hash)));
	await holds(async () => assert.equal(await page.locator("#rates-set .chip").count(), 2));
	await page.screenshot({ path: join(shots, "rates.png") });
	await page.locator("#undo").click();
	await page.waitForFunction(() => /level=sea:2505(&|$)/.test(decodeURIComponent(location.hash)));
	await page.locator("#redo").click();
	await page.waitForFunction(() => /:500/.test(location.hash) || /%3A500/.test(location.hash));
	await holds(async () => assert.equal(await sea.inputValue(), "250.5"));
	for (let left = 2; left > 0; left--) await page.locator("#rates-set .chip").first().click();
	await page.waitForFunction(() => !location.hash.includes("level"));
	await holds(async () => assert.equal(await sea.inputValue(), ""));
	assert.equal(await settled(() => listed(page)), was);
});

test("the place whose dwell is one's own is typed, by any of its names, and its field takes the focus", async () => {
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI`);
	await ready(page);
	await unfold();
	const box = page.getByRole("combobox", { name: "Dwell at a place of your own" });
	await box.fill("Алматы");
	await page.locator("#dwell-at-list:not([hidden]) li[aria-selected=true]", { hasText: "Almaty" }).waitFor();
	await holds(async () => assert.equal(await box.getAttribute("aria-expanded"), "true"));
	await box.press("Enter");
	await says("level=KZALA:500");
	await page.locator("#rate-ala:focus").waitFor();
	await holds(async () => assert.equal(await box.inputValue(), ""));
	await page.keyboard.type("30"); // in place of what stands there
	await page.locator("#rate-ala").press("Enter");
	await says("level=KZALA:300");
	for (const text of ["43.25, 76.95", "Atlantis"]) {
		await box.fill(text);
		await box.press("Enter");
		await page.locator(".dwell-at .missed", { hasText: text }).waitFor();
	}
	await box.fill("KZALA");
	await page.locator("#dwell-at-list li[aria-selected=true]").click();
	await page.locator("#rate-ala:focus").waitFor();
	await says("level=KZALA:300"); // what is set already is not set anew
});

test("a rate that is none is told with what is asked for, and not asked", async () => {
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI&level=rail:1234`);
	await ready(page);
	await unfold();
	const rail = page.getByLabel("Price, rail, %");
	await holds(async () => assert.equal(await rail.inputValue(), "123.4"));
	await rail.fill("1001");
	await rail.press("Enter");
	await page.locator("#rate-rail-wrong", { hasText: "1,000" }).waitFor();
	await holds(async () => assert.equal(await rail.getAttribute("aria-invalid"), "true"));
	assert.match(await page.evaluate(() => decodeURIComponent(location.hash)), /level=rail:1234/);
	await rail.fill("");
	await rail.press("Enter");
	await page.waitForFunction(() => !location.hash.includes("level"));
});

test("the strip goes along what is chosen, and its table takes a value too", async () => {
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI&view=charts`);
	await page.locator("#chart-strip .stretch").first().waitFor();
	await page.locator("#over").selectOption("sea");
	await says("over=sea");
	await page.locator("#chart-strip", { hasText: "%" }).waitFor();
	await page.locator("#chart-strip .stretch").last().press("Enter");
	await says("level=sea:");
	await page.locator(".charts .twin > summary").nth(1).click();
	await page.getByRole("button", { name: /^Apply: / }).first().click();
	await page.waitForFunction(() => /level=sea(:|%3A)\d{1,3}(&|$)/.test(location.hash));
});

test("an island without a terminal is told, and one press moves the pin to the nearest", async () => {
	await page.goto(`${site.url}#from=CNSIA&to=35.88,14.42`);
	const move = page.locator("#nearest-to");
	await move.waitFor();
	await holds(async () => assert.match(await page.locator(".notice.cut").innerText(), /To: no road leads[^]* km away/));
	await move.click();
	await ready(page);
	await holds(async () => assert.doesNotMatch(await page.evaluate(() => location.hash), /35\.88/));
});

test("a fault of the question is told in the language of the page, with the way out", async () => {
	await page.goto(`${site.url}#from=CNSIA&to=40,-40&lang=ru`);
	const move = page.locator("#nearest-to");
	await move.waitFor();
	await holds(async () => assert.match(await page.locator(".notice.bad").innerText(), /Куда: точка в воде/));
	await move.click();
	await page.locator(".cards .card").first().waitFor();
	await page.goto(`${site.url}#from=CNSIA&to=CNSIA&lang=id`);
	await page.locator(".notice.bad", { hasText: "Kedua ujung" }).waitFor();
});

test("the storms of a month slow what crosses the Caspian, and a near twin is told as one", async () => {
	await page.goto(`${site.url}#from=KZALA&to=GEPTI&via=aktau`);
	await ready(page);
	const told = () => page.locator("main .card .figure.days").first().innerText();
	const days = async () => Number((await settled(told)).match(/[\d.]+/)?.[0]);
	const usual = await days();
	await page.locator("details.whatif > summary").click();
	await page.locator("#month").selectOption("12");
	await says("month=12");
	await page.locator(".changed").waitFor();
	const december = await days();
	assert.ok(Math.abs(december - usual - 30 / 24) < 0.11, `${usual} days, in December ${december}`);
	await holds(async () => assert.match(await page.locator(".whatif > summary").innerText(), /December/));
	await page.getByText("Aktau and Kuryk from November to January").waitFor();
	await page.screenshot({ path: join(shots, "month.png") });
	await page.goto(`${site.url}#from=CNLYG&to=KZALA`);
	await page.locator("main .card .label.variant").getByText("much like #1").first().waitFor();
});
