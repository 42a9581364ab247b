/** Milliseconds that the program may take, on a net that is quick, before the list is worth another file. */
const QUICK = 300;

/**
 * Says what stands in the page before its program has arrived in the reader's language, once its words are there; the list a
 * little later, of the file that is shown where the program cannot run.
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
	const list = () => /** @type {HTMLElement | null} */ (document.querySelector("#panel.still:not(:has(#trouble)) .results"));
	setTimeout(async () => {
		if (!list() || navigator.serviceWorker?.controller) return; // where it is at hand, so is the program
		const answer = await fetch(`still/${code}.html`).catch(() => null);
		const told = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".results") : null;
		const place = list();
		if (!told || !place) return;
		place.innerHTML = told.innerHTML;
		place.lang = code;
		place.dir = words.Dir;
	}, QUICK);
}
