import { numeral } from "../locale.js";
import { scaleLinear } from "d3-scale";
import { axes, coarse, frame, keepDrawn, margin, press } from "./frame.js";

/**
 * @typedef {{from: number, to: number, value: number, label: string, rank: number | null, kz: boolean}} Stretch
 * @typedef {{stretches: Stretch[], at: number, unit: string, words: Record<string, string>, lang: string}} Strip
 */

/** Height of the band in pixels. */
const BANDS = { mouse: 34, finger: 44 };

/**
 * Which route is first along a parameter: a band parted at the exact points of change, with a mark at the present value and
 * a list of the stretches under it. Pressing one asks for its value, the middle.
 * @param {HTMLElement} box
 * @param {Strip} data
 */
export function strip(box, data) {
	keepDrawn(box, () => draw(box, data));
}

/** @param {HTMLElement} box @param {Strip} data */
function draw(box, { stretches = [], at = 0, words, lang }) {
	const BAND = coarse() ? BANDS.finger : BANDS.mouse;
	const foot = margin.top + 14 + BAND + margin.bottom;
	const { svg, width } = frame(box, foot, words.title);
	if (stretches.length === 0) return;
	// As far as the last change and half as far again: beyond it nothing happens.
	const last = stretches[stretches.length - 1].from;
	const end = Math.min(stretches[stretches.length - 1].to, Math.max(last, at) * 1.5 || stretches[stretches.length - 1].to);
	const x = scaleLinear().domain([0, end]).range([margin.right, width - margin.right]);
	axes(svg, width, foot, x, words.unit, null, "", lang);
	const number = new Intl.NumberFormat(numeral(lang), { maximumFractionDigits: words.unit === "%" ? 1 : 0 });
	const top = margin.top + 14;
	const list = document.createElement("ol");
	list.className = "stretches";
	stretches.forEach(({ from, to, value, label, kz }, i) => {
		const span = i + 1 < stretches.length ? `${number.format(from)} – ${number.format(to)}\u00a0${words.unit}` : words.from.replace("%s", number.format(from)); // beyond the last change nothing happens
		const text = label + words.colon + span;
		const part = svg.append("g").attr("class", `stretch tone-${i % 3}${kz ? " kz" : ""}`);
		part.append("rect").attr("x", x(from)).attr("y", top).attr("width", Math.max(1, x(Math.min(to, end)) - x(from))).attr("height", BAND);
		if (x(Math.min(to, end)) - x(from) > 18) part.append("text").attr("aria-hidden", "true").attr("x", (x(from) + x(Math.min(to, end))) / 2).attr("y", top + BAND / 2).attr("dy", "0.35em").attr("text-anchor", "middle").text(letter(i));
		press(part, text, "zhol-set", { value }, `${from}`);
		const line = document.createElement("li");
		line.textContent = letter(i) + words.colon + text;
		list.append(line);
	});
	box.append(list);
	svg.append("path").attr("class", "now").attr("aria-hidden", "true").attr("d", `M${x(at) - 6},${top - 12}h12l-6,10z`);
}

/** What a stretch is called in the band and in the list: A, B, C, … @param {number} i */
const letter = (i) => String.fromCharCode(65 + (i % 26));
