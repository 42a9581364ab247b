/** What has been added to the address of a file that did not arrive: browsers remember an address that has failed. @type {Record<string, string>} */
const other = {};

/**
 * A part of the page that is fetched when it is wanted; null if it does not arrive, and it may be asked for again.
 * @param {string} file
 * @returns {Promise<unknown>}
 */
export const arrived = (file) =>
	import(file + (other[file] ?? "")).catch(() => {
		other[file] = `?${performance.now()}`;
		return null;
	});
