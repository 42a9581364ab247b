import assert from "node:assert/strict";
import { test } from "node:test";
import { geoContains } from "d3-geo";
import { GRAIN } from "./basemap.js";
import { pack, STEPS, unpack } from "./codec.js";
import { drawn, makeBasemap } from "./make/basemap.mjs";
import { toPlane } from "./projection.js";

const map = makeBasemap();
const closed = (/** @type {number[]} */ ring) => [...unpack(ring), unpack(ring)[0]];
const land = { type: /** @type {const} */ ("MultiPolygon"), coordinates: map.land.map((polygon) => polygon.map(closed)) };
const lakes = { type: /** @type {const} */ ("MultiPolygon"), coordinates: map.lakes.map((ring) => [closed(ring)]) };

test("packing keeps a line to half a step", () => {
	const line = [[-179.996, 51.234], [12.5, -7.777], [12.52, -7.776], [180, 80]];
	const back = unpack(pack(line));
	assert.equal(back.length, 4);
	back.forEach(([lon, lat], i) => {
		assert.ok(Math.abs(lon - line[i][0]) <= 0.5 / STEPS + 1e-9);
		assert.ok(Math.abs(lat - line[i][1]) <= 0.5 / STEPS + 1e-9);
	});
});

/** @type {Array<[string, number, number]>} */
const dry = [["Astana", 71.4, 51.2], ["Xi'an", 108.9, 34.3], ["Duisburg", 6.8, 51.4], ["Riyadh", 46.7, 24.7], ["Chukotka", 178, 67], ["beyond 180°", -175, 66], ["Bahrain", 50.55, 26.05]];
/** @type {Array<[string, number, number]>} */
const wet = [["Caspian", 51, 42], ["Black Sea", 34, 43.5], ["Gulf", 51.5, 27], ["Red Sea", 38, 20], ["Arabian Sea", 64, 15], ["Baltic", 19, 56]];

test("land is land and water is water", () => {
	for (const [name, lon, lat] of dry) assert.ok(geoContains(land, [lon, lat]), name);
	for (const [name, lon, lat] of wet) assert.ok(!geoContains(land, [lon, lat]), name);
});

test("the lakes that the coastline lacks are there", () => {
	/** @type {Array<[string, number, number]>} */
	const wet = [["North Aral", 60.7, 46.4], ["Balkhash", 74.3, 46.2], ["Baikal", 108.3, 53.8], ["Issyk-Kul", 77.2, 42.4]];
	for (const [name, lon, lat] of wet) assert.ok(geoContains(lakes, [lon, lat]), name);
	assert.ok(!geoContains(lakes, [60, 44.8]), "the dry bed of the Aral is land");
});

test("what is drawn is the same land, in the plane", () => {
	const rings = drawn(map).land.split("z").filter(Boolean).map((ring) => {
		const [x, y, ...steps] = [...ring.matchAll(/-?\d+/g)].map(Number);
		const points = [[x / GRAIN, y / GRAIN]];
		for (let i = 0; i < steps.length; i += 2) points.push([points[i / 2][0] + steps[i] / GRAIN, points[i / 2][1] + steps[i + 1] / GRAIN]);
		return points;
	});
	/** Whether a point lies within an odd number of rings, as the map is filled. @param {number} lon @param {number} lat */
	const filled = (lon, lat) => {
		const [x, y] = toPlane(lon, lat);
		let odd = false;
		for (const ring of rings) {
			ring.forEach(([x1, y1], i) => {
				const [x0, y0] = ring[(i || ring.length) - 1];
				if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) odd = !odd;
			});
		}
		return odd;
	};
	for (const [name, lon, lat] of dry) assert.ok(filled(lon, lat), name);
	for (const [name, lon, lat] of wet) assert.ok(!filled(lon, lat), name);
});

test("the map is small, and made the same again", () => {
	const text = JSON.stringify(drawn(map));
	assert.ok(text.length < 170_000, `${text.length} bytes`);
	assert.equal(JSON.stringify(drawn(makeBasemap())), text);
});
