import { KM_PER_UNIT } from "./projection.js";

/** The bar is at most this long, in pixels. */
const LONGEST = 120;

/**
 * The longest round number of kilometres that fits the bar. True at the centre of the map; elsewhere to within a quarter.
 * @param {number} k pixels to a unit of the plane
 * @returns {{km: number, pixels: number}}
 */
export function scaleBar(k) {
	const most = (LONGEST / k) * KM_PER_UNIT;
	const power = 10 ** Math.floor(Math.log10(most));
	const km = [5, 2, 1].map((n) => n * power).find((n) => n <= most) ?? power;
	return { km, pixels: (km / KM_PER_UNIT) * k };
}
