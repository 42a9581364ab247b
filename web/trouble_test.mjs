import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { english } from "./trouble.js";

test("what is said before the words of a language have come is what English says", () => {
	assert.deepEqual(english, JSON.parse(readFileSync(new URL("../app/page/words/en.json", import.meta.url), "utf8")).Trouble);
});
