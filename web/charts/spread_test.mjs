import assert from "node:assert/strict";
import { test } from "node:test";
import { spread } from "./spread.js";

const room = { x0: 0, y0: 0, x1: 300, y1: 260 };
const nearest = (/** @type {import("./spread.js").Stood[]} */ marks) =>
	Math.min(...marks.flatMap((a, i) => marks.slice(i + 1).map((b) => Math.hypot(a.atX - b.atX, a.atY - b.atY))));

test("marks on one spot come apart, and stay in the room", () => {
	for (const gap of [26, 44]) {
		const marks = spread([...Array(7)].map(() => /** @type {[number, number]} */ ([290, 5])), gap, room);
		assert.ok(nearest(marks) > gap - 1, `${nearest(marks)} apart`);
		for (const { atX, atY } of marks) assert.ok(atX >= 0 && atX <= 300 && atY >= 0 && atY <= 260);
	}
});

test("a mark that no other is near stays where it is", () => {
	const [a] = spread([[50, 50], [200, 50]], 26, room);
	assert.ok(Math.hypot(a.atX - 50, a.atY - 50) < 0.2);
});

test("the same points give the same picture", () => {
	const points = /** @type {Array<[number, number]>} */ ([[10, 10], [12, 11], [14, 9], [10, 10]]);
	assert.deepEqual(spread(points, 26, room), spread(points, 26, room));
});
