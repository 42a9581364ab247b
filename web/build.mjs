/**
 * Writes what the browser is given, apart from the program itself, into a folder:
 *
 *     node build.mjs OUTDIR
 *
 * zhol.js (the map), boot.js, program.js and style.css, which are then written into the page, charts.js, qr.js and frontier.js for when they are needed, icons.svg, basemap.json, and
 * words/ for the languages beside English. All addresses are relative.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { drawn, makeBasemap } from "./make/basemap.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) {
	console.error("usage: node build.mjs OUTDIR");
	process.exit(2);
}
mkdirSync(out, { recursive: true });
const common = { bundle: true, minify: true, target: "es2022", charset: /** @type {const} */ ("utf8"), logLevel: /** @type {const} */ ("warning") };
await build({ ...common, entryPoints: [join(here, "main.js")], outfile: join(out, "zhol.js"), format: "esm", legalComments: "none", external: ["./qr.js", "./frontier.js"] });
for (const late of ["qr.js", "frontier.js", "charts.js"]) await build({ ...common, entryPoints: [join(here, late)], outfile: join(out, late), format: "esm", legalComments: "none" });
await build({ ...common, entryPoints: [join(here, "boot.js")], outfile: join(out, "boot.js"), format: "esm", legalComments: "none", external: ["./qr.js", "./charts.js"] });
await build({ ...common, entryPoints: [join(here, "program.js")], outfile: join(out, "program.js"), format: "iife", legalComments: "none" });
await build({ ...common, entryPoints: [join(here, "style.css")], outfile: join(out, "style.css") });
copyFileSync(join(here, "icons.svg"), join(out, "icons.svg"));
writeFileSync(join(out, "basemap.json"), JSON.stringify(drawn(makeBasemap())) + "\n");
// English is in the program; the others are fetched when they are spoken.
const words = join(here, "../app/page/words");
mkdirSync(join(out, "words"), { recursive: true });
for (const file of readdirSync(words)) {
	if (file !== "en.json") writeFileSync(join(out, "words", file), JSON.stringify(JSON.parse(readFileSync(join(words, file), "utf8"))));
}
