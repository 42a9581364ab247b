/**
 * The worker: the same program as the page's, given as a compiled module in the first message. The program sees that
 * there is no document, and answers questions instead.
 */
/* global importScripts, Go */
importScripts("wasm_exec.js");

addEventListener(
	"message",
	async (event) => {
		const go = new (/** @type {any} */ (globalThis).Go)();
		go.run(await WebAssembly.instantiate(/** @type {WebAssembly.Module} */ (event.data), go.importObject));
	},
	{ once: true },
);
