/**
 * What the browser tests share: the built site on a server of our own, under a sub-path as on many hosts; Chromium; and
 * the few words in which the tests speak of the page.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "playwright-core";

/** The folder of the site that is tested. */
export const dist = process.env.DIST ?? join(dirname(fileURLToPath(import.meta.url)), "../../dist");

/** Where pictures go, for people to look at. */
export const shots = process.env.SHOTS ?? join(tmpdir(), "zhol-shots");
mkdirSync(shots, { recursive: true });

/** The address below which the site stands. */
const under = "/any/where/";

/** @type {Record<string, string>} */
const types = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".css": "text/css",
	".json": "application/json",
	".svg": "image/svg+xml",
	".wasm": "application/wasm",
	".webmanifest": "application/manifest+json",
};

/**
 * Serves a site as a plain static host does: no fallback page, no header of its own beside the type.
 * @param {string} [folder]
 * @param {Array<{path: string, bytes: number}>} [sent] what it has sent: it compresses with brotli where this is given
 * @param {Map<string, string>} [changed] what it sends in place of some files
 */
export async function serve(folder = dist, sent, changed) {
	const server = createServer((request, response) => {
		const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
		const file = path.startsWith(under) ? normalize(path.slice(under.length)) : "..";
		try {
			if (file.startsWith("..")) throw new Error("outside");
			const name = file === "." || file === "" ? "index.html" : file;
			const type = types[extname(name)] ?? "application/octet-stream";
			const other = changed?.get(name);
			const body = other !== undefined ? brotliCompressSync(other) : sent ? brotli(join(folder, name)) : readFileSync(join(folder, name));
			sent?.push({ path: path.slice(under.length), bytes: body.length });
			response.writeHead(200, { "content-type": type, "content-length": body.length, ...(sent && { "content-encoding": "br" }) });
			response.end(body);
		} catch {
			response.writeHead(404);
			response.end();
		}
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
	const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
	return { origin: `http://127.0.0.1:${port}`, url: `http://127.0.0.1:${port}${under}`, close: () => server.close() };
}

/** Files as brotli: the program takes long. @type {Map<string, Buffer>} */
const compressed = new Map();

/** A file as the better static hosts send it. @param {string} path */
export function brotli(path) {
	const body = readFileSync(path);
	const made = compressed.get(path) ?? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
	compressed.set(path, made);
	return made;
}

/**
 * What Chromium is to leave out: first a box for addresses that is a page of its own, and for each window took a fifth of what the processor
 * did until Zhol was there; then what Playwright leaves out, whose list this one takes the place of.
 */
const without = [
	"WebUIOmniboxPopup", "WebUIOmniboxAimPopup",
	"AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter",
	"NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning",
];

/**
 * For tests that measure no time: programs are not compiled a second time, to run faster. That took a quarter of what the processor did until
 * Zhol was there, for pages that are soon closed.
 */
export const soon = ["--js-flags=--no-wasm-dynamic-tiering --no-wasm-tier-up"];

/** Starts Chromium, which must be on the PATH. It is told to keep to itself, so that every request seen is the page's. */
export function launch(/** @type {string[]} */ flags = []) {
	const executablePath = execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"], { encoding: "utf8" }).trim();
	return chromium.launch({
		executablePath,
		args: ["--headless", "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-gpu", `--disable-features=${without}`, ...flags],
	});
}

/**
 * A page on which every error and every request is written down.
 * @param {import("playwright-core").BrowserContext} context
 */
export async function watched(context) {
	const page = await context.newPage();
	/** @type {string[]} */
	const errors = [];
	/** @type {string[]} */
	const requests = [];
	page.on("console", (message) => {
		if (message.type() === "error") errors.push(message.text());
	});
	page.on("pageerror", (error) => errors.push(String(error)));
	context.on("request", (request) => requests.push(request.url()));
	return { page, errors, requests };
}

/** How long the page may take to be of use on a slow machine, in milliseconds. */
export const patience = 60_000;

/** The list of routes: by its role and its name, as page.test.mjs asks for it once, but found faster than by role, for it is asked for often. */
const ROUTES = 'ol[role="list"][aria-label="Routes"]';

/** @param {import("playwright-core").Page} page */
export const routes = (page) => page.locator(`${ROUTES}:visible`);

/**
 * What the list of routes says, as one text; empty while there is none.
 * @param {import("playwright-core").Page} page
 */
export const listed = (page) =>
	page.evaluate((list) => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(list))].find((ol) => ol.checkVisibility())?.innerText.trim() ?? "", ROUTES);

/**
 * Waits until the page has solved something: cards are there and a pin can be gripped.
 * @param {import("playwright-core").Page} page
 */
export async function ready(page) {
	await page.locator("main#panel").waitFor({ timeout: patience }); // until then pins and list are those of the site's files
	await pin(page, "Origin").waitFor({ timeout: patience });
	await routes(page).locator("li").first().waitFor({ timeout: patience });
}

/**
 * @param {import("playwright-core").Page} page
 * @param {"Origin" | "Destination"} which
 */
export const pin = (page, which) => page.locator(`button.map-pin[aria-label^="${which} "]:visible`);

/**
 * Waits until a text of the page is another than it was, and gives the new one.
 * @param {() => Promise<string>} read
 * @param {string} was
 * @param {string} what
 */
export async function changed(read, was, what) {
	const until = Date.now() + 10_000;
	while (Date.now() < until) {
		const now = await read();
		if (now !== was && now !== "") return now;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return assert.fail(`${what} did not change from: ${was.slice(0, 200)}`);
}

/**
 * Waits until a text of the page has stopped changing, and gives it.
 * @param {() => Promise<string>} read
 */
export async function settled(read) {
	let was = await read();
	const until = Date.now() + 15_000;
	for (let same = 0; same < 6; ) {
		if (Date.now() > until) return assert.fail(`this never came to rest: ${was.slice(0, 200)}`);
		await new Promise((resolve) => setTimeout(resolve, 60));
		const now = await read();
		same = now === was && now !== "" ? same + 1 : 0;
		was = now;
	}
	return was;
}

/**
 * Waits until a check holds of what the page shows, which it may draw some frames after what was done; then it is as
 * strict as without waiting, and fails with its own words.
 * @param {() => Promise<void>} check
 */
export async function holds(check) {
	const until = Date.now() + 10_000;
	for (;;) {
		try {
			return await check();
		} catch (error) {
			if (Date.now() > until) throw error;
		}
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/**
 * The middle of a pin, where a mouse grips it.
 * @param {import("playwright-core").Page} page
 * @param {"Origin" | "Destination"} which
 */
export async function grip(page, which) {
	const box = await pin(page, which).boundingBox();
	assert.ok(box, `${which} has no box`);
	return { x: box.x + box.width / 2, y: box.y + box.height * 0.6 };
}
