/**
 * The worker: it fetches and compiles the program, starts it here, and hands the compiled module to the page, which runs
 * it too. So the page's thread is free to draw the map meanwhile. The program sees that there is no document, and
 * answers questions.
 */
/* global importScripts, Go */
const arriving = fetch("zhol.wasm");
importScripts("wasm_exec.js");

/** @param {Response} answer @returns {Promise<WebAssembly.Module>} compiled while it arrives, where the browser can */
async function compile(answer) {
	if (!answer.ok || !answer.body) throw new Error(`zhol.wasm: ${answer.status}`);
	// A compressed body is longer once unpacked: its length says nothing of what is still to come.
	const total = answer.headers.get("Content-Encoding") ? 0 : Number(answer.headers.get("Content-Length"));
	let loaded = 0;
	const counted = answer.body.pipeThrough(
		new TransformStream({
			transform(chunk, out) {
				loaded += chunk.byteLength;
				postMessage({ kind: "progress", loaded, total });
				out.enqueue(chunk);
			},
		}),
	);
	const response = new Response(counted, { headers: { "Content-Type": "application/wasm" } });
	if (WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
	return WebAssembly.compile(await response.arrayBuffer());
}

// A text of the site's, waited for: nothing else is to be done meanwhile. Empty if it does not arrive.
/** @type {any} */ (globalThis).fetched = (/** @type {string} */ file) => {
	try {
		const request = new XMLHttpRequest();
		request.open("GET", file, false);
		request.timeout = 2000;
		request.send();
		return request.responseText;
	} catch {
		return "";
	}
};

async function start() {
	const program = await compile(await arriving);
	postMessage({ kind: "program", program });
	const go = new (/** @type {any} */ (globalThis).Go)();
	await go.run(await WebAssembly.instantiate(program, go.importObject));
	throw new Error("the search has ended");
}

start().catch((error) => postMessage({ kind: "failed", text: error.message ?? String(error) }));
