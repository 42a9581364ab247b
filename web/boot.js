/**
 * Starts Zhol: the map at once, then the program, which is fetched and compiled once and runs twice, as the page and as
 * the worker. What only the map needs goes from the worker to the map and never through the page.
 */

/** @typedef {(kind: string, detail: unknown) => unknown} Hear */

/** The object that the page's half of the program calls; see app/page/browser.go. */
const zhol = {
	/** @type {Hear | null} */
	hear: null,
	/** @type {Array<[string, unknown]>} messages that came before the page listened */
	early: [],
	/** @type {Worker | null} */
	worker: null,
	/** @type {string[]} questions that came before the worker did */
	questions: [],
	picked: 1,
	/** whether the next answer is of a link: the map shows the whole of it, once */
	linked: true,

	/** @param {Hear} hear */
	listen(hear) {
		this.hear = hear;
		for (const [kind, detail] of this.early.splice(0)) hear(kind, detail);
	},

	/** @param {string} kind @param {unknown} detail */
	tell(kind, detail) {
		if (this.hear) this.hear(kind, detail);
		else this.early.push([kind, detail]);
	},
};

const map = /** @type {any} */ (globalThis).zholMap.mount(document.getElementById("map"));

Object.assign(globalThis, {
	zhol: {
		listen: (/** @type {Hear} */ hear) => zhol.listen(hear),
		/** @param {string} question @param {number} picked rank the map shall mark */
		ask(question, picked) {
			zhol.picked = picked;
			if (zhol.worker) zhol.worker.postMessage(question);
			else zhol.questions.push(question);
		},
		/** @param {number} rank */
		picked(rank) {
			zhol.picked = rank;
			map.setPicked(rank);
		},
		/** The next answer is of another question than the map shows: move to it. */
		moved() {
			zhol.linked = true;
		},
		/** @param {number} lon @param {number} lat */
		flyTo: (lon, lat) => (map.flyTo ? map.flyTo(lon, lat) : map.fit([[lon, lat]])),
		/** @param {string} id @param {string} data */
		chart: (id, data) => draw(id, data, 30),
		/** @param {string} code @param {"ltr" | "rtl"} dir @param {string} words of the map, as JSON */
		language(code, dir, words) {
			document.documentElement.lang = code;
			document.documentElement.dir = dir;
			map.setWords?.(words, code);
		},
		print() {
			const { zholQr } = /** @type {any} */ (globalThis);
			const done = zholQr?.(document.getElementById("qr"), location.href);
			Promise.resolve(done).finally(() => print());
		},
		/** @param {string} name @param {string} text */
		save(name, text) {
			const link = document.createElement("a");
			link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
			link.download = name;
			link.click();
			setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
		},
		focusMap: () => /** @type {HTMLElement} */ (document.querySelector(".map-surface")).focus(),
		copy() {
			copy(location.href).then((done) => zhol.tell("copied", done));
		},
	},
	// What go-app asks of a page that its own server would have made.
	goappGetenv: () => "",
});

map.on("pin", (/** @type {unknown} */ event) => zhol.tell("pin", event));
map.on("pick", (/** @type {unknown} */ event) => zhol.tell("pick", event));
map.on("menu", (/** @type {{x: number, y: number}} */ event) => {
	document.documentElement.style.setProperty("--menu-x", `${event.x}px`);
	document.documentElement.style.setProperty("--menu-y", `${event.y}px`);
	zhol.tell("menu", event);
});
addEventListener("pointerdown", (event) => {
	if (!(/** @type {Element} */ (event.target).closest(".menu"))) zhol.tell("away", null);
}, { capture: true });
map.on("via", (/** @type {unknown} */ event) => zhol.tell("via", event));
addEventListener("zhol-pick", (event) => zhol.tell("pick", /** @type {CustomEvent} */ (event).detail));
addEventListener("zhol-set", (event) => zhol.tell("set", /** @type {CustomEvent} */ (event).detail));
addEventListener("keydown", (event) => {
	const target = /** @type {Element} */ (event.target);
	if (event.altKey || event.defaultPrevented || target.closest("input, select, textarea, dialog, [role=menu]")) return;
	const control = event.ctrlKey || event.metaKey;
	const key = (control ? "Ctrl+" : "") + (control && event.shiftKey ? "Shift+" : "") + (control ? event.key.toLowerCase() : event.key);
	if (zhol.hear?.("key", key)) event.preventDefault();
});
for (const [event, paper] of /** @type {const} */ ([["beforeprint", true], ["afterprint", false]])) {
	addEventListener(event, () => {
		document.documentElement.classList.toggle("paper", paper);
		map.paper?.(paper ? zhol.picked : null);
	});
}
addEventListener("popstate", () => zhol.tell("hash", null));
addEventListener("hashchange", () => zhol.tell("hash", null));

/**
 * Draws a chart as soon as the page has made its box.
 * @param {string} id
 * @param {string} data
 * @param {number} tries frames to wait for the box
 */
function draw(id, data, tries) {
	const box = document.getElementById(`chart-${id}`);
	const { zholCharts } = /** @type {any} */ (globalThis);
	if (box) zholCharts?.[id]?.(box, JSON.parse(data));
	else if (tries > 0) requestAnimationFrame(() => draw(id, data, tries - 1));
}

/** @param {string} text @returns {Promise<boolean>} whether it is on the clipboard */
async function copy(text) {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		const box = document.createElement("textarea");
		box.value = text;
		box.className = "unseen";
		document.body.append(box);
		box.select();
		const done = document.execCommand("copy");
		box.remove();
		return done;
	}
}

/** @param {MessageEvent} event from the worker */
function heard({ data }) {
	if (data.kind === "hello") {
		map.setNetwork(data.network);
		map.setPlaces(data.places);
	}
	if (data.kind === "answer") {
		const { routes, pins, reach } = JSON.parse(data.picture);
		map.setRoutes(routes, zhol.picked);
		map.setPins(pins);
		map.setReach(reach ?? null);
		if (zhol.linked) map.fitRoute(zhol.picked);
		zhol.linked = false;
	}
	zhol.tell(data.kind, data.text);
}

/** @param {number} loaded bytes @param {number} total bytes; 0 if not known */
function progress(loaded, total) {
	const bar = /** @type {HTMLProgressElement | null} */ (document.getElementById("progress-bar"));
	const text = document.getElementById("progress-text");
	const mb = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);
	if (bar && total) bar.value = loaded / total;
	if (text) text.textContent = total ? `${mb(loaded)} of ${mb(total)} MB` : `${mb(loaded)} MB`;
}

/** @param {string} address @returns {Promise<WebAssembly.Module>} compiled while it arrives, where the browser can */
async function compile(address) {
	const answer = await fetch(address);
	if (!answer.ok || !answer.body) throw new Error(`${address}: ${answer.status}`);
	// A compressed body is longer once unpacked: its length says nothing of what is still to come.
	const total = answer.headers.get("Content-Encoding") ? 0 : Number(answer.headers.get("Content-Length"));
	let loaded = 0;
	const counted = answer.body.pipeThrough(
		new TransformStream({
			transform(chunk, out) {
				loaded += chunk.byteLength;
				progress(loaded, total);
				out.enqueue(chunk);
			},
		}),
	);
	const response = new Response(counted, { headers: { "Content-Type": "application/wasm" } });
	if (WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
	return WebAssembly.compile(await response.arrayBuffer());
}

async function start() {
	document.getElementById("progress")?.removeAttribute("hidden"); // hidden in the page itself: nothing arrives without scripts
	const text = document.getElementById("progress-text");
	if (typeof WebAssembly === "undefined") {
		if (text) text.textContent = "This browser does not run WebAssembly, which Zhol is made of. The list below is the best-known question, answered.";
		return;
	}
	fetch("basemap.json").then((answer) => answer.text()).then(map.setBasemap);
	const program = await compile("zhol.wasm");
	const worker = new Worker("worker.js");
	worker.onmessage = heard;
	worker.onerror = (event) => zhol.tell("broken", event.message);
	worker.postMessage(program);
	zhol.worker = worker;
	for (const question of zhol.questions.splice(0)) worker.postMessage(question);
	const go = new (/** @type {any} */ (globalThis).Go)();
	go.run(await WebAssembly.instantiate(program, go.importObject));
}

start().catch((error) => {
	const text = document.getElementById("progress-text");
	if (text) text.textContent = `Zhol could not start: ${error.message ?? error}`;
	console.error(error);
});

if ("serviceWorker" in navigator) {
	addEventListener("load", () => navigator.serviceWorker.register("sw.js").catch(() => {}));
}
