/**
 * Lines in the plane: boxes around them and the distance to them. Flat arrays of x, y, x, y, …
 */

/** @typedef {import("./types.js").Box} Box */

/**
 * A projected line with the box around it.
 * @typedef {{strokes: Float32Array[], box: Box}} Shape
 */

/**
 * @param {Float32Array[]} strokes
 * @returns {Shape}
 */
export function shapeOf(strokes) {
	const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
	for (const stroke of strokes) {
		for (let i = 0; i < stroke.length; i += 2) {
			box.x0 = Math.min(box.x0, stroke[i]);
			box.x1 = Math.max(box.x1, stroke[i]);
			box.y0 = Math.min(box.y0, stroke[i + 1]);
			box.y1 = Math.max(box.y1, stroke[i + 1]);
		}
	}
	return { strokes, box };
}

/** The box around boxes. @param {ReadonlyArray<Box>} boxes @returns {Box} */
export function around(boxes) {
	return {
		x0: Math.min(...boxes.map(({ x0 }) => x0)),
		y0: Math.min(...boxes.map(({ y0 }) => y0)),
		x1: Math.max(...boxes.map(({ x1 }) => x1)),
		y1: Math.max(...boxes.map(({ y1 }) => y1)),
	};
}

/**
 * @param {Box} a
 * @param {Box} b
 */
export function overlap(a, b) {
	return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/** Whether a box lies in another whole. @param {Box} a @param {Box} b */
export function within(a, b) {
	return a.x0 >= b.x0 && a.x1 <= b.x1 && a.y0 >= b.y0 && a.y1 <= b.y1;
}

/**
 * Square of the distance from a point to a shape, or Infinity if it is surely farther than within.
 * @param {Shape} shape
 * @param {number} x
 * @param {number} y
 * @param {number} within
 */
export function squareDistance(shape, x, y, within) {
	const { box, strokes } = shape;
	if (x < box.x0 - within || x > box.x1 + within || y < box.y0 - within || y > box.y1 + within) return Infinity;
	let best = Infinity;
	for (const stroke of strokes) {
		for (let i = 2; i < stroke.length; i += 2) {
			best = Math.min(best, toSegment(x, y, stroke[i - 2], stroke[i - 1], stroke[i], stroke[i + 1]));
		}
	}
	return best;
}

/**
 * Square of the distance from (x, y) to the segment a-b.
 * @param {number} x
 * @param {number} y
 * @param {number} ax
 * @param {number} ay
 * @param {number} bx
 * @param {number} by
 */
export function toSegment(x, y, ax, ay, bx, by) {
	const dx = bx - ax;
	const dy = by - ay;
	const length = dx * dx + dy * dy;
	const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
	const px = ax + t * dx - x;
	const py = ay + t * dy - y;
	return px * px + py * py;
}

/**
 * Adds strokes to the current path of a canvas, through the camera.
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array[]} strokes
 * @param {import("./types.js").Camera} camera
 */
export function addStrokes(context, strokes, { k, x, y }) {
	for (const stroke of strokes) {
		context.moveTo(stroke[0] * k + x, stroke[1] * k + y);
		for (let i = 2; i < stroke.length; i += 2) context.lineTo(stroke[i] * k + x, stroke[i + 1] * k + y);
	}
}
