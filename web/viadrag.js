import { MOUSE_REACH, pickRoute } from "./pick.js";

/** A press that moves less than this, in pixels, is a click. */
const LEAST = 6;

/**
 * Dragging the picked line to a place that the box shall pass. The map stays where it is meanwhile; Escape lets go.
 * A finger has the menu of a long press instead: its drag always pans.
 */
export class ViaDrag {
	/** Where the line was gripped, in pixels. @type {[number, number] | null} */
	#grip = null;
	/** Where the pointer has drawn the line to. @type {[number, number] | null} */
	#at = null;
	#dropped = false;
	#stop = new AbortController();

	/**
	 * @param {HTMLElement} container
	 * @param {HTMLElement} surface
	 * @param {import("./view.js").View} view
	 * @param {import("./routes.js").Routes} routes
	 * @param {import("./places.js").Places} places
	 * @param {(via: import("./types.js").ViaEvent) => void} tell
	 * @param {() => void} redraw
	 */
	constructor(container, surface, view, routes, places, tell, redraw) {
		this.container = container;
		this.surface = surface;
		this.view = view;
		this.routes = routes;
		this.places = places;
		this.tell = tell;
		this.redraw = redraw;
		const options = { signal: this.#stop.signal, capture: true };
		surface.addEventListener("pointerdown", this.#press, options);
		surface.addEventListener("pointermove", this.#move, options);
		surface.addEventListener("pointerup", this.#drop, options);
		surface.addEventListener("pointercancel", this.#cancel, options);
		// On the container, so that the line is held before the map would begin to pan.
		container.addEventListener("mousedown", (event) => this.#grip && event.stopPropagation(), options);
		container.addEventListener("click", (event) => this.#dropped && event.stopPropagation(), options);
		window.addEventListener("keydown", (event) => {
			if (event.key !== "Escape" || !this.#grip || !this.#at) return;
			event.stopPropagation();
			this.#cancel();
			this.#dropped = true;
		}, options);
	}

	/**
	 * Draws the line from the pointer to the place that would be meant, and its name.
	 * @param {CanvasRenderingContext2D} context
	 * @param {import("./theme.js").Theme} theme
	 */
	draw(context, theme) {
		const place = this.meant();
		if (!this.#at || !place) return;
		const { k, x, y } = this.view.camera;
		const [px, py] = [place.x * k + x, place.y * k + y];
		context.save();
		context.strokeStyle = context.fillStyle = theme.snap;
		context.lineWidth = 2;
		context.setLineDash([5, 4]);
		context.beginPath();
		context.moveTo(...this.#at);
		context.lineTo(px, py);
		context.stroke();
		context.setLineDash([]);
		context.beginPath();
		context.arc(px, py, 7, 0, 2 * Math.PI);
		context.stroke();
		context.beginPath();
		context.arc(...this.#at, 5, 0, 2 * Math.PI);
		context.fill();
		context.font = `650 13px ${theme.font}`;
		context.strokeStyle = theme.halo;
		context.lineWidth = 4;
		context.lineJoin = "round";
		context.strokeText(place.text, px + 12, py - 9);
		context.fillText(place.text, px + 12, py - 9);
		context.restore();
	}

	destroy() {
		this.#stop.abort();
	}

	/** Draws to where the pointer holds the handle of a stop; null once it is let go. @param {[number, number] | null} at pixels */
	drawTo(at) {
		this.#at = at;
		this.redraw();
	}

	/** The place nearest to the pointer. */
	meant() {
		if (!this.#at) return null;
		const { k, x, y } = this.view.camera;
		return this.places.nearest((this.#at[0] - x) / k, (this.#at[1] - y) / k, Infinity);
	}

	/** @param {MouseEvent} event @returns {[number, number]} pixels from the corner of the map */
	#local(event) {
		const { left, top } = this.container.getBoundingClientRect();
		return [event.clientX - left, event.clientY - top];
	}

	/** @param {PointerEvent} event */
	#press = (event) => {
		this.#cancel();
		this.#dropped = false;
		if (event.pointerType === "touch" || event.button !== 0 || this.places.won) return;
		const picked = this.routes.drawn.filter(({ rank }) => rank === this.routes.picked);
		const [px, py] = this.#local(event);
		const { k, x, y } = this.view.camera;
		if (pickRoute(picked, (px - x) / k, (py - y) / k, k, MOUSE_REACH) !== null) this.#grip = [px, py];
	};

	/** @param {PointerEvent} event */
	#move = (event) => {
		if (!this.#grip) return;
		const [x, y] = this.#local(event);
		if (!this.#at) {
			if (Math.hypot(x - this.#grip[0], y - this.#grip[1]) <= LEAST) return;
			this.surface.setPointerCapture(event.pointerId);
		}
		this.#at = [x, y];
		this.redraw();
	};

	#drop = () => {
		if (!this.#grip) return; // what is held has a handle of its own
		const place = this.meant();
		this.#dropped = this.#at !== null || this.#dropped;
		this.#cancel();
		if (place) this.tell({ place: place.id, name: place.text });
	};

	#cancel = () => {
		if (this.#at) this.redraw();
		this.#grip = this.#at = null;
	};
}
