import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { english, question } from "./trouble.js";

test("what is said before the words of a language have come is what English says", () => {
	assert.deepEqual(english, JSON.parse(readFileSync(new URL("../app/page/words/en.json", import.meta.url), "utf8")).Trouble);
});

test("what a link asks is told by the names of its ends", () => {
	const places = "sia\tCNSIA\tXi'an\tСиань\tСиань\t西安\t\ndui\tDEDUI\tDuisburg\tДуйсбург\tДуйсбург\t杜伊斯堡\t\nala\tKZALA\tAlmaty\tАлматы\tАлматы\t阿拉木图\t";
	for (const [hash, code, want] of [
		["", "en", ""],
		["#lang=ru&embed=1", "ru", ""],
		["#from=KZALA&to=DEDUI&lang=ru", "ru", "Алматы – Дуйсбург"],
		["#from=ala", "zh", "阿拉木图 – 杜伊斯堡"],
		["#from=Алматы&to=51.5,7", "en", "Almaty – 51.5,7"],
		["#from=KZALA&avoid=hormuz&lang=ar", "ar", "ألماتي – Duisburg · avoid=hormuz"],
		["#from=%&to=<b>", "en", "% – <b>"],
	]) {
		assert.equal(question(hash, places, code, code === "ar" ? { ala: "ألماتي" } : {}).replace(/[\u2068\u2069]/g, ""), want, hash);
	}
	assert.match(question("#from=KZALA", "", "en", {}), /KZALA – dui/, "without the names, the link's own");
});
