/**
 * Starts what takes longest, as soon as the page that arrived is to be read: the worker, whose name is the address of the
 * question, and the files that were made of the tables when the site was built. It is written into the page itself.
 */

/** @typedef {{data: any}} Said */

/** Milliseconds after which it starts though nothing has been drawn, as in a page out of sight. */
const LATEST = 200;

/** @param {ErrorEvent} event @returns {Said} the same as the worker would say of itself */
function broken(event) {
	return { data: { kind: "failed", text: event.message ?? "the worker did not start" } };
}

/** @param {string} file @returns {Promise<string | null>} null if it does not arrive: the worker knows it too */
const made = (file) => fetch(file).then((answer) => (answer.ok ? answer.text() : null)).catch(() => null);

function start() {
	/** @type {Worker | null} none where the browser does not run WebAssembly */
	const worker = typeof WebAssembly === "undefined" ? null : new Worker("worker.js", { name: location.hash });
	/** @type {Said[]} what the worker said before boot.js listened */
	const early = [];
	if (worker) {
		worker.onmessage = (message) => early.push(message);
		worker.onerror = (event) => early.push(broken(event));
	}
	/** Whether the address asks nothing, so that the first answer is known. */
	const usual = /^#?(?:(?:lang|embed)=\w*&?)*$/.test(location.hash);
	return { worker, early, broken, hello: made("hello.json"), ground: made("ground.json"), first: usual ? made("first.json") : Promise.resolve(null) };
}

/** @typedef {ReturnType<typeof start>} Program */

/** @type {Program | undefined} */
let program;
const begin = () => (program ??= start());

requestAnimationFrame(() => setTimeout(begin));
setTimeout(begin, LATEST);

Object.assign(globalThis, { zholProgram: begin });
