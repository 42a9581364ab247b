/**
 * Keeps Zhol at hand without a network. The network comes first, so that nobody is shown yesterday's page; the store of
 * this build is for when there is none, complete or not at all. Stores of other builds are dropped.
 */
const BUILD = "__BUILD__"; // a digest of the site, written in when it is built
const STORE = `zhol-${BUILD}`;
/** @type {string[]} every file of the site, written in likewise */
const FILES = /* files */ [];

const scope = /** @type {any} */ (globalThis);

scope.addEventListener("install", (/** @type {any} */ event) => {
	const fill = async () => {
		const store = await caches.open(STORE);
		await store.addAll(["./", ...FILES].map((file) => new Request(file, { cache: "no-cache" })));
		await scope.skipWaiting();
	};
	event.waitUntil(fill());
});

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
		try {
			return await fetch(request);
		} catch (error) {
			const store = await caches.open(STORE);
			const kept = await store.match(request.mode === "navigate" ? "./" : request, { ignoreSearch: true });
			if (kept) return kept;
			throw error;
		}
	};
	event.respondWith(answer());
});
