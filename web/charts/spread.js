/**
 * A mark: where it should stand, and where it does.
 * @typedef {{x: number, y: number, atX: number, atY: number}} Stood
 */

/** How often marks are pushed apart at most. */
const ROUNDS = 300;

/**
 * Pushes marks apart until they can be told from one another and hit one by one, each no further from its place than that
 * takes. The same points always give the same picture.
 * @param {ReadonlyArray<readonly [number, number]>} points in pixels
 * @param {number} gap between the middles of two marks
 * @param {{x0: number, y0: number, x1: number, y1: number}} within
 * @param {number} [off] how far off every point each stands at least, if there is room
 * @returns {Stood[]}
 */
export function spread(points, gap, { x0, y0, x1, y1 }, off = 0) {
	// A hair apart at the start, each on a side of its own: what lies in one spot is pushed apart too.
	const marks = points.map(([x, y], i) => ({ x, y, atX: x + Math.cos(2.4 * i) / 8, atY: y + Math.sin(2.4 * i) / 8 }));
	for (let round = 0, moved = true; moved && round < ROUNDS; round++) {
		moved = false;
		marks.forEach((a, i) => {
			for (const [j, b] of marks.slice(i + 1).entries()) {
				let [dx, dy] = [b.atX - a.atX, b.atY - a.atY];
				// In a corner two can come to lie on one spot: each pair parts in a direction of its own.
				if (Math.hypot(dx, dy) < 0.01) [dx, dy] = [Math.cos(2.4 * (i + j)) / 8, Math.sin(2.4 * (i + j)) / 8];
				const far = Math.hypot(dx, dy);
				if (far >= gap - 0.01) continue;
				const push = (gap - far) / 2 / far;
				a.atX -= dx * push;
				a.atY -= dy * push;
				b.atX += dx * push;
				b.atY += dy * push;
				moved = true;
			}
		});
		for (const mark of marks) {
			for (const [x, y] of off ? points : []) {
				const [dx, dy] = [mark.atX - x, mark.atY - y];
				const far = Math.hypot(dx, dy);
				if (far >= off - 0.01) continue;
				mark.atX += (dx / far) * (off - far);
				mark.atY += (dy / far) * (off - far);
				moved = true;
			}
			mark.atX = Math.min(x1, Math.max(x0, mark.atX));
			mark.atY = Math.min(y1, Math.max(y0, mark.atY));
		}
	}
	return marks;
}
