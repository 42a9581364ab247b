import { squareDistance } from "./geometry.js";

/** How far from a line a click still counts, in pixels. */
export const MOUSE_REACH = 8;

/** The same for a finger. */
export const TOUCH_REACH = 22;

/** Lines this much farther than the nearest, in pixels, count as lying on it. */
const TOGETHER = 1.5;

/**
 * Which route a click means. Where several run along one line, clicking again goes round them.
 * @param {ReadonlyArray<{rank: number, shapes: ReadonlyArray<import("./geometry.js").Shape>}>} routes
 * @param {number} x in the plane
 * @param {number} y in the plane
 * @param {number} k of the camera: pixels to a unit of the plane
 * @param {number} reach in pixels
 * @param {number | null} [after] the route picked now, to go on from; without it the best of those together
 * @returns {number | null} rank
 */
export function pickRoute(routes, x, y, k, reach, after = null) {
	const together = ranksAt(routes, x, y, k, reach);
	const at = after === null ? -1 : together.indexOf(after);
	return together.length === 0 ? null : together[(at + 1) % together.length];
}

/**
 * The ranks of the routes that lie together where a click means them, in order.
 * @param {ReadonlyArray<{rank: number, shapes: ReadonlyArray<import("./geometry.js").Shape>}>} routes
 * @param {number} x
 * @param {number} y
 * @param {number} k
 * @param {number} reach
 */
export function ranksAt(routes, x, y, k, reach) {
	const within = reach / k;
	const near = routes
		.map(({ rank, shapes }) => ({ rank, away: nearest(shapes, x, y, within) }))
		.filter(({ away }) => away <= within)
		.sort((a, b) => a.away - b.away || a.rank - b.rank);
	const together = near.filter(({ away }) => away <= near[0].away + TOGETHER / k).map(({ rank }) => rank);
	return together.sort((a, b) => a - b);
}

/**
 * @param {ReadonlyArray<import("./geometry.js").Shape>} shapes
 * @param {number} x
 * @param {number} y
 * @param {number} within
 */
function nearest(shapes, x, y, within) {
	let best = Infinity;
	for (const shape of shapes) best = Math.min(best, squareDistance(shape, x, y, within));
	return Math.sqrt(best);
}
