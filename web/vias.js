import { drag } from "d3-drag";
import { select } from "d3-selection";
import { TARGET } from "./pins.js";

/** @typedef {import("./types.js").Via} Via */

/**
 * A place that every route passes, on the map: dragged to another place with mouse or finger, taken away with Delete; Escape lets go of it.
 */
class Handle {
	element = document.createElement("button");

	/** @param {Via} via @param {ViaHandles} all */
	constructor(via, all) {
		this.via = via;
		const { element } = this;
		element.type = "button";
		element.className = "map-via";
		element.innerHTML = `<svg viewBox="-10 -10 20 20" width="22" height="22" aria-hidden="true"><path d="M0-8.5 7.4-4.3V4.3L0 8.5-7.4 4.3V-4.3z"/><circle r="2.8"/></svg>`;
		element.addEventListener("focus", () => {
			if (element.matches(":focus-visible")) all.reveal(via);
		});
		let held = false;
		let moved = false;
		element.addEventListener("keydown", (event) => {
			if (event.key === "Escape" && held) {
				held = false;
				all.aim.drawTo(null);
			}
			if (event.key !== "Delete" && event.key !== "Backspace") return;
			event.preventDefault();
			all.tell({ place: "", name: "", instead: via.id });
		});
		// What is not a drag is meant for the line below: a click picks it.
		element.addEventListener("click", (event) => {
			const { clientX, clientY, detail, pointerType } = /** @type {PointerEvent} */ (event);
			if (detail === 0) return; // by a key
			event.preventDefault();
			all.surface()?.dispatchEvent(new PointerEvent("click", { clientX, clientY, pointerType, bubbles: true, cancelable: true }));
		});
		select(element).call(
			/** @type {import("d3-drag").DragBehavior<HTMLButtonElement, unknown, unknown>} */ (drag())
				.container(() => /** @type {HTMLElement} */ (element.parentElement))
				.subject((/** @type {any} */ event) => ({ x: event.x, y: event.y }))
				.on("start", () => {
					held = true;
					moved = false;
					element.focus({ preventScroll: true });
				})
				.on("drag", (event) => {
					if (!held) return; // let go by Escape
					moved = true;
					all.aim.drawTo([event.x, event.y]);
				})
				.on("end", () => {
					const place = held && moved ? all.aim.meant() : null;
					held = false;
					all.aim.drawTo(null);
					if (place && place.id !== via.id) all.tell({ place: place.id, name: place.text, instead: via.id });
				}),
		);
	}

	/** @param {import("./types.js").Words} words */
	say(words) {
		this.element.setAttribute("aria-label", `${words.via} ${this.via.name}`);
		this.element.title = `${this.via.name}. ${words.viaHelp}`;
	}

	/** @param {number} x @param {number} y pixels */
	place(x, y) {
		this.element.style.transform = `translate(${x - TARGET / 2}px, ${y - TARGET / 2}px)`;
	}

	destroy() {
		select(this.element).on(".drag", null);
		this.element.remove();
	}
}

/** The handles of all such places. */
export class ViaHandles {
	/** @type {Handle[]} */
	#handles = [];

	/**
	 * @param {HTMLElement} container
	 * @param {import("./types.js").Words} words
	 * @param {import("./viadrag.js").ViaDrag} aim which draws where the place in the hand would be dropped
	 * @param {(via: import("./types.js").ViaEvent) => void} tell
	 * @param {(via: Via) => void} reveal slides the map so that it is seen
	 */
	constructor(container, words, aim, tell, reveal) {
		this.container = container;
		this.reveal = reveal;
		this.words = words;
		this.aim = aim;
		this.tell = tell;
	}

	/** @param {Via[]} vias in the order of the question; a focus on one that changes goes to the last, or to the map */
	set(vias) {
		const same = vias.length === this.#handles.length && vias.every(({ id, name }, i) => this.#handles[i].via.id === id && this.#handles[i].via.name === name);
		if (same) return;
		const focused = this.#handles.findIndex(({ element }) => element === document.activeElement);
		for (const handle of this.#handles) handle.destroy();
		this.#handles = vias.map((via) => new Handle(via, this));
		this.say(this.words);
		this.container.append(...this.#handles.map(({ element }) => element));
		if (focused < 0) return;
		(this.#handles.at(-1)?.element ?? this.surface())?.focus({ preventScroll: true });
	}

	/** @returns {HTMLElement | null} the map below */
	surface() {
		return this.container.querySelector(".map-surface");
	}

	/** Says everything in other words. @param {import("./types.js").Words} words */
	say(words) {
		this.words = words;
		for (const handle of this.#handles) handle.say(words);
	}

	/** Puts the elements where the places are on the screen. @param {(lon: number, lat: number) => [number, number]} project */
	place(project) {
		for (const handle of this.#handles) handle.place(...project(handle.via.lon, handle.via.lat));
	}

	destroy() {
		for (const handle of this.#handles) handle.destroy();
	}
}
