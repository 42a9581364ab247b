import { numeral } from "../locale.js";
import { scaleLinear } from "d3-scale";
import { axes, coarse, frame, keepDrawn, margin, press } from "./frame.js";

/**
 * @typedef {{rank: number, p10: number, p50: number, p90: number, kz: boolean}} Bar
 * @typedef {{rows: Bar[], picked: number, words: Record<string, string>, lang: string}} Bars
 */

/** Height of a row in pixels: what a mouse, and what a finger can hit. */
const ROWS = { mouse: 30, finger: 44 };

/**
 * The days that 10 to 90 of 100 boxes make, with a tick where 50 do, a row for each route.
 * @param {HTMLElement} box
 * @param {Bars} data
 */
export function bars(box, data) {
	keepDrawn(box, () => draw(box, data));
}

/** @param {HTMLElement} box @param {Bars} data */
function draw(box, { rows = [], picked, words, lang }) {
	const ROW = coarse() ? ROWS.finger : ROWS.mouse;
	const height = margin.top + margin.bottom + ROW * rows.length;
	const { svg, width } = frame(box, height, words.title);
	if (rows.length === 0) return;
	const x = scaleLinear().domain([0, Math.max(...rows.map(({ p90 }) => p90)) * 1.04]).range([margin.left, width - margin.right]);
	axes(svg, width, height, x, words.days, null, "", lang);
	const number = new Intl.NumberFormat(numeral(lang), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
	rows.forEach(({ rank, p10, p50, p90, kz }, i) => {
		const middle = margin.top + ROW * (i + 0.5);
		const row = svg.append("g").attr("data-rank", rank).attr("class", ["bar-row", kz && "kz", rank === picked && "picked"].filter(Boolean).join(" "));
		row.append("rect").attr("class", "reach").attr("x", 0).attr("y", middle - ROW / 2).attr("width", width).attr("height", ROW);
		row.append("text").attr("aria-hidden", "true").attr("x", margin.left - 10).attr("y", middle).attr("dy", "0.35em").attr("text-anchor", "end").text(words.rank + rank);
		row.append("rect").attr("class", "span").attr("x", x(p10)).attr("y", middle - 7).attr("width", Math.max(2, x(p90) - x(p10))).attr("height", 14).attr("rx", 4);
		row.append("line").attr("class", "half").attr("x1", x(p50)).attr("x2", x(p50)).attr("y1", middle - 10).attr("y2", middle + 10);
		press(row, `${words.rank}${rank}: ${number.format(p10)} – ${number.format(p50)} – ${number.format(p90)} ${words.days}`, "zhol-pick", { rank }, `${rank}`);
	});
}
