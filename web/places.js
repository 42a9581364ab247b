import { countries, countryNamer } from "./countries.js";
import { placeLabels } from "./labels.js";
import { overlap, within } from "./geometry.js";
import { toPlane } from "./projection.js";
import { Sprites } from "./sprites.js";

/** @typedef {import("./types.js").Camera} Camera */
/** @typedef {import("./types.js").Box} Box */
/** @typedef {import("./theme.js").Theme} Theme */
/** @typedef {{id: string, text: string, x: number, y: number, order: number, country: boolean}} Spot in the plane */
/** @typedef {{image: HTMLCanvasElement, box: Box}} Standing relative to the camera's shift */

/** How many places are named when the zoom is 0.4, and how their number grows with the zoom. */
const NAMED = 34;
const GROWTH = 1.7;

/** Two places closer than this in the plane are the same. */
const SAME = 0.5;

/**
 * What a language calls a place.
 * @param {import("./types.js").Place} place
 * @param {string} lang
 * @param {Record<string, string>} names of the language's own, by id
 */
export function nameOf({ id, name, ru, kk, zh }, lang, names) {
	return names[id] || /** @type {Record<string, string | undefined>} */ ({ ru, kk, zh })[lang] || name;
}

/** Dots and names of places, and names of countries. */
export class Places {
	/** @type {Spot[]} */
	#places = [];
	/** @type {ReadonlyArray<import("./types.js").Place>} */
	#given = [];
	#lang = "en";
	/** @type {Record<string, string>} */
	#names = {};
	/** @type {Spot[] | null} null until they are drawn: a browser takes long to know them */
	#countries = null;
	/** @type {Array<[number, number]>} */
	#chosen = [];
	#sprites = new Sprites();
	/** @type {Standing[]} */
	#standing = [];
	#standingAt = NaN;
	/** Places by the way that wins them, instead of plain dots. @type {Array<{x: number, y: number, won: import("./types.js").Winner, label: string, class: number}> | null} */
	won = null;
	/** whether places are coloured by class instead of by winner */
	#classed = false;

	/** @param {string} lang of the country names */
	constructor(lang) {
		this.speak(lang);
	}

	/** Calls countries and places as a language does. @param {string} lang @param {Record<string, string>} [names] by id, those that it has of its own */
	speak(lang, names = {}) {
		this.#lang = lang;
		this.#names = names;
		this.set(this.#given);
		this.#countries = null;
		this.stale();
	}

	#named() {
		const name = countryNamer(this.#lang);
		return countries.map(([code, lon, lat], order) => {
			const [x, y] = toPlane(lon, lat);
			return { id: code, text: this.#names[code] ?? name(code), x, y, order, country: true };
		});
	}

	/** @param {ReadonlyArray<import("./types.js").Place>} places */
	set(places) {
		this.#given = places;
		this.#places = places.map((place, i) => {
			const { id, lon, lat, rank } = place;
			const [x, y] = toPlane(lon, lat);
			return { id, text: nameOf(place, this.#lang, this.#names), x, y, order: rank || 1000 + i, country: false };
		});
		this.#places.sort((a, b) => a.order - b.order);
		this.#standingAt = NaN;
	}

	/** Names first the places at these points. @param {Array<[number, number]>} points in the plane */
	choose(points) {
		if (points.length === this.#chosen.length && points.every(([x, y], i) => this.#chosen[i][0] === x && this.#chosen[i][1] === y)) return;
		this.#chosen = points;
		this.#standingAt = NaN;
	}

	/**
	 * The place nearest to a point of the plane.
	 * @param {number} x
	 * @param {number} y
	 * @param {number} within
	 * @returns {Spot | null} null where none is within
	 */
	nearest(x, y, within) {
		let best = null;
		let least = within;
		for (const spot of this.#places) {
			const far = Math.hypot(spot.x - x, spot.y - y);
			if (far < least) [best, least] = [spot, far];
		}
		return best;
	}

	/** Forgets the drawn names, when colours have changed. */
	stale() {
		this.#sprites.clear();
		this.#standingAt = NaN;
	}

	/** @param {import("./types.js").Won[] | null} reach @param {boolean} classed coloured by class: the shape still tells the winner */
	win(reach, classed) {
		this.#classed = classed;
		this.won = reach && reach.map((spot) => {
			const [x, y] = toPlane(spot.lon, spot.lat);
			return { x, y, won: spot.won, label: spot.label, class: spot.class };
		});
	}

	/**
	 * The coloured place nearest to a point of the plane.
	 * @param {number} x
	 * @param {number} y
	 * @param {number} within
	 */
	wonAt(x, y, within) {
		let best = null;
		let least = within;
		for (const spot of this.won ?? []) {
			const far = Math.hypot(spot.x - x, spot.y - y);
			if (far < least) [best, least] = [spot, far];
		}
		return best;
	}

	/** Each kind of way has a shape as well as a colour. @param {CanvasRenderingContext2D} context @param {Camera} camera @param {Theme} theme */
	#drawWon(context, { k, x, y }, theme) {
		const size = Math.min(8, 4.5 + k);
		const colours = { kz: theme.kz, rail: theme.snap, road: theme.country, sea: theme.route, mixed: theme.label };
		context.lineWidth = this.#classed ? 1.2 : 1.5;
		context.strokeStyle = this.#classed ? theme.label : theme.halo;
		for (const spot of this.won ?? []) {
			const [px, py] = [spot.x * k + x, spot.y * k + y];
			context.beginPath();
			if (spot.won === "kz") corners(context, px, py, size * 1.25, 4, 0);
			else if (spot.won === "rail") corners(context, px, py, size * 1.2, 4, Math.PI / 4);
			else if (spot.won === "mixed") corners(context, px, py, size * 1.25, 3, -Math.PI / 2);
			else if (spot.won === "road") corners(context, px, py, size * 1.25, 3, Math.PI / 2);
			else context.arc(px, py, size, 0, 2 * Math.PI);
			context.fillStyle = this.#classed ? theme.tones[spot.class] : colours[spot.won];
			context.fill();
			context.stroke();
		}
	}

	/** @param {CanvasRenderingContext2D} context @param {Camera} camera @param {Theme} theme */
	drawDots(context, { k, x, y }, theme) {
		if (this.won) return this.#drawWon(context, { k, x, y }, theme);
		const radius = Math.min(3, 1.3 + k * 0.5);
		context.fillStyle = theme.dot;
		context.beginPath();
		for (const spot of this.#places) {
			const px = spot.x * k + x;
			const py = spot.y * k + y;
			context.moveTo(px + radius, py);
			context.arc(px, py, radius, 0, 2 * Math.PI);
		}
		context.fill();
	}

	/**
	 * @param {CanvasRenderingContext2D} context
	 * @param {Camera} camera
	 * @param {Theme} theme
	 * @param {Box} free what no panel hides: a name that does not stand there whole is left out
	 * @param {Box[]} covered by pins: names under them give way
	 */
	drawNames(context, camera, theme, free, covered) {
		if (camera.k !== this.#standingAt) this.#stand(camera.k, theme);
		const shifted = covered.map(({ x0, y0, x1, y1 }) => ({
			x0: x0 - camera.x, y0: y0 - camera.y, x1: x1 - camera.x, y1: y1 - camera.y,
		}));
		const seen = { x0: free.x0 - camera.x, y0: free.y0 - camera.y, x1: free.x1 - camera.x, y1: free.y1 - camera.y };
		for (const { image, box } of this.#standing) {
			if (!within(box, seen) || shifted.some((pin) => overlap(pin, box))) continue;
			context.drawImage(image, box.x0 + camera.x, box.y0 + camera.y, box.x1 - box.x0, box.y1 - box.y0);
		}
	}

	/** Decides which names stand where at a zoom. @param {number} k @param {Theme} theme */
	#stand(k, theme) {
		const chosen = (/** @type {Spot} */ spot) =>
			this.#chosen.some(([x, y]) => Math.abs(x - spot.x) < SAME && Math.abs(y - spot.y) < SAME);
		const limit = NAMED * Math.max(1, k / 0.4) ** GROWTH;
		const first = this.#places.filter(chosen);
		const rest = this.#places.filter((spot) => !chosen(spot)).slice(0, limit);
		const plain = { font: `500 12px ${theme.font}`, colour: theme.label, halo: theme.halo };
		const bold = { ...plain, font: `650 12.5px ${theme.font}` };
		const faint = { font: `600 11px ${theme.font}`, colour: theme.country, halo: theme.halo, spacing: "0.12em" };
		const wanted = [
			...first.map((spot) => ({ spot, style: bold })),
			...rest.map((spot) => ({ spot, style: plain })),
			...(k < 3 ? (this.#countries ??= this.#named()).map((spot) => ({ spot, style: faint })) : []),
		].map(({ spot, style }) => {
			const sprite = this.#sprites.get(spot.country ? spot.text.toLocaleUpperCase() : spot.text, style);
			return { sprite, wish: { x: spot.x * k, y: spot.y * k, width: sprite.width, height: sprite.height, over: spot.country } };
		});
		this.#standing = [];
		placeLabels(wanted.map(({ wish }) => wish)).forEach((box, i) => {
			if (box) this.#standing.push({ image: wanted[i].sprite.image, box });
		});
		this.#standingAt = k;
	}
}

/**
 * Adds a regular shape to the current path.
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {number} count of corners
 * @param {number} turn in radians, of the first corner
 */
function corners(context, x, y, radius, count, turn) {
	for (let i = 0; i < count; i++) {
		const angle = turn + (2 * Math.PI * i) / count;
		context[i ? "lineTo" : "moveTo"](x + radius * Math.cos(angle), y + radius * Math.sin(angle));
	}
	context.closePath();
}
