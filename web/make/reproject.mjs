import { geoArea, geoStream } from "d3-geo";

/**
 * Runs a geometry through a projection's clipping and back to degrees.
 *
 * Only what clipping does is kept: the projection must not resample (precision 0).
 *
 * @param {any} geometry MultiPolygon or MultiLineString, longitude and latitude in degrees
 * @param {import("d3-geo").GeoProjection} projection
 * @returns {{type: string, coordinates: any[]}} of the same type
 */
export function reproject(geometry, projection) {
	/** @type {number[][][][]} */
	const polygons = [];
	/** @type {number[][][]} */
	let rings = [];
	/** @type {number[][]} */
	let line = [];
	const back = (/** @type {number} */ x, /** @type {number} */ y) => /** @type {number[]} */ (projection.invert?.([x, y]));
	const stream = projection.stream({
		point: (x, y) => void line.push(back(x, y)),
		lineStart: () => void (line = []),
		lineEnd: () => void (line.length > 1 && rings.push(line)),
		polygonStart: () => void (rings = []),
		polygonEnd: () => void polygons.push(...nest(rings)),
	});
	if (geometry.type === "MultiPolygon") {
		for (const coordinates of geometry.coordinates) geoStream({ type: "Polygon", coordinates }, stream);
		return { type: "MultiPolygon", coordinates: polygons };
	}
	geoStream(geometry, stream);
	return { type: "MultiLineString", coordinates: rings };
}

/**
 * Groups the rings of one clipped polygon: those that wind clockwise are shores, the others holes (an inland sea).
 * A hole goes with the largest shore: pieces cut off by the horizon have no inland seas.
 * @param {number[][][]} rings
 * @returns {number[][][][]}
 */
function nest(rings) {
	const closed = rings.map((ring) => [...ring, ring[0]]).filter((ring) => ring.length > 3);
	const area = (/** @type {number[][]} */ ring) => geoArea({ type: "Polygon", coordinates: [ring] });
	const shores = closed.filter((ring) => area(ring) <= 2 * Math.PI).sort((a, b) => area(b) - area(a));
	const holes = closed.filter((ring) => area(ring) > 2 * Math.PI);
	return shores.map((ring, i) => (i === 0 ? [ring, ...holes] : [ring]));
}
