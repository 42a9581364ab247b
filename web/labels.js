import { overlap } from "./geometry.js";

/** @typedef {import("./types.js").Box} Box */

/**
 * A text that would like to stand next to a point.
 * @typedef {{x: number, y: number, width: number, height: number, over?: boolean}} Wish over: on the point itself, or nowhere
 */

/** Gap between the point and its text, in pixels. */
const GAP = 6;

/** Air around each text, in pixels. */
const AIR = 3;

/**
 * Places texts greedily: the first in the list first, each to the right of its point, else left, below or above, else not at all.
 * The answer depends on the order and the zoom, not on where the window is, so panning makes no text jump.
 *
 * @param {ReadonlyArray<Wish>} wishes most important first
 * @param {ReadonlyArray<Box>} [taken] places where nothing may stand
 * @returns {Array<Box | null>} by index of the wish
 */
export function placeLabels(wishes, taken = []) {
	const boxes = new Grid();
	for (const box of taken) boxes.add(box);
	return wishes.map((wish) => {
		for (const box of stands(wish)) {
			if (boxes.free(box)) {
				boxes.add({ x0: box.x0 - AIR, y0: box.y0 - AIR, x1: box.x1 + AIR, y1: box.y1 + AIR });
				return box;
			}
		}
		return null;
	});
}

/**
 * @param {Wish} wish
 * @returns {Box[]} right, left, below, above
 */
function stands({ x, y, width, height, over }) {
	const box = (/** @type {number} */ x0, /** @type {number} */ y0) => ({ x0, y0, x1: x0 + width, y1: y0 + height });
	if (over) return [box(x - width / 2, y - height / 2)];
	return [
		box(x + GAP, y - height / 2),
		box(x - GAP - width, y - height / 2),
		box(x - width / 2, y + GAP),
		box(x - width / 2, y - GAP - height),
	];
}

/** Boxes by the cells they touch, so that a text is tried only against its neighbours. */
class Grid {
	static CELL = 128;

	/** @type {Map<string, Box[]>} */
	#cells = new Map();

	/** @param {Box} box */
	*#keys(box) {
		const to = (/** @type {number} */ v) => Math.floor(v / Grid.CELL);
		for (let i = to(box.x0); i <= to(box.x1); i++) for (let j = to(box.y0); j <= to(box.y1); j++) yield `${i},${j}`;
	}

	/** @param {Box} box */
	add(box) {
		for (const key of this.#keys(box)) {
			const cell = this.#cells.get(key);
			if (cell) cell.push(box);
			else this.#cells.set(key, [box]);
		}
	}

	/** @param {Box} box */
	free(box) {
		for (const key of this.#keys(box)) {
			if (this.#cells.get(key)?.some((other) => overlap(other, box))) return false;
		}
		return true;
	}
}
