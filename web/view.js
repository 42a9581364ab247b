import { pointer, select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { rim, toPlane } from "./projection.js";

/** @typedef {import("./types.js").Camera} Camera */
/** @typedef {import("./types.js").Box} Box */

/** The map cannot be zoomed out beyond this, nor in beyond, in pixels to a unit of the plane. */
const LEAST_ZOOM = 0.18;
const MOST_ZOOM = 24;

/** In a small window it can be zoomed out further: so many pixels of its shorter side are worth a zoom of 1. */
const SMALL = 3000;

/** What a plus or minus key and the buttons multiply the zoom by. */
const STEP = 1.6;

/** What a double click or tap multiplies it by; with shift it divides. */
const TWICE = 2;

/** How far an arrow key pans, in pixels; with shift, and without. */
const PAN = 80;
const PAN_FAR = 320;

/** Milliseconds that a zoom by button or key takes. */
const GLIDE = 180;

/** Milliseconds of a flight to a place, and how near it brings the map. */
const FLIGHT = 450;
const NEAR = 1.2;

/** Milliseconds for which what the panels hide is believed to stay. */
const ASK_AGAIN = 400;

/** How far from the centre of the map the window may reach, in units of the plane. */
const edge = 3.2 * rim;

/** What can be seen at the start, in degrees: Rotterdam, Tokyo, Jebel Ali, St Petersburg. */
export const start = [[4, 52], [140, 36], [55, 25], [30, 60], [80, 20]];

/**
 * The camera: what part of the plane is seen, moved by drag, wheel, pinch, double click, keys and buttons.
 */
export class View {
	/** @type {Camera} */
	camera = { k: 0.4, x: 0, y: 0 };
	width = 1;
	height = 1;

	/** @type {Box} */
	#seen = { x0: 0, y0: 0, x1: 1, y1: 1 };
	#askedAt = -ASK_AGAIN;
	#least = LEAST_ZOOM;
	#surface;
	#zoom;
	#selection;

	/**
	 * @param {HTMLElement} surface takes the pointer and the focus
	 * @param {() => void} moved
	 */
	constructor(surface, moved) {
		this.#surface = surface;
		this.#zoom = /** @type {import("d3-zoom").ZoomBehavior<HTMLElement, unknown>} */ (zoom())
			.scaleExtent([LEAST_ZOOM, MOST_ZOOM])
			.translateExtent([[-edge, -edge], [edge, edge]])
			.extent(() => /** @type {[[number, number], [number, number]]} */ ([[0, 0], [this.width, this.height]]))
			.clickDistance(4)
			.on("zoom", (event) => {
				this.camera = event.transform;
				moved();
			});
		this.#selection = select(surface);
		this.#selection.call(this.#zoom).on("dblclick.zoom", (event) => {
			event.preventDefault();
			this.zoomBy(event.shiftKey ? 1 / TWICE : TWICE, pointer(event.changedTouches?.[0] ?? event, surface));
		});
		surface.addEventListener("keydown", this.#key);
	}

	/** @param {number} width @param {number} height in pixels */
	resize(width, height) {
		this.#least = Math.min(LEAST_ZOOM, Math.min(width, height) / SMALL);
		this.#zoom.scaleExtent([this.#least, MOST_ZOOM]);
		const { k, x, y } = this.camera;
		const next = zoomIdentity.translate(x + (width - this.width) / 2, y + (height - this.height) / 2).scale(k);
		this.width = width;
		this.height = height;
		this.#askedAt = -ASK_AGAIN;
		this.#set(next);
	}

	/** Goes back to a camera at once. @param {Camera} camera */
	look({ k, x, y }) {
		this.#set(zoomIdentity.translate(x, y).scale(k));
	}

	/** @param {number} factor @param {[number, number]} [at] what stays where it is, in pixels; the middle of what is free */
	zoomBy(factor, at = this.middle()) {
		if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.#zoom.scaleBy(this.#selection, factor, at);
		const from = this.camera.k;
		const began = performance.now();
		const glide = (/** @type {number} */ now) => {
			const part = Math.min(1, Math.max(0, (now - began) / GLIDE));
			this.#zoom.scaleTo(this.#selection, from * factor ** part, at);
			if (part < 1) requestAnimationFrame(glide);
		};
		requestAnimationFrame(glide);
	}

	/** @param {number} dx @param {number} dy in pixels: how far the map slides */
	panBy(dx, dy) {
		this.#zoom.translateBy(this.#selection, dx / this.camera.k, dy / this.camera.k);
	}

	/**
	 * Shows all the points at once, clear of the panels that lie over the map.
	 * @param {ReadonlyArray<ReadonlyArray<number>>} points lon, lat
	 */
	fit(points) {
		if (points.length === 0) return;
		this.fitBox(boxOf(points.map(([lon, lat]) => toPlane(lon, lat))));
	}

	/** Shows the whole of a box, clear of the panels that lie over the map. @param {Box} box in the plane */
	fitBox(box) {
		const free = this.#free();
		const wide = Math.max(40, free.x1 - free.x0);
		const high = Math.max(40, free.y1 - free.y0);
		const k = Math.min(4, wide / Math.max(1, box.x1 - box.x0), high / Math.max(1, box.y1 - box.y0));
		const clamped = Math.max(this.#least, Math.min(MOST_ZOOM, k));
		this.#set(
			zoomIdentity
				.translate((free.x0 + free.x1) / 2, (free.y0 + free.y1) / 2)
				.scale(clamped)
				.translate(-(box.x0 + box.x1) / 2, -(box.y0 + box.y1) / 2),
		);
	}

	/**
	 * Glides until a point is in the middle of what is free, near enough to see what is around it.
	 * @param {number} px @param {number} py in the plane
	 */
	flyTo(px, py) {
		const middle = this.middle();
		const from = this.camera;
		const k = Math.max(NEAR, from.k);
		// The point as it is on the screen now, which goes straight to the middle.
		const start = [px * from.k + from.x, py * from.k + from.y];
		const at = (/** @type {number} */ part) => {
			const zoomed = from.k * (k / from.k) ** part;
			const x = start[0] + (middle[0] - start[0]) * part;
			const y = start[1] + (middle[1] - start[1]) * part;
			this.#set(zoomIdentity.translate(x - px * zoomed, y - py * zoomed).scale(zoomed));
		};
		if (matchMedia("(prefers-reduced-motion: reduce)").matches) return at(1);
		const began = performance.now();
		const glide = (/** @type {number} */ now) => {
			const part = Math.min(1, Math.max(0, (now - began) / FLIGHT));
			at(part * (2 - part));
			if (part < 1) requestAnimationFrame(glide);
		};
		requestAnimationFrame(glide);
	}

	/** Slides the map so that a point is not hidden. @param {number} x @param {number} y in pixels */
	reveal(x, y) {
		const free = this.#free();
		const dx = Math.max(free.x0 - x, 0) + Math.min(free.x1 - x, 0);
		const dy = Math.max(free.y0 - y, 0) + Math.min(free.y1 - y, 0);
		if (dx !== 0 || dy !== 0) this.panBy(dx, dy);
	}

	destroy() {
		this.#selection.on(".zoom", null);
		this.#surface.removeEventListener("keydown", this.#key);
	}

	/** @param {import("d3-zoom").ZoomTransform} transform kept within the edge of the map */
	#set(transform) {
		const keep = this.#zoom.constrain();
		this.#selection.call(this.#zoom.transform, keep(transform, [[0, 0], [this.width, this.height]], this.#zoom.translateExtent()));
	}

	/** What of the window no panel hides, in pixels: asked of the style sheet now and then, not in each frame. @returns {Box} */
	seen() {
		if (performance.now() - this.#askedAt < ASK_AGAIN) return this.#seen;
		this.#askedAt = performance.now();
		const style = getComputedStyle(this.#surface);
		return this.#seen = { x0: parseFloat(style.scrollMarginLeft) || 0, y0: 0, x1: this.width - (parseFloat(style.scrollMarginRight) || 0), y1: this.height - (parseFloat(style.scrollMarginBottom) || 0) };
	}

	/** The middle of what no panel covers, in pixels. @returns {[number, number]} */
	middle() {
		const { x0, y0, x1, y1 } = this.#free();
		return [(x0 + x1) / 2, (y0 + y1) / 2];
	}

	/** What no panel covers, in pixels; the style sheet says how much they cover. @returns {Box} */
	#free() {
		const style = getComputedStyle(this.#surface);
		const inset = (/** @type {string} */ side) => parseFloat(style.getPropertyValue(`scroll-padding-${side}`)) || 0;
		return {
			x0: inset("left"),
			y0: inset("top"),
			x1: this.width - inset("right"),
			y1: this.height - inset("bottom"),
		};
	}

	/** @param {KeyboardEvent} event */
	#key = (event) => {
		if (event.target !== this.#surface || event.ctrlKey || event.metaKey || event.altKey) return;
		const far = event.shiftKey ? PAN_FAR : PAN;
		switch (event.key) {
			case "ArrowLeft": this.panBy(far, 0); break;
			case "ArrowRight": this.panBy(-far, 0); break;
			case "ArrowUp": this.panBy(0, far); break;
			case "ArrowDown": this.panBy(0, -far); break;
			case "+": case "=": this.zoomBy(STEP); break;
			case "-": case "_": this.zoomBy(1 / STEP); break;
			case "0": this.reset(); break;
			default: return;
		}
		event.preventDefault();
	};

	/** Shows everything, as at the start. */
	reset() {
		this.fit(start);
	}

	zoomIn() {
		this.zoomBy(STEP);
	}

	zoomOut() {
		this.zoomBy(1 / STEP);
	}
}

/** @param {ReadonlyArray<ReadonlyArray<number>>} points @returns {Box} */
function boxOf(points) {
	const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
	for (const [x, y] of points) {
		box.x0 = Math.min(box.x0, x);
		box.x1 = Math.max(box.x1, x);
		box.y0 = Math.min(box.y0, y);
		box.y1 = Math.max(box.y1, y);
	}
	return box;
}
