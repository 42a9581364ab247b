/** What stands in for d3-interpolate, which knows colours, texts and dates too: the page's scales go along numbers. */

/** @param {number} a @param {number} b */
export const interpolateNumber = (a, b) => (/** @type {number} */ t) => a * (1 - t) + b * t;
// The others are named by d3-scale and d3-zoom for what the page has not.
export { interpolateNumber as interpolate, interpolateNumber as interpolateRound, interpolateNumber as interpolateZoom, interpolateNumber as piecewise };
