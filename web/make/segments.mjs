/**
 * Writes the data of a program of WebAssembly in few segments:
 *
 *     node segments.mjs FILE
 *
 * Go's linker leaves out every short run of zeros and starts another segment after it, some ninety thousand of them. The place of
 * each has to be sent, and no packer guesses it; zeros cost next to nothing.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What a section is, by its number. */
const DATA = 11;
/** A segment at a place that is a constant: kind, the constant, end. */
const [ACTIVE, I32_CONST, END] = [0, 0x41, 0x0b];
/** The longest run of zeros that is sent, in bytes. */
const GAP = 1024;

/** @param {Buffer} program @param {number} at */
function reader(program, at) {
	const next = () => {
		if (at >= program.length) throw new Error("the program ends in the middle");
		return program[at++];
	};
	/** A number of at most 32 bits in groups of seven. @param {boolean} signed */
	const number = (signed) => {
		let value = 0;
		let shift = 0;
		let byte;
		do {
			byte = next();
			value |= (byte & 0x7f) << shift;
			shift += 7;
		} while (byte & 0x80);
		if (!signed) return value >>> 0;
		return shift < 32 && byte & 0x40 ? value | (-1 << shift) : value;
	};
	return {
		next,
		unsigned: () => number(false),
		signed: () => number(true),
		/** @param {number} length */
		take(length) {
			if (at + length > program.length) throw new Error("the program ends in the middle");
			return program.subarray(at, (at += length));
		},
		done: () => at === program.length,
	};
}

/** @param {number} value */
function unsigned(value) {
	const bytes = [];
	for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
	return Buffer.from([...bytes, value]);
}

/** @param {number} value */
function signed(value) {
	const bytes = [];
	for (; value < -0x40 || value >= 0x40; value >>= 7) bytes.push((value & 0x7f) | 0x80);
	return Buffer.from([...bytes, value & 0x7f]);
}

/** @param {Buffer} section the body of a section of data */
function merge(section) {
	const from = reader(section, 0);
	/** @type {Array<{start: number, bytes: Buffer}>} */
	const segments = [];
	for (let left = from.unsigned(); left > 0; left--) {
		if (from.next() !== ACTIVE || from.next() !== I32_CONST) throw new Error("a segment of data is of another kind than Go writes");
		const start = from.signed();
		if (from.next() !== END) throw new Error("the place of a segment of data is no constant");
		segments.push({ start, bytes: from.take(from.unsigned()) });
	}
	if (!from.done()) throw new Error("there is more in the section than its segments");
	segments.sort((a, b) => a.start - b.start);
	/** @type {Array<{start: number, end: number, parts: Buffer[]}>} */
	const runs = [];
	for (const { start, bytes } of segments) {
		const last = runs.at(-1);
		// Which of the two would be there in the end hangs on their order, which is lost here.
		if (last && start < last.end) throw new Error("two segments of data overlap");
		if (last && start - last.end <= GAP) {
			last.parts.push(Buffer.alloc(start - last.end), bytes);
			last.end = start + bytes.length;
		} else {
			runs.push({ start, end: start + bytes.length, parts: [bytes] });
		}
	}
	const parts = [unsigned(runs.length)];
	for (const run of runs) {
		parts.push(Buffer.from([ACTIVE, I32_CONST]), signed(run.start), Buffer.from([END]), unsigned(run.end - run.start));
		parts.push(Buffer.concat(run.parts));
	}
	return Buffer.concat(parts);
}

/**
 * The same program with its data in few segments. Memory that starts as zeros, as Go's does, is the same after it.
 * @param {Buffer} program
 */
export function fewSegments(program) {
	const from = reader(program, 0);
	/** @type {Buffer[]} */
	const parts = [from.take(8)]; // what it is, and of which version
	while (!from.done()) {
		const id = from.next();
		const body = from.take(from.unsigned());
		const written = id === DATA ? merge(body) : body;
		parts.push(Buffer.from([id]), unsigned(written.length), written);
	}
	return Buffer.concat(parts);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const file = process.argv[2];
	writeFileSync(file, fewSegments(readFileSync(file)));
}
