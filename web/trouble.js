/** What the page does when something is wrong with how it starts. */

/** @typedef {"lost" | "stopped" | "old"} Trouble */

/** @type {Record<Trouble, string>} in the language of the page as it is before the program has arrived */
const words = {
	lost: "Zhol could not start: a part of it did not arrive. The network may be gone, or something may be blocking it.",
	stopped: "Zhol has stopped: something went wrong in it. The address still holds your question.",
	old: "Zhol cannot run here: this browser does not run WebAssembly, which it is made of, or it has been turned off.",
};

/**
 * An address whose every % begins an escape: go-app stops at any other.
 * @param {string} address
 */
export const mended = (address) => address.replace(/%(?![\da-f]{2})/gi, "%25");

/**
 * Says at the head of the panel what is wrong, and shows what the page can without its program: the stories, answered.
 * @param {Trouble} trouble
 */
export function wail(trouble) {
	const panel = document.getElementById("panel");
	if (!panel || document.getElementById("trouble")) return;
	document.getElementById("progress")?.remove();
	const notice = document.createElement("div");
	notice.id = "trouble";
	notice.className = "notice bad";
	notice.setAttribute("role", "alert");
	const text = document.createElement("p");
	text.textContent = words[trouble];
	notice.append(text);
	if (trouble !== "old") {
		const again = document.createElement("button");
		again.type = "button";
		again.className = "button";
		again.textContent = "Try again";
		again.addEventListener("click", () => location.reload());
		notice.append(again);
	}
	panel.querySelector(".brand")?.after(notice);
	// The browser does not read what is meant for pages without scripts: it is text here.
	const stories = panel.querySelector("noscript.more");
	if (stories) stories.outerHTML = stories.textContent ?? "";
}
