/**
 * A picture that is drawn once and then only slid and stretched while the map moves.
 *
 * It is larger than the window by a margin on every side. It is drawn anew when the margin is used up, when it has been stretched too far,
 * or when the map comes to rest after a zoom.
 *
 * @typedef {import("./types.js").Camera} Camera
 */

/** Margin on each side, in pixels. */
const MARGIN = 160;

/** The picture may be stretched or shrunk this much before it must be drawn anew. */
const STRETCH = 1.5;

/** Milliseconds without movement after which a stretched picture is drawn anew. */
const REST = 90;

export class Still {
	canvas = madeCanvas();

	/**
	 * What is drawn on off the page and handed to the canvas whole: a canvas that is drawn on is copied for every frame of the page,
	 * though nothing on it has changed. None on paper, where lines are to stay lines, nor where the browser has none.
	 */
	#sheet = madeSheet();
	#draw;
	/** @type {Camera | null} */
	#drawn = null;
	#timer = 0;
	#width = 0;
	#height = 0;

	/** @param {(context: CanvasRenderingContext2D, camera: Camera, width: number, height: number) => void} draw */
	constructor(draw) {
		this.#draw = draw;
	}

	/** Draws for paper from now on, or for the screen again. @param {boolean} on */
	paper(on) {
		const canvas = madeCanvas();
		this.canvas.replaceWith(canvas);
		this.canvas = canvas;
		this.#sheet = on ? null : madeSheet();
		this.stale();
	}

	/** Forgets the picture; the next show draws it anew. */
	stale() {
		this.#drawn = null;
	}

	/**
	 * Shows the picture as the camera sees it.
	 * @param {Camera} camera
	 * @param {number} width of the window
	 * @param {number} height
	 */
	show(camera, width, height) {
		if (width !== this.#width || height !== this.#height) this.#drawn = null;
		this.#width = width;
		this.#height = height;
		if (!this.#drawn || !this.#covers(camera)) this.#render(camera);
		const from = /** @type {Camera} */ (this.#drawn);
		const s = camera.k / from.k;
		const x = camera.x - s * (from.x + MARGIN);
		const y = camera.y - s * (from.y + MARGIN);
		this.canvas.style.transform = `translate(${x}px, ${y}px) scale(${s})`;
		clearTimeout(this.#timer);
		if (s !== 1) {
			this.#timer = window.setTimeout(() => {
				this.stale();
				this.show(camera, width, height);
			}, REST);
		}
	}

	destroy() {
		clearTimeout(this.#timer);
		this.canvas.remove();
	}

	/** @param {Camera} camera */
	#covers(camera) {
		const from = /** @type {Camera} */ (this.#drawn);
		const s = camera.k / from.k;
		if (s > STRETCH || s < 1 / STRETCH) return false;
		const x = camera.x - s * (from.x + MARGIN);
		const y = camera.y - s * (from.y + MARGIN);
		const right = x + s * (this.#width + 2 * MARGIN);
		const bottom = y + s * (this.#height + 2 * MARGIN);
		return x <= 0 && y <= 0 && right >= this.#width && bottom >= this.#height;
	}

	/** @param {Camera} camera */
	#render(camera) {
		const ratio = devicePixelRatio || 1;
		const width = this.#width + 2 * MARGIN;
		const height = this.#height + 2 * MARGIN;
		const pixels = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
		for (const one of [this.canvas, this.#sheet]) {
			if (one && (one.width !== pixels.width || one.height !== pixels.height)) Object.assign(one, pixels);
		}
		this.canvas.style.width = `${width}px`;
		this.canvas.style.height = `${height}px`;
		const context = /** @type {CanvasRenderingContext2D} */ ((this.#sheet ?? this.canvas).getContext("2d", { alpha: false }));
		context.setTransform(ratio, 0, 0, ratio, 0, 0);
		this.#draw(context, { k: camera.k, x: camera.x + MARGIN, y: camera.y + MARGIN }, width, height);
		if (this.#sheet) this.canvas.getContext("bitmaprenderer", { alpha: false })?.transferFromImageBitmap(this.#sheet.transferToImageBitmap());
		this.#drawn = { k: camera.k, x: camera.x, y: camera.y };
	}
}

function madeCanvas() {
	const canvas = document.createElement("canvas");
	canvas.className = "map-still";
	canvas.setAttribute("aria-hidden", "true");
	return canvas;
}

/** @returns {OffscreenCanvas | null} none where a browser has not all that it takes */
function madeSheet() {
	if (typeof OffscreenCanvas !== "function" || !document.createElement("canvas").getContext("bitmaprenderer")) return null;
	const sheet = new OffscreenCanvas(1, 1);
	return sheet.getContext("2d", { alpha: false }) ? sheet : null;
}
