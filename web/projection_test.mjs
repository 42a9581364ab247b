import assert from "node:assert/strict";
import { test } from "node:test";
import { kmBetween, centre, KM_PER_UNIT, lineToPlane, rim, toDegrees, toPlane } from "./projection.js";
import { scaleBar } from "./scale.js";

test("degrees go to the plane and back", () => {
	for (let lon = -30; lon <= 180; lon += 7) {
		for (let lat = -38; lat <= 80; lat += 7) {
			const [x, y] = toPlane(lon, lat);
			const [lon2, lat2] = toDegrees(x, y);
			assert.ok(Math.abs(lat2 - lat) < 1e-9, `${lon},${lat}`);
			assert.ok(Math.abs((((lon2 - lon) % 360) + 540) % 360 - 180) < 1e-9, `${lon},${lat}`);
		}
	}
});

test("north is up and east is right at the centre, and a kilometre is a kilometre", () => {
	const [x, y] = toPlane(centre[0], centre[1] + 1);
	assert.ok(y < 0 && Math.abs(x) < 1e-9);
	assert.ok(toPlane(centre[0] + 1, centre[1])[0] > 0);
	assert.ok(Math.abs(-y * KM_PER_UNIT - 111.19) < 0.05);
});

test("a line over the antimeridian is one short stroke, not a bar across the map", () => {
	const strokes = lineToPlane([170, 50, -170, 52]);
	assert.equal(strokes.length, 1);
	const xs = strokes[0].filter((_, i) => i % 2 === 0);
	const direct = Math.hypot(...[0, 1].map((i) => toPlane(170, 50)[i] - toPlane(-170, 52)[i]));
	assert.ok(Math.max(...xs) - Math.min(...xs) <= direct + 1);
});

test("a line between far ports bends along the great circle", () => {
	const [stroke] = lineToPlane([121.5, 31.2, 4, 52]);
	assert.ok(stroke.length > 8);
	assert.ok(stroke.every((v) => Math.abs(v) < rim));
});

test("the scale bar shows a round number that fits", () => {
	for (let k = 0.18; k < 24; k *= 1.3) {
		const { km, pixels } = scaleBar(k);
		assert.ok(pixels <= 120 && pixels > 40, `${k}: ${pixels}`);
		assert.match(String(km), /^[125]0*$|^0\.[125]$/);
	}
});

test("kilometres are along the great circle", () => {
	const near = (/** @type {number} */ is, /** @type {number} */ want) => assert.ok(Math.abs(is - want) < 1, `${is}, not ${want}`);
	near(kmBetween([0, 0], [180, 0]), 20015);
	near(kmBetween([103.8, 1.3], [4.5, 51.9]), 10_529.5);
	near(kmBetween([76.9, 43.3], [76.9, 43.3]), 0);
});
