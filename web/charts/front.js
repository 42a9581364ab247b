import { numeral } from "../locale.js";
import { scaleLinear } from "d3-scale";
import { axes, coarse, frame, keepDrawn, margin, press } from "./frame.js";
import { spread } from "./spread.js";

/**
 * A way: numbered if it is in the list.
 * @typedef {{usd: number, days: number, kg: number, rank: number | null, kz: boolean, dominated: boolean}} Point
 * @typedef {{points: Point[], picked: number, words: Record<string, string>, lang: string}} Front
 */

const HEIGHT = 300;

/** How far apart in pixels two numbers stand, for a mouse and for a finger. */
const GAP = 27;
const FINGER = 44;

/** How far off every point a number stands at least. */
const OFF = 16;

/**
 * Money against days of every unbeaten way. Ways through Kazakhstan are diamonds, the others circles, each where the
 * axes say; those of the list have a number beside them that can be pressed, those that another beats are pale. The axes begin near the least.
 * @param {HTMLElement} box
 * @param {Front} data
 */
export function front(box, data) {
	keepDrawn(box, () => draw(box, data));
}

/** @param {HTMLElement} box @param {Front} data */
function draw(box, { points = [], picked, words, lang }) {
	const { svg, width } = frame(box, HEIGHT, words.title);
	if (points.length === 0) return;
	const x = scaleLinear().domain(around(points.map(({ days }) => days))).range([margin.left, width - margin.right]);
	const y = scaleLinear().domain(around(points.map(({ usd }) => usd))).range([HEIGHT - margin.bottom, margin.top]);
	cut(svg, x.domain()[0] > 0, y.domain()[0] > 0);
	axes(svg, width, HEIGHT, x, words.days, y, words.usd, lang);
	const number = new Intl.NumberFormat(numeral(lang), { maximumFractionDigits: 1 });
	for (const { usd, days, rank, kz } of points) {
		if (rank === null) shape(svg.append("g").attr("transform", `translate(${x(days)},${y(usd)})`), kz, 3).attr("class", kz ? "dot kz" : "dot");
	}
	const listed = points.filter(({ rank }) => rank !== null).sort((a, b) => Number(a.rank === picked) - Number(b.rank === picked) || Number(b.rank) - Number(a.rank));
	const gap = coarse() ? FINGER : GAP;
	const stood = spread(listed.map(({ days, usd }) => [x(days), y(usd)]), gap, { x0: margin.left + 14, y0: margin.top + 22, x1: width - margin.right - 6, y1: HEIGHT - margin.bottom - 14 }, OFF);
	for (const { x, y, atX, atY } of stood) svg.append("path").attr("class", "lead").attr("aria-hidden", "true").attr("d", `M${x},${y}L${atX},${atY}`);
	listed.forEach(({ usd, days, rank, kz, dominated }, i) => {
		const mark = svg.append("g").attr("data-rank", rank).attr("transform", `translate(${stood[i].atX},${stood[i].atY})`).attr("class", ["mark", kz && "kz", dominated && "beaten", rank === picked && "picked"].filter(Boolean).join(" "));
		mark.append("circle").attr("class", "reach").attr("r", gap / 2);
		mark.append("circle").attr("class", "label").attr("r", 9);
		shape(mark.append("g").attr("class", "point").attr("transform", `translate(${stood[i].x - stood[i].atX},${stood[i].y - stood[i].atY})`), kz, 5);
		mark.append("text").attr("aria-hidden", "true").attr("dy", "0.35em").attr("text-anchor", "middle").text(String(rank));
		press(mark, `${words.rank}${rank}: ${number.format(days)} ${words.days}, ${number.format(Math.round(usd))} ${words.usd}`, "zhol-pick", { rank }, `${rank}`);
	});
}

/** What an axis spans: all values and a little room, from 0 only if that is near. @param {number[]} values */
function around(values) {
	const [least, most] = [Math.min(...values), Math.max(...values)];
	const room = (most - least) * 0.08 || most * 0.1;
	return [least < most * 0.2 ? 0 : Math.max(0, least - room), most + room];
}

/** Marks axes that do not begin at 0. @param {ReturnType<typeof frame>["svg"]} svg @param {boolean} across @param {boolean} up */
function cut(svg, across, up) {
	const [x, y] = [margin.left, HEIGHT - margin.bottom];
	const mark = (/** @type {string} */ d) => svg.append("path").attr("class", "cut").attr("aria-hidden", "true").attr("d", d);
	if (across) mark(`M${x + 5},${y + 5}l4,-10m4,0l-4,10`);
	if (up) mark(`M${x - 5},${y - 5}l10,-4m0,-4l-10,4`);
}

/** @param {import("d3-selection").Selection<any, any, any, any>} group @param {boolean} kz @param {number} size */
function shape(group, kz, size) {
	return kz ? group.append("path").attr("d", `M0,${-size * 1.25}L${size * 1.25},0L0,${size * 1.25}L${-size * 1.25},0Z`) : group.append("circle").attr("r", size);
}
