import assert from "node:assert/strict";
import { test } from "node:test";
import { markOf } from "./routes.js";

test("each change of trains or ships has its mark", () => {
	const marks = ["gauge change", "port loading", "port discharge", "ferry loading", "border", "lift on", "lift off"].map(markOf);
	assert.deepEqual(marks, ["diamond", "square", "square", "square", "circle", "circle", "circle"]);
});
