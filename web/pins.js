import { drag } from "d3-drag";
import { pointer, select } from "d3-selection";
import { Pace } from "./pace.js";

/** @typedef {import("./types.js").Pin} Pin */
/** @typedef {import("./types.js").Which} Which */
/** @typedef {import("./types.js").Box} Box */

/** Side of what a finger must hit, in pixels; the tip of the pin is in the middle of its lower edge. */
export const TARGET = 44;

/** How far an arrow key moves a pin, in pixels of the map as it is zoomed; with shift, and without. */
const STEP = 8;
const STEP_FAR = 48;

/** A snap shorter than this, in km, is not worth a line. */
const LEAST_SNAP = 1;

const SHAPE = "M12 1C6 1 1.5 5.5 1.5 11.3 1.5 19 12 31 12 31s10.5-12 10.5-19.7C22.5 5.5 18 1 12 1z";

/**
 * What a pin needs of the map.
 * @typedef {object} Ground
 * @property {(lon: number, lat: number) => [number, number]} project degrees to pixels
 * @property {(x: number, y: number) => [number, number]} unproject
 * @property {() => Box} seen what of the map no panel hides, in pixels
 * @property {(x: number, y: number) => void} reveal slides the map so that the point is seen
 * @property {() => void} redraw
 * @property {(event: import("./types.js").PinEvent) => void} tell
 */

/** A pin: a button above the canvas, dragged with mouse, finger and arrow keys. */
export class PinHandle {
	/** @type {Pin | null} */
	pin = null;
	dragging = false;
	element = document.createElement("button");
	/** The dashed line to where the pin was snapped, and a ghost of the pin there for as long as it is dragged: below all pins. */
	joint = document.createElementNS("http://www.w3.org/2000/svg", "svg");

	#tag = document.createElement("span");
	/** @type {[number, number] | null} where the pointer has dragged the pin since it was last told */
	#moved = null;
	#frame = 0;
	/** Whether a place has been told since the last frame began. */
	#told = false;
	#pace = new Pace();
	/** Where it is drawn while it waits for an answer. @type {import("./pace.js").At | null} */
	#waits = null;
	/** As it was before it was taken in hand. @type {Pin | null} */
	#before = null;

	/**
	 * @param {Which} which
	 * @param {Ground} ground
	 * @param {import("./types.js").Words} words
	 * @param {(km: number) => string} distance
	 */
	constructor(which, ground, words, distance) {
		this.which = which;
		this.ground = ground;
		this.words = words;
		this.distance = distance;
		const element = this.element;
		element.type = "button";
		element.className = `map-pin ${which}`;
		element.hidden = true;
		element.setAttribute("aria-roledescription", words.pin);
		element.title = words.pinHelp;
		element.innerHTML = `<svg viewBox="0 0 24 32" width="30" height="40" aria-hidden="true"><path d="${SHAPE}"/><text x="12" y="15.5">${which === "origin" ? "A" : "B"}</text></svg>`;
		this.joint.classList.add("map-joint", which);
		this.joint.setAttribute("aria-hidden", "true");
		this.joint.innerHTML = `<line/><circle r="3"/><path d="${SHAPE}"/>`;
		this.#tag.className = "map-pin-tag";
		this.#tag.setAttribute("aria-hidden", "true");
		element.append(this.#tag);
		element.addEventListener("keydown", this.#key);
		element.addEventListener("focus", () => {
			if (!this.pin || !element.matches(":focus-visible:not(.by-pointer)")) return;
			ground.reveal(...this.#tip());
			this.place();
		});
		element.addEventListener("blur", () => element.classList.remove("by-pointer"));
		this.#listenToDrag();
	}

	/** An answer has come. @param {Pin | null} pin as it was asked for; one in the hand stays in the hand */
	answer(pin) {
		if (this.dragging && pin) {
			this.#pace.answered(pin);
			this.#show();
			this.#begin();
		}
		this.set(pin);
	}

	/** @param {Pin | null} pin as the page knows it; one in the hand stays in the hand */
	set(pin) {
		const held = this.dragging ? this.pin : null;
		this.pin = pin && held ? { ...pin, lon: held.lon, lat: held.lat } : pin;
		this.element.hidden = !this.pin;
		if (!pin) return this.#join();
		const name = `${this.words[this.which]} ${pin.name}`.trim();
		if (this.element.getAttribute("aria-label") !== name) this.element.setAttribute("aria-label", name);
		const snap = this.#snap();
		const text = snap ? `${snap.name ?? pin.name} · ${this.distance(snap.km)}` : pin.name;
		if (this.#tag.textContent !== text) this.#tag.textContent = text;
	}

	/** Says everything in other words. @param {import("./types.js").Words} words @param {(km: number) => string} distance */
	say(words, distance) {
		this.words = words;
		this.distance = distance;
		this.element.setAttribute("aria-roledescription", words.pin);
		this.element.title = words.pinHelp;
		this.set(this.pin);
	}

	/** Puts the elements where the pin is on the screen. */
	place() {
		this.#join();
		if (!this.pin) return;
		const [x, y] = this.#tip();
		const { style } = this.element;
		style.transform = `translate(${x - TARGET / 2}px, ${y - TARGET}px)`;
		const { x0, x1 } = this.ground.seen();
		style.setProperty("--left", `${x - x0}px`); // what there is to both sides: the tag keeps within
		style.setProperty("--right", `${x1 - x}px`);
	}

	#join() {
		const snap = this.#snap();
		this.joint.classList.toggle("on", snap !== null);
		if (!snap) return;
		const [x, y] = this.#tip();
		const [sx, sy] = this.ground.project(snap.lon, snap.lat);
		const [line, end, ghost] = this.joint.children;
		set(line, { x1: x, y1: y, x2: sx, y2: sy });
		set(end, { cx: sx, cy: sy });
		set(ghost, { transform: `translate(${sx - 15} ${sy - 39}) scale(1.25)` });
	}

	/** @returns {Box | null} what the pin covers, in pixels */
	covers() {
		if (!this.pin) return null;
		const [x, y] = this.#tip();
		return { x0: x - 15, y0: y - 40, x1: x + 15, y1: y + 4 };
	}

	destroy() {
		cancelAnimationFrame(this.#frame);
		select(this.element).on(".drag", null);
		this.element.remove();
		this.joint.remove();
	}

	#snap() {
		const snap = this.pin?.snap;
		return snap && snap.km >= LEAST_SNAP ? snap : null;
	}

	/** @returns {[number, number]} */
	#tip() {
		const { lon, lat } = this.#waits ?? /** @type {Pin} */ (this.pin);
		return this.ground.project(lon, lat);
	}

	#listenToDrag() {
		/** From the pointer to the tip, so that the pin does not jump when gripped. @type {[number, number]} */
		let grip = [0, 0];
		let held = NaN; // the pointer that has it
		let hand = /** @type {number | string} */ (""); // the same as d3 names it: no second finger takes it away
		let moving = false; // it has been dragged, and not just pressed by a finger that trembles
		let early = false; // whether the browser tells of moves before the frame that they are for
		/**
		 * Browsers keep moves for the next frame. Some also tell of each at once: then the answer may be there when the frame is.
		 * @param {Event} event
		 */
		const move = (event) => {
			const { pointerId, pointerType, clientX, clientY } = /** @type {PointerEvent} */ (event);
			if (pointerId !== held || !moving || !this.dragging) return;
			early = true;
			const whole = pointerType === "touch" ? (/** @type {number} */ x) => x : Math.floor; // as in the mouse events that grip
			const [x, y] = pointer({ clientX: whole(clientX), clientY: whole(clientY) }, this.element.parentElement);
			this.#follow(x + grip[0], y + grip[1]);
			if (!this.#told) this.#flush();
		};
		this.element.addEventListener("pointerenter", ({ pointerType }) => {
			if (pointerType === "mouse" && !this.dragging) this.#tell("near");
		});
		this.element.addEventListener("pointerdown", ({ pointerId }) => {
			if (!this.dragging) held = pointerId;
		});
		const behaviour = /** @type {import("d3-drag").DragBehavior<HTMLButtonElement, unknown, unknown>} */ (drag())
			.container(() => /** @type {HTMLElement} */ (this.element.parentElement))
			.subject((/** @type {any} */ event) => ({ x: event.x, y: event.y }))
			.on("start", (event) => {
				if (this.dragging) return;
				hand = event.identifier;
				const [x, y] = this.#tip();
				grip = [x - event.x, y - event.y];
				this.dragging = true;
				this.#pace.start(/** @type {Pin} */ (this.pin));
				moving = early = false;
				addEventListener("pointerrawupdate", move);
				this.#before = this.pin;
				this.element.classList.add("dragging", "by-pointer");
				this.joint.classList.add("dragging");
				this.element.focus({ preventScroll: true });
				this.#tell("start");
			})
			.on("drag", (event) => {
				if (event.identifier !== hand) return;
				moving = true;
				if (!this.dragging || early) return; // let go by Escape, or known already
				this.#follow(event.x + grip[0], event.y + grip[1]);
			})
			.on("end", (event) => {
				if (event.identifier !== hand) return;
				removeEventListener("pointerrawupdate", move);
				if (!this.dragging) return;
				this.#flush();
				this.#letGo("end");
				if (!this.#inSight()) this.ground.reveal(...this.#tip());
			});
		select(this.element).call(behaviour);
	}

	/** @param {"end" | "back"} phase */
	#letGo(phase) {
		this.dragging = false;
		this.#waits = null;
		this.place();
		this.element.classList.remove("dragging");
		this.joint.classList.remove("dragging");
		this.#tell(phase);
		this.ground.redraw();
	}

	/** Whether a mouse can grip it: it may have been dropped under a panel, or off the window. */
	#inSight() {
		const { left, top, width, height } = this.element.getBoundingClientRect();
		return this.element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
	}

	/** The pointer takes the pin along. @param {number} x @param {number} y of its tip, in pixels */
	#follow(x, y) {
		this.#moved = [x, y];
		this.#begin();
	}

	#begin() {
		this.#frame ||= requestAnimationFrame(() => this.#step());
	}

	/** A frame begins: the pin is where the pointer is, and that is told unless another place has just been. */
	#step() {
		this.#frame = 0;
		const told = this.#told;
		this.#told = false;
		if (this.#moved && told) {
			this.#moveTo(this.#moved);
			this.#begin();
		} else {
			this.#flush();
		}
		if (!this.dragging || !this.pin) return;
		this.#show();
		this.#pace.frame(this.#waits ?? this.pin, this.#waits !== null);
		if (this.#waits) this.#begin();
	}

	/** Moves the pin to where the pointer is and says so, once a frame. */
	#flush() {
		if (!this.#moved) return;
		this.#moveTo(this.#moved);
		this.#moved = null;
		this.#told = true;
		this.#begin();
		this.#pace.told(/** @type {Pin} */ (this.pin));
		this.#tell("drag");
	}

	/** Moves the pin alone: the map is drawn with the answer. @param {[number, number]} at in pixels */
	#moveTo(at) {
		const [lon, lat] = this.ground.unproject(...at);
		const was = /** @type {Pin} */ (this.pin);
		this.pin = { ...was, lon, lat };
		if (!this.dragging) return this.place();
		this.#waits ??= was;
		this.#show();
	}

	/** Draws a pin in the hand where it is, unless it has to wait. */
	#show() {
		if (!this.#waits || !this.#pace.free) return;
		this.#waits = null;
		this.place();
	}

	/** @param {import("./types.js").PinEvent["phase"]} phase */
	#tell(phase) {
		if (!this.pin) return;
		this.ground.tell({ which: this.which, lon: this.pin.lon, lat: this.pin.lat, phase });
	}

	/** @param {KeyboardEvent} event */
	#key = (event) => {
		if (event.key === "Escape" && this.dragging) {
			event.preventDefault();
			this.#moved = null;
			this.pin = this.#before;
			this.place();
			return this.#letGo("back");
		}
		const step = event.shiftKey ? STEP_FAR : STEP;
		const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
		if (!way || !this.pin || event.ctrlKey || event.metaKey || event.altKey) return;
		event.preventDefault();
		this.element.classList.remove("by-pointer");
		this.#waits = null;
		const [x, y] = this.#tip();
		this.#moveTo([x + way[0] * step, y + way[1] * step]);
		this.ground.redraw();
		this.ground.reveal(...this.#tip());
		this.#tell(event.repeat ? "held" : "key");
	};
}

/** @param {Element} element @param {Record<string, number | string>} attributes */
function set(element, attributes) {
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
