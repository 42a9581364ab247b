import { numeral } from "../locale.js";
import { axisBottom, axisLeft } from "d3-axis";
import { create } from "d3-selection";

/** Room around a chart for its axes and words, in pixels. */
export const margin = { top: 10, right: 16, bottom: 38, left: 58 };

/**
 * An empty drawing that fills the width of a box, in place of what stood in it.
 * @param {HTMLElement} box
 * @param {number} height in pixels
 * @param {string} title what it shows, in words
 */
export function frame(box, height, title) {
	const width = Math.max(240, box.clientWidth);
	const svg = create("svg").attr("width", width).attr("height", height).attr("viewBox", `0 0 ${width} ${height}`).attr("role", "group").attr("aria-label", title);
	box.replaceChildren(/** @type {SVGSVGElement} */ (svg.node()));
	return { svg, width };
}

/** Whether it is a finger that points. */
export const coarse = () => matchMedia("(pointer: coarse)").matches;

/**
 * Draws again when the box changes its width, and only then.
 * @param {HTMLElement} box
 * @param {() => void} draw
 */
export function keepDrawn(box, draw) {
	watched.get(box)?.disconnect();
	let width = box.clientWidth;
	draw();
	const observer = new ResizeObserver(() => {
		if (box.clientWidth === width || box.clientWidth === 0) return;
		width = box.clientWidth;
		draw();
	});
	observer.observe(box);
	watched.set(box, observer);
}

/** @type {WeakMap<HTMLElement, ResizeObserver>} */
const watched = new WeakMap();

/**
 * Both axes with their words, numbers written as the language does.
 * @param {ReturnType<typeof frame>["svg"]} svg
 * @param {number} width
 * @param {number} height
 * @param {import("d3-scale").ScaleLinear<number, number>} x
 * @param {string} across what x is
 * @param {import("d3-scale").ScaleLinear<number, number> | null} y
 * @param {string} up what y is
 * @param {string} lang
 */
export function axes(svg, width, height, x, across, y, up, lang) {
	const number = new Intl.NumberFormat(numeral(lang), { notation: "standard", maximumFractionDigits: 1 });
	const write = (/** @type {import("d3-axis").AxisDomain} */ value) => number.format(Number(value));
	const ticks = Math.max(2, Math.floor(width / 90));
	svg.append("g").attr("class", "axis").attr("aria-hidden", "true").attr("transform", `translate(0,${height - margin.bottom})`).call(/** @type {any} */ (axisBottom(x).ticks(ticks).tickFormat(write)));
	svg.append("text").attr("class", "axis-name").attr("aria-hidden", "true").attr("x", width - margin.right).attr("y", height - 4).attr("text-anchor", "end").text(across);
	if (!y) return;
	svg.append("g").attr("class", "axis").attr("aria-hidden", "true").attr("transform", `translate(${margin.left},0)`).call(/** @type {any} */ (axisLeft(y).ticks(6).tickFormat(write)));
	svg.append("text").attr("class", "axis-name").attr("aria-hidden", "true").attr("x", margin.left + 6).attr("y", margin.top + 10).text(up);
}

/**
 * Makes a mark a button: for the pointer, for Enter and Space, and by name.
 * @param {import("d3-selection").Selection<any, any, any, any>} mark
 * @param {string} name
 * @param {string} event what is told
 * @param {object} detail
 * @param {string} [key] by which it is known again when it is drawn anew
 */
export function press(mark, name, event, detail, key = name) {
	const tell = () => mark.node().dispatchEvent(new CustomEvent(event, { detail, bubbles: true }));
	mark.attr("role", "button").attr("tabindex", 0).attr("aria-label", name).attr("data-key", key);
	mark.on("click", tell).on("keydown", (/** @type {KeyboardEvent} */ pressed) => {
		if (pressed.key !== "Enter" && pressed.key !== " ") return;
		pressed.preventDefault();
		tell();
	});
}
