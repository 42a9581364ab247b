/**
 * Starts Zhol: the map at once, then the program, which the worker has compiled once and which runs twice, there and as
 * the page. What only the map needs goes from the worker to the map and never through the page.
 */
import { arrived } from "./arrived.js";
import { make } from "./elements.js";
import { keepFocus } from "./focus.js";
import { sheet } from "./sheet.js";
import { mended, wail } from "./trouble.js";
import { welcome } from "./welcome.js";

const { worker, early, broken, ...made } = /** @type {import("./program.js").Program} */ (/** @type {any} */ (globalThis).zholProgram());

/** Milliseconds after which the lands are drawn though the program is still on its way. */
const WAIT = 400;

/** Milliseconds after the first answer in which the page has other things to do. */
const REST = 1000;

/** @typedef {(kind: string, detail: unknown) => unknown} Hear */

/** The object that the page's half of the program calls; see app/page/browser.go. */
const zhol = {
	/** @type {Hear | null} */
	hear: null,
	/** @type {Array<[string, unknown]>} what the worker and the files said before the page listened */
	early: [],
	/** @type {Array<[string, unknown]>} what the reader did before the page listened: none of it is lost */
	done: [],
	picked: 1,
	/** whether the next answer is of a link: the map shows the whole of it, once */
	linked: true,
	/** whether any answer has been drawn */
	drawn: false,

	/** @param {Hear} hear */
	listen(hear) {
		this.hear = hear;
		for (const [kind, detail] of [...this.early.splice(0), ...this.done.splice(0)]) hear(kind, detail);
	},

	/** Whom to tell that there is something to take. @type {(() => void) | null} */
	told: null,

	/** What the page hears of the worker and of files. @param {string} kind @param {unknown} detail */
	tell(kind, detail) {
		if (this.hear) return void this.hear(kind, detail);
		this.early.push([kind, detail]);
		this.told?.();
	},

	/** What the reader has done. @param {string} kind @param {unknown} detail */
	do(kind, detail) {
		if (this.hear) return void this.hear(kind, detail);
		// Of a pin that is dragged, only where it is counts.
		const last = this.done.at(-1);
		if (last && dragged(last) && dragged([kind, detail])) this.done.pop();
		this.done.push([kind, detail]);
	},
};

/** Whether a pin has moved in the hand; there is but one hand. @param {[string, any]} done */
const dragged = ([kind, detail]) => kind === "pin" && detail.phase === "drag";

const map = /** @type {any} */ (globalThis).zholMap.mount(document.getElementById("map"));

Object.assign(globalThis, {
	zhol: {
		listen: (/** @type {Hear} */ hear) => zhol.listen(hear),
		/** @param {() => void} call whenever there is something to take, until the page listens */
		whenTold(call) {
			zhol.told = call;
			if (zhol.early.length > 0) call();
		},
		/** The next message that came before the page listened; null if there is none. */
		take: () => zhol.early.shift() ?? null,
		/** @param {string} question @param {number} picked rank the map shall mark */
		ask(question, picked) {
			zhol.picked = picked;
			if (ahead === undefined) waiting = question;
			else send(question);
		},
		/** What the page has answered by itself. @param {number} seq of the question @param {string} text picture, as JSON @param {number} picked */
		here(seq, text, picked) {
			zhol.picked = picked;
			overtaken = seq;
			picture(JSON.parse(text));
		},
		/** Has the worker ready for the drag of a pin. @param {string} rehearse question @param {string} which pin */
		rehearse: (rehearse, which) => post({ rehearse, which }),
		/** @param {() => void} call once all else that waits is done */
		whenIdle: (call) => queue(call, "background"),
		/** @param {() => void} call in a task of its own, the next that there can be */
		whenNext: (call) => queue(call, "user-blocking"),
		/** @param {number} rank */
		picked(rank) {
			zhol.picked = rank;
			map.setPicked(rank);
		},
		/** The next answer is of another question than the map shows: move to it. */
		moved() {
			zhol.linked = true;
		},
		/** @param {number} lon @param {number} lat */
		flyTo: (lon, lat) => (map.flyTo ? map.flyTo(lon, lat) : map.fit([[lon, lat]])),
		/** Which cards of the list are drawn while a pin is in the hand: from the first number on, and before the second. */
		inSight() {
			folding.disconnect();
			const list = document.querySelector(".cards");
			if (list) folding.observe(list); // which looks again once it is laid out, and whenever it folds
			return (drawnFor = inSight());
		},
		/** @param {string} id @param {string} data */
		chart: (id, data) => draw(id, data, 30),
		/** @param {string} code @param {"ltr" | "rtl"} dir @param {string} words of the map, as JSON @param {string} names of places, by id */
		language(code, dir, words, names) {
			document.documentElement.lang = code;
			document.documentElement.dir = dir;
			map.setWords?.(words, code, names);
		},
		/** @param {string} code of a language whose words are wanted */
		words: (code) => fetchWords(code).then(tellWords, () => zhol.tell("wordless", code)),
		/** Prints once what has changed is drawn, and the code of the link is at hand. */
		print() {
			// The program draws in its own time: legs that are to be on paper are waited for, but not for ever.
			const drawn = new Promise((resolve) => {
				let frames = 0;
				const look = () => (++frames > 2 && (document.querySelector(".legs tbody tr") || frames > 40) ? resolve(undefined) : requestAnimationFrame(look));
				look();
			});
			Promise.all([drawn, atHand().catch(() => {})]).then(() => print());
		},
		/** @param {string} name @param {string} text */
		save(name, text) {
			const link = document.createElement("a");
			link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
			link.download = name;
			link.click();
			setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
		},
		/** Opens a dialog, once its content is drawn. @param {string} id */
		show: (id) => requestAnimationFrame(() => requestAnimationFrame(() => /** @type {HTMLDialogElement} */ (document.getElementById(id)).showModal())),
		/** Brings what the page is about to draw into sight. @param {string} what selects it @param {string} [focused] selects what in it takes the focus; empty for itself */
		reveal: (what, focused) => reveal((wanted = what), focused, 300),
		focusMap: () => surface().focus(),
		/** Writes into a field that has the focus; what was selected whole stays so. @param {string} id @param {string} text */
		rename: (id, text) => {
			const field = document.activeElement;
			if (!(field instanceof HTMLInputElement) || field.id !== id) return;
			const whole = field.selectionStart === 0 && field.selectionEnd === field.value.length;
			field.value = text;
			if (whole) field.select();
		},
		back: () => back(),
		/** A box has lost the focus: what that does is done once the press that took it is over, so that nothing moves under it. @param {string} id */
		afterPress(id) {
			leaving.push(id);
			if (!pressed) tellLeft();
		},
		/** @param {string} text */
		copy(text) {
			copy(text).then((done) => zhol.do("copied", done));
		},
		/** @param {string} id of a place that was used */
		use: (id) => void keep([id, ...kept().filter((other) => other !== id)].slice(0, 12)),
		used: () => kept().join(" "),
		/** Draws the address as a code. @param {string} id of the box */
		qr: (id) => void atHand().then(() => qr?.(/** @type {HTMLElement} */ (document.getElementById(id)), location.href), () => {}),
	},
	// What go-app asks of a page that its own server would have made.
	goappGetenv: () => "",
	goappMake: make,
});

let pressed = false;
/** Boxes that have lost the focus to what is pressed. @type {string[]} */
const leaving = [];
const tellLeft = () => {
	for (const id of leaving.splice(0)) setTimeout(() => zhol.do("left", id)); // the click of a press comes before
};
addEventListener("pointerdown", () => (pressed = true), { capture: true });
for (const end of ["pointerup", "pointercancel"]) {
	addEventListener(end, () => {
		pressed = false;
		tellLeft();
	}, { capture: true });
}

/** @param {() => void} call @param {"background" | "user-blocking"} priority */
function queue(call, priority) {
	const { scheduler } = /** @type {any} */ (globalThis);
	if (scheduler?.postTask) scheduler.postTask(call, { priority });
	else setTimeout(call, 1);
}

/** Milliseconds for which a pin in the hand has not been moved once it is held still. */
const STILL = 300;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let still;
map.on("pin", (/** @type {import("./types.js").PinEvent} */ event) => {
	if (event.phase !== "near") clearTimeout(still);
	if (event.phase === "drag") still = setTimeout(() => zhol.hear?.("rest", null), STILL);
	if (event.phase !== "near") zhol.do("pin", event);
	else zhol.hear?.("near", event.which); // what it is for is past once the page listens
});
/** Which cards the last answer of a pin in the hand was drawn for. */
let drawnFor = [0, 0];

/** Which cards of the list can be seen, or might once others are a line or two shorter. */
function inSight() {
	const margin = 60;
	const boxes = [...document.querySelectorAll(".cards > .card")].map((card) => card.getBoundingClientRect());
	return [boxes.filter(({ bottom }) => bottom < -margin).length, boxes.filter(({ top }) => top < innerHeight + margin).length];
}

// What comes into sight while a pin is in the hand has not been drawn for it: by hand, or since a card has folded or the window grown.
const sighted = () => {
	if (!document.querySelector(".cards.moving")) return;
	const [first, after] = inSight();
	if (first < drawnFor[0] || after > drawnFor[1]) zhol.do("sighted", null);
};
addEventListener("scroll", sighted, { capture: true, passive: true });
addEventListener("resize", sighted);
const folding = new ResizeObserver(sighted);
map.on("pick", (/** @type {unknown} */ event) => zhol.do("pick", event));
/** Who had the focus before the menu, while that is open. @type {HTMLElement | null} */
let opener = null;
const surface = () => /** @type {HTMLElement} */ (document.querySelector(".map-surface"));
/** The menu has been left: what was before it has the focus again. */
const back = () => {
	if (opener && (!document.activeElement || document.activeElement === document.body || document.activeElement.closest(".menu"))) (opener.isConnected ? opener : surface()).focus({ preventScroll: true });
	opener = null;
};
/** What moves the map away under the menu, or is done beside it, leaves it. */
const away = () => {
	if (!opener) return;
	back();
	zhol.do("away", null);
};
map.on("move", away);
map.on("menu", (/** @type {{x: number, y: number}} */ event) => {
	opener = /** @type {HTMLElement | null} */ (document.activeElement?.closest(".map-pin, .map-via")) ?? surface();
	document.documentElement.style.setProperty("--menu-x", `${event.x}px`);
	document.documentElement.style.setProperty("--menu-y", `${event.y}px`);
	zhol.do("menu", event);
});
addEventListener("pointerdown", (event) => {
	if (!(/** @type {Element} */ (event.target).closest(".menu"))) away();
}, { capture: true });
map.on("lost", (/** @type {(() => void) | null} */ retry) => inBox("line-lost", (box) => (retry ? lost(box, retry) : box.replaceChildren()), 30));
map.on("via", (/** @type {unknown} */ event) => zhol.do("via", event));
// What is pointed at in the list or a chart is marked on the map, and the other way round.
addEventListener("pointerover", (event) => {
	const own = /** @type {Element} */ (event.target);
	if (event.pointerType === "touch" || own.closest(".map")) return;
	const rank = Number(own.closest("[data-rank]")?.getAttribute("data-rank")) || null;
	map.setHovered(rank);
	markHovered(rank);
});
map.on("hover", (/** @type {{rank: number | null}} */ { rank }) => markHovered(rank));
/** @param {number | null} rank */
const markHovered = (rank) => {
	for (const element of document.querySelectorAll("[data-rank]")) element.classList.toggle("hovered", element.getAttribute("data-rank") === String(rank));
};
addEventListener("zhol-pick", (event) => zhol.do("pick", /** @type {CustomEvent} */ (event).detail));
addEventListener("zhol-set", (event) => zhol.do("set", /** @type {CustomEvent} */ (event).detail));
addEventListener("keydown", (event) => {
	const target = /** @type {Element} */ (event.target);
	const control = event.ctrlKey || event.metaKey;
	if (event.altKey || event.defaultPrevented || target.closest("dialog, [role=menu]") || takes(target, control ? "" : event.key)) return;
	const key = (control ? "Ctrl+" : "") + (control && event.shiftKey ? "Shift+" : "") + (control ? event.key.toLowerCase() : event.key);
	if (!zhol.hear) {
		if (!control) zhol.do("key", key); // what the browser does with it, it does now
	} else if (zhol.hear("key", key)) event.preventDefault();
});
/** Fields in which something has been entered and not taken yet. */
const typing = new WeakSet();
addEventListener("input", ({ target }) => void (target && typing.add(target)));
addEventListener("change", ({ target }) => void (target && typing.delete(target)));
/** Whether a key is for a field to take: what is typed, and letters and digits that choose. @param {Element} field @param {string} key empty with Ctrl */
const takes = (field, key) => {
	if (field.matches("select")) return /^\w$/.test(key);
	const taken = field.matches("[type=number]:not([aria-invalid=true])") && !typing.has(field);
	if (taken || field.matches("[data-typed=false]")) return key !== ""; // where nothing has been typed there is nothing to undo but the page's own
	return field.matches("textarea, input:not([type=checkbox], [type=radio], [type=range])");
};
for (const [event, paper] of /** @type {const} */ ([["beforeprint", true], ["afterprint", false]])) {
	addEventListener(event, () => {
		document.documentElement.classList.toggle("paper", paper);
		if (paper) signed();
		map.paper?.(paper ? zhol.picked : null);
	});
}
/** A frame in another page shows less. */
const embed = () => document.documentElement.classList.toggle("embed", /[#&]embed=1/.test(location.hash));
embed();
addEventListener("hashchange", embed);
addEventListener("popstate", () => zhol.do("hash", null)); // Back, Forward, and an address that someone has edited

/** @type {typeof import("./qr.js").qr | null} draws codes, once it has been fetched: there is no time for that when the browser prints */
let qr = null;
const atHand = async () => {
	qr ??= (await import("./qr.js")).qr;
};

/** Writes the link at the foot of the paper: as text, and as a code. */
function signed() {
	const [address, code] = ["address", "qr"].map((id) => document.getElementById(id));
	if (address) address.textContent = location.href;
	if (code) qr?.(code, location.href);
}

/**
 * Draws a chart as soon as the page has made its box.
 * @param {string} id
 * @param {string} data
 * @param {number} tries frames to wait for the box
 */
const draw = (id, data, tries) => inBox(`chart-${id}`, (box) => void drawIn(box, id, data), tries);

/** @param {string} id of a box that the page is about to make @param {(box: HTMLElement) => void} fill @param {number} tries frames to wait for it */
function inBox(id, fill, tries) {
	const box = document.getElementById(id);
	if (box) fill(box);
	else if (tries > 0) requestAnimationFrame(() => inBox(id, fill, tries - 1));
}

/** What is to be brought into sight last. */
let wanted = "";
// What the reader does next comes before what was to be shown: no focus is taken from under a hand.
for (const what of ["keydown", "pointerdown"]) addEventListener(what, () => (wanted = ""), { capture: true });

/** @param {string} what @param {string | undefined} focused @param {number} tries frames to wait for it */
function reveal(what, focused, tries) {
	if (what !== wanted) return; // something newer is
	const found = /** @type {HTMLElement | null} */ (document.querySelector(what));
	if (!found) return void (tries > 0 && requestAnimationFrame(() => reveal(what, focused, tries - 1)));
	wanted = "";
	found.scrollIntoView();
	if (focused !== undefined) /** @type {HTMLElement} */ (focused ? found.querySelector(focused) : found).focus({ preventScroll: true });
}

/** What each chart was last to show: one that is late, for its program was fetched first, gives way. @type {Map<string, string>} */
const newest = new Map();

/** @param {HTMLElement} box @param {string} id @param {string} data */
async function drawIn(box, id, data) {
	newest.set(id, data);
	const part = /** @type {typeof import("./charts.js") | null} */ (await arrived("./charts.js"));
	if (newest.get(id) !== data || !box.isConnected) return;
	if (part) /** @type {any} */ (part.charts)[id]?.(box, JSON.parse(data));
	else lost(box, () => newest.forEach((data, id) => draw(id, data, 0)));
}

/** Says where a part of the page was to draw that it did not arrive. @param {HTMLElement} box @param {() => void} retry */
function lost(box, retry) {
	const text = document.createElement("p");
	text.textContent = map.words.lost;
	const again = document.createElement("button");
	again.className = "button";
	again.textContent = map.words.again;
	again.addEventListener("click", retry);
	const notice = document.createElement("div");
	notice.className = "notice bad";
	notice.setAttribute("role", "alert");
	notice.append(text, again);
	box.replaceChildren(notice);
}

/** What this browser keeps of the places last used, and nowhere else; some browsers keep nothing. @returns {string[]} */
function kept() {
	try {
		return (localStorage.getItem("zhol-used") ?? "").split(" ").filter(Boolean);
	} catch {
		return [];
	}
}

/** @param {string[]} ids */
function keep(ids) {
	try {
		localStorage.setItem("zhol-used", ids.join(" "));
	} catch {
		// kept for no one
	}
}

/** @param {string} text @returns {Promise<boolean>} whether it is on the clipboard */
async function copy(text) {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		const box = document.createElement("textarea");
		box.value = text;
		box.className = "unseen";
		document.body.append(box);
		box.select();
		const done = document.execCommand("copy");
		box.remove();
		return done;
	}
}

/** What has come of the words of languages. @type {Record<string, Promise<{code: string, text: string}>>} */
const fetched = {};

/** The words of a language, fetched once; a fetch that failed is tried again. @param {string} code */
function fetchWords(code) {
	return (fetched[code] ??= fetch(`words/${code}.json`).then(async (answer) => {
		if (!answer.ok) throw new Error(`words/${code}.json: ${answer.status}`);
		return { code, text: await answer.text() };
	}).catch((error) => {
		delete fetched[code];
		throw error;
	}));
}

/** The languages that are spoken, or about to be, are kept for when there is no network, as soon as there is who keeps them. */
navigator.serviceWorker?.addEventListener("controllerchange", () => {
	for (const code of Object.keys(fetched)) fetch(`words/${code}.json`, { cache: "force-cache" }).catch(() => {});
});

// Who opens the choice of a language may want any: all come, and are kept.
for (const what of ["pointerdown", "keydown"]) {
	addEventListener(what, (event) => {
		const choice = /** @type {Element} */ (event.target).closest("select#language");
		if (!choice || /** @type {KeyboardEvent} */ (event).key === "Tab") return;
		for (const { value } of choice.querySelectorAll("option")) if (value !== "en") fetchWords(value).catch(() => {});
	}, { capture: true });
}

/** Both halves of the program learn the words. @param {{code: string, text: string}} words */
function tellWords(words) {
	post(words);
	zhol.tell("words", words);
}

/** What the worker is to hear once it listens; null from then on. @type {unknown[] | null} */
let unheard = [];

/** @param {unknown} message to the worker */
function post(message) {
	if (unheard) unheard.push(message);
	else worker?.postMessage(message);
}

/** The words of the link's or the reader's own language, on their way before the program asks for them. */
const spoken = (() => {
	const code = /[#&]lang=([a-z]+)/.exec(location.hash)?.[1] ?? navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => /en|ru|kk|zh|id|ar/.test(tag)) ?? "en";
	return /^(ru|kk|zh|id|ar)$/.test(code) ? fetchWords(code).catch(() => null) : Promise.resolve(null);
})();
spoken.then((own) => own && welcome(own));

/**
 * The answer to the question of the address: of the site's own file where nothing is asked, else worked out by the worker
 * before it is asked, as it has nothing else to do until then; the page's first question waits for it. Null once used.
 * @type {{ask: string, text: string, picture: any} | null | undefined}
 */
let ahead;
/** @type {string | null} */
let waiting = null;

/** @param {string} question answered already, or for the worker */
function send(question) {
	const known = ahead?.ask === question ? ahead : null;
	ahead = null;
	if (known) heard({ data: { ...known, kind: "answer" } });
	else post(question);
}

/** What was said first: of places, it has the names. */
let greeting = "";

/** The page hears of the words of the reader's language before it is told what to put into them. @param {string} text */
const hello = (text) => spoken.then((words) => {
	if (words) tellWords(words);
	greeting = text;
	zhol.tell("hello", text);
});

/** Draws the ground that routes are drawn along. @param {string} text */
function lay(text) {
	const { network, places } = JSON.parse(text);
	const names = JSON.parse(greeting).places.split("\n");
	grounded = true;
	map.setNetwork(network);
	map.setPlaces(Array.from({ length: places.length / 3 }, (_, i) => {
		const [id, , name, ru, kk, zh] = names[i].split("\t");
		return { id, name, ru, kk, zh, lon: places[3 * i], lat: places[3 * i + 1], rank: places[3 * i + 2] };
	}));
	fit();
}

/** When the page has heard the newest greeting: the ground is laid with its names. @type {Promise<unknown>} */
let greeted = made.hello.then((text) => (text ? hello(text) : undefined));
made.ground.then((text) => greeted.then(() => void (text && greeting && lay(text))));
made.first.then((text) => {
	if (text === null || ahead !== undefined) return;
	ahead = JSON.parse(text);
	shown = ahead?.picture;
	picture(shown);
	fit();
	if (waiting !== null) send(waiting);
});

/** The picture on the map before the page asks for it: it is not drawn anew, as the reader may have moved pins and map. @type {any} */
let shown = null;

/** The last question that the page has answered by itself: the picture of none before it is shown. */
let overtaken = 0;

/** @param {any} drawn what the map shows of an answer */
function picture({ routes, pins, vias, reach, scale }) {
	if (zhol.picked > routes.length) zhol.picked = 1; // a link may pick more than there is
	map.setRoutes(routes, zhol.picked);
	if (!zhol.done.some(([kind]) => kind === "pin")) map.setPins(pins); // else they are where the reader has put them
	map.setVias(vias ?? []);
	map.setReach(reach ?? null, scale ?? null);
	zhol.drawn = true;
}

/** The worker listens, and knows tables of a version: what files did not say, or said of others, it is asked for. @param {string} version */
function listening(version) {
	const messages = unheard ?? [];
	unheard = null;
	for (const message of messages) post(message);
	made.hello.then((text) => {
		const stale = !text?.includes(`"data":${JSON.stringify(version)}`);
		if (stale) post({ want: "hello" });
		made.ground.then((text) => void ((stale || !text) && post({ want: "ground" })));
	});
}

/** @param {{data: any}} event from the worker */
function heard({ data }) {
	if (data.kind === "ahead") {
		if (ahead !== undefined) return;
		ahead = data;
		if (waiting !== null) send(waiting);
		return;
	}
	if (data.kind === "progress") return progress(data.loaded, data.total);
	if (data.kind === "failed") return failed(data.text);
	if (data.kind === "program") return void run(data.program).catch((error) => failed(String(error)));
	if (data.kind === "ready") return listening(data.data);
	if (data.kind === "hello") return void (greeted = greeted.then(() => hello(data.text)));
	if (data.kind === "ground") return void greeted.then(() => lay(data.text));
	if (data.kind === "answer") {
		if (data.picture === shown) zhol.linked = false;
		else if (Number(/"seq":(\d+)/.exec(data.text)?.[1]) > overtaken) {
			picture(typeof data.picture === "string" ? JSON.parse(data.picture) : data.picture);
			fit();
		}
		shown = null;
	}
	zhol.tell(data.kind, data.text);
	if (data.kind !== "answer") return;
	requestAnimationFrame(() => setTimeout(showBasemap));
	later();
}

/** Whether the map has what routes are drawn along. */
let grounded = false;

/** Shows the whole of what a link asks for, once it is all there; under a pin in the hand the map stays where it is. */
function fit() {
	if (!zhol.linked || !grounded) return;
	if (!document.querySelector(".map-pin.dragging")) map.fitRoute(zhol.picked);
	zhol.linked = !zhol.drawn;
}

/** What nobody waits for: the page without a network, and the code of the link on paper. */
const later = once(() => {
	setTimeout(() => {
		navigator.serviceWorker?.register("sw.js").catch(() => {});
		atHand().catch(() => {});
	}, REST);
});

/**
 * Draws the lands: once the first answer is shown, which they would keep waiting, or when that takes long; and while the
 * program is still on its way over a slow net.
 */
const showBasemap = once(() => lands.then(map.setBasemap));

/** They are on their way already: the page has asked for them, and would wonder if nobody took them. */
const lands = fetch("basemap.json").then((answer) => answer.text());

/** @param {() => void} what @returns {() => void} */
function once(what) {
	let done = false;
	return () => {
		if (!done) what();
		done = true;
	};
}

/** @param {number} loaded bytes @param {number} total bytes; 0 if not known */
function progress(loaded, total) {
	const bar = /** @type {HTMLProgressElement | null} */ (document.getElementById("progress-bar"));
	const mb = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);
	if (bar && total) bar.value = loaded / total;
	saying(total ? `${mb(loaded)} / ${mb(total)} MB` : `${mb(loaded)} MB`);
}

/** @param {string} text beside the bar */
function saying(text) {
	const place = document.getElementById("progress-text");
	if (place) place.textContent = text;
}

/** @param {string} why */
function failed(why) {
	console.error(why);
	told(started ? "stopped" : "lost");
}

/** What is left where the program does not run: the panel and the map, in the reader's language. @param {import("./trouble.js").Trouble} trouble */
function told(trouble) {
	void wail(trouble, spoken, made.hello);
	if (!started) {
		spoken.then((words) => {
			const { Map, Names } = words ? JSON.parse(words.text) : {};
			if (Map) map.setWords?.(JSON.stringify(Map), words?.code, JSON.stringify(Names));
		});
	}
	showBasemap();
}

let started = false;

/** Until the next frame has been drawn; a page out of sight draws none. */
const breath = () =>
	new Promise((resolve) => {
		requestAnimationFrame(() => setTimeout(resolve));
		setTimeout(resolve, 100);
	});

/** @param {WebAssembly.Module} program that the worker has compiled */
async function run(program) {
	const go = new (/** @type {any} */ (globalThis).Go)();
	clearTimeout(arriving);
	const instance = await WebAssembly.instantiate(program, go.importObject);
	await breath(); // the map is shown, and takes pins in hand, before the page is drawn
	started = true;
	history.replaceState(history.state, "", mended(location.href));
	go.run(instance).then(() => failed("the page's program has ended"), failed);
	setTimeout(showBasemap, 4000);
}

keepFocus(document.body);
sheet((stand) => zhol.do("stand", stand));
const arriving = setTimeout(showBasemap, WAIT);
document.getElementById("progress")?.removeAttribute("hidden"); // hidden in the page itself: nothing arrives without scripts
if (worker) {
	worker.onmessage = heard;
	worker.onerror = (event) => heard(broken(event));
	for (const message of early.splice(0)) heard(message);
} else {
	told("old");
}
