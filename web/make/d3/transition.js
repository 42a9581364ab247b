/** What stands in for d3-transition, which d3-zoom asks to stop what is under way: Zhol's map glides by itself, see view.js. */
import { selection } from "d3-selection";

/** @type {any} */ (selection.prototype).interrupt = function () {
	return this;
};
export const interrupt = () => {};
