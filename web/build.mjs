/**
 * Writes what the browser is given, apart from the program itself, into a folder:
 *
 *     node build.mjs OUTDIR
 *
 * zhol.js (map and charts), boot.js, qr.js, style.css, icons.svg and basemap.json. All addresses are relative.
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { makeBasemap } from "./make/basemap.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) {
	console.error("usage: node build.mjs OUTDIR");
	process.exit(2);
}
mkdirSync(out, { recursive: true });
const common = { bundle: true, minify: true, target: "es2022", charset: /** @type {const} */ ("utf8"), logLevel: /** @type {const} */ ("warning") };
await build({ ...common, entryPoints: [join(here, "main.js")], outfile: join(out, "zhol.js"), format: "esm", legalComments: "none" });
await build({ ...common, entryPoints: [join(here, "boot.js")], outfile: join(out, "boot.js"), format: "esm", legalComments: "none", external: ["./program.js", "./qr.js"] });
await build({ ...common, entryPoints: [join(here, "qr.js")], outfile: join(out, "qr.js"), format: "esm", legalComments: "none" });
await build({ ...common, entryPoints: [join(here, "style.css")], outfile: join(out, "style.css") });
copyFileSync(join(here, "icons.svg"), join(out, "icons.svg"));
writeFileSync(join(out, "basemap.json"), JSON.stringify(makeBasemap()) + "\n");
