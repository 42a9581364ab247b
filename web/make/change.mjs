import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Changes a file of go-app's package, and stops the build where a change finds nothing: another version of it is to be looked at anew.
 * @param {string} folder of the package @param {string} name of the file
 * @param {Array<[string | RegExp, string]>} changes what is to be replaced, once or as often as a RegExp says, and by what
 */
export function change(folder, name, changes) {
	const file = join(folder, name);
	let text = readFileSync(file, "utf8");
	for (const [what, by] of changes) {
		const after = text.replace(what, () => by);
		if (after === text) throw new Error(`${name} is not as it was: no ${what}`);
		text = after;
	}
	writeFileSync(file, text);
}
