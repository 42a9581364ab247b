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
	canvas = document.createElement("canvas");

	#context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d", { alpha: false }));
	#draw;
	/** @type {Camera | null} */
	#drawn = null;
	#timer = 0;
	#width = 0;
	#height = 0;

	/** @param {(context: CanvasRenderingContext2D, camera: Camera, width: number, height: number) => void} draw */
	constructor(draw) {
		this.#draw = draw;
		this.canvas.className = "map-still";
		this.canvas.setAttribute("aria-hidden", "true");
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
		if (this.canvas.width !== pixels.width || this.canvas.height !== pixels.height) Object.assign(this.canvas, pixels);
		this.canvas.style.width = `${width}px`;
		this.canvas.style.height = `${height}px`;
		this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
		this.#draw(this.#context, { k: camera.k, x: camera.x + MARGIN, y: camera.y + MARGIN }, width, height);
		this.#drawn = { k: camera.k, x: camera.x, y: camera.y };
	}
}
