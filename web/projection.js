/**
 * From degrees to the plane of the map and back.
 *
 * The plane is fixed: panning and zooming are a scale and a shift of it, so everything is projected once.
 * An azimuthal equal-area view from above the Kazakh steppe keeps areas true and rail lines nearly straight; the seam of the
 * map lies in the Pacific at the back, so nothing is ever cut at the antimeridian.
 */
import { geoAzimuthalEqualArea, geoPath } from "d3-geo";

/** Where the map is looked at from above: longitude and latitude in degrees. */
export const centre = /** @type {[number, number]} */ ([64, 34]);

/** How far the map reaches from its centre, in degrees of arc. */
export const horizon = 100;

/** Radius of the sphere in units of the plane; at zoom 1 a unit is a CSS pixel. */
export const RADIUS = 1000;

/** Radius of the map's round edge, in units of the plane. */
export const rim = 2 * RADIUS * Math.sin((horizon * Math.PI) / 360);

/** Kilometres to a unit of the plane, at the centre. */
export const KM_PER_UNIT = 6371.0088 / RADIUS;

/** How fine great circles are bent, in units of the plane. */
const PRECISION = 0.15;

const projection = geoAzimuthalEqualArea()
	.rotate([-centre[0], -centre[1]])
	.scale(RADIUS)
	.translate([0, 0])
	.clipAngle(horizon)
	.precision(PRECISION);

/**
 * @param {number} lon degrees
 * @param {number} lat degrees
 * @returns {[number, number]} in units of the plane, y downwards
 */
export function toPlane(lon, lat) {
	return projection([lon, lat]) ?? [0, 0];
}

/**
 * @param {number} x
 * @param {number} y
 * @returns {[number, number]} longitude and latitude in degrees
 */
export function toDegrees(x, y) {
	return projection.invert?.([x, y]) ?? centre;
}

/**
 * Kilometres along the great circle.
 * @param {[number, number]} from longitude and latitude in degrees
 * @param {[number, number]} to
 */
export function kmBetween([lon, lat], to) {
	const half = (/** @type {number} */ degrees) => Math.sin((degrees * Math.PI) / 360) ** 2;
	const cos = (/** @type {number} */ degrees) => Math.cos((degrees * Math.PI) / 180);
	return 2 * 6371.0088 * Math.asin(Math.sqrt(half(to[1] - lat) + cos(lat) * cos(to[1]) * half(to[0] - lon)));
}

/**
 * Projects one line along great circles.
 * @param {ReadonlyArray<number>} flat longitude, latitude, longitude, latitude, … in degrees
 * @returns {Float32Array[]} x, y, x, y, …; more than one where the line leaves the map
 */
export function lineToPlane(flat) {
	/** @type {Array<[number, number]>} */
	const coordinates = [];
	for (let i = 0; i + 1 < flat.length; i += 2) coordinates.push([flat[i], flat[i + 1]]);
	return trace({ type: "LineString", coordinates });
}

/**
 * Projects any geometry to bare strokes; rings come back closed.
 * @param {import("d3-geo").GeoPermissibleObjects} geometry
 * @returns {Float32Array[]}
 */
export function trace(geometry) {
	/** @type {Float32Array[]} */
	const strokes = [];
	/** @type {number[]} */
	let stroke = [];
	const close = () => {
		if (stroke.length > 2) strokes.push(Float32Array.from(stroke));
		stroke = [];
	};
	const pen = {
		beginPath() {},
		moveTo: (/** @type {number} */ x, /** @type {number} */ y) => {
			close();
			stroke.push(x, y);
		},
		lineTo: (/** @type {number} */ x, /** @type {number} */ y) => void stroke.push(x, y),
		closePath: () => void stroke.push(stroke[0], stroke[1]),
		arc() {},
	};
	geoPath(projection, /** @type {any} */ (pen))(geometry);
	close();
	return strokes;
}
