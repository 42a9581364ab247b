/**
 * Says what stands in the page before its program has arrived in the reader's language, once its words are there. The list
 * stays English, and the page says so: its names and numbers come with the program.
 * @param {{code: string, text: string}} own
 */
export function welcome({ code, text }) {
	const words = JSON.parse(text);
	for (const [place, said] of [[".brand p", words.Tagline], [".intro", words.Intro], ["#progress-text", words.Starting]]) {
		const element = /** @type {HTMLElement | null} */ (document.querySelector(`#panel.still ${place}`));
		if (!element) continue; // the program was faster
		if (place !== "#progress-text" || !/\d/.test(element.textContent ?? "")) element.textContent = said; // else it counts already
		element.lang = code;
		element.dir = words.Dir;
	}
}
