/** What the page does when something is wrong with how it starts. */

/** @typedef {"lost" | "stopped" | "old"} Trouble */

/** @typedef {Record<Trouble | "again" | "asked" | "ways", string>} Words */

/** @type {Words} of the page as it is before the program has arrived; as in app/page/words/en.json */
export const english = {
	lost: "Zhol could not start: a part of it did not arrive. The network may be gone, or something may be blocking it.",
	stopped: "Zhol has stopped: something went wrong in it. The address still holds your question.",
	old: "Zhol cannot run here: this browser does not run WebAssembly, which it is made of, or it has been turned off.",
	again: "Try again",
	asked: "This link asks for %s. That cannot be answered without the program: what follows are other questions, answered beforehand.",
	ways: "What helps: a newer browser, or another one (Firefox, Chrome, Edge and Safari run WebAssembly since 2017); or to allow WebAssembly here, which strict security and lockdown modes turn off. The link stays the same.",
};

/** Milliseconds that the words of the reader's language are waited for. */
const PATIENCE = 1500;

/**
 * An address whose every % begins an escape: go-app stops at any other.
 * @param {string} address
 */
export const mended = (address) => address.replace(/%(?![\da-f]{2})/gi, "%25");

/** The ends of an empty link, as in app/page/page.go. */
const usual = { from: "sia", to: "dui" };

/**
 * What a link asks, by the names of its ends; empty if it asks nothing.
 * @param {string} hash
 * @param {string} places a line each: id, UN/LOCODE, and names in English, Russian, Kazakh and Chinese
 * @param {string} code of the language
 * @param {Record<string, string>} names in it, by id
 */
export function question(hash, places, code, names) {
	const asks = new URLSearchParams(mended(hash.slice(1)));
	for (const look of ["lang", "embed"]) asks.delete(look);
	if (asks.size === 0) return "";
	const rows = places.split("\n").map((line) => line.split("\t"));
	const [from, to] = /** @type {Array<"from" | "to">} */ (["from", "to"]).map((end) => {
		const value = asks.get(end) || usual[end];
		const row = rows.find(([id, locode]) => [id, locode].includes(value)) ?? rows.find((row) => row.slice(2, 6).includes(value));
		return row ? names[row[0]] || row[{ ru: 3, kk: 4, zh: 5 }[code] ?? 2] || row[2] : value;
	});
	for (const end of ["from", "to"]) asks.delete(end);
	return [`${from} – ${to}`, ...[...asks].map((field) => field.join("="))].map((part) => `\u2068${part}\u2069`).join(" · ");
}

/** A text of the site's, or an empty one. @param {string} file */
const fetchText = (file) => fetch(file).then((answer) => (answer.ok ? answer.text() : "")).catch(() => "");

/**
 * Says at the head of the panel what is wrong, what the link asks and what can be done, and shows what the page can without
 * its program: the stories, answered, in the reader's language.
 * @param {Trouble} trouble
 * @param {Promise<{code: string, text: string} | null> | null} own words of the reader's language, on their way; null for English
 * @param {Promise<string | null>} hello what the worker would say first: it has the names of places
 */
export async function wail(trouble, own, hello) {
	const told = await Promise.race([own, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
	const code = told?.code ?? "en";
	const { Trouble: words, Dir: dir, Names: names = {} } = told ? JSON.parse(told.text) : { Trouble: english, Dir: "ltr", Names: {} };
	const still = document.querySelector(".panel.still");
	const [places, panel] = still ? await Promise.all([hello.then((text) => (text ? JSON.parse(text).places : "")), told && fetchText(`still/${code}.html`)]) : ["", ""];
	const head = document.querySelector("#panel .brand");
	if (!head || document.getElementById("trouble")) return;
	document.getElementById("progress")?.remove();
	const notice = document.createElement("div");
	notice.id = "trouble";
	notice.className = "notice bad";
	notice.lang = code;
	notice.dir = dir;
	notice.setAttribute("role", "alert");
	const say = (/** @type {string} */ text) => notice.appendChild(document.createElement("p")).textContent = text;
	say(words[trouble]);
	const asked = still ? question(location.hash, places, code, names) : "";
	if (asked) say(words.asked.replace("%s", () => asked));
	if (trouble === "old") {
		say(words.ways);
	} else {
		const again = document.createElement("button");
		again.type = "button";
		again.className = "button";
		again.textContent = words.again;
		again.addEventListener("click", () => location.reload());
		notice.append(again);
	}
	if (panel) {
		while (head.nextSibling) head.nextSibling.remove();
		head.querySelector("p")?.remove();
		head.insertAdjacentHTML("afterend", panel);
		document.documentElement.lang = code;
		document.documentElement.dir = dir;
	}
	head.after(notice);
	// The browser does not read what is meant for pages without scripts: it is text here.
	const stories = still?.querySelector("noscript.more");
	if (stories) stories.outerHTML = stories.textContent ?? "";
}
