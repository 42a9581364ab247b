/** A place in degrees. @typedef {{ lon: number, lat: number }} At */

/** How many frames a pin may be ahead of the answer that is shown. */
export const AHEAD = 2;

/** How many frames it waits for answers, and how many of those that are drawn in time make up for one: what is late for good does not keep it from the hand. */
export const PATIENCE = 8;
export const REST = 5;

/** What the program makes of a place is cut to four decimals. */
const SAME = 1e-4;

/** @param {At} a @param {At} b */
const same = (a, b) => Math.abs(a.lon - b.lon) < SAME && Math.abs(a.lat - b.lat) < SAME;

/**
 * Keeps a pin in the hand no more than two frames ahead of its answer: where an answer is late the pin waits for it, and no
 * frame is drawn meanwhile.
 */
export class Pace {
	/** Frames that were drawn. */
	#frames = 0;
	/** Frames that it may wait still. */
	#patience = PATIENCE;
	/** Whether an answer has come that no frame shows yet. */
	#fresh = false;
	/** Where it was told to be and in which frame it was last there, from the place on whose answer is shown. @type {Array<At & { last: number }>} */
	#stood = [];

	/** It is taken in hand. @param {At} at */
	start({ lon, lat }) {
		this.#frames = 0;
		this.#patience = PATIENCE;
		this.#fresh = false;
		this.#stood = [{ lon, lat, last: 0 }];
	}

	/** It is told to be at a place. @param {At} at */
	told({ lon, lat }) {
		this.#stood.push({ lon, lat, last: this.#frames });
	}

	/** An answer has come. @param {At} at where it was asked from */
	answered(at) {
		const found = this.#stood.findLastIndex((place) => same(place, at));
		if (found < 0) return; // of before
		this.#stood.splice(0, found);
		this.#fresh = true;
	}

	/** Whether the next frame may draw it elsewhere. */
	get free() {
		return !this.#late || this.#patience < 1;
	}

	/** A frame draws it. @param {At} at @param {boolean} waits it would be elsewhere but for the answer */
	frame(at, waits) {
		if (waits) this.#patience--;
		else if (!this.#late) this.#patience = Math.min(PATIENCE, this.#patience + 1 / REST);
		if (!waits || this.#fresh) this.#frames++;
		this.#fresh = false;
		for (const place of this.#stood) if (same(place, at)) place.last = this.#frames;
	}

	/** Whether what is shown would be too old in the next frame. */
	get #late() {
		return this.#stood.length > 0 && this.#frames + 1 - this.#stood[0].last > AHEAD;
	}
}
