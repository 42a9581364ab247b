import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOf } from "./places.js";

const place = { id: "sha", name: "Shanghai (Yangshan)", ru: "Шанхай", kk: "Шанхай", zh: "上海", lon: 122, lat: 31 };

test("a place is called as a language does, and never by its id", () => {
	for (const [lang, want] of [["en", "Shanghai (Yangshan)"], ["ru", "Шанхай"], ["zh", "上海"], ["id", "Shanghai (Yangshan)"], ["ar", "Shanghai (Yangshan)"]]) {
		assert.equal(nameOf(place, lang, {}), want, lang);
	}
	assert.equal(nameOf(place, "ar", { sha: "شنغهاي" }), "شنغهاي");
});
