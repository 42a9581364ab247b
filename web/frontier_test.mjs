import assert from "node:assert/strict";
import { test } from "node:test";
import { frontier } from "./frontier.js";

/** A field of places, 1 apart. @param {(x: number, y: number) => number} ahead */
function field(ahead, size = 7) {
	const out = [];
	for (let x = 0; x < size; x++) for (let y = 0; y < size; y++) out.push({ x, y, ahead: ahead(x, y) });
	return out;
}

test("the line lies where the difference is nought, in one piece", () => {
	const lines = frontier(field((x) => x - 2.25));
	assert.equal(lines.length, 1);
	const [line] = lines;
	for (let i = 0; i < line.length; i += 2) assert.ok(Math.abs(line[i] - 2.25) < 1e-6, `at ${line[i]}`);
	const ys = [line[1], line[line.length - 1]].sort();
	assert.deepEqual(ys, [0, 6]);
});

test("it goes round an island, and comes back", () => {
	const lines = frontier(field((x, y) => (x === 3 && y === 3 ? 5 : -5)));
	assert.equal(lines.length, 1);
	const [line] = lines;
	assert.deepEqual([line[0], line[1]], [line[line.length - 2], line[line.length - 1]]);
	for (let i = 0; i < line.length; i += 2) assert.ok(Math.hypot(line[i] - 3, line[i + 1] - 3) < 0.75);
});

test("where one kind is ahead everywhere, or is level, there is no line", () => {
	assert.deepEqual(frontier(field(() => 3)), []);
	assert.deepEqual(frontier(field(() => 0)), []);
	assert.deepEqual(frontier([]), []);
	assert.deepEqual(frontier([{ x: 0, y: 0, ahead: 1 }, { x: 1, y: 0, ahead: -1 }]), []);
});

test("it ends where neither kind is ahead", () => {
	const lines = frontier(field((x) => x - 2.25).map((spot) => (spot.y > 3 ? { x: spot.x, y: spot.y } : spot)));
	assert.equal(lines.length, 1);
	for (let i = 1; i < lines[0].length; i += 2) assert.ok(lines[0][i] <= 3);
});

test("it parts every place that is ahead from every neighbour that is not", () => {
	const spots = field((x, y) => Math.sin(x * 2 + y) * 4, 12);
	const lines = frontier(spots);
	assert.ok(lines.length > 1);
	for (const line of lines) for (const value of line) assert.ok(value >= 0 && value <= 11);
});
