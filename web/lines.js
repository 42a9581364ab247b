import { addStrokes, overlap, shapeOf } from "./geometry.js";
import { lineToPlane } from "./projection.js";

/** @typedef {import("./types.js").Kind} Kind */
/** @typedef {import("./types.js").Camera} Camera */
/** @typedef {import("./geometry.js").Shape} Shape */

/**
 * How each kind is dashed, for a line one pixel wide: rail whole, planned rail broken, sea in long dashes, ferry dash and
 * dot, road in dots.
 * The legend on the page shows the same.
 * @type {Record<Kind, number[]>}
 */
export const DASHES = { rail: [], planned: [5, 3], sea: [3, 2], ferry: [3, 1.6, 0.2, 1.6], road: [0.2, 1.8] };

/** @type {Kind[]} */
export const KINDS = ["sea", "ferry", "road", "planned", "rail"];

/** The lines of the network, by the index that routes name them by. */
export class Lines {
	/** @type {(Kind | "gone")[]} */
	kinds = [];
	/** @type {ReadonlyArray<import("./types.js").Piece>} */
	#pieces = [];
	/** @type {Shape[]} of those that have been asked for */
	#shapes = [];

	/** @param {ReadonlyArray<import("./types.js").Piece>} pieces */
	set(pieces) {
		this.kinds = pieces.map(({ kind }) => kind);
		this.#pieces = pieces;
		this.#shapes = [];
	}

	/** @param {number} index */
	has(index) {
		return index in this.#pieces;
	}

	/** A line in the plane, projected when it is first drawn: routes go by few, and they are drawn before the ground. @param {number} index */
	shape(index) {
		return (this.#shapes[index] ??= shapeOf(lineToPlane(this.#pieces[index].line)));
	}

	/**
	 * Draws the whole network faintly, as a ground for the routes.
	 * @param {CanvasRenderingContext2D} context
	 * @param {Camera} camera
	 * @param {import("./theme.js").Theme} theme
	 * @param {number} width
	 * @param {number} height
	 */
	draw(context, camera, theme, width, height) {
		const colours = { rail: theme.rail, planned: theme.rail, sea: theme.lane, ferry: theme.ferry, road: theme.rail };
		const weight = Math.min(1.6, 0.7 + camera.k * 0.3);
		const seen = windowOf(camera, width, height);
		for (const kind of KINDS) {
			context.beginPath();
			this.kinds.forEach((own, i) => {
				if (own === kind && overlap(this.shape(i).box, seen)) addStrokes(context, this.shape(i).strokes, camera);
			});
			stroke(context, colours[kind], kind === "sea" ? weight * 0.6 : weight, DASHES[kind]);
		}
	}
}

/**
 * Strokes the current path, its dashes in proportion to its weight.
 * @param {CanvasRenderingContext2D} context
 * @param {string} colour
 * @param {number} weight in pixels
 * @param {number[]} dash
 * @param {number} [unit] pixels that the dashes are measured in; the weight if left out
 */
export function stroke(context, colour, weight, dash, unit = Math.max(1.6, weight)) {
	context.setLineDash(dash.map((part) => part * unit));
	context.lineCap = dash.length > 0 && dash[0] < 1 ? "round" : dash.length > 2 ? "round" : "butt";
	context.lineJoin = "round";
	context.lineWidth = weight;
	context.strokeStyle = colour;
	context.stroke();
}

/**
 * What part of the plane is seen.
 * @param {Camera} camera
 * @param {number} width
 * @param {number} height
 */
export function windowOf({ k, x, y }, width, height) {
	return { x0: -x / k, y0: -y / k, x1: (width - x) / k, y1: (height - y) / k };
}
