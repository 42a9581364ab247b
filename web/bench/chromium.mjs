/**
 * What a visitor's browser does with a drag: the frames of many drags in a worker of Chromium, and one drag of ten
 * seconds on the real site.
 */
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { grip, launch, pin, ready, serve } from "../browser_tests/site.mjs";

/**
 * @typedef {{ drags: number, count: number, median: number, p95: number, worst: number }} Frames
 * @typedef {{ frames: number, moved: number, asked: number, heard: number, age: number[], longest: number, over: number }} Drag
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
 * Drags the origin over China and Kazakhstan. The age of an answer is counted at each frame, in frames since the pin left
 * where the answer says; long tasks are those of the page's own thread.
 * @param {number} seconds
 * @returns {Promise<Drag>}
 */
export async function dragOnSite(seconds) {
	const site = await serve();
	const browser = await launch();
	try {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		const page = await context.newPage();
		await page.addInitScript(watch);
		await page.goto(`${site.url}#from=CNSIA&to=DEDUI`);
		await ready(page);
		await pin(page, "Destination").waitFor();
		await page.waitForTimeout(1000);
		const { x, y } = await grip(page, "Origin");
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x - 8, y - 4);
		await page.waitForTimeout(300);
		await page.evaluate(() => /** @type {any} */ (globalThis).watched.begin());
		const began = Date.now();
		for (let i = 0; Date.now() - began < 1000 * seconds; i++) {
			await page.mouse.move(x - 150 + 140 * Math.cos(i / 40), y - 60 + 50 * Math.sin(i / 25));
		}
		const drag = await page.evaluate(() => /** @type {any} */ (globalThis).watched.end());
		await page.mouse.up();
		return drag;
	} finally {
		await browser.close();
		site.close();
	}
}

/** Runs in the page before anything of ours: counts frames, questions, answers and long tasks. */
function watch() {
	let frame = 0;
	/** @type {number[]} the frames in which the pin moved */
	const moves = [0];
	let shown = 0; // index of the move whose answer is on the page
	let counting = false;
	/** @type {Map<number, number>} the move that a question is of, by its number */
	const asked = new Map();
	/** @type {number[]} */
	const age = [];
	let heard = 0;
	let longest = 0;
	let over = 0;
	let at = "";
	addEventListener(
		"pointermove",
		(event) => {
			// A mouse that is dragged is told of in whole pixels: within one, the pin stays, and nothing is asked anew.
			const now = `${Math.floor(event.clientX)} ${Math.floor(event.clientY)}`;
			if (now !== at) moves.push(frame);
			at = now;
		},
		{ capture: true },
	);
	const post = Worker.prototype.postMessage;
	Worker.prototype.postMessage = function (/** @type {any} */ message, /** @type {any} */ ...rest) {
		if (typeof message === "string") asked.set(JSON.parse(message).seq, moves.length - 1);
		return post.call(this, message, ...rest);
	};
	const set = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage"));
	Object.defineProperty(Worker.prototype, "onmessage", {
		configurable: true,
		set(/** @type {(event: MessageEvent) => void} */ handle) {
			set.set?.call(this, (/** @type {MessageEvent} */ event) => {
				if (event.data.kind === "answer") {
					shown = asked.get(Number(/"seq":(\d+)/.exec(event.data.text)?.[1])) ?? shown;
					heard++;
				}
				handle(event);
			});
		},
	});
	const next = () => {
		if (counting) age.push(shown + 1 < moves.length ? frame - /** @type {number} */ (moves[shown + 1]) : 0);
		frame++;
		requestAnimationFrame(next);
	};
	requestAnimationFrame(next);
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) {
			if (!counting) continue;
			longest = Math.max(longest, entry.duration);
			over++;
		}
	}).observe({ type: "longtask" });
	let before = 0;
	let first = 0;
	Object.assign(globalThis, {
		watched: {
			begin() {
				counting = true;
				first = moves.length;
				before = frame;
				heard = 0;
				asked.clear();
			},
			end() {
				counting = false;
				return { frames: frame - before, moved: moves.length - first, asked: asked.size, heard, age, longest, over };
			},
		},
	});
}
