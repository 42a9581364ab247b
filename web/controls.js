import { scaleBar } from "./scale.js";

/** Buttons to zoom, the scale, and whose coastline it is. */
export class Controls {
	#box = document.createElement("div");
	#foot = document.createElement("div");
	#bar = document.createElement("span");
	#text = document.createElement("span");
	#shown = NaN;

	/**
	 * @param {HTMLElement} container
	 * @param {import("./view.js").View} view
	 * @param {import("./types.js").Words} words
	 * @param {(km: number) => string} distance
	 */
	constructor(container, view, words, distance) {
		this.distance = distance;
		this.#box.className = "map-buttons";
		const button = (/** @type {string} */ name, /** @type {string} */ path, /** @type {() => void} */ act) => {
			const element = document.createElement("button");
			element.type = "button";
			element.setAttribute("aria-label", name);
			element.title = name;
			element.innerHTML = `<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="${path}"/></svg>`;
			element.addEventListener("click", act);
			this.#box.append(element);
		};
		button(words.zoomIn, "M12 5v14M5 12h14", () => view.zoomIn());
		button(words.zoomOut, "M5 12h14", () => view.zoomOut());
		button(words.reset, "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5", () => view.reset());
		this.#foot.className = "map-foot";
		const scale = document.createElement("span");
		scale.className = "scale";
		this.#bar.className = "scale-bar";
		scale.append(this.#bar, this.#text);
		const ground = document.createElement("span");
		ground.className = "map-ground";
		ground.textContent = words.ground;
		this.#foot.append(scale, ground);
		container.append(this.#box, this.#foot);
	}

	/** @param {number} k of the camera */
	show(k) {
		if (k === this.#shown) return;
		this.#shown = k;
		const { km, pixels } = scaleBar(k);
		this.#bar.style.width = `${pixels}px`;
		this.#text.textContent = this.distance(km);
	}

	destroy() {
		this.#box.remove();
		this.#foot.remove();
	}
}
