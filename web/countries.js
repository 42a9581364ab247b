/**
 * Where the names of some countries are written, to help the eye; the names themselves come from the browser, in any language.
 * Only names that no neighbour disputes, well inside the borders.
 * @type {ReadonlyArray<readonly [code: string, lon: number, lat: number]>}
 */
export const countries = [
	["KZ", 67.3, 48.6], ["CN", 101, 31.5], ["RU", 92, 61], ["MN", 103.5, 46.6], ["IR", 56.2, 33.6], ["TR", 33.2, 39.3],
	["SA", 45, 23.2], ["PK", 65.2, 28.2], ["IN", 78.5, 22], ["UZ", 64.2, 42], ["TM", 58.6, 39.6], ["AF", 65.6, 33.3],
	["DE", 10.3, 50.3], ["PL", 19.4, 52.7], ["FR", 2.2, 46.9], ["ES", -3.9, 39.9], ["IT", 11.9, 43.4], ["SE", 15.2, 62],
	["FI", 26.3, 63.5], ["EG", 29.5, 26.6], ["IQ", 43.2, 32.9], ["OM", 56.6, 20.8], ["TH", 101.2, 15.9],
	["VN", 105.3, 19.6], ["JP", 138, 36.4], ["ID", 113.5, -1], ["LY", 17.5, 26.8], ["SD", 29.8, 15.5],
	["ET", 39.6, 8.4], ["KE", 37.8, 0.6], ["RO", 24.9, 46.1], ["UA", 31.5, 49.3], ["BY", 27.9, 53.3], ["MM", 95.9, 22.3],
	["ZA", 23.5, -30.4], ["AU", 129, -25], ["NO", 8.8, 61.2], ["DZ", 3, 28.5],
];

/**
 * Names of countries in a language.
 * @param {string} lang
 * @returns {(code: string) => string}
 */
export function countryNamer(lang) {
	const names = new Intl.DisplayNames([lang, "en"], { type: "region" });
	return (code) => names.of(code) ?? code;
}
