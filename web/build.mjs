/**
 * Writes what the browser is given, apart from the program itself, into a folder:
 *
 *     node build.mjs OUTDIR [WASM_EXEC]
 *
 * zhol.js (the map), boot.js, program.js and style.css, which are then written into the page, charts.js, qr.js and frontier.js for when they are needed, basemap.json, and
 * wasm_exec.js (Go's own, whose path is given) and worker.js without what people read in them, and
 * words/ for the languages beside English. All addresses are relative.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { drawn, makeBasemap } from "./make/basemap.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [, , out, runs] = process.argv;
if (!out) {
	console.error("usage: node build.mjs OUTDIR [WASM_EXEC]");
	process.exit(2);
}
mkdirSync(out, { recursive: true });
// Of D3 the page has the parts that it uses, as of go-app: a tenth of what it fetches beside its program would be the rest.
const alias = { "d3-transition": join(here, "make/d3/transition.js"), "d3-interpolate": join(here, "make/d3/interpolate.js"), "d3-format": join(here, "make/d3/format.js") };
/** The map has brought d3-selection, when a chart wants it. @type {import("esbuild").Plugin} */
const brought = { name: "brought", setup: (build) => build.onResolve({ filter: /^d3-selection$/ }, () => ({ path: "./zhol.js", external: true })) };
const common = { bundle: true, minify: true, alias, target: "es2022", charset: /** @type {const} */ ("utf8"), logLevel: /** @type {const} */ ("warning"), legalComments: /** @type {const} */ ("none") };
/** @param {string} name @param {import("esbuild").BuildOptions} [options] */
const script = (name, options) => build({ ...common, entryPoints: [join(here, name)], outfile: join(out, name), format: "esm", ...options });
await script("main.js", { outfile: join(out, "zhol.js"), external: ["./qr.js", "./frontier.js"] });
await script("qr.js");
await script("frontier.js");
await script("charts.js", { plugins: [brought] });
await script("boot.js", { external: ["./qr.js", "./charts.js"] });
await script("program.js", { format: "iife" });
await script("worker.js", { bundle: false, format: undefined, alias: undefined });
if (runs) await script("worker.js", { bundle: false, format: undefined, alias: undefined, entryPoints: [runs], outfile: join(out, "wasm_exec.js") });
await build({ ...common, entryPoints: [join(here, "style.css")], outfile: join(out, "style.css") });
writeFileSync(join(out, "basemap.json"), JSON.stringify(drawn(makeBasemap())) + "\n");
// English is in the program; the others are fetched when they are spoken.
const words = join(here, "../app/page/words");
mkdirSync(join(out, "words"), { recursive: true });
for (const file of readdirSync(words)) {
	if (file !== "en.json") writeFileSync(join(out, "words", file), JSON.stringify(JSON.parse(readFileSync(join(words, file), "utf8"))));
}
