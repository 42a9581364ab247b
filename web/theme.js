/**
 * The colours of the map, read from the style sheet so that light, dark and print are decided in one place.
 *
 * @typedef {ReturnType<typeof readTheme>} Theme
 */

/** @param {Element} element whose custom properties are read */
export function readTheme(element) {
	const style = getComputedStyle(element);
	const read = (/** @type {string} */ name) => style.getPropertyValue(`--map-${name}`).trim() || "gray";
	return {
		land: read("land"),
		sea: read("sea"),
		space: read("space"),
		coast: read("coast"),
		border: read("border"),
		country: read("country"),
		rail: read("rail"),
		lane: read("lane"),
		ferry: read("ferry"),
		dot: read("dot"),
		label: read("label"),
		halo: read("halo"),
		route: read("route"),
		routePale: read("route-pale"),
		kz: read("kz"),
		kzPale: read("kz-pale"),
		kzCore: read("kz-core"),
		snap: read("snap"),
		tones: [0, 1, 2, 3, 4, 5].map((i) => read(`tone-${i}`)),
		font: style.fontFamily || "sans-serif",
	};
}

/**
 * Calls back whenever the system turns light or dark.
 * @param {() => void} changed
 * @returns {() => void} stops listening
 */
export function watchTheme(changed) {
	const query = matchMedia("(prefers-color-scheme: dark)");
	query.addEventListener("change", changed);
	return () => query.removeEventListener("change", changed);
}

/**
 * Calls back whenever a pixel of the page becomes so many others of the screen: on another screen, or zoomed.
 * @param {() => void} changed
 * @returns {() => void} stops listening
 */
export function watchRatio(changed) {
	/** @type {MediaQueryList} */
	let query;
	const heard = () => {
		listen();
		changed();
	};
	const listen = () => {
		query?.removeEventListener("change", heard);
		query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
		query.addEventListener("change", heard);
	};
	listen();
	return () => query.removeEventListener("change", heard);
}
