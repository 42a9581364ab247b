/**
 * Makes go-app hand whole trees of elements to the browser instead of node by node (see made.go.txt), and draw what it is told in
 * the same task, once nothing more is told: an answer may still make the frame that it came in.
 *
 *     node batch.mjs FOLDER
 *
 * The folder is that of go-app's package, after onehtml.mjs; only the copy that the page is made with is written over.
 */
import { copyFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { change } from "./change.mjs";

const folder = process.argv[2];

change(folder, "node.go", [
	[/^func \(m nodeManager\) mountHTML\([\s\S]*?^\}\n/m, ""],
	// What is taken away is found no more.
	["\tv.setJSElement(nil)\n", "\tv.setJSElement(nil)\n\tif v, ok := v.(*htmlAny); ok {\n\t\tv.made = place{}\n\t}\n"],
	["func (m nodeManager) dismountRawHTML(v *raw) {\n", "func (m nodeManager) dismountRawHTML(v *raw) {\n\tv.made = place{}\n"],
]);
for (const [file, type, receiver, field] of [["html.go", "htmlElement", "e", "jsElement"], ["text.go", "text", "t", "jsvalue"], ["raw.go", "raw", "r", "jsElement"]]) {
	change(folder, file, [
		[`type ${type} struct {\n`, `type ${type} struct {\n\tmade place\n`],
		[`) JSValue() Value {\n`, `) JSValue() Value {\n\tif node := ${receiver}.made.take(); node != nil {\n\t\t${receiver}.${field} = node\n\t}\n`],
		[`return ${receiver}.${field} != nil`, `return ${receiver}.${field} != nil || ${receiver}.made.batch != nil`],
	]);
}
change(folder, "engine.go", [
	['\t"time"\n', ""],
	[
		/^func \(e \*engineX\) Start\([\s\S]*?^\}\n/m,
		`func (e *engineX) Start(int) {
	for e.processFrame(); ; {
		select {
		case dispatch := <-e.dispatches:
			if dispatch(); len(e.dispatches) == 0 {
				e.processFrame()
			}
		case <-e.ctx.Done():
			return
		}
	}
}
`,
	],
]);
copyFileSync(join(dirname(fileURLToPath(import.meta.url)), "made.go.txt"), join(folder, "made.go"));
