/** What the page does when something is wrong with how it starts. */

/** @typedef {"lost" | "stopped" | "old"} Trouble */

/** @typedef {Record<Trouble | "again", string>} Words */

/** @type {Words} of the page as it is before the program has arrived; as in app/page/words/en.json */
export const english = {
	lost: "Zhol could not start: a part of it did not arrive. The network may be gone, or something may be blocking it.",
	stopped: "Zhol has stopped: something went wrong in it. The address still holds your question.",
	old: "Zhol cannot run here: this browser does not run WebAssembly, which it is made of, or it has been turned off.",
	again: "Try again",
};

/** Milliseconds that the words of the reader's language are waited for. */
const PATIENCE = 1500;

/**
 * An address whose every % begins an escape: go-app stops at any other.
 * @param {string} address
 */
export const mended = (address) => address.replace(/%(?![\da-f]{2})/gi, "%25");

/**
 * Says at the head of the panel what is wrong, and shows what the page can without its program: the stories, answered.
 * @param {Trouble} trouble
 * @param {Promise<{code: string, text: string} | null> | null} own words of the reader's language, on their way; null for English
 */
export async function wail(trouble, own) {
	const told = await Promise.race([own, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
	const { Trouble: words, Dir: dir } = told ? JSON.parse(told.text) : { Trouble: english, Dir: "ltr" };
	const panel = document.getElementById("panel");
	if (!panel || document.getElementById("trouble")) return;
	document.getElementById("progress")?.remove();
	const notice = document.createElement("div");
	notice.id = "trouble";
	notice.className = "notice bad";
	notice.lang = told?.code ?? "en";
	notice.dir = dir;
	notice.setAttribute("role", "alert");
	const text = document.createElement("p");
	text.textContent = words[trouble];
	notice.append(text);
	if (trouble !== "old") {
		const again = document.createElement("button");
		again.type = "button";
		again.className = "button";
		again.textContent = words.again;
		again.addEventListener("click", () => location.reload());
		notice.append(again);
	}
	panel.querySelector(".brand")?.after(notice);
	// The browser does not read what is meant for pages without scripts: it is text here.
	const stories = panel.querySelector("noscript.more");
	if (stories) stories.outerHTML = stories.textContent ?? "";
}
