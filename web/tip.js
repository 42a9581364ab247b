/** How far from the pointer the tip stands, in pixels. */
const AWAY = 14;

/** A word beside the pointer on the route that lies under it; the pins stand above it. */
export class Tip {
	#element = document.createElement("div");

	/** @param {HTMLElement} container @param {HTMLElement} surface */
	constructor(container, surface) {
		this.#element.className = "map-tip";
		this.#element.hidden = true;
		this.#element.setAttribute("aria-hidden", "true");
		container.append(this.#element);
		surface.addEventListener("pointermove", (event) => {
			this.#element.style.visibility = event.buttons ? "hidden" : "";
			const { left, top, width } = container.getBoundingClientRect();
			const x = Math.min(event.clientX - left + AWAY, width - this.#element.offsetWidth);
			this.#element.style.transform = `translate(${x}px, ${event.clientY - top + AWAY}px)`;
		});
		surface.addEventListener("pointerleave", () => this.say(""));
	}

	/** @param {string} text hidden if empty */
	say(text) {
		this.#element.textContent = text;
		this.#element.hidden = text === "";
	}

	destroy() {
		this.#element.remove();
	}
}
