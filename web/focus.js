/**
 * Keeps the focus where it was while the page is drawn anew: what had it may be gone, because it has done what it was for,
 * or may have been made again.
 * @param {HTMLElement} root
 */
export function keepFocus(root) {
	/** @type {HTMLElement[]} what has the focus, and all that it stands in, up to the root */
	let trail = [];
	root.addEventListener("focusin", (event) => {
		trail = [];
		for (let at = /** @type {HTMLElement | null} */ (event.target); at && at !== root.parentElement; at = at.parentElement) trail.push(at);
	});
	root.addEventListener("focusout", ({ target, relatedTarget }) => {
		// Given away, to another element or to none, while it was still there.
		if (relatedTarget || /** @type {Element} */ (target).isConnected) queueMicrotask(() => {
			if (trail[0] === target && trail[0].isConnected) trail = [];
		});
	});
	new MutationObserver(() => {
		if (trail.length === 0 || trail[0].isConnected || (document.activeElement && document.activeElement !== document.body)) return;
		const { id, dataset } = trail[0];
		const home = trail.find((element) => element.isConnected) ?? /** @type {HTMLElement | null} */ (root.querySelector("#panel"));
		const same = (id && document.getElementById(id)) || (dataset.key && home?.querySelector(`[data-key="${CSS.escape(dataset.key)}"]`));
		const next = same || near(home, root);
		trail = [];
		/** @type {HTMLElement | null} */ (next)?.focus({ preventScroll: true });
	}).observe(root, { childList: true, subtree: true });
}

const takes = "button, input, select, summary, a[href], [tabindex='0']";

/**
 * The first that takes the focus, in an element or in what it stands in.
 * @param {Element | null | undefined} home
 * @param {Element} root
 */
function near(home, root) {
	for (let at = home; at && at !== root.parentElement; at = at.parentElement) {
		for (const element of at.querySelectorAll(takes)) if (element.checkVisibility()) return element;
	}
	return null;
}
