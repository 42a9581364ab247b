/**
 * What a visitor's browser does with a drag: the frames of many drags in a worker of Chromium, and one drag of ten
 * seconds on the real site.
 */
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { grip, launch, pin, ready, serve } from "../browser_tests/site.mjs";

/**
 * @typedef {{ drags: number, count: number, blocked: number, median: number, p95: number, worst: number }} Frames
 * @typedef {{ frames: number, held: number, moved: number, asked: number, heard: number, own: number, age: number[], late: number[], back: number, longest: number, over: number, ran: Ran | undefined }} Drag
 * @typedef {{ longest: number, over: number, scripts: number }} Ran
 */

/**
 * Runs the measuring program in a worker. The page is isolated, since only then does Chromium's clock tell microseconds.
 * @param {string} wasm file of the measuring program
 * @param {string} exec file of Go's wasm_exec.js
 * @returns {Promise<Frames>}
 */
export async function framesInWorker(wasm, exec) {
	const worker = `importScripts("exec.js");
		let said = "";
		globalThis.fs.writeSync = (fd, bytes) => { said += new TextDecoder().decode(bytes); return bytes.length; };
		const go = new Go();
		go.argv = ["bench", "frames"];
		go.exit = (code) => postMessage(code === 0 ? said : "exit " + code + ": " + said);
		WebAssembly.instantiateStreaming(fetch("bench.wasm"), go.importObject)
			.then(({ instance }) => go.run(instance))
			.catch((error) => postMessage("exit: " + error));`;
	/** @type {Record<string, [string, string | Buffer]>} */
	const files = {
		"/": ["text/html", "<!doctype html><title>bench</title>"],
		"/worker.js": ["text/javascript", worker],
		"/exec.js": ["text/javascript", readFileSync(exec)],
		"/bench.wasm": ["application/wasm", readFileSync(wasm)],
	};
	const server = createServer((request, response) => {
		const [type, body] = files[request.url ?? ""] ?? ["text/plain", ""];
		response.writeHead(body ? 200 : 404, {
			"content-type": type,
			"cross-origin-opener-policy": "same-origin",
			"cross-origin-embedder-policy": "require-corp",
		});
		response.end(body);
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
	const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
	const browser = await launch();
	try {
		const page = await browser.newPage();
		await page.goto(`http://127.0.0.1:${port}/`);
		const said = await page.evaluate(
			() =>
				new Promise((resolve, reject) => {
					const worker = new Worker("worker.js");
					worker.onmessage = (event) => resolve(event.data);
					worker.onerror = (event) => reject(new Error(event.message));
				}),
		);
		return JSON.parse(said);
	} finally {
		await browser.close();
		server.close();
	}
}

/**
 * What is dragged: a pin round a point so many pixels from where it stands, in an ellipse.
 * @typedef {{ fragment: string, pin: "Origin" | "Destination", centre: [number, number], radii: [number, number] }} Lane
 */

/** Over China and Kazakhstan, over Europe with much shut, and over Arabia by way of the Caspian Sea. @type {Lane[]} */
export const lanes = [
	{ fragment: "#from=CNSIA&to=DEDUI", pin: "Origin", centre: [-150, -60], radii: [140, 50] },
	{ fragment: "#from=CNCKG&to=PLWAW&avoid=suez,RU,torugart", pin: "Destination", centre: [-20, 30], radii: [90, 50] },
	{ fragment: "#from=CNSIA&to=AEJEA&via=aktau&avoid=hormuz", pin: "Destination", centre: [-40, -40], radii: [60, 60] },
];

/**
 * Drags a pin on the site. An answer is as old as the frames are many since the last one that drew the pin where it was asked from;
 * it is shown in the first frame that begins with it in the list and with its picture on the way to the map. A pin that waits for an
 * answer draws no frame: `age` is told in frames that draw something, `late` in beats of the screen, drawn or not, and `held` counts
 * those in which the pin waited though it had been moved. Of the answers `own` are the page's, all others the worker's. Long tasks are
 * those of the page's own thread.
 * @param {number} seconds
 * @param {Lane} [lane]
 * @param {{ atOnce?: boolean, finger?: boolean, dense?: boolean, traced?: boolean }} [how] `atOnce`: the pin is taken as soon as the mouse is there, else once
 * it has rested on it for a moment; `finger`: it is taken by one, which is at once; `dense`: each move is sent before the last is done,
 * as by a fast mouse; `traced`: what the page's thread runs in its tasks is told besides (`ran`), without the time that it waits for a
 * core of the machine, which Chromium's other threads and the program that drags need too, and how much of it are scripts
 * @returns {Promise<Drag>}
 */
export async function dragOnSite(seconds, { fragment, pin: which, centre, radii } = /** @type {Lane} */ (lanes[0]), { atOnce = false, finger = false, dense = false, traced = false } = {}) {
	const site = await serve();
	const browser = await launch();
	try {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, hasTouch: finger });
		const page = await context.newPage();
		const hand = finger ? await fingerOn(page) : page.mouse;
		const rests = !atOnce && !finger;
		await page.addInitScript(watch);
		await page.goto(site.url + fragment);
		await ready(page);
		await pin(page, "Destination").waitFor();
		const { x, y } = await grip(page, which);
		if (rests) await hand.move(x + centre[0], y + centre[1]); // over the map
		await page.waitForTimeout(1500);
		await hand.move(x, y);
		if (rests) await page.waitForTimeout(700);
		const ran = traced ? await tasksOf(page) : undefined;
		await page.evaluate(() => /** @type {any} */ (globalThis).watched.press());
		await hand.down();
		await hand.move(x - 8, y - 4);
		if (rests) await page.waitForTimeout(300);
		await page.evaluate((name) => /** @type {any} */ (globalThis).watched.begin(name), which.toLowerCase());
		const began = Date.now();
		/** @type {Promise<void>} */
		let before = Promise.resolve();
		for (let i = 0; Date.now() - began < 1000 * seconds; i++) {
			const moved = hand.move(x + centre[0] + radii[0] * Math.cos(i / 40), y + centre[1] + radii[1] * Math.sin(i / 25));
			await (dense ? before : moved);
			before = moved;
		}
		await before;
		const drag = await page.evaluate(() => /** @type {any} */ (globalThis).watched.end());
		drag.ran = await ran?.();
		await hand.up();
		return drag;
	} finally {
		await browser.close();
		site.close();
	}
}

/** What of a task Chromium's trace tells, in microseconds: `tdur` is what its thread ran. @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur: number, tdur?: number }} Traced */

/**
 * Has Chromium trace the tasks of a page's thread.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<() => Promise<Ran>>} ends it: what the thread ran in the longest task since, in milliseconds, in how many it ran over 50, and
 * what scripts ran in the task with most of them
 */
async function tasksOf(page) {
	const chromium = await page.context().newCDPSession(page);
	/** @type {Traced[]} */
	const events = [];
	chromium.on("Tracing.dataCollected", ({ value }) => events.push(.../** @type {any[]} */ (value)));
	await chromium.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "v8", "blink.user_timing"] } });
	await page.evaluate(() => performance.mark("begun"));
	return async () => {
		const told = new Promise((resolve) => chromium.once("Tracing.tracingComplete", resolve));
		await chromium.send("Tracing.end");
		await told;
		const begun = /** @type {Traced} */ (events.find(({ name }) => name === "begun"));
		const of = events.filter(({ ph, pid, tid, ts }) => ph === "X" && pid === begun.pid && tid === begun.tid && ts > begun.ts).sort((a, b) => a.ts - b.ts);
		/** @type {{ ran: number, scripts: number, end: number }[]} in milliseconds; no task is part of another */
		const tasks = [];
		let scriptsEnd = 0; // of the calls so far: others in between are part of one
		for (const { name, ts, dur, tdur = 0 } of of) {
			const last = tasks.at(-1);
			if (name.endsWith("RunTask")) tasks.push({ ran: tdur / 1000, scripts: 0, end: ts + dur });
			else if (name === "v8.callFunction" && last && ts < last.end && ts >= scriptsEnd) {
				last.scripts += tdur / 1000;
				scriptsEnd = ts + dur;
			}
		}
		const ran = tasks.map((task) => task.ran);
		return { longest: Math.max(...ran), over: ran.filter((took) => took > 50).length, scripts: Math.max(...tasks.map((task) => task.scripts)) };
	};
}

/**
 * A finger, moved as a mouse is.
 * @param {import("playwright-core").Page} page
 */
async function fingerOn(page) {
	const chromium = await page.context().newCDPSession(page);
	let touches = false;
	let at = { x: 0, y: 0 };
	/** @param {"touchStart" | "touchMove" | "touchEnd"} type */
	const tell = async (type) => void (await chromium.send("Input.dispatchTouchEvent", { type, touchPoints: touches ? [at] : [] }));
	return {
		async down() {
			touches = true;
			await tell("touchStart");
		},
		/** @param {number} x @param {number} y */
		async move(x, y) {
			at = { x, y };
			if (touches) await tell("touchMove");
		},
		async up() {
			touches = false;
			await tell("touchEnd");
		},
	};
}

/** Runs in the page before anything of ours: counts frames, questions, answers and long tasks. */
function watch() {
	let frame = 0;
	let begun = false; // a frame has, and is not drawn yet
	let pressed = false;
	let counting = false;
	let end = "";
	let pin = "";
	/** @param {number} lon @param {number} lat as a link holds them */
	const place = (lon, lat) => `${lon.toFixed(4)} ${lat.toFixed(4)}`;
	/** Where on the screen. @typedef {[number, number]} Spot */
	/** Where the pin was told to be, where on the screen that is, and the first frame since. @type {{ at: string, spot: Spot, from: number }[]} */
	const stood = [];
	/** Where on the screen the pin is at the end of a beat, by its number. @type {Spot[]} */
	const drawn = [];
	/** The tip of the pin is in the middle of its lower edge. @returns {Spot} */
	const tip = () => {
		const element = /** @type {HTMLElement} */ (document.querySelector(`.map-pin.${pin}`));
		const [x, y] = element.style.transform.match(/-?[\d.]+(?=px)/g)?.map(Number) ?? [];
		return [x + wide / 2, y + high];
	};
	let wide = 0;
	let high = 0;
	/** @param {Spot | undefined} a @param {Spot | undefined} b */
	const same = (a, b) => a !== undefined && b !== undefined && Math.hypot(a[0] - b[0], a[1] - b[1]) < 0.02;
	/** Where a question is asked from, by its number. @type {Map<number, string>} */
	const asked = new Map();
	/** In which frames answers to which questions are shown: by list and map both. @type {{ frame: number, seq: number, looks: string }[]} */
	const shown = [];
	let heard = 0;
	let own = 0;
	let pictured = 0; // the question that the map has the picture of
	let pictures = 0; // that it has been given
	let longest = 0;
	let over = 0;
	const post = Worker.prototype.postMessage;
	Worker.prototype.postMessage = function (/** @type {any} */ message, /** @type {any} */ ...rest) {
		if (counting && typeof message === "string") {
			const { seq, query } = JSON.parse(message);
			const { At } = query[end];
			asked.set(seq, place(At.Lon, At.Lat));
		}
		return post.call(this, message, ...rest);
	};
	const set = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage"));
	Object.defineProperty(Worker.prototype, "onmessage", {
		configurable: true,
		set(/** @type {(event: MessageEvent) => void} */ handle) {
			set.set?.call(this, (/** @type {MessageEvent} */ event) => {
				const before = pictures;
				handle(event);
				if (event.data.kind !== "answer") return;
				if (pictures > before) pictured = Number(/"seq":(\d+)/.exec(event.data.text)?.[1]); // else the page has overtaken it
				heard++;
			});
		},
	});
	/** @type {any} */
	let zholMap;
	Object.defineProperty(globalThis, "zholMap", {
		get: () => zholMap,
		set(made) {
			const { mount } = (zholMap = made);
			made.mount = (/** @type {any[]} */ ...on) => {
				const map = mount(...on);
				const { setRoutes } = map;
				map.setRoutes = (/** @type {any[]} */ ...routes) => {
					pictures++;
					return setRoutes.apply(map, routes);
				};
				return map;
			};
		},
	});
	const onFrame = requestAnimationFrame.bind(globalThis);
	globalThis.requestAnimationFrame = (handle) =>
		onFrame((time) => {
			begun = true;
			try {
				handle(time);
			} finally {
				begun = false;
				if (counting) drawn[frame] = tip();
			}
		});
	const next = () => {
		frame++;
		if (counting) {
			const list = Number(/** @type {HTMLElement} */ (document.querySelector(".results")).dataset.of);
			shown.push({ frame, seq: Math.min(list, pictured), looks: `${list} ${pictured}` });
		}
		requestAnimationFrame(next);
	};
	requestAnimationFrame(next);
	/** @param {PerformanceEntryList} tasks */
	const count = (tasks) => {
		for (const { duration } of pressed ? tasks : []) {
			longest = Math.max(longest, duration);
			over++;
		}
	};
	const tasks = new PerformanceObserver((list) => count(list.getEntries()));
	tasks.observe({ type: "longtask" });
	/**
	 * How old what is shown in a beat is: beats since the last one with the pin there; where it had gone on before any, since it was told.
	 * @param {{ frame: number, seq: number }} what
	 * @param {number[]} count beats as they count, by the number of the beat
	 */
	const age = ({ frame: now, seq }, count) => {
		const place = stood.findLast(({ at, from }) => from <= now && at === asked.get(seq));
		if (!place) return asked.has(seq) ? Infinity : null; // before the first question
		let last = now;
		while (last >= place.from && !same(drawn[last], place.spot)) last--;
		return last >= place.from ? count[now] - count[last] : count[now] - count[place.from - 1];
	};
	/** @param {(number | null)[]} ages */
	const known = (ages) => /** @type {number[]} */ (ages.filter((n) => n !== null));
	Object.assign(globalThis, {
		watched: {
			press() {
				pressed = true;
			},
			/** @param {"origin" | "destination"} which */
			begin(which) {
				end = { origin: "From", destination: "To" }[which];
				pin = which;
				const { zhol } = /** @type {any} */ (globalThis);
				const { here } = zhol;
				// What the page answers by itself.
				zhol.here = (/** @type {number} */ seq, /** @type {string} */ text, /** @type {number} */ picked) => {
					here(seq, text, picked);
					const { lon, lat } = JSON.parse(text).pins[which];
					asked.set(seq, place(lon, lat));
					pictured = seq;
					heard++;
					own++;
				};
				({ offsetWidth: wide, offsetHeight: high } = /** @type {HTMLElement} */ (document.querySelector(`.map-pin.${pin}`)));
				/** @type {any} */ (globalThis).zholMap.on("pin", (/** @type {any} */ event) => {
					if (!counting || event.which !== which) return;
					const at = place(event.lon, event.lat);
					if (at !== stood.at(-1)?.at) stood.push({ at, spot: /** @type {any} */ (globalThis).zholMap.project(event.lon, event.lat), from: begun ? frame : frame + 1 });
				});
				counting = true;
				heard = 0;
			},
			end() {
				count(tasks.takeRecords());
				counting = pressed = false;
				/** Frames that draw something up to a beat, by its number. @type {number[]} */
				const frames = [];
				let held = 0;
				const fresh = shown.filter(({ frame, looks }, i) => {
					const changed = !same(drawn[frame], drawn[frame - 1]) || looks !== shown[i - 1]?.looks;
					frames[frame - 1] ??= 0;
					frames[frame] = frames[frame - 1] + (changed ? 1 : 0);
					if (!changed && stood.some(({ from }) => from === frame)) held++;
					return changed;
				});
				const beats = frames.map((_, frame) => frame);
				const back = shown.filter(({ seq }, i) => i > 0 && seq < /** @type {{ seq: number }} */ (shown[i - 1]).seq).length;
				return {
					frames: shown.length, held, moved: stood.length, asked: asked.size, heard, own, back, longest, over,
					age: known(fresh.map((what) => age(what, frames))), late: known(shown.map((what) => age(what, beats))),
				};
			},
		},
	});
}
