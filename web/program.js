/**
 * Starts the worker, before anything else of the page: it takes longest. Its name is the address of the question.
 */

/** @type {Worker | null} none where the browser does not run WebAssembly */
export const worker = typeof WebAssembly === "undefined" ? null : new Worker("worker.js", { name: location.hash });

/** @type {Array<{data: any}>} what the worker said before boot.js listened */
export const early = [];

if (worker) {
	worker.onmessage = (message) => early.push(message);
	worker.onerror = (event) => early.push(broken(event));
}

/** @param {ErrorEvent} event @returns {{data: any}} the same as the worker would say of itself */
export function broken(event) {
	return { data: { kind: "failed", text: event.message ?? "the worker did not start" } };
}
