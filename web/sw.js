/**
 * Keeps Zhol at hand without a network. The network comes first, so that nobody is shown yesterday's page; the store of
 * this build is for when there is none, complete or not at all. Stores of other builds are dropped.
 */
const BUILD = "__BUILD__"; // a digest of the site, written in when it is built
const STORE = `zhol-${BUILD}`;
/** @type {Record<string, string>} every file that the page needs, with the beginning of its digest, written in likewise; "./" is the page */
const FILES = /* files */ {};
/** @type {string[]} the words of languages, likewise: each is kept once somebody has spoken it */
const WORDS = /* words */ [];

const scope = /** @type {any} */ (globalThis);

scope.addEventListener("install", (/** @type {any} */ event) => {
	const fill = async () => {
		const store = await caches.open(STORE);
		const spoken = await Promise.all(WORDS.map(async (file) => ((await caches.match(file)) ? [file] : [])));
		await Promise.all([...Object.keys(FILES), ...spoken.flat()].map(async (file) => store.put(file, await fetched(file))));
		await scope.skipWaiting();
	};
	event.waitUntil(fill());
});

/**
 * A file of this build. The page has just fetched most of them, so what the browser has at hand is taken where its digest
 * is right, whatever the host says of how long it lasts: nobody pays for it twice.
 * @param {string} file
 */
async function fetched(file) {
	const [answer] = await Promise.allSettled([fetch(file, { cache: "force-cache" })]);
	if (answer.status === "fulfilled" && answer.value.ok && (await digest(answer.value.clone())) === FILES[file]) return answer.value;
	const newest = await fetch(file, { cache: "no-cache" });
	if (!newest.ok) throw new Error(`${file}: ${newest.status}`);
	return newest;
}

/** @param {Response} answer */
async function digest(answer) {
	const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
	return btoa(String.fromCharCode(...sum.subarray(0, 9)));
}

scope.addEventListener("activate", (/** @type {any} */ event) => {
	const tidy = async () => {
		const names = await caches.keys();
		await Promise.all(names.filter((name) => name.startsWith("zhol-") && name !== STORE).map((name) => caches.delete(name)));
		await scope.clients.claim();
	};
	event.waitUntil(tidy());
});

scope.addEventListener("fetch", (/** @type {any} */ event) => {
	const { request } = event;
	if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
	const answer = async () => {
		const store = await caches.open(STORE);
		try {
			const newest = await fetch(request);
			if (newest.ok && WORDS.some((file) => request.url === new URL(file, location.href).href)) await store.put(request, newest.clone());
			return newest;
		} catch (error) {
			const kept = await store.match(request.mode === "navigate" ? "./" : request, { ignoreSearch: true });
			if (kept) return kept;
			throw error;
		}
	};
	event.respondWith(answer());
});
