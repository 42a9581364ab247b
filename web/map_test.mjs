/**
 * The map alone in Chromium: pins, picking, keys, zoom, frames. Screenshots go to the folder named by SHOTS, if set.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { stage } from "./testdata/stage.mjs";

/** @type {Awaited<ReturnType<typeof stage>>} */
let theatre;
before(async () => void (theatre = await stage()));
after(() => theatre.close());

/**
 * @param {import("playwright-core").BrowserContextOptions} options
 * @param {(page: import("playwright-core").Page) => Promise<void>} play
 */
async function onPage(options, play) {
	const page = await theatre.browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
	/** @type {string[]} */
	const faults = [];
	page.on("pageerror", (error) => faults.push(String(error)));
	page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
	await page.goto(theatre.address);
	await page.waitForFunction("window.ready");
	await play(page);
	assert.deepEqual(faults, []);
	await page.close();
}

const told = (/** @type {import("playwright-core").Page} */ page, /** @type {string} */ event) =>
	page.evaluate((event) => heard.filter(([name]) => name === event).map(([, detail]) => detail), event);
const camera = (/** @type {import("playwright-core").Page} */ page) => page.evaluate(() => ({ ...map.view.camera }));
const spot = (/** @type {import("playwright-core").Page} */ page, /** @type {number} */ lon, /** @type {number} */ lat) =>
	page.evaluate(([lon, lat]) => map.project(lon, lat), [lon, lat]);

/** How many colours the ground has. @param {import("playwright-core").Page} page */
const coloursOf = (page) =>
	page.evaluate(() => {
		const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector(".map-still"));
		const copy = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(canvas.width, canvas.height).getContext("2d"));
		copy.drawImage(canvas, 0, 0);
		const pixels = copy.getImageData(0, 0, canvas.width, canvas.height).data;
		const seen = new Set();
		for (let i = 0; i < pixels.length; i += 4 * 97) seen.add((pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2]);
		return seen.size;
	});

test("a pin dragged with the mouse tells each step in degrees and leaves the map where it is", () =>
	onPage({}, async (page) => {
		const before = await camera(page);
		const pin = page.getByRole("button", { name: "Origin Xi'an" });
		const box = await pin.boundingBox();
		assert.ok(box && box.width >= 44 && box.height >= 44);
		const [x, y] = await spot(page, 108.2, 34.9);
		await page.mouse.move(x, y - 20);
		await page.mouse.down();
		for (let i = 1; i <= 10; i++) {
			await page.mouse.move(x - 20 * i, y - 20);
			await page.waitForTimeout(20);
		}
		await page.mouse.up();
		const steps = await told(page, "pin");
		assert.deepEqual(steps.slice(0, 2).map(({ phase }) => phase), ["near", "start"], "a mouse comes to it first");
		assert.deepEqual(steps.filter(({ phase }) => phase !== "drag").map(({ phase }) => phase), ["near", "start", "end"]);
		assert.ok(steps.filter(({ phase }) => phase === "drag").length >= 8, `${steps.length} steps`);
		const last = steps.at(-1);
		const [px, py] = await spot(page, last.lon, last.lat);
		assert.ok(Math.hypot(px - (x - 200), py - y) < 1.5, "the tip is where the pointer took it");
		assert.deepEqual(await camera(page), before);
	}));

test("a late word from the page does not pull a pin out of the hand", () =>
	onPage({}, async (page) => {
		const [x, y] = await spot(page, 108.2, 34.9);
		await page.mouse.move(x, y - 20);
		await page.mouse.down();
		await page.mouse.move(x - 100, y - 20, { steps: 4 });
		await page.waitForTimeout(400); // nobody answers here: the pin has waited for that and gone on
		await page.evaluate(() => map.setPins({ origin: { lon: 0, lat: 0, name: "Late", snap: null } }));
		const box = await page.getByRole("button", { name: "Origin Late" }).boundingBox();
		assert.ok(box && Math.abs(box.x + 22 - (x - 100)) < 2);
		await page.mouse.up();
	}));

test("a dashed line leads from a pin to where it snapped, and a ghost of the pin stands there while it is dragged", () =>
	onPage({}, async (page) => {
		// Where no line runs and no name stands: what is drawn there is the pin's own.
		await page.evaluate(() => {
			map.setRoutes([], null);
			map.setPlaces([]);
			map.setPins({ origin: { lon: 95, lat: 62, name: "Pin", snap: { lon: 95, lat: 56, km: 600, name: "Snapped" } } });
		});
		await page.waitForTimeout(200);
		const [sx, sy] = await spot(page, 95, 56);
		const [px, py] = await spot(page, 95, 62);
		// Nothing but what joins pins to places.
		await page.addStyleTag({ content: ".map { background: #fff !important } .map > :not(.map-joint) { opacity: 0 !important }" });
		const drawn = async (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ width, /** @type {number} */ height) => {
			const png = (await page.screenshot({ clip: { x: Math.round(x), y: Math.round(y), width, height } })).toString("base64");
			return page.evaluate(async (png) => {
				const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
				const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(image.width, image.height).getContext("2d"));
				context.drawImage(image, 0, 0);
				return context.getImageData(0, 0, image.width, image.height).data.filter((value, i) => i % 4 === 1 && value < 250).length;
			}, png);
		};
		const along = async () => drawn((px + sx) / 2 - 4, (py + sy) / 2 - 15, 8, 30);
		const ghost = async () => drawn(sx + 4, sy - 36, 10, 20); // beside the line
		assert.ok(await page.evaluate(() => {
			return [".map-buttons", ".map-legend", ".map-pin"].every((name) => {
				const part = /** @type {Element} */ (document.querySelector(name));
				return [...document.querySelectorAll(".map-joint")].every((joint) => joint.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING);
			});
		}), "it lies over buttons, legend or pins");
		assert.ok((await along()) > 20, "no line to the snap");
		assert.ok((await along()) < 200, "the line is not dashed, or something else is drawn");
		const still = await ghost();
		await page.mouse.move(px, py - 20);
		await page.mouse.down();
		await page.mouse.move(px + 3, py - 20);
		await page.mouse.move(px + 1, py - 20);
		await page.waitForTimeout(100);
		assert.ok((await ghost()) > still + 100, "no ghost while the pin is in the hand");
		await page.mouse.up();
		await page.waitForTimeout(100);
		assert.equal(await ghost(), still, "the ghost stays");
	}));

for (const early of [true, false]) {
	test(`a pin in the hand says where it is once a frame, ${early ? "before it where the browser tells of moves at once" : "with it where the browser keeps moves for it"}`, () =>
		onPage({}, async (page) => {
			await page.evaluate((early) => {
				const log = (/** @type {any} */ (globalThis).log = /** @type {string[]} */ ([]));
				let inside = false;
				const onFrame = requestAnimationFrame.bind(globalThis);
				globalThis.requestAnimationFrame = (handle) => onFrame((time) => {
					inside = true;
					handle(time);
					inside = false;
				});
				const next = () => {
					log.push("frame");
					requestAnimationFrame(next);
				};
				requestAnimationFrame(next);
				map.on("pin", (/** @type {any} */ { phase }) => phase === "drag" && log.push(inside ? "with a frame" : "before one"));
				if (!early) addEventListener("pointerrawupdate", (event) => event.stopImmediatePropagation(), true);
			}, early);
			const [x, y] = await spot(page, 108.2, 34.9);
			await page.mouse.move(x, y - 20);
			await page.mouse.down();
			await page.mouse.move(x - 5, y - 20);
			await page.waitForTimeout(50);
			await page.evaluate(() => void (/** @type {any} */ (globalThis).log.length = 0));
			for (let i = 1; i <= 20; i++) await page.mouse.move(x - 5 - 4 * i, y - 20);
			await Promise.all([...Array(60).keys()].map((i) => page.mouse.move(x - 85, y - 20 - i))); // many more than there are frames
			await page.waitForTimeout(100);
			/** @type {string[]} */
			const log = await page.evaluate(() => /** @type {any} */ (globalThis).log);
			const last = (await told(page, "pin")).at(-1);
			await page.mouse.up();
			const count = (/** @type {string} */ what) => log.filter((one) => one === what).length;
			const [most, least] = early ? ["before one", "with a frame"] : ["with a frame", "before one"];
			assert.ok(count(most) >= 8 && count(least) <= (early ? count(most) / 4 : 0), `${count(most)} ${most}, ${count(least)} ${least}`);
			const runs = log.join(" ").replaceAll("with a frame", "told").replaceAll("before one", "told").split("frame");
			assert.ok(runs.every((run) => (run.match(/told/g) ?? []).length <= (early ? 2 : 1)), "it is told more often than it is drawn");
			const [px, py] = await spot(page, last.lon, last.lat);
			assert.ok(Math.hypot(px - (x - 85), py - (y - 59)) < 2, "where the pointer has come to rest is not told");
		}));
}

test("a pin in the hand waits for an answer that is late, goes on with it, and is not kept by one that does not come", () =>
	onPage({}, async (page) => {
		const [x, y] = await spot(page, 108.2, 34.9);
		await page.mouse.move(x, y - 20);
		await page.mouse.down();
		await page.mouse.move(x - 5, y - 20);
		await page.waitForTimeout(50);
		/** Moves it by four pixels a frame; the place of a frame is answered in another. @param {number} frames @param {Record<number, number>} answers by the frame that has them */
		const run = (frames, answers) =>
			page.evaluate(
				async ([x, y, frames, answers, round]) => {
					const pin = /** @type {HTMLElement} */ (document.querySelector(".map-pin.origin"));
					const at = () => Math.round(pin.getBoundingClientRect().left);
					const frame = () => new Promise(requestAnimationFrame);
					const told = heard.filter(([name]) => name === "pin").map(([, { lon, lat }]) => ({ lon, lat }));
					map.setPins({ origin: { name: "", .../** @type {{lon: number, lat: number}} */ (told.at(-1)) } }); // all is answered
					await frame();
					await frame();
					const first = told.length - 1;
					const drawn = [at()];
					for (let i = 1; i <= frames; i++) { // each in a frame, after what the frame before has drawn
						dispatchEvent(new PointerEvent("pointerrawupdate", { pointerId: 1, pointerType: "mouse", clientX: x - 4 * (frames * round + i), clientY: y }));
						const of = heard.filter(([name]) => name === "pin")[first + answers[i]];
						if (of) map.setPins({ origin: { name: "", ...of[1] } });
						await frame();
						drawn.push(at());
					}
					return drawn.slice(1).map((left, i) => (drawn[i] - left) / 4);
				},
				/** @type {const} */ ([x - 5, y - 20, frames, answers, round++]),
			);
		let round = 0;
		const usual = { 2: 1, 3: 2, 4: 3, 5: 4, 6: 5, 7: 6, 8: 7, 9: 8, 10: 9, 11: 10, 12: 11, 13: 12, 14: 13 };
		assert.deepEqual(await run(14, usual), Array(14).fill(1), "steps of frames that are answered in time");
		const { 6: _6, 7: _7, 8: _8, ...late } = usual;
		assert.deepEqual(await run(14, late), [1, 1, 1, 1, 1, 1, 0, 0, 3, 1, 1, 1, 1, 1], "steps of frames that are answered late once");
		assert.deepEqual(await run(14, {}), [1, 1, 0, 0, 0, 0, 0, 0, 0, 8, 1, 1, 1, 1], "steps of frames without an answer, of which it has waited for some before");
		await page.mouse.up();
	}));

test("a pin goes as far as the pointer, wherever between two pixels it is gripped", () =>
	onPage({ deviceScaleFactor: 1.25 }, async (page) => {
		const [x, y] = await spot(page, 108.2, 34.9);
		const [px, py] = [Math.floor(x) + 0.9, Math.floor(y) - 19.1];
		await page.mouse.move(px, py);
		await page.mouse.down();
		for (let i = 1; i <= 10; i++) {
			await page.mouse.move(px + 4 * i, py + 4 * i);
			await page.waitForTimeout(20);
		}
		await page.mouse.up();
		const { lon, lat } = (await told(page, "pin")).at(-1);
		const [tx, ty] = await spot(page, lon, lat);
		assert.ok(Math.hypot(tx - x - 40, ty - y - 40) < 0.2, `${tx - x}, ${ty - y}`);
	}));

test("arrow keys move a pin, with Shift farther", () =>
	onPage({}, async (page) => {
		await page.getByRole("button", { name: "Destination Duisburg" }).focus();
		await page.keyboard.press("ArrowRight");
		await page.keyboard.press("Shift+ArrowRight");
		const steps = await told(page, "pin");
		assert.deepEqual(steps.map(({ phase }) => phase), ["key", "key"]);
		const [a, b] = [await spot(page, steps[0].lon, steps[0].lat), await spot(page, steps[1].lon, steps[1].lat)];
		assert.ok(b[0] - a[0] > 40 && Math.abs(b[1] - a[1]) < 1);
	}));

test("a click on a line picks its route and never moves the map; clicking again goes round those that share it", () =>
	onPage({}, async (page) => {
		const before = await camera(page);
		const [mx, my] = await spot(page, 95, 6);
		await page.mouse.click(mx, my + 5);
		assert.deepEqual(await told(page, "pick"), [{ rank: 4 }]);
		const [ax, ay] = await spot(page, 80.41, 44.21);
		await page.mouse.click(ax, ay);
		await page.evaluate(() => map.setPicked(3));
		assert.deepEqual((await told(page, "pick")).at(-1), { rank: 3 });
		await page.mouse.click(ax, ay);
		assert.deepEqual((await told(page, "pick")).at(-1), { rank: 1 });
		assert.deepEqual(await camera(page), before);
	}));

test("hovering over a line and leaving it are told; a right click asks for the menu there", () =>
	onPage({}, async (page) => {
		const [x, y] = await spot(page, 95, 6);
		await page.mouse.move(x, y - 100);
		await page.mouse.move(x, y + 4);
		await page.mouse.move(x, y - 100);
		assert.deepEqual(await told(page, "hover"), [{ rank: 4 }, { rank: null }]);
		await page.mouse.click(x, y - 100, { button: "right" });
		const [menu] = await told(page, "menu");
		const [px, py] = await spot(page, menu.lon, menu.lat);
		assert.ok(Math.hypot(px - x, py - y + 100) < 1.5, `${px - x}, ${py - y + 100}`);
	}));

test("the picked line dragged to a place tells it as a via; the map stays, and Escape lets go", () =>
	onPage({}, async (page) => {
		const before = await camera(page);
		const [x, y] = await spot(page, 73.1, 49.8);
		const [tx, ty] = await spot(page, 69.24, 41.3);
		for (const escape of [true, false]) {
			await page.mouse.move(x, y);
			await page.mouse.down();
			await page.mouse.move(tx - 9, ty + 6, { steps: 6 });
			if (escape) await page.keyboard.press("Escape");
			else if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, "map-via.png") });
			await page.mouse.up();
		}
		assert.deepEqual(await told(page, "via"), [{ place: "tas", name: "Tashkent" }]);
		assert.deepEqual(await told(page, "pick"), []);
		assert.deepEqual(await camera(page), before);
		await page.mouse.click(x, y);
		assert.equal((await told(page, "pick")).length, 1, "a plain click still picks");
		assert.equal((await told(page, "via")).length, 1);
	}));

test("a tip names the route under the pointer, and goes with it", () =>
	onPage({}, async (page) => {
		const [x, y] = await spot(page, 95, 6);
		await page.mouse.move(x, y + 3);
		await page.mouse.move(x, y + 4);
		const tip = page.locator(".map-tip");
		assert.equal(await tip.innerText(), "#4 · Suez");
		await page.mouse.move(x, y - 100);
		assert.equal(await tip.isVisible(), false);
	}));

test("the map answers to keys when it has the focus", () =>
	onPage({}, async (page) => {
		await page.getByRole("application").focus();
		const before = await camera(page);
		await page.keyboard.press("ArrowLeft");
		assert.equal((await camera(page)).x, before.x + 80);
		await page.keyboard.press("+");
		await page.waitForTimeout(400);
		assert.ok(Math.abs((await camera(page)).k / before.k - 1.6) < 1e-6);
		await page.keyboard.press("0");
		const home = await camera(page);
		assert.ok(Math.abs(home.k - before.k) < 1e-9 && Math.abs(home.x - before.x) < 1e-6);
	}));

test("buttons zoom, and have names", () =>
	onPage({ reducedMotion: "reduce" }, async (page) => {
		const { k } = await camera(page);
		await page.getByRole("region", { name: "Map" }).getByRole("button", { name: "Zoom in" }).click();
		assert.ok(Math.abs((await camera(page)).k / k - 1.6) < 1e-9);
		await page.getByRole("button", { name: "Zoom out" }).click();
		assert.ok(Math.abs((await camera(page)).k / k - 1) < 1e-9);
	}));

test("a finger drags a pin and hits a line from 20 px away", () =>
	onPage({ viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 }, async (page) => {
		const [mx, my] = await spot(page, 100, 52);
		await page.touchscreen.tap(mx, my - 12);
		await page.waitForTimeout(50);
		assert.equal((await told(page, "pick")).length, 1);
		const [x, y] = await spot(page, 108.2, 34.9);
		const client = await page.context().newCDPSession(page);
		const touch = (/** @type {string} */ type, /** @type {number[][]} */ points) =>
			client.send("Input.dispatchTouchEvent", /** @type {any} */ ({ type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) }));
		// A finger that trembles drags nothing.
		await touch("touchStart", [[x, y - 20]]);
		for (const i of [1, 3, 5]) {
			await touch("touchMove", [[x - i, y - 20]]);
			await page.waitForTimeout(20);
		}
		await touch("touchEnd", []);
		assert.deepEqual((await told(page, "pin")).map(({ phase }) => phase), ["start", "end"]);
		await touch("touchStart", [[x, y - 20]]);
		for (let i = 1; i <= 6; i++) {
			await touch("touchMove", [[x - 10 * i, y - 20]]);
			await page.waitForTimeout(20);
		}
		// A second finger, elsewhere, does not take the pin along.
		await touch("touchStart", [[x - 60, y - 20], [60, 600]]);
		for (let i = 1; i <= 4; i++) {
			await touch("touchMove", [[x - 60, y - 20], [60 + 10 * i, 600]]);
			await page.waitForTimeout(20);
		}
		await touch("touchEnd", []);
		const steps = await told(page, "pin");
		assert.equal(steps.at(-1).phase, "end");
		const [px] = await spot(page, steps.at(-1).lon, steps.at(-1).lat);
		assert.ok(Math.abs(px - (x - 60)) < 2);
		// Nor does one on the same pin.
		await touch("touchStart", [[x - 60, y - 20]]);
		await touch("touchMove", [[x - 80, y - 20]]);
		await page.waitForTimeout(20);
		await touch("touchStart", [[x - 80, y - 20], [x - 72, y - 28]]);
		for (let i = 1; i <= 4; i++) {
			await touch("touchMove", [[x - 80, y - 20], [x - 72 + 10 * i, y - 28]]);
			await page.waitForTimeout(20);
		}
		await touch("touchEnd", []);
		const last = (await told(page, "pin")).at(-1);
		assert.equal(last.phase, "end");
		assert.ok(Math.abs((await spot(page, last.lon, last.lat))[0] - (x - 80)) < 2);
	}));

test("panning keeps 50 frames a second without a graphics card", () =>
	onPage({}, async (page) => {
		await page.waitForTimeout(300);
		const rate = await page.evaluate(
			() =>
				new Promise((done) => {
					const began = performance.now();
					let frames = 0;
					const step = () => {
						map.view.panBy(frames % 100 < 50 ? 6 : -6, 2 * Math.sign((frames % 60) - 29.5));
						if (++frames < 150) requestAnimationFrame(step);
						else done((1000 * frames) / (performance.now() - began));
					};
					requestAnimationFrame(step);
				}),
		);
		console.log(`panning: ${Number(rate).toFixed(1)} frames a second`);
		// Other work may share the machine: half the aim is the least that passes.
		assert.ok(Number(rate) > 25, `${rate} frames a second`);
	}));

test("light and dark, wide and narrow, something is drawn everywhere", async () => {
	for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
		for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
			await onPage({ colorScheme, viewport }, async (page) => {
				await page.waitForTimeout(200);
				const colours = await coloursOf(page);
				assert.ok(colours > 10, `${colours} colours`);
				if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `map-${viewport.width}-${colorScheme}.png`) });
			});
		}
	}
});

test("on another screen, with more pixels to one of the page, all that is drawn is drawn anew as fine", () =>
	onPage({ viewport: { width: 900, height: 600 } }, async (page) => {
		await page.waitForTimeout(200);
		const sizes = () => page.evaluate(() => [...document.querySelectorAll("canvas")].map(({ className, width, height }) => [className, width, height]));
		const once = await sizes();
		const screen = await page.context().newCDPSession(page);
		await screen.send("Emulation.setDeviceMetricsOverride", { width: 900, height: 600, deviceScaleFactor: 2, mobile: false });
		await page.evaluate(() => map.redraw());
		await page.waitForFunction(() => document.querySelector("canvas.map-live")?.getAttribute("width") === "1800");
		await page.waitForTimeout(100);
		assert.deepEqual(await sizes(), once.map(([name, width, height]) => [name, 2 * Number(width), 2 * Number(height)]));
		await screen.send("Emulation.setDeviceMetricsOverride", { width: 900, height: 600, deviceScaleFactor: 1, mobile: false });
		await page.evaluate(() => map.redraw());
		await page.waitForFunction(() => document.querySelector("canvas.map-live")?.getAttribute("width") === "900");
		await page.waitForTimeout(100);
		assert.deepEqual(await sizes(), once);
	}));

test("where a browser hands no pictures over the ground is drawn all the same", async () => {
	const page = await theatre.browser.newPage({ viewport: { width: 900, height: 600 } });
	await page.addInitScript(() => {
		const own = HTMLCanvasElement.prototype.getContext;
		HTMLCanvasElement.prototype.getContext = /** @type {any} */ (function (/** @type {string} */ kind, /** @type {any} */ how) {
			return kind === "2d" ? own.call(this, kind, how) : null;
		});
	});
	await page.goto(theatre.address);
	await page.waitForFunction("window.ready");
	await page.waitForTimeout(200);
	assert.ok(await coloursOf(page) > 10);
	await page.close();
});
