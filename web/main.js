/**
 * What the bundle gives the page: `zholMap.mount(container, options)`. The page has one map, so once mounted
 * its methods stand on `zholMap` too.
 */
import { mount } from "./map.js";

export { create } from "d3-selection"; // for the charts

/** @type {Record<string, unknown>} */
const zholMap = {
	/** @param {HTMLElement} container @param {import("./types.js").Options | string} [options] */
	mount(container, options) {
		const map = mount(container, options);
		const { setBasemap, setNetwork, setPlaces, setPins, setRoutes, setReach, setVias, setPicked, setWords, on, fit, fitRoute, flyTo, project, unproject, destroy } = map;
		Object.assign(zholMap, { setBasemap, setNetwork, setPlaces, setPins, setRoutes, setReach, setVias, setPicked, setWords, on, fit, fitRoute, flyTo, project, unproject, destroy });
		return map;
	},
};

Object.assign(globalThis, { zholMap });
