/**
 * The map: what the page sees of it. Mount it once; drive it with plain data, as objects or as JSON text.
 */
import { Aim } from "./aim.js";
import { arrived } from "./arrived.js";
import { Basemap } from "./basemap.js";
import { Controls } from "./controls.js";
import { Listeners } from "./events.js";
import { addStrokes, around } from "./geometry.js";
import { Legend } from "./legend.js";
import { Lines, stroke } from "./lines.js";
import { numeral } from "./locale.js";
import { PinHandle } from "./pins.js";
import { Places } from "./places.js";
import { Pointer } from "./pointer.js";
import { kmBetween, rim, toDegrees, toPlane } from "./projection.js";
import { Routes } from "./routes.js";
import { Still } from "./still.js";
import { readTheme, watchRatio, watchTheme } from "./theme.js";
import { start, View } from "./view.js";
import { Tip } from "./tip.js";
import { ViaDrag } from "./viadrag.js";
import { ViaHandles } from "./vias.js";
import { english } from "./words.js";

/** @typedef {import("./types.js").Which} Which */
/** @typedef {import("./types.js").Events} Events */

/** @template T @param {T | string} value @returns {T} */
const read = (value) => (typeof value === "string" ? JSON.parse(value) : value);

/** How far from a place, in pixels, the map still means that place. */
const NEAR = 24;

/** How near to the round edge of the map a pin may stand. */
const EDGE = 0.998;

/** How near the pointer must be to a coloured place, in pixels. */
const WON_REACH = 12;

export class ZholMap {
	#container;
	#surface = document.createElement("div");
	#canvas = document.createElement("canvas");
	#context = /** @type {CanvasRenderingContext2D} */ (this.#canvas.getContext("2d"));
	#listeners = new Listeners();
	#lines = new Lines();
	#routes = new Routes();
	/** @type {import("./types.js").Route[]} */
	#ranked = [];
	/** @type {Basemap | null} */
	#basemap = null;
	/** What the classes of days or money are called, where places are coloured by them. @type {string[] | null} */
	#classes = null;
	/** Places as they were last coloured. @type {import("./types.js").Won[] | null} */
	#reach = null;
	/** In the plane. @type {Float32Array[]} */
	#frontier = [];
	#frame = 0;
	/** Pixels of the canvases to one of the page. */
	#ratio = 1;
	/** What lies on the map beside pins, in pixels: names give way to it. @type {import("./types.js").Box[]} */
	#furniture = [];
	#furnished = new ResizeObserver(() => this.#furnish());
	/** The camera before printing. @type {import("./types.js").Camera | null} */
	#screen = null;
	/** @type {Array<() => void>} */
	#undo = [];

	/**
	 * @param {HTMLElement} container
	 * @param {import("./types.js").Options | string} [options]
	 */
	constructor(container, options = {}) {
		const { words: given, lang = document.documentElement.lang || "en" } = read(options);
		const words = { ...english, ...given };
		const distance = distances(words, lang);
		this.words = words;
		this.distance = distance;
		this.#container = container;
		container.classList.add("map");
		container.setAttribute("role", "region");
		container.setAttribute("aria-label", words.map);
		this.#surface.className = "map-surface";
		this.#surface.tabIndex = 0;
		this.#surface.setAttribute("role", "application");
		this.#surface.setAttribute("aria-label", words.help);
		this.#canvas.className = "map-live";
		this.#canvas.setAttribute("aria-hidden", "true");
		this.still = new Still((context, camera, width, height) => this.#drawStill(context, camera, width, height));
		this.#surface.append(this.still.canvas, this.#canvas);
		container.append(this.#surface);
		this.theme = readTheme(container);
		this.places = new Places(lang);
		this.view = new View(this.#surface, () => {
			this.#listeners.tell("move", null);
			this.redraw();
		});
		this.controls = new Controls(container, this.view, words, distance);
		this.legend = new Legend(container, words);
		this.#undo.push(() => this.#furnished.disconnect());
		const ground = {
			project: this.project,
			unproject: this.unproject,
			seen: () => this.view.seen(),
			reveal: (/** @type {number} */ x, /** @type {number} */ y) => this.view.reveal(x, y),
			redraw: this.redraw,
			tell: (/** @type {import("./types.js").PinEvent} */ event) => this.#listeners.tell("pin", event),
		};
		this.tip = new Tip(container, this.#surface);
		this.#listeners.on("hover", ({ rank }) => this.tip.say(this.#tipOf(rank)));
		this.pins = /** @type {Which[]} */ (["origin", "destination"]).map((which) => new PinHandle(which, ground, words, distance));
		this.#surface.after(...this.pins.map(({ joint }) => joint));
		container.append(...this.pins.map(({ element }) => element));
		this.#undo.push(watchTheme(this.#recolour));
		this.#undo.push(watchRatio(() => this.redraw()));
		const observer = new ResizeObserver(() => this.#measure());
		observer.observe(container);
		this.#undo.push(() => observer.disconnect());
		this.pointer = new Pointer(container, this.#surface, this.view, this.#routes, this.places, this.#listeners, (x, y) => this.#spot(x, y), this.redraw);
		this.aim = new Aim(container, this.#surface, this.view, (at) => this.pointer.menu(at));
		const via = (/** @type {import("./types.js").ViaEvent} */ event) => this.#listeners.tell("via", event);
		this.viaDrag = new ViaDrag(container, this.#surface, this.view, this.#routes, this.places, via, this.redraw);
		this.vias = new ViaHandles(container, words, this.viaDrag, via, ({ lon, lat }) => {
			ground.reveal(...this.project(lon, lat));
			this.vias.place(this.project);
		});
		this.#surface.addEventListener("pointermove", (event) => this.#tellWon(event));
		this.#measure();
		this.#observe();
		this.view.fit(start);
	}

	/** @param {import("./basemap.js").Paths | string} paths basemap.json */
	setBasemap = (paths) => {
		this.#basemap = new Basemap(read(paths));
		this.#restill();
	};

	/** @param {import("./types.js").Piece[] | string} pieces the ground that routes are drawn along, named by index */
	setNetwork = (pieces) => {
		this.#lines.set(read(pieces));
		this.#routes.set(this.#ranked, this.#lines);
		this.#restill();
	};

	/** @param {import("./types.js").Place[] | string} places */
	setPlaces = (places) => {
		this.places.set(read(places));
		this.#restill();
	};

	/** @param {import("./types.js").Pins | string} pins one left out stays as it is; null takes it away */
	setPins = (pins) => {
		const given = read(pins);
		for (const handle of this.pins) {
			const pin = given[handle.which];
			if (pin !== undefined) handle.answer(pin);
		}
		this.redraw();
	};

	/**
	 * @param {import("./types.js").Route[] | string} routes
	 * @param {number | null} [picked] rank
	 */
	setRoutes = (routes, picked) => {
		this.#ranked = read(routes);
		this.#routes.set(this.#ranked, this.#lines);
		if (picked !== undefined) this.#routes.picked = picked;
		this.#choosePlaces();
		this.redraw();
	};

	/**
	 * Colours places by the way that wins them, or by its days or money, in place of the routes; null shows the routes again.
	 * @param {import("./types.js").Won[] | null} reach
	 * @param {string[] | null} [scale] what the classes of days or money are called; null for colours by the winner
	 */
	setReach = (reach, scale = null) => {
		if (!reach && !this.places.won) return;
		this.places.win(reach, scale !== null);
		this.#classes = scale;
		this.#reach = reach;
		this.tip.say("");
		this.legend.show(reach !== null, scale);
		this.#frontier = [];
		this.#restill();
		if (reach) this.#part(reach);
	};

	/** Draws the line between the places that Kazakhstan wins and those that the sea wins. @param {import("./types.js").Won[]} reach */
	async #part(reach) {
		const part = await arrived("./frontier.js");
		if (this.#reach !== reach) return;
		this.#listeners.tell("lost", part ? null : () => void this.#part(reach));
		if (!part) return;
		this.#frontier = /** @type {typeof import("./frontier.js")} */ (part).frontier(reach.map(({ lon, lat, ahead }) => {
			const [x, y] = toPlane(lon, lat);
			return { x, y, ahead };
		}));
		this.#restill();
	}

	/** @param {import("./types.js").Via[] | string} vias places that every route passes */
	setVias = (vias) => {
		this.vias.set(read(vias));
		this.redraw();
	};

	/** Tells what has been won under the pointer, where places are coloured. @param {PointerEvent} event */
	#tellWon(event) {
		if (!this.places.won || event.buttons !== 0) return;
		const { left, top } = this.#container.getBoundingClientRect();
		const { k, x, y } = this.view.camera;
		this.tip.say(this.places.wonAt((event.clientX - left - x) / k, (event.clientY - top - y) / k, WON_REACH / k)?.label ?? "");
	}

	/** Marks the route that is pointed at elsewhere. @param {number | null} rank */
	setHovered = (rank) => {
		if (this.#routes.hovered === rank) return;
		this.#routes.hovered = rank;
		this.redraw();
	};

	/** Picks a route without moving the map. @param {number | null} rank */
	setPicked = (rank) => {
		this.#routes.picked = rank;
		this.#choosePlaces();
		this.redraw();
	};

	/**
	 * Listens to an event.
	 * @template {keyof Events} E
	 * @param {E} event
	 * @param {(detail: Events[E]) => void} heard
	 * @returns {() => void} stops listening
	 */
	on = (event, heard) => this.#listeners.on(event, heard);

	/** Shows all these points, clear of the panels. @param {number[][] | string} [points] lon, lat; everything if left out */
	fit = (points) => {
		this.view.fit(points ? read(points) : start);
		this.redraw();
	};

	/** Shows both pins and the whole of a route, clear of the panels. @param {number} rank */
	fitRoute = (rank) => {
		const boxes = this.#routes.drawn.filter((route) => route.rank === rank).flatMap(({ shapes }) => shapes.map(({ box }) => box));
		for (const { pin } of this.pins) {
			if (!pin) continue;
			const [x, y] = toPlane(pin.lon, pin.lat);
			boxes.push({ x0: x, y0: y, x1: x, y1: y });
		}
		if (boxes.length === 0) return;
		this.view.fitBox(around(boxes));
		this.redraw();
	};

	/** Glides to a point. @param {number} lon @param {number} lat */
	flyTo = (lon, lat) => this.view.flyTo(...toPlane(lon, lat));

	/**
	 * Says everything in other words, and writes numbers and the names of countries as a language does.
	 * @param {Partial<import("./types.js").Words> | string} given
	 * @param {string} lang
	 * @param {string} [names] of places and countries by id, where the network and the browser have none; as JSON
	 */
	setWords = (given, lang, names = "{}") => {
		const words = (this.words = { ...english, ...read(given) });
		const distance = (this.distance = distances(words, lang));
		this.#container.setAttribute("aria-label", words.map);
		this.#surface.setAttribute("aria-label", words.help);
		this.controls.destroy();
		this.controls = new Controls(this.#container, this.view, words, distance);
		const open = this.legend.open;
		this.legend.destroy();
		this.legend = new Legend(this.#container, words, open);
		this.legend.show(this.places.won !== null, this.#classes);
		this.#observe();
		for (const pin of this.pins) pin.say(words, distance);
		this.vias.say(words);
		this.places.speak(lang, JSON.parse(names) ?? {});
		this.#restill();
	};

	/**
	 * Draws the map at the size that the style sheet gives it on paper, with the whole of a route; and as it was, afterwards.
	 * @param {number | null} rank null once printed
	 */
	paper = (rank) => {
		const before = this.#screen;
		this.#screen = rank === null ? null : (before ?? this.view.camera);
		if ((rank === null) !== (before === null)) this.still.paper(rank !== null);
		this.legend.paper(rank !== null);
		this.#measure();
		if (rank !== null) this.fitRoute(rank);
		else if (before) this.view.look(before);
		this.#recolour();
		this.#draw();
		if (rank !== null) cancelAnimationFrame(this.#frame);
		this.#frame = 0;
	};

	/** @param {number} lon @param {number} lat @returns {[number, number]} pixels */
	project = (lon, lat) => {
		const [px, py] = toPlane(lon, lat);
		const { k, x, y } = this.view.camera;
		return [px * k + x, py * k + y];
	};

	/** @param {number} px @param {number} py pixels; off the world they mean its edge @returns {[number, number]} longitude, latitude */
	unproject = (px, py) => {
		const { k, x, y } = this.view.camera;
		const beyond = Math.max(1, Math.hypot((px - x) / k, (py - y) / k) / (EDGE * rim));
		return toDegrees((px - x) / k / beyond, (py - y) / k / beyond);
	};

	destroy = () => {
		cancelAnimationFrame(this.#frame);
		for (const undo of this.#undo) undo();
		for (const pin of this.pins) pin.destroy();
		this.pointer.destroy();
		this.aim.destroy();
		this.vias.destroy();
		this.viaDrag.destroy();
		this.tip.destroy();
		this.still.destroy();
		this.view.destroy();
		this.controls.destroy();
		this.legend.destroy();
		this.#surface.remove();
	};

	/** Asks for a new picture on the next frame. */
	redraw = () => {
		this.#frame ||= requestAnimationFrame(() => {
			this.#frame = 0;
			this.#draw();
		});
	};

	#draw() {
		const { camera, width, height } = this.view;
		const context = this.#context;
		const ratio = devicePixelRatio || 1;
		if (ratio !== this.#ratio) { // on another screen: names are kept as pictures too
			this.places.stale();
			this.still.stale();
			this.#measure();
		}
		this.still.show(camera, width, height);
		context.setTransform(ratio, 0, 0, ratio, 0, 0);
		// What is drawn for paper is kept as lines, and a clearing would come out white: the canvas is clear already.
		if (this.#screen === null) context.clearRect(0, 0, width, height);
		if (!this.places.won) this.#routes.draw(context, camera, this.theme, width, height);
		const covered = [...this.#furniture, ...this.pins.map((pin) => pin.covers()).filter((box) => box !== null)];
		if (this.#basemap) this.places.drawNames(context, camera, this.theme, this.view.seen(), covered); // on bare water they say nothing
		for (const pin of this.pins) pin.place();
		this.vias.place(this.project);
		this.viaDrag.draw(context, this.theme);
		this.controls.show(camera.k);
	}

	/** @param {CanvasRenderingContext2D} context @param {import("./types.js").Camera} camera @param {number} width @param {number} height */
	#drawStill(context, camera, width, height) {
		context.fillStyle = this.theme.space;
		context.fillRect(0, 0, width, height);
		context.beginPath();
		context.arc(camera.x, camera.y, rim * camera.k, 0, 2 * Math.PI);
		context.fillStyle = this.theme.sea;
		context.fill();
		if (this.#basemap) {
			this.#basemap.draw(context, camera, this.theme);
			this.#lines.draw(context, camera, this.theme, width, height); // on bare water they say nothing either
		}
		context.setLineDash([]);
		if (this.#frontier.length > 0) this.#drawFrontier(context, camera);
		this.places.drawDots(context, camera, this.theme);
	}

	/** @param {CanvasRenderingContext2D} context @param {import("./types.js").Camera} camera */
	#drawFrontier(context, camera) {
		context.save();
		this.#basemap?.clip(context, camera);
		context.beginPath();
		addStrokes(context, this.#frontier, camera);
		stroke(context, this.theme.halo, 6, []);
		stroke(context, this.theme.label, 2.6, [3, 1.6], 2.6);
		context.restore();
	}

	/** What lies under a point of the screen. @param {number} x @param {number} y in pixels @returns {import("./types.js").Spot} */
	#spot(x, y) {
		const [lon, lat] = this.unproject(x, y);
		const [px, py] = toPlane(lon, lat);
		const place = this.places.nearest(px, py, NEAR / this.view.camera.k);
		const via = place ?? this.places.nearest(px, py, Infinity);
		const far = via && !place ? ` · ${this.distance(kmBetween([lon, lat], toDegrees(via.x, via.y)))}` : "";
		return { lon, lat, x, y, place: place?.id ?? "", name: place?.text ?? "", via: via?.id ?? "", viaName: via ? via.text + far : "" };
	}

	#restill() {
		this.still.stale();
		this.redraw();
	}

	#recolour = () => {
		this.theme = readTheme(this.#container);
		this.places.stale();
		this.#restill();
	};

	/** What is said of a route under the pointer. @param {number | null} rank */
	#tipOf(rank) {
		const route = this.#ranked.find((route) => route.rank === rank);
		return route ? `${this.words.rank}${rank}${route.label ? ` · ${route.label}` : ""}` : "";
	}

	#choosePlaces() {
		const picked = this.#routes.drawn.find(({ rank }) => rank === this.#routes.picked);
		this.places.choose(picked?.transfers ?? []);
	}

	/** Buttons and legend tell when they change: on the next frame, never in the midst of one. */
	#observe() {
		this.#furnished.disconnect();
		for (const element of this.#container.querySelectorAll(".map-buttons, .map-legend")) this.#furnished.observe(element);
	}

	#furnish() {
		const { left, top } = this.#container.getBoundingClientRect();
		this.#furniture = [...this.#container.querySelectorAll(".map-buttons, .map-legend")].map((element) => {
			const box = element.getBoundingClientRect();
			return { x0: box.left - left, y0: box.top - top, x1: box.right - left, y1: box.bottom - top };
		});
		this.redraw();
	}

	#measure() {
		const { width, height } = this.#container.getBoundingClientRect();
		if (width === 0 || height === 0) return;
		const ratio = (this.#ratio = devicePixelRatio || 1);
		this.#canvas.width = Math.round(width * ratio);
		this.#canvas.height = Math.round(height * ratio);
		this.view.resize(width, height);
		this.aim?.place();
		this.#furnish();
		this.redraw();
	}
}

/** How distances are written. @param {import("./types.js").Words} words @param {string} lang */
function distances(words, lang) {
	/** @type {Intl.NumberFormat | undefined} made when it is first needed: the first of a page takes a while */
	let number;
	return (/** @type {number} */ km) => `${(number ??= new Intl.NumberFormat(numeral(lang), { maximumFractionDigits: 0 })).format(km)} ${words.km}`;
}

/**
 * Puts a map into an element.
 * @param {HTMLElement} container
 * @param {import("./types.js").Options | string} [options]
 */
export function mount(container, options) {
	return new ZholMap(container, options);
}
