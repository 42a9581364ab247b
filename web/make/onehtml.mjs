/**
 * Makes one type of the many that go-app has for the elements of HTML:
 *
 *     node onehtml.mjs FOLDER
 *
 * Each element of go-app is an interface of some sixty methods that return itself, and Go keeps the description of every
 * interface that is used: a kilobyte of what a visitor fetches for each kind of element. Here all are one struct with every
 * method, of which the linker keeps those that are called, and elements are told apart by their tags. The folder is that of go-app's
 * package; only the copy that the page is made with is written over.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { change } from "./change.mjs";

/** What go-app's engine tells from other elements by its type. */
const KEPT = ["Body", "Html", "Head"];

const folder = process.argv[2];
const file = join(folder, "html_gen.go");
const text = readFileSync(file, "utf8");
/** @type {string[]} */
const out = ["package app\n", "type htmlAny struct{ htmlElement }\n"];
let count = 0;

for (const [whole, name] of text.matchAll(/^type HTML(\w+) interface \{\n[\s\S]*?^\}\n/gm)) {
	out.push(KEPT.includes(name) ? whole : `type HTML${name} = *htmlAny\n`);
	count++;
}
for (const [whole, name] of text.matchAll(/^type html(\w+) struct \{\n[\s\S]*?^\}\n/gm)) if (KEPT.includes(name)) out.push(whole);
for (const [whole, , , name] of text.matchAll(/^func (\w+)\(([^\n]*)\) HTML(\w+) \{\n[\s\S]*?^\}\n/gm)) {
	out.push(KEPT.includes(name) ? whole : whole.replace(`&html${name}{`, "&htmlAny{"));
}
const seen = new Set();
// Those of a plain element first: some that hold nothing have a Text of their own.
const methods = [...text.matchAll(/^func \(e \*html(\w+)\) (\w+)\([^\n]*\{\n[\s\S]*?^\}\n/gm)];
for (const [whole, name, method] of [...methods.filter(([, name]) => name === "Div"), ...methods]) {
	if (KEPT.includes(name)) out.push(whole);
	else if (!seen.has(method)) {
		seen.add(method);
		out.push(whole.replaceAll(`*html${name})`, "*htmlAny)").replace(`) HTML${name} {`, ") *htmlAny {"));
	}
}
if (count < 100 || seen.size < 150) throw new Error(`${file} is not as it was: ${count} elements, ${seen.size} methods`);
const body = out.join("\n");
writeFileSync(file, body.includes("strings.") ? body.replace("package app\n", 'package app\n\nimport "strings"\n') : body);

change(folder, "node.go", [["case *htmlElem, *htmlElemSelfClosing:", "case *htmlAny:"]]);
