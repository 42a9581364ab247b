/** @typedef {import("./types.js").Camera} Camera */
/** @typedef {import("./theme.js").Theme} Theme */
/** @typedef {{land: string, borders: string, lakes: string}} Paths as SVG writes them, in the plane, by its GRAIN */

/** Steps to a unit of the plane in basemap.json: 0.6 km each. */
export const GRAIN = 10;

/**
 * Land, lakes and borders, which come projected, as paths that the browser reads by itself. All land has one colour and all
 * borders one grey line: the map takes no side.
 */
export class Basemap {
	#land;
	#lakes;
	#borders;

	/** @param {Paths} paths what make/basemap.mjs wrote */
	constructor({ land, lakes, borders }) {
		this.#land = new Path2D(land);
		this.#lakes = new Path2D(lakes);
		this.#borders = new Path2D(borders);
	}

	/** Keeps what is drawn next to the land. @param {CanvasRenderingContext2D} context @param {Camera} camera */
	clip(context, { k, x, y }) {
		const before = context.getTransform();
		context.translate(x, y);
		context.scale(k / GRAIN, k / GRAIN);
		context.clip(this.#land, "evenodd");
		context.setTransform(before);
	}

	/**
	 * @param {CanvasRenderingContext2D} context
	 * @param {Camera} camera
	 * @param {Theme} theme
	 */
	draw(context, { k: zoom, x, y }, theme) {
		const k = zoom / GRAIN;
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
