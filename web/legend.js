import { DASHES } from "./lines.js";

/** @typedef {import("./types.js").Kind} Kind */

/** How long a sample of a line is, in pixels. */
const LENGTH = 34;

/** What the lines mean: open where there is room, a word to press where there is not. */
export class Legend {
	#box = document.createElement("details");
	/** @type {boolean | undefined} whether it was open before printing */
	#before;
	/** @type {HTMLElement[]} of the routes, and of the places won */
	#lists;
	#scale = document.createElement("ul");

	/**
	 * @param {HTMLElement} container
	 * @param {import("./types.js").Words} words
	 * @param {boolean} [open] as wide as the window allows if left out
	 */
	constructor(container, words, open = matchMedia("(min-width: 1600px) and (min-height: 640px)").matches) {
		this.#box.className = "map-legend";
		this.#box.open = open;
		const summary = document.createElement("summary");
		summary.textContent = words.legend;
		const list = document.createElement("ul");
		list.className = "legend";
		const add = (/** @type {string} */ drawing, /** @type {string} */ text) => {
			const item = document.createElement("li");
			item.innerHTML = `<svg width="${LENGTH}" height="12" viewBox="0 0 ${LENGTH} 12" aria-hidden="true">${drawing}</svg>`;
			item.append(text);
			list.append(item);
		};
		add(line("kz", []) + line("core", []), words.kazakhstan);
		add(line("other", []), words.other);
		for (const kind of /** @type {Kind[]} */ (["rail", "planned", "sea", "ferry", "road"])) add(line("mode", DASHES[kind]), words[kind]);
		add('<path class="mark" d="M17 .8 22.2 6 17 11.2 11.8 6z"/>', words.gauge);
		add('<path class="mark" d="M13.5 2.5h7v7h-7z"/>', words.port);
		add('<circle class="mark" cx="17" cy="6" r="4"/>', `${words.border} · ${words.terminal}`);
		const won = document.createElement("ul");
		won.className = "legend";
		won.hidden = true;
		const win = (/** @type {string} */ drawing, /** @type {string} */ text) => {
			const item = document.createElement("li");
			item.innerHTML = `<svg width="18" height="16" viewBox="-9 -8 18 16" aria-hidden="true">${drawing}</svg>`;
			item.append(text);
			won.append(item);
		};
		win('<path class="won-kz" d="M0-7 7 0 0 7-7 0z"/>', words.reachKz);
		win('<path class="won-rail" d="M-5-5H5V5H-5z"/>', words.reachRail);
		win('<path class="won-road" d="M0 7-7-5H7z"/>', words.reachRoad);
		win('<circle class="won-sea" r="6"/>', words.reachSea);
		win('<path class="won-mixed" d="M0-7 6.5 5h-13z"/>', words.reachMixed);
		win('<path class="front-line" d="M-9 0H9"/>', words.reachLine);
		this.#scale.className = "legend scale-list";
		this.#scale.hidden = true;
		this.#lists = [list, won];
		this.#box.append(summary, list, won, this.#scale);
		container.append(this.#box);
	}

	get open() {
		return this.#box.open;
	}

	/**
	 * What it explains: the places won, with the classes where they are coloured by days or money; or the routes.
	 * @param {boolean} won
	 * @param {ReadonlyArray<string> | null} scale what the classes are called
	 */
	show(won, scale) {
		this.#lists[0].hidden = won;
		this.#lists[1].hidden = !won;
		this.#lists[1].classList.toggle("plain", scale !== null);
		this.#scale.hidden = !won || !scale;
		this.#scale.replaceChildren(
			...(scale ?? []).map((text, i) => {
				const item = document.createElement("li");
				item.innerHTML = `<svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true"><path class="tone-${i}" d="M1 1h16v12H1z"/></svg>`;
				item.append(text);
				return item;
			}),
		);
	}

	/** On paper it is open; afterwards as it was. @param {boolean} on */
	paper(on) {
		if (on) this.#before ??= this.#box.open;
		this.#box.open = on || (this.#before ?? this.#box.open);
		if (!on) this.#before = undefined;
	}

	destroy() {
		this.#box.remove();
	}
}

/** @param {string} name of its class @param {number[]} dash for a line one pixel wide */
function line(name, dash) {
	const round = dash.length > 0 && (dash[0] < 1 || dash.length > 2);
	return `<path class="${name}" d="M2 6h${LENGTH - 4}" stroke-dasharray="${dash.map((part) => part * 2.6).join(" ")}" stroke-linecap="${round ? "round" : "butt"}"/>`;
}
