/** How far a pin that is dragged may be ahead of its answer. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { AHEAD, Pace, PATIENCE, REST } from "./pace.js";

/**
 * Drags a pin by a degree a frame; the answer to a frame's place comes so many frames on, and meanwhile no other is asked for.
 * @param {number} frames
 * @param {(asked: number) => number} late frames until the answer comes, by the frame it is asked for in
 */
function drag(frames, late) {
	const pace = new Pace();
	let shown = 0; // places are told by their longitude
	let stands = 0;
	pace.start({ lon: 0, lat: 0 });
	/** @type {{ at: number, due: number } | null} */
	let asked = null;
	/** Frames that were drawn: where the pin is, and where it was asked for what is shown. @type {Array<[number, number]>} */
	const drawn = [];
	let waits = 0;
	for (let now = 1; now <= frames; now++) {
		let answered = false;
		if (asked && asked.due <= now) {
			pace.answered({ lon: asked.at + 4e-5, lat: 0 });
			shown = asked.at;
			asked = null;
			answered = true;
		}
		pace.told({ lon: now, lat: 0 });
		asked ??= { at: now, due: now + late(now) };
		const moves = pace.free;
		if (moves) stands = now;
		else waits++;
		pace.frame({ lon: stands, lat: 0 }, !moves);
		if (moves || answered) drawn.push([stands, shown]);
	}
	return { drawn, waits };
}

/** How many frames old what each shows is. @param {Array<[number, number]>} drawn */
const ages = (drawn) =>
	drawn.map(([, shown], now) => {
		const last = drawn.findLastIndex(([at], frame) => frame <= now && at <= shown); // there, or not there yet
		return now - last;
	});

test("a pin whose answers come in time never waits", () => {
	for (const late of [0, 1]) assert.equal(drag(300, () => late).waits, 0, `${late} frames`);
});

test("no frame is drawn that shows an answer more than two frames old", () => {
	let seed = 1;
	const some = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
	for (let round = 0; round < 200; round++) {
		let next = 1 + Math.floor(50 * some());
		const { drawn, waits } = drag(400, (now) => {
			if (now < next) return Math.floor(some() * 2);
			next = now + 50 + Math.floor(50 * some());
			return 2 + Math.floor(some() * 4);
		});
		assert.ok(Math.max(...ages(drawn)) <= AHEAD, `${Math.max(...ages(drawn))} frames old`);
		assert.ok(waits > 0 && waits < 40, `${waits} waits`);
	}
});

test("answers that are late for good do not keep a pin from the hand", () => {
	assert.equal(drag(400, () => 30).waits, PATIENCE, "no answer is in time");
	for (const late of [2, 3, 6, 12]) {
		const { waits } = drag(1000, () => late);
		assert.ok(waits >= PATIENCE && waits <= PATIENCE + 1000 / REST, `${late} frames late: ${waits} waits`);
	}
	const before = drag(400, () => 30).waits;
	const after = drag(600, (now) => (now < 400 ? 30 : now < 590 ? 0 : 4)).waits;
	assert.ok(after > before, "it never waits again");
});

test("an answer of before the pin was taken changes nothing", () => {
	const pace = new Pace();
	pace.start({ lon: 0, lat: 0 });
	for (let lon = 1; lon <= AHEAD; lon++) {
		pace.told({ lon, lat: 0 });
		assert.ok(pace.free);
		pace.frame({ lon, lat: 0 }, false);
	}
	pace.told({ lon: 9, lat: 0 });
	pace.answered({ lon: 50, lat: 50 });
	assert.ok(!pace.free);
	pace.answered({ lon: 2, lat: 0 });
	assert.ok(pace.free);
});
