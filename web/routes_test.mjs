import assert from "node:assert/strict";
import { test } from "node:test";
import { shapeOf } from "./geometry.js";
import { layersOf, markOf } from "./routes.js";

test("each change of trains or ships has its mark", () => {
	const marks = ["gauge change", "port loading", "port discharge", "ferry loading", "border", "lift on", "lift off"].map(markOf);
	assert.deepEqual(marks, ["diamond", "square", "square", "square", "circle", "circle", "circle"]);
});

test("a line that several routes run along is drawn once, for the uppermost of them and then the first", () => {
	const [a, b, c, d] = [1, 2, 3, 4].map((x) => shapeOf([new Float32Array([0, 0, x, 1])]));
	/** @param {number} rank @param {boolean} kz @param {import("./geometry.js").Shape[]} shapes @returns {import("./routes.js").Drawn} */
	const route = (rank, kz, ...shapes) => ({ rank, kz, shapes, kinds: shapes.map((shape) => (shape === c ? "sea" : "rail")), transfers: [], marks: [] });
	const routes = [route(1, false, a, b), route(2, true, b, c), route(3, true, a, c, d), route(4, false, d)];
	/** @param {number} [picked] @param {number} [hovered] */
	const layers = (picked, hovered) => layersOf(routes, ({ rank }) => (rank === picked ? 2 : rank === hovered ? 1 : 0))
		.map(({ kz, lift, lines }) => ({ kz, lift, rail: lines.rail, sea: lines.sea }));
	assert.deepEqual(layers(), [
		{ kz: true, lift: 0, rail: [b, a, d], sea: [c] },
		{ kz: false, lift: 0, rail: [a, b], sea: [] },
	]);
	assert.deepEqual(layers(3, 2), [
		{ kz: false, lift: 0, rail: [], sea: [] },
		{ kz: true, lift: 1, rail: [b], sea: [] },
		{ kz: true, lift: 2, rail: [a, d], sea: [c] },
	]);
	assert.deepEqual(layers(4, 4), [
		{ kz: true, lift: 0, rail: [b, a], sea: [c] },
		{ kz: false, lift: 0, rail: [a, b], sea: [] },
		{ kz: false, lift: 2, rail: [d], sea: [] },
	]);
});
