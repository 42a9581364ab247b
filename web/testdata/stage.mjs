/**
 * Builds the map alone into a temporary folder, serves it on 127.0.0.1 and opens it in Chromium.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml" };
const FLAGS = [
	"--headless", "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
	"--disable-component-update", "--disable-sync", "--disable-gpu",
];

/** @returns {Promise<{address: string, browser: import("playwright-core").Browser, close: () => Promise<void>}>} */
export async function stage() {
	const folder = mkdtempSync(join(tmpdir(), "zhol-map-"));
	execFileSync(process.execPath, [join(here, "../build.mjs"), folder]);
	for (const file of ["page.html", "world.js"]) copyFileSync(join(here, file), join(folder, file));
	const server = createServer((request, response) => {
		const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
		try {
			const body = readFileSync(join(folder, path.replaceAll("..", "")));
			response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body);
		} catch {
			response.writeHead(404).end();
		}
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
	const port = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
	const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
	return {
		address: `http://127.0.0.1:${port}/page.html`,
		browser,
		close: async () => {
			await browser.close();
			server.close();
			rmSync(folder, { recursive: true });
		},
	};
}

function findChromium() {
	return execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"]).toString().trim();
}
