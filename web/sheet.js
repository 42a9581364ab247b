/** How high the sheet stands on a small screen, from low to high. @typedef {"peek" | "half" | "full"} Stand */

/** @type {Stand[]} */
const stands = ["peek", "half", "full"];

/** What moves less than this is a tap, in pixels. */
const TAP = 6;

/** A flick faster than this goes on to the next stand, in pixels a millisecond. */
const FLICK = 0.4;

/** Who holds still for so long before letting go does not flick, in milliseconds. */
const PAUSE = 60;

/**
 * Lets the grip of the sheet be dragged, and moved by the arrow keys; a tap is the page's own affair.
 * @param {(stand: Stand) => void} tell
 */
export function sheet(tell) {
	/** @type {{id: number, y: number, height: number, panel: HTMLElement, at: number, last: number, speed: number, moved: boolean} | null} */
	let held = null;
	const gripOf = (/** @type {Event} */ { target }) => /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest?.("#sheet"));
	const letGo = () => {
		if (!held) return;
		held.panel.style.removeProperty("height");
		held.panel.style.removeProperty("transition");
		held = null;
	};
	addEventListener("pointerdown", (event) => {
		const grip = gripOf(event);
		if (!grip || event.button !== 0 || !event.isPrimary) return;
		const panel = /** @type {HTMLElement} */ (grip.closest(".panel"));
		held = { id: event.pointerId, y: event.clientY, height: panel.clientHeight, panel, at: event.timeStamp, last: event.clientY, speed: 0, moved: false };
		grip.setPointerCapture(event.pointerId);
	});
	addEventListener("pointermove", (event) => {
		if (!held || event.pointerId !== held.id) return;
		const up = held.y - event.clientY;
		if (!held.moved && Math.abs(up) < TAP) return;
		held.moved = true;
		held.speed = (held.last - event.clientY) / Math.max(1, event.timeStamp - held.at);
		held.at = event.timeStamp;
		held.last = event.clientY;
		held.panel.style.setProperty("transition", "none");
		held.panel.style.setProperty("height", `${Math.max(44, Math.min(innerHeight * 0.94, held.height + up))}px`);
	});
	addEventListener("pointerup", (event) => {
		if (!held || event.pointerId !== held.id) return;
		const { panel, moved } = held;
		const speed = event.timeStamp - held.at > PAUSE ? 0 : held.speed;
		const height = panel.clientHeight;
		if (!moved) return letGo();
		const still = (/** @type {Event} */ click) => gripOf(click) && click.stopPropagation();
		addEventListener("click", still, { capture: true }); // a mouse clicks where it lets go; a finger that has moved does not
		setTimeout(() => removeEventListener("click", still, { capture: true }), PAUSE);
		const heights = stands.map((stand) => heightOf(panel, stand));
		letGo();
		let to = heights.reduce((best, h, i) => (Math.abs(h - height) < Math.abs(heights[best] - height) ? i : best), 0);
		if (speed > FLICK) to = heights.findIndex((h) => h > height);
		if (speed < -FLICK) to = heights.findLastIndex((h) => h < height);
		tell(stands[to] ?? (speed > 0 ? "full" : "peek"));
	});
	addEventListener("pointercancel", letGo);
	addEventListener("keydown", (event) => {
		const grip = gripOf(event);
		const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
		if (!grip || !by) return;
		event.preventDefault();
		const now = stands.findIndex((stand) => grip.closest(".panel")?.classList.contains(stand));
		tell(stands[Math.max(0, Math.min(2, now + by))]);
	});
}

/** @param {HTMLElement} panel @param {Stand} stand @returns {number} pixels that the style sheet gives it */
function heightOf(panel, stand) {
	const { className, style } = panel;
	const held = style.height;
	style.removeProperty("height");
	panel.className = `panel ${stand}`;
	const height = panel.clientHeight;
	panel.className = className;
	style.setProperty("height", held);
	return height;
}
