import { MOUSE_REACH, pickRoute, ranksAt, TOUCH_REACH } from "./pick.js";

/** Milliseconds a finger must rest for the menu. */
const LONG_PRESS = 550;

/** A finger that moves more than this between two events is not resting, in pixels. */
const TREMBLE = 2;

/** What mouse and finger mean on the map itself, apart from panning: picking a route, hovering over one, asking for the menu. */
export class Pointer {
	#press = 0;

	/**
	 * @param {HTMLElement} container
	 * @param {HTMLElement} surface
	 * @param {import("./view.js").View} view
	 * @param {import("./routes.js").Routes} routes
	 * @param {import("./places.js").Places} places
	 * @param {import("./events.js").Listeners} listeners
	 * @param {(x: number, y: number) => import("./types.js").Spot} spot what lies there, in pixels
	 * @param {() => void} redraw
	 */
	constructor(container, surface, view, routes, places, listeners, spot, redraw) {
		this.container = container;
		this.surface = surface;
		this.view = view;
		this.routes = routes;
		this.places = places;
		this.listeners = listeners;
		this.spot = spot;
		this.redraw = redraw;
		surface.addEventListener("click", (event) => {
			const { pointerType } = /** @type {PointerEvent} */ (event);
			const rank = this.#at(pickRoute, event, pointerType, routes.picked);
			if (rank === null) return;
			const again = !this.places.won && routes.picked !== null && this.#at(ranksAt, event, pointerType).includes(routes.picked);
			listeners.tell("pick", { rank });
			if (again) this.menu(this.#local(event)); // what more there is to do with its line
		});
		surface.addEventListener("pointerleave", () => this.#hover(null));
		surface.addEventListener("pointerdown", (event) => {
			this.destroy();
			if (event.pointerType !== "touch" || !event.isPrimary) return;
			const at = this.#local(event);
			this.#press = window.setTimeout(() => this.menu(at), LONG_PRESS);
		});
		surface.addEventListener("pointermove", (event) => {
			if (Math.hypot(event.movementX, event.movementY) > TREMBLE) this.destroy();
			if (event.pointerType === "touch" || event.buttons !== 0) return;
			this.#hover(this.#at(pickRoute, event, event.pointerType));
		});
		surface.addEventListener("pointerup", () => this.destroy());
		surface.addEventListener("pointercancel", () => this.destroy());
	}

	/** Forgets a long press that has begun. */
	destroy() {
		clearTimeout(this.#press);
	}

	/** Asks for the menu. @param {[number, number]} at in pixels */
	menu([x, y]) {
		this.listeners.tell("menu", this.spot(x, y));
	}

	/** @param {MouseEvent} event @returns {[number, number]} pixels from the corner of the map */
	#local(event) {
		const { left, top } = this.container.getBoundingClientRect();
		return [event.clientX - left, event.clientY - top];
	}

	/**
	 * What lies under the pointer.
	 * @template T
	 * @param {(routes: import("./routes.js").Routes["drawn"], x: number, y: number, k: number, reach: number, after?: number | null) => T} what
	 * @param {MouseEvent} event
	 * @param {string} pointer
	 * @param {number | null} [after] the route picked now
	 */
	#at(what, event, pointer, after) {
		const { k, x, y } = this.view.camera;
		const [px, py] = this.#local(event);
		return what(this.routes.drawn, (px - x) / k, (py - y) / k, k, pointer === "touch" ? TOUCH_REACH : MOUSE_REACH, after);
	}

	/** @param {number | null} rank */
	#hover(rank) {
		if (rank === this.routes.hovered) return;
		this.routes.hovered = rank;
		this.surface.classList.toggle("over-route", rank !== null);
		this.listeners.tell("hover", { rank });
		this.redraw();
	}
}
