/** The data of a program in few segments: the memory that it starts with stays the same. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fewSegments } from "./segments.mjs";

/** @param {number} value as WebAssembly writes it @param {boolean} [signed] */
function leb(value, signed = false) {
	const bytes = [];
	for (;;) {
		const byte = value & 0x7f;
		value = signed ? value >> 7 : value >>> 7;
		if (signed ? (value === 0 && !(byte & 0x40)) || (value === -1 && byte & 0x40) : value === 0) return [...bytes, byte];
		bytes.push(byte | 0x80);
	}
}

/** @param {number} id @param {number[]} body */
const section = (id, body) => [id, ...leb(body.length), ...body];

/** A program that is nothing but two pages of memory and data. @param {Array<[number, number[]]>} segments */
function program(segments) {
	const data = segments.flatMap(([at, bytes]) => [0, 0x41, ...leb(at, true), 0x0b, ...leb(bytes.length), ...bytes]);
	return Buffer.from([
		...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
		...section(5, [1, 0, 2]),
		...section(7, [1, 1, 0x6d, 2, 0]),
		...section(11, [...leb(segments.length), ...data]),
		...section(0, [1, 0x78, 9, 9]), // a section of its own after it
	]);
}

/** @param {Buffer} of */
const memory = async (of) => {
	const { instance } = await WebAssembly.instantiate(new Uint8Array(of));
	return Buffer.from(/** @type {WebAssembly.Memory} */ (instance.exports.m).buffer);
};

test("segments a short run of zeros apart become one, and the memory is the same", async () => {
	/** @type {Array<[number, number[]]>} */
	const segments = [];
	for (let at = 60, i = 0; at < 131_000; i++) {
		const bytes = Array.from({ length: 1 + ((i * 7) % 90) }, (_, k) => 1 + ((i * 31 + k * 17) % 255));
		segments.push([at, bytes.slice(0, 131_072 - at)]);
		at += bytes.length + (i % 40 === 39 ? 3000 : (i * 13) % 200);
	}
	segments.push(/** @type {[number, number[]]} */ (segments.shift())); // Go's are not quite in order
	const before = program(segments);
	const after = fewSegments(before);
	assert.ok(segments.length > 500);
	assert.deepEqual(await memory(after), await memory(before));
	segments.sort(([a], [b]) => a - b);
	assert.equal(count(after), segments.filter(([at], i) => i === 0 || at - segments[i - 1][0] - segments[i - 1][1].length > 1024).length);
	assert.deepEqual(after.subarray(-4), before.subarray(-4), "what comes after the data is lost");
});

/** How many segments there are. @param {Buffer} of */
function count(of) {
	let at = 8;
	const number = () => {
		let value = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = of[at++];
			value |= (byte & 0x7f) << shift;
			if (byte < 0x80) return value;
		}
	};
	for (;;) {
		const id = of[at++];
		const length = number();
		if (id === 11) return number();
		at += length;
	}
}

test("what Go does not write is refused", () => {
	const passive = program([[100, [1]]]);
	passive[passive.indexOf(0x41) - 1] = 1;
	assert.throws(() => fewSegments(passive), /another kind/);
	for (const at of [103, 99]) assert.throws(() => fewSegments(program([[100, [1, 2, 3, 4]], [at, [8, 9]]])), /overlap/);
	const cut = program([[100, [1, 2, 3]]]);
	assert.throws(() => fewSegments(cut.subarray(0, cut.length - 8)), /in the middle/);
});
