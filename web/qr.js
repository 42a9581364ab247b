import { renderSVG } from "uqr";

/**
 * Draws a text as a QR code.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function qr(element, text) {
	const picture = new DOMParser().parseFromString(renderSVG(text, { border: 2, ecc: "L" }), "image/svg+xml").documentElement;
	picture.setAttribute("role", "img");
	picture.setAttribute("aria-label", text);
	element.replaceChildren(picture);
}
