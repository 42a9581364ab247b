import assert from "node:assert/strict";
import { test } from "node:test";
import { overlap } from "./geometry.js";
import { placeLabels } from "./labels.js";

/** Numbers that look random and are the same every time. @param {number} seed */
function* scattered(seed) {
	for (let s = seed; ; ) yield (s = (s * 48271) % 2147483647) / 2147483647;
}

test("no two names overlap, in a crowd", () => {
	const next = scattered(7);
	const number = () => /** @type {number} */ (next.next().value);
	const wishes = Array.from({ length: 400 }, () => ({ x: number() * 900 - 200, y: number() * 600 - 100, width: 20 + number() * 90, height: 15 }));
	const boxes = placeLabels(wishes).filter((box) => box !== null);
	assert.ok(boxes.length > 60 && boxes.length < 400, `${boxes.length} placed`);
	boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => assert.ok(!overlap(a, b))));
});

test("the first in the list stands to the right; the second gives way to the left, or goes", () => {
	const wish = { x: 0, y: 0, width: 60, height: 14 };
	const [first, second] = placeLabels([wish, { ...wish, x: 4 }]);
	assert.ok(first && first.x0 > 0);
	assert.ok(second && second.x1 < 4);
	const crowd = placeLabels(Array.from({ length: 6 }, () => wish));
	assert.equal(crowd.filter(Boolean).length, 2);
	assert.equal(crowd[5], null);
});

test("nothing stands where something is already", () => {
	const everywhere = { x0: -500, y0: -500, x1: 500, y1: 500 };
	assert.deepEqual(placeLabels([{ x: 0, y: 0, width: 10, height: 10 }], [everywhere]), [null]);
});

test("a country's name stands on its point or not at all", () => {
	const [city, country] = placeLabels([
		{ x: 0, y: 0, width: 40, height: 14 },
		{ x: 20, y: 0, width: 40, height: 14, over: true },
	]);
	assert.ok(city);
	assert.equal(country, null);
});
