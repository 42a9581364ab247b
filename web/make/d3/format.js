/** What stands in for d3-format, which d3-scale has for labels that nobody writes otherwise: Zhol's are written by Intl, see charts/frame.js. */
export const [format, formatPrefix, formatSpecifier, precisionFixed, precisionPrefix, precisionRound] = /** @type {undefined[]} */ ([]);
