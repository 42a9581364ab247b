import assert from "node:assert/strict";
import { test } from "node:test";
import { shapeOf, toSegment } from "./geometry.js";
import { MOUSE_REACH, pickRoute, TOUCH_REACH } from "./pick.js";

const route = (/** @type {number} */ rank, /** @type {number[][]} */ ...lines) => ({
	rank,
	shapes: lines.map((line) => shapeOf([Float32Array.from(line)])),
});
const shared = [0, 0, 100, 0];
const routes = [route(1, shared, [100, 0, 200, 50]), route(2, shared, [100, 0, 200, -50]), route(3, [0, 40, 100, 40])];

test("the nearest line within reach is picked, and none beyond it", () => {
	assert.equal(pickRoute(routes, 50, 35, 1, MOUSE_REACH), 3);
	assert.equal(pickRoute(routes, 190, 44, 1, MOUSE_REACH), 1);
	assert.equal(pickRoute(routes, 50, 20, 1, MOUSE_REACH), null);
	assert.equal(pickRoute(routes, 50, 60, 1, MOUSE_REACH), null);
});

test("a finger reaches farther, and zooming in makes the reach shorter on the ground", () => {
	assert.equal(pickRoute(routes, 50, 60, 1, TOUCH_REACH), 3);
	assert.equal(pickRoute(routes, 50, 60, 2, TOUCH_REACH), null);
});

test("on a shared line the best comes first, and the next click goes on to the next", () => {
	assert.equal(pickRoute(routes, 50, 1, 1, MOUSE_REACH), 1);
	assert.equal(pickRoute(routes, 50, 1, 1, MOUSE_REACH, 1), 2);
	assert.equal(pickRoute(routes, 50, 1, 1, MOUSE_REACH, 2), 1);
	assert.equal(pickRoute(routes, 50, 1, 1, MOUSE_REACH, 3), 1);
});

test("distance to a segment, past its ends and on a point", () => {
	assert.equal(toSegment(0, 5, 0, 0, 10, 0), 25);
	assert.equal(toSegment(13, 4, 0, 0, 10, 0), 25);
	assert.equal(toSegment(3, 4, 0, 0, 0, 0), 25);
});
