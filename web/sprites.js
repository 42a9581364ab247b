/**
 * Texts with a halo, drawn once each and then only copied: drawing text is the dearest thing on a canvas.
 *
 * @typedef {object} Style
 * @property {string} font as CSS writes it
 * @property {string} colour
 * @property {string} halo
 * @property {string} [spacing] between letters, such as "0.1em"
 *
 * @typedef {object} Sprite
 * @property {HTMLCanvasElement} image
 * @property {number} width in pixels, of image and text alike
 * @property {number} height
 */

/** Room for the halo on each side, in pixels. */
const ROOM = 3;

export class Sprites {
	/** @type {Map<string, Sprite>} */
	#made = new Map();

	/** Forgets all, when the colours or the screen have changed. */
	clear() {
		this.#made.clear();
	}

	/**
	 * @param {string} text
	 * @param {Style} style
	 * @returns {Sprite}
	 */
	get(text, style) {
		const key = `${style.font}|${style.colour}|${text}`;
		let sprite = this.#made.get(key);
		if (!sprite) this.#made.set(key, (sprite = make(text, style)));
		return sprite;
	}
}

/** @param {string} text @param {Style} style @returns {Sprite} */
function make(text, { font, colour, halo, spacing = "0px" }) {
	const image = document.createElement("canvas");
	const context = /** @type {CanvasRenderingContext2D} */ (image.getContext("2d"));
	const dress = () => {
		context.font = font;
		if ("letterSpacing" in context) context.letterSpacing = spacing;
	};
	dress();
	const measure = context.measureText(text);
	const ratio = devicePixelRatio || 1;
	const width = Math.ceil(measure.width) + 2 * ROOM;
	const rise = Math.ceil(measure.fontBoundingBoxAscent);
	const height = rise + Math.ceil(measure.fontBoundingBoxDescent) + 2;
	image.width = Math.ceil(width * ratio);
	image.height = Math.ceil(height * ratio);
	context.scale(ratio, ratio);
	dress();
	context.lineJoin = "round";
	context.lineWidth = 3;
	context.strokeStyle = halo;
	context.strokeText(text, ROOM, rise + 1);
	context.fillStyle = colour;
	context.fillText(text, ROOM, rise + 1);
	return { image, width, height };
}
