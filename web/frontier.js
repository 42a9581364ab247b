import Delaunator from "delaunator";

/**
 * A place in the plane, and how far ahead one kind of way is there: above nought for the one, below for the other, left out where neither is.
 * @typedef {{x: number, y: number, ahead?: number}} Stand
 */

/** Two of these at one spot are the same place to the eye. */
const SAME = 1e-6;

/**
 * The line on which neither kind of way is ahead, straight between neighbouring places: the places are joined to triangles
 * (Delaunay), and along each side that parts the two the line crosses where the difference, taken as even, is nought. It ends at
 * triangles with a place where neither is ahead.
 * @param {ReadonlyArray<Stand>} stands
 * @returns {Float32Array[]} x, y, x, y, … in the plane; one that comes back to itself ends where it began
 */
export function frontier(stands) {
	const { triangles, halfedges } = new Delaunator(Float64Array.from(stands.flatMap(({ x, y }) => [x, y])));
	const next = (/** @type {number} */ edge) => (edge % 3 === 2 ? edge - 2 : edge + 1);
	const ahead = (/** @type {number} */ edge) => stands[triangles[edge]].ahead || SAME; // nought is a narrow win
	const told = (/** @type {number} */ edge) => [edge, next(edge), next(next(edge))].every((side) => stands[triangles[side]].ahead !== undefined);
	const inside = (/** @type {number} */ edge) => edge >= 0 && told(edge);
	const parts = (/** @type {number} */ edge) => ahead(edge) > 0 !== ahead(next(edge)) > 0;
	/** @param {number} edge @returns {[number, number]} */
	const crossing = (edge) => {
		const [a, b] = [stands[triangles[edge]], stands[triangles[next(edge)]]];
		const share = ahead(edge) / (ahead(edge) - ahead(next(edge)));
		return [a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)];
	};
	/** The other side of the triangle of an edge that is crossed: two are, or none. @param {number} edge */
	const through = (edge) => [next(edge), next(next(edge))].find(parts) ?? -1;
	const seen = new Uint8Array(triangles.length);
	/** @type {Float32Array[]} */
	const lines = [];
	/** @param {number} edge by which the line comes into its triangle */
	const follow = (edge) => {
		const line = [...crossing(edge)];
		for (let at = edge; inside(at) && !seen[at]; ) {
			const out = through(at);
			seen[at] = seen[out] = 1;
			line.push(...crossing(out));
			at = halfedges[out];
		}
		if (line.length > 2) lines.push(Float32Array.from(line));
	};
	// First the lines that come in from outside, then those that close upon themselves.
	for (let edge = 0; edge < triangles.length; edge++) if (inside(edge) && !inside(halfedges[edge]) && !seen[edge] && parts(edge)) follow(edge);
	for (let edge = 0; edge < triangles.length; edge++) if (inside(edge) && !seen[edge] && parts(edge)) follow(edge);
	return lines;
}
