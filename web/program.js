/**
 * Starts the worker, before anything else of the page: it takes longest. Its name is the address of the question.
 */

/** @type {Worker | null} none where the browser does not run WebAssembly */
export const worker = typeof WebAssembly === "undefined" ? null : new Worker("worker.js", { name: location.hash });

/** @type {MessageEvent[]} what the worker said before anyone listened */
export const early = [];

/** @type {string | null} why the worker could not start, likewise */
export let fault = null;

if (worker) {
	worker.onmessage = (message) => early.push(message);
	worker.onerror = (event) => {
		fault = event.message ?? "the worker did not start";
	};
}
