/**
 * The compact form of lines that the basemap is made with: a flat array of whole numbers, first point then differences. They are
 * hundredths of a degree (about 1 km), longitude before latitude.
 */

/** Whole numbers to a degree. */
export const STEPS = 100;

/**
 * Packs a line. Points that fall on the one before are dropped.
 * @param {ReadonlyArray<ReadonlyArray<number>>} line [longitude, latitude] in degrees
 * @returns {number[]}
 */
export function pack(line) {
	/** @type {number[]} */
	const out = [];
	let x = 0;
	let y = 0;
	for (const point of line) {
		const nx = Math.round(point[0] * STEPS);
		const ny = Math.round(point[1] * STEPS);
		if (out.length > 0 && nx === x && ny === y) continue;
		out.push(nx - x, ny - y);
		x = nx;
		y = ny;
	}
	return out;
}

/**
 * Unpacks what pack made.
 * @param {ReadonlyArray<number>} packed
 * @returns {Array<[number, number]>} [longitude, latitude] in degrees
 */
export function unpack(packed) {
	/** @type {Array<[number, number]>} */
	const out = [];
	let x = 0;
	let y = 0;
	for (let i = 0; i + 1 < packed.length; i += 2) {
		x += packed[i];
		y += packed[i + 1];
		out.push([x / STEPS, y / STEPS]);
	}
	return out;
}
