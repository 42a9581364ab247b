import { unpack } from "./codec.js";
import { trace } from "./projection.js";

/** @typedef {import("./types.js").Camera} Camera */
/** @typedef {import("./theme.js").Theme} Theme */

/**
 * Land, lakes and borders, projected once. All land has one colour and all borders one grey line: the map takes no side.
 */
export class Basemap {
	#land = new Path2D();
	#lakes = new Path2D();
	#borders = new Path2D();

	/** @param {{land: number[][][], borders: number[][], lakes: number[][]}} packed what make/basemap.mjs wrote */
	constructor(packed) {
		const closed = (/** @type {number[]} */ ring) => {
			const points = unpack(ring);
			return [...points, points[0]];
		};
		for (const polygon of packed.land) {
			add(this.#land, trace({ type: "Polygon", coordinates: polygon.map(closed) }), true);
		}
		for (const ring of packed.lakes) add(this.#lakes, trace({ type: "Polygon", coordinates: [closed(ring)] }), true);
		for (const line of packed.borders) add(this.#borders, trace({ type: "LineString", coordinates: unpack(line) }), false);
	}

	/** Keeps what is drawn next to the land. @param {CanvasRenderingContext2D} context @param {Camera} camera */
	clip(context, { k, x, y }) {
		const before = context.getTransform();
		context.translate(x, y);
		context.scale(k, k);
		context.clip(this.#land, "evenodd");
		context.setTransform(before);
	}

	/**
	 * @param {CanvasRenderingContext2D} context
	 * @param {Camera} camera
	 * @param {Theme} theme
	 */
	draw(context, { k, x, y }, theme) {
		context.save();
		context.translate(x, y);
		context.scale(k, k);
		context.lineJoin = "round";
		context.fillStyle = theme.land;
		context.fill(this.#land, "evenodd");
		context.lineWidth = 0.9 / k;
		context.strokeStyle = theme.border;
		context.stroke(this.#borders);
		context.fillStyle = theme.sea;
		context.fill(this.#lakes);
		context.lineWidth = 0.7 / k;
		context.strokeStyle = theme.coast;
		context.stroke(this.#land);
		context.stroke(this.#lakes);
		context.restore();
	}
}

/** @param {Path2D} path @param {Float32Array[]} strokes @param {boolean} closed */
function add(path, strokes, closed) {
	for (const stroke of strokes) {
		path.moveTo(stroke[0], stroke[1]);
		for (let i = 2; i < stroke.length; i += 2) path.lineTo(stroke[i], stroke[i + 1]);
		if (closed) path.closePath();
	}
}
