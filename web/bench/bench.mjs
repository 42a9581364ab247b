/**
 * Measures a question on the real network in one run: natively, as WASM under Node, and against what others offer.
 * Started by `./build.sh bench`.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** The page is built with this profile, and so is what is measured. */
const profile = ["-pgo=app/default.pgo"];
const folder = mkdtempSync(join(tmpdir(), "zhol-bench-"));

/** Pairs that gonum's Yen is asked for. It is slow. */
const yens = { native: 31, wasm: 11 };

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [more] environment
 */
const run = (command, args, more = {}) =>
	execFileSync(command, args, { cwd: root, encoding: "utf8", env: { ...process.env, ...more }, stdio: ["ignore", "pipe", "inherit"] });

/**
 * @typedef {{ from: [number, number], to: [number, number], km: number }} Pair
 * @typedef {{ nodes: number, arcs: number, pairs: number, front: number, moved: number, fresh: number, answer: number,
 *   tree: number, yen: number, yens: number, sea: number, ports: Pair[] }} Report
 */

/** @returns {{ native: Report, wasm: Report }} */
function ours() {
	const native = join(folder, "bench");
	const wasm = join(folder, "bench.wasm");
	run("go", ["build", ...profile, "-o", native, "./app/bench"]);
	run("go", ["build", ...profile, "-o", wasm, "./app/bench"], { GOOS: "js", GOARCH: "wasm" });
	const exec = join(run("go", ["env", "GOROOT"]).trim(), "lib/wasm/wasm_exec_node.js");
	return {
		native: JSON.parse(run(native, [String(yens.native)])),
		wasm: JSON.parse(execFileSync("node", [exec, wasm, String(yens.wasm)], { encoding: "utf8", env: { PATH: process.env.PATH ?? "" }, stdio: ["ignore", "pipe", "inherit"] })),
	};
}

/** @param {number[]} of */
const median = (of) => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;

/**
 * The same pairs of ports by searoute-js.
 * @param {Pair[]} pairs
 */
function searoute(pairs) {
	const route = createRequire(import.meta.url)("searoute-js");
	/** @param {[number, number]} coordinates */
	const point = (coordinates) => ({ type: "Feature", properties: {}, geometry: { type: "Point", coordinates } });
	const log = console.log;
	console.log = () => {};
	/** @type {number[]} */
	const took = [];
	let lost = 0;
	for (const { from, to } of pairs) {
		const began = performance.now();
		try {
			if (!route(point(from), point(to), "kilometers")) lost++;
		} catch {
			lost++;
		}
		took.push(performance.now() - began);
	}
	console.log = log;
	return { ms: median(took), lost };
}

/** @param {number} ms */
const show = (ms) => (ms >= 100 ? ms.toFixed(0) : ms >= 1 ? ms.toFixed(2) : ms.toFixed(3)).padStart(10);

/**
 * @param {string} what
 * @param {number} native
 * @param {number} wasm
 * @param {{ native: Report, wasm: Report }} base
 */
function row(what, native, wasm, base) {
	const times = `${(native / base.native.fresh).toFixed(2).padStart(9)} ${(wasm / base.wasm.fresh).toFixed(2).padStart(9)}`;
	console.log(`${what.padEnd(44)}${show(native)}${show(wasm)}   ${times}`);
}

try {
	const both = ours();
	const { native, wasm } = both;
	const js = searoute(wasm.ports);
	console.log(`${native.nodes} nodes, ${native.arcs} arcs; ${native.pairs} random pairs of terminals; a front has ${native.front} ways; medians\n`);
	console.log(`${"".padEnd(44)}    native      WASM    ratio to the first line`);
	console.log(`${"".padEnd(44)}        ms        ms      native      WASM`);
	row("front and list of ten, both ends new", native.fresh, wasm.fresh, both);
	row("front and list of ten, the origin moved", native.moved, wasm.moved, both);
	row("whole answer with legs and rows", native.answer, wasm.answer, both);
	row("one tree by yourbasic/graph", native.tree, wasm.tree, both);
	row(`gonum YenKShortestPaths, 10 paths (${native.yens}, ${wasm.yens} pairs)`, native.yen, wasm.yen, both);
	console.log(`\n${wasm.ports.length} random pairs of ports by sea, ms: ours ${native.sea.toFixed(2)} native, ${wasm.sea.toFixed(2)} WASM; searoute-js ${js.ms.toFixed(2)} (${js.lost} found no way)`);
	console.log(`searoute-js takes ${(js.ms / wasm.sea).toFixed(1)} times as long as ours as WASM`);
	console.log(`WASM takes ${(wasm.fresh / native.fresh).toFixed(1)} times as long as native`);
	/** @param {Report} r */
	const slower = (r) => `${(r.yen / r.fresh).toFixed(0)} (both ends new) and ${(r.yen / r.moved).toFixed(0)} (origin moved)`;
	console.log(`gonum's Yen takes ${slower(native)} times as long natively, ${slower(wasm)} times as WASM`);
} finally {
	rmSync(folder, { recursive: true });
}
