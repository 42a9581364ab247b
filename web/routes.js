import { addStrokes, overlap, shapeOf } from "./geometry.js";
import { DASHES, KINDS, stroke, windowOf } from "./lines.js";
import { lineToPlane, toPlane } from "./projection.js";

/** @typedef {import("./types.js").Kind} Kind */
/** @typedef {import("./types.js").Camera} Camera */
/** @typedef {import("./theme.js").Theme} Theme */
/** @typedef {import("./geometry.js").Shape} Shape */
/** @typedef {"diamond" | "square" | "circle"} Mark */

/**
 * One route ready to draw.
 * @typedef {object} Drawn
 * @property {number} rank
 * @property {boolean} kz
 * @property {Shape[]} shapes
 * @property {Kind[]} kinds
 * @property {Array<[number, number]>} transfers in the plane
 * @property {Mark[]} marks of the transfers, one for one
 */

/** Weight of a line in pixels: the one picked, the one under the pointer, and the others. */
const PICKED = 4.5;
const HOVERED = 4;
const OTHER = 2.2;

/** Radius in pixels of the mark where a box changes trains or ships. */
const MARK = 4;

/** Marks, the one that says most first. */
const RAREST = /** @type {const} */ (["diamond", "square", "circle"]);

/**
 * What a line is drawn as when a route runs on it.
 * @param {Kind | "gone"} kind
 * @returns {Kind}
 */
const kindOf = (kind) => (kind === "gone" ? "rail" : kind);

/** A gauge change is a diamond, a port or ferry a square, a border or terminal a circle. @param {string} what @returns {Mark} */
export function markOf(what) {
	if (what.includes("gauge")) return "diamond";
	return /port|ferry/.test(what) ? "square" : "circle";
}

/** The ranked routes, the picked one strong and on top. */
export class Routes {
	/** @type {Drawn[]} */
	drawn = [];
	/** @type {number | null} */
	picked = null;
	/** @type {number | null} */
	hovered = null;

	/**
	 * @param {ReadonlyArray<import("./types.js").Route>} routes
	 * @param {import("./lines.js").Lines} lines
	 */
	set(routes, lines) {
		this.drawn = routes.map(({ rank, kz, pieces, roads = [], transfers = [] }) => {
			const known = pieces.filter((index) => lines.has(index));
			return {
				rank,
				kz,
				shapes: [...known.map((index) => lines.shape(index)), ...roads.map((road) => shapeOf(lineToPlane(road)))],
				kinds: [...known.map((index) => kindOf(lines.kinds[index])), ...roads.map(() => /** @type {Kind} */ ("road"))],
				transfers: transfers.map(({ lon, lat }) => toPlane(lon, lat)),
				marks: transfers.map(({ what }) => markOf(what)),
			};
		});
	}

	/**
	 * @param {CanvasRenderingContext2D} context
	 * @param {Camera} camera
	 * @param {Theme} theme
	 * @param {number} width
	 * @param {number} height
	 */
	draw(context, camera, theme, width, height) {
		const seen = windowOf(camera, width, height);
		for (const layer of layersOf(this.drawn, (route) => this.#lift(route))) drawLayer(context, layer, camera, theme, seen);
		const picked = this.drawn.find(({ rank }) => rank === this.picked);
		if (picked) drawMarks(context, picked, camera, theme, picked.kz ? theme.kz : theme.route);
		context.setLineDash([]);
	}

	/** @param {Drawn} route */
	#lift({ rank }) {
		return rank === this.picked ? 2 : rank === this.hovered ? 1 : 0;
	}
}

/**
 * Lines of one look.
 * @typedef {object} Layer
 * @property {boolean} kz
 * @property {number} lift
 * @property {Record<Kind, Shape[]>} lines
 */

/**
 * What routes are drawn as, from the bottom to the top: those through Kazakhstan, those that only pass by, the one under the
 * pointer, the one picked. Where several run along one line it is drawn once, for the uppermost and then the first of them, and
 * where the first only passes by, the band of one through Kazakhstan shows beneath it: to stroke lines is most of what a frame costs.
 * @param {ReadonlyArray<Drawn>} routes
 * @param {(route: Drawn) => number} liftOf
 * @returns {Layer[]}
 */
export function layersOf(routes, liftOf) {
	/** @type {Map<number, Layer>} */
	const layers = new Map();
	/** Whether nothing more of a line would show. @type {Map<Shape, boolean>} */
	const covered = new Map();
	for (const route of [...routes].sort((a, b) => liftOf(b) - liftOf(a) || a.rank - b.rank)) {
		const lift = liftOf(route);
		const height = 2 * lift + Number(!route.kz);
		const layer = layers.get(height) ?? { kz: route.kz, lift, lines: { sea: [], ferry: [], road: [], planned: [], rail: [] } };
		layers.set(height, layer);
		route.shapes.forEach((shape, i) => {
			if (covered.get(shape) || (covered.has(shape) && !route.kz)) return;
			covered.set(shape, lift > 0 || route.kz);
			layer.lines[route.kinds[i]].push(shape);
		});
	}
	return [...layers].sort(([a], [b]) => a - b).map(([, layer]) => layer);
}

/**
 * What runs through Kazakhstan has another hue and is a double line: a band with a bright core.
 * @param {CanvasRenderingContext2D} context
 * @param {Layer} layer
 * @param {Camera} camera
 * @param {Theme} theme
 * @param {import("./types.js").Box} seen
 */
function drawLayer(context, { kz, lift, lines }, camera, theme, seen) {
	const weight = [OTHER, HOVERED, PICKED][lift];
	const strong = lift > 0;
	const colour = kz ? (strong ? theme.kz : theme.kzPale) : strong ? theme.route : theme.routePale;
	const band = kz ? weight * 1.45 : weight;
	if (strong && trace(context, Object.values(lines).flat(), camera, seen)) stroke(context, theme.halo, band + 3, []);
	for (const kind of KINDS) {
		if (!trace(context, lines[kind], camera, seen)) continue;
		stroke(context, colour, kind === "road" ? band * 0.8 : band, DASHES[kind], Math.max(3, weight));
		if (kz) stroke(context, strong ? theme.kzCore : theme.land, band * 0.34, DASHES[kind], Math.max(3, weight));
	}
}

/**
 * Makes the current path of what is seen of lines.
 * @param {CanvasRenderingContext2D} context
 * @param {ReadonlyArray<Shape>} shapes
 * @param {Camera} camera
 * @param {import("./types.js").Box} seen
 * @returns {boolean} whether there is anything to stroke
 */
function trace(context, shapes, camera, seen) {
	let some = false;
	context.beginPath();
	for (const shape of shapes) {
		if (!overlap(shape.box, seen)) continue;
		addStrokes(context, shape.strokes, camera);
		some = true;
	}
	return some;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Drawn} route
 * @param {Camera} camera
 * @param {Theme} theme
 * @param {string} colour
 */
function drawMarks(context, { transfers, marks }, { k, x, y }, theme, colour) {
	context.setLineDash([]);
	context.lineWidth = 2;
	context.strokeStyle = colour;
	context.fillStyle = theme.land;
	transfers.forEach(([px, py], i) => {
		// Several things happen at one place: what is rarest there is drawn.
		const here = marks.filter((_, j) => transfers[j][0] === px && transfers[j][1] === py);
		const mark = RAREST.find((mark) => here.includes(mark));
		if (mark !== marks[i]) return;
		const [cx, cy] = [px * k + x, py * k + y];
		context.beginPath();
		if (mark === "circle") context.arc(cx, cy, MARK, 0, 2 * Math.PI);
		else if (mark === "square") context.rect(cx - MARK, cy - MARK, 2 * MARK, 2 * MARK);
		else addDiamond(context, cx, cy, MARK * 1.5);
		context.fill();
		context.stroke();
	});
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} half of its width */
function addDiamond(context, x, y, half) {
	context.moveTo(x, y - half);
	context.lineTo(x + half, y);
	context.lineTo(x, y + half);
	context.lineTo(x - half, y);
	context.closePath();
}
