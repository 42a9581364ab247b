/** @typedef {[number, number]} Point in pixels from the corner of the map */

/**
 * Where the menu is asked for, by the right button or by key. The key means what has the focus: a pin, a stop, or the mark
 * in the middle of the map, which is shown to who moves it by keys.
 */
export class Aim {
	#mark = document.createElement("div");
	#byKey = false;

	/**
	 * @param {HTMLElement} container
	 * @param {HTMLElement} surface
	 * @param {import("./view.js").View} view
	 * @param {(at: Point) => void} ask
	 */
	constructor(container, surface, view, ask) {
		this.view = view;
		this.#mark.className = "map-aim";
		this.#mark.setAttribute("aria-hidden", "true");
		container.append(this.#mark);
		surface.addEventListener("focus", this.place);
		container.addEventListener("pointerdown", () => {
			this.#byKey = false;
			this.#mark.hidden = true;
		}, { capture: true });
		container.addEventListener("keydown", ({ key, shiftKey, target }) => {
			this.#byKey = key === "ContextMenu" || (key === "F10" && shiftKey);
			if (target === surface) this.place();
		});
		container.addEventListener("contextmenu", (event) => {
			const target = /** @type {Element} */ (event.target);
			const handle = target.closest(".map-pin, .map-via");
			if (!handle && target !== surface) return;
			event.preventDefault();
			const { left, top } = container.getBoundingClientRect();
			const box = handle?.getBoundingClientRect();
			const pin = handle?.matches(".map-pin");
			if (pin && /** @type {PointerEvent} */ (event).pointerType === "touch") return; // it is held to be dragged
			if (box && (pin || this.#byKey)) ask([(box.left + box.right) / 2 - left, (pin ? box.bottom : (box.top + box.bottom) / 2) - top]);
			else ask(this.#byKey ? view.middle() : [event.clientX - left, event.clientY - top]);
		});
	}

	/** Puts the mark where it belongs in the window as it is. */
	place = () => {
		const [x, y] = this.view.middle();
		this.#mark.hidden = false;
		this.#mark.style.transform = `translate(${x}px, ${y}px)`;
	};

	destroy() {
		this.#mark.remove();
	}
}
