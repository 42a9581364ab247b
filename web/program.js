/**
 * Starts what takes longest, before anything else of the page: the worker, whose name is the address of the question, and
 * the files that were made of the tables when the site was built. It is written into the page itself.
 */

/** @typedef {{data: any}} Said */

/** @type {Worker | null} none where the browser does not run WebAssembly */
const worker = typeof WebAssembly === "undefined" ? null : new Worker("worker.js", { name: location.hash });

/** @type {Said[]} what the worker said before boot.js listened */
const early = [];

if (worker) {
	worker.onmessage = (message) => early.push(message);
	worker.onerror = (event) => early.push(broken(event));
}

/** @param {ErrorEvent} event @returns {Said} the same as the worker would say of itself */
function broken(event) {
	return { data: { kind: "failed", text: event.message ?? "the worker did not start" } };
}

/** @param {string} file @returns {Promise<string | null>} null if it does not arrive: the worker knows it too */
const made = (file) => fetch(file).then((answer) => (answer.ok ? answer.text() : null)).catch(() => null);

/** Whether the address asks nothing, so that the first answer is known. */
const usual = /^#?(?:(?:lang|embed)=\w*&?)*$/.test(location.hash);

const program = { worker, early, broken, hello: made("hello.json"), ground: made("ground.json"), first: usual ? made("first.json") : Promise.resolve(null) };

/** @typedef {typeof program} Program */

Object.assign(globalThis, { zholProgram: program });
