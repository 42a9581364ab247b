/**
 * Where the time of a first visit goes, in Chromium:
 *
 *     node web/bench/first.mjs [FOLDER…] [--runs N] [--at QUESTION]
 *
 * Each folder is a built site; several are visited in turns, so that what else the machine does falls on all of them. Medians, and the
 * least, in milliseconds since the page was asked for, with the processor as it is and slowed four times. Chromium slows the page's
 * thread alone: the worker keeps its pace.
 */
import { dist, launch, patience, serve } from "../browser_tests/site.mjs";

/**
 * What a visit is told by: name, and what it means.
 * @type {Array<[string, string]>}
 */
const moments = [
	["painted", "first contentful paint"],
	["scripts", "boot.js has run"],
	["gripped", "a pin can be gripped on the map"],
	["compiled", "the program is compiled"],
	["instance", "it is running as the page"],
	["ready", "the worker has loaded the tables"],
	["ahead", "the worker has answered the question of the address"],
	["begun", "the page's program is about to draw"],
	["drawn", "the list is the program's own"],
	["taken", "the ranks are told by the program, and it takes what is done"],
	["longest", "longest task of the page's thread from gripped to 1 s after drawn"],
	["blocked", "the sum of what tasks take beyond 50 ms, from the first to 1 s after drawn"],
];

/** Runs in the page before anything of ours. */
function watch() {
	/** @type {Record<string, number>} */
	const at = {};
	/** @type {Array<[number, number]>} */
	const tasks = [];
	const note = (/** @type {string} */ name) => (at[name] ??= performance.now());
	Object.assign(globalThis, { seen: { at, tasks } });
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries()) tasks.push([startTime, duration]);
	}).observe({ type: "longtask", buffered: true });
	const Own = Worker;
	globalThis.Worker = class extends Own {
		/** @param {string | URL} address @param {WorkerOptions} [options] */
		constructor(address, options) {
			super(address, options);
			this.addEventListener("message", ({ data }) => note({ program: "compiled", hello: "ready" }[/** @type {string} */ (data.kind)] ?? data.kind));
		}
	};
	const { instantiate } = WebAssembly;
	WebAssembly.instantiate = /** @type {any} */ (async (/** @type {any} */ program, /** @type {any} */ given) => {
		const made = await instantiate(program, given);
		note("instance");
		return made;
	});
	const look = () => {
		if (document.querySelector(".map-pin:not([hidden])")) note("gripped");
		if (!document.querySelector("main#panel .card .figures") || at.drawn) return;
		note("drawn");
		console.log("drawn"); // what a locator runs in the page, to look for it, would be measured too
	};
	new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["hidden"] });
	/** @type {any} */
	let own;
	Object.defineProperty(globalThis, "zhol", {
		configurable: true,
		get: () => own,
		set(given) {
			note("scripts");
			own = given;
			const { take, listen } = given;
			given.take = () => (note("begun"), take());
			given.listen = (/** @type {any} */ hear) => (note("taken"), listen(hear));
		},
	});
}

/** @param {number[]} list */
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {number} rate
 * @returns {Promise<Record<string, number>>}
 */
async function visit(browser, url, rate) {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	await page.addInitScript(watch);
	const session = await context.newCDPSession(page);
	if (rate > 1) await session.send("Emulation.setCPUThrottlingRate", { rate });
	await page.goto("about:blank"); // so that the process is there, as in a browser that is in use
	const drawn = page.waitForEvent("console", { predicate: (message) => message.text() === "drawn", timeout: patience });
	await page.goto(url, { waitUntil: "commit" });
	await drawn;
	await page.waitForTimeout(1500);
	const { at, tasks, painted } = await page.evaluate(() => ({ .../** @type {any} */ (globalThis).seen, painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime }));
	await context.close();
	const counted = tasks.filter((/** @type {[number, number]} */ [start]) => start < at.drawn + 1000);
	const longest = counted.filter((/** @type {[number, number]} */ [start, took]) => start + took > at.gripped);
	return {
		...at,
		painted,
		longest: Math.max(0, ...longest.map((/** @type {[number, number]} */ [, took]) => took)),
		blocked: counted.reduce((/** @type {number} */ sum, /** @type {[number, number]} */ [, took]) => sum + took - 50, 0),
	};
}

const words = process.argv.slice(2);
/** @param {string} name @param {string} usual */
const option = (name, usual) => {
	const at = words.indexOf(name);
	return at < 0 ? usual : words.splice(at, 2)[1];
};
const runs = Number(option("--runs", "7"));
const question = option("--at", "");
const folders = words.length > 0 ? words : [dist];

const sites = await Promise.all(folders.map((folder) => serve(folder)));
for (const rate of [1, 4]) {
	/** @type {Array<Array<Record<string, number>>>} */
	const visits = sites.map(() => []);
	for (let run = 0; run < runs; run++) {
		for (const [i, site] of sites.entries()) {
			const browser = await launch(); // a new one each: it keeps compiled programs from one visit to the next
			visits[i].push(await visit(browser, site.url + question, rate));
			await browser.close();
		}
	}
	console.log(`\n${rate === 1 ? "as it is" : `slowed ${rate} times`}, medians of ${runs} and least of all, ms${folders.length > 1 ? `: ${folders.join(", ")}` : ""}`);
	for (const [name, what] of moments) {
		const told = visits.map((list) => {
			const times = list.map((of) => of[name] ?? Number.NaN);
			return median(times).toFixed(0).padStart(7) + `(${Math.min(...times).toFixed(0)})`.padStart(7);
		});
		console.log(`${name.padEnd(9)}${told.join("")}  ${what}`);
	}
}
for (const site of sites) site.close();
