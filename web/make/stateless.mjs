/**
 * Takes out of go-app what a page has no use for that keeps nothing and whose parts tell each other nothing by name: states with their
 * store, broadcasts and dates of expiry, actions, and ciphers. Of a component's fields it compares what can be compared by itself.
 *
 *     node stateless.mjs FOLDER
 *
 * The folder is that of go-app's package; only the copy that the page is made with is written over. Go cannot leave these out by
 * itself: the engine holds them, and a date that any value may hold brings all that can be done with one.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { change } from "./change.mjs";

const folder = process.argv[2];

/** @param {string} name of a method of Context */
const method = (name) => new RegExp(`^(//[^\\n]*\\n)*func \\(ctx Context\\) ${name}\\([\\s\\S]*?^\\}\\n`, "m");

rmSync(join(folder, "state.go"));
change(folder, "context.go", [
	...["DeviceID", "Encrypt", "Decrypt", "cryptoKey", "Handle", "NewAction", "NewActionWithValue", "ObserveState", "GetState", "SetState", "DelState"].map((name) => /** @type {[RegExp, string]} */ ([method(name), ""])),
	[/^\t((observe|get|set|del)State|(handle|post)Action) +func.*\n/gm, ""],
	['\t"encoding/json"\n', ""],
	['\t"strings"\n', ""],
	['\t"github.com/google/uuid"\n', ""],
]);
change(folder, "engine.go", [
	[/^\tstates +stateManager\n/m, ""],
	[/^\t\t\w+(State|Action): +e\.(states|actions)\.\w+,\n/gm, ""],
	["\te.states.Cleanup()\n", ""],
	[/^\tactions +actionManager\n/m, ""],
	["\te.actions.Cleanup()\n", ""],
	[/^\t\tfor action, handler := range e\.asynchronousActionHandlers \{[\s\S]*?^\t\t\}\n/m, ""],
]);
change(folder, "node.go", [
	[/^\t\tswitch v\.Interface\(\)\.\(type\) \{\n\t\tcase time\.Time:[\s\S]*?^\t\t\}\n/m, "\t\treturn !v.Equal(new)\n"],
	['\t"time"\n', ""],
]);
