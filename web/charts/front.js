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

/** How far apart in pixels two numbered marks stand, for a mouse and for a finger. */
const GAP = 27;
const FINGER = 44;

/** From how far off its place on a mark has a line that leads there. */
const LEAD = 5;

/**
 * Money against days of every unbeaten way. Ways through Kazakhstan are diamonds, the others circles; those of the list are
 * numbered and can be pressed, those that another beats are pale.
 * @param {HTMLElement} box
 * @param {Front} data
 */
export function front(box, data) {
	keepDrawn(box, () => draw(box, data));
}

/** @param {HTMLElement} box @param {Front} data */
function draw(box, { points, picked, words, lang }) {
	const { svg, width } = frame(box, HEIGHT, words.title);
	if (points.length === 0) return;
	const x = scaleLinear().domain([0, Math.max(...points.map(({ days }) => days)) * 1.06]).range([margin.left, width - margin.right]);
	const y = scaleLinear().domain([0, Math.max(...points.map(({ usd }) => usd)) * 1.08]).range([HEIGHT - margin.bottom, margin.top]);
	axes(svg, width, HEIGHT, x, words.days, y, words.usd, lang);
	const number = new Intl.NumberFormat(numeral(lang), { maximumFractionDigits: 1 });
	for (const { usd, days, rank, kz } of points) {
		if (rank === null) shape(svg.append("g").attr("transform", `translate(${x(days)},${y(usd)})`), kz, 3).attr("class", kz ? "dot kz" : "dot");
	}
	const listed = points.filter(({ rank }) => rank !== null).sort((a, b) => Number(a.rank === picked) - Number(b.rank === picked) || Number(b.rank) - Number(a.rank));
	const gap = coarse() ? FINGER : GAP;
	const stood = spread(listed.map(({ days, usd }) => [x(days), y(usd)]), gap, { x0: margin.left + 14, y0: margin.top + 14, x1: width - margin.right - 6, y1: HEIGHT - margin.bottom - 14 });
	listed.forEach(({ kz }, i) => {
		const { x, y, atX, atY } = stood[i];
		if (Math.hypot(atX - x, atY - y) < LEAD) return;
		svg.append("path").attr("class", "lead").attr("aria-hidden", "true").attr("d", `M${x},${y}L${atX},${atY}`);
		shape(svg.append("g").attr("transform", `translate(${x},${y})`), kz, 3.5).attr("class", kz ? "dot kz own" : "dot own");
	});
	listed.forEach(({ usd, days, rank, kz, dominated }, i) => {
		const mark = svg.append("g").attr("data-rank", rank).attr("transform", `translate(${stood[i].atX},${stood[i].atY})`).attr("class", ["mark", kz && "kz", dominated && "beaten", rank === picked && "picked"].filter(Boolean).join(" "));
		mark.append("circle").attr("class", "reach").attr("r", gap / 2);
		shape(mark, kz, 10);
		mark.append("text").attr("aria-hidden", "true").attr("dy", "0.35em").attr("text-anchor", "middle").text(String(rank));
		press(mark, `#${rank}: ${number.format(days)} ${words.days}, ${number.format(Math.round(usd))} ${words.usd}`, "zhol-pick", { rank }, `${rank}`);
	});
}

/** @param {import("d3-selection").Selection<any, any, any, any>} group @param {boolean} kz @param {number} size */
function shape(group, kz, size) {
	return kz ? group.append("path").attr("d", `M0,${-size * 1.25}L${size * 1.25},0L0,${size * 1.25}L${-size * 1.25},0Z`) : group.append("circle").attr("r", size);
}
