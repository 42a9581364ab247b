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
import { dragOnSite, framesInWorker, lanes } from "./chromium.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** The page is built with this profile, and what is measured as WASM by the page's own flags, which build.sh gives. */
const profile = ["-pgo=app/default.pgo"];
const flags = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "zhol-bench-"));

/** Pairs that gonum's Yen is asked for: all of them natively, where it takes seconds. Over 31 the median swings by a third. */
const yens = { native: 200, wasm: 31 };

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [more] environment
 */
const run = (command, args, more = {}) =>
	execFileSync(command, args, { cwd: root, encoding: "utf8", env: { ...process.env, ...more }, stdio: ["ignore", "pipe", "inherit"] });

/**
 * @typedef {{ from: [number, number], to: [number, number], km: number }} Pair
 * @typedef {{ fresh: number, moved: number, list: number, dragged: number, step: number }} Times how many times as long Yen takes
 * @typedef {{ nodes: number, arcs: number, pairs: number, front: number, moved: number, list: number, dragged: number, step: number, fresh: number, answer: number,
 *   tree: number, path: number, dijkstra: number, yen: number, yens: number, times: Times, sea: number, ports: Pair[],
 *   frames: import("./chromium.mjs").Frames, growth: Grown[] | null }} Report
 * @typedef {{ copies: number, nodes: number, arcs: number, tree: number, fresh: number, list: number, front: number,
 *   whole: number, asked: number }} Grown
 */

const native = join(folder, "bench");
const wasm = join(folder, "bench.wasm");
const exec = join(run("go", ["env", "GOROOT"]).trim(), "lib/wasm");

/** @returns {{ native: Report, wasm: Report }} */
function ours() {
	run("go", ["build", ...profile, "-o", native, "./app/bench"]);
	run("go", ["build", ...profile, ...flags, "-o", wasm, "./app/bench"], { GOOS: "js", GOARCH: "wasm" });
	return {
		native: JSON.parse(run(native, [String(yens.native), "growth"])),
		wasm: JSON.parse(execFileSync("node", [join(exec, "wasm_exec_node.js"), wasm, String(yens.wasm)], { encoding: "utf8", env: { PATH: process.env.PATH ?? "" }, stdio: ["ignore", "pipe", "inherit"] })),
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

/**
 * @param {string} where
 * @param {import("./chromium.mjs").Frames} f
 */
const frames = (where, f) =>
	console.log(`${where.padEnd(26)}${show(f.median)}${show(f.p95)}${show(f.worst)}   ${f.count} frames of ${f.drags} drags, ${f.blocked} of them without a way`);

/** @param {Grown[]} rows */
function growth(rows) {
	console.log("\nCopies of the network in a chain, natively, medians in ms. List: ten ways between random terminals, the origin moved, so that the tree is kept.\n");
	console.log(" copies    nodes     arcs       tree  tree+list       list      front   to the end");
	for (const g of rows) {
		const sizes = [g.copies, g.nodes, g.arcs].map((n, i) => String(n).padStart(i ? 9 : 7)).join("");
		console.log(`${sizes} ${show(g.tree)} ${show(g.fresh)} ${show(g.list)} ${show(g.front)}   ${g.whole} of ${g.asked}`);
	}
	const [first, last] = [/** @type {Grown} */ (rows[0]), /** @type {Grown} */ (rows[rows.length - 1])];
	const nLogN = (last.nodes * Math.log(last.nodes)) / (first.nodes * Math.log(first.nodes));
	console.log(`n log n grows ${nLogN.toFixed(0)} times; the list ${(last.list / first.list).toFixed(0)} times, with its tree ${(last.fresh / first.fresh).toFixed(0)} times`);
}

try {
	const both = ours();
	const { native: bare, wasm: node } = both;
	const js = searoute(node.ports);
	console.log(`${bare.nodes} nodes, ${bare.arcs} arcs; ${bare.pairs} random pairs of terminals; a front has ${bare.front} ways; medians\n`);
	console.log(`${"".padEnd(44)}    native      WASM    ratio to the first line`);
	console.log(`${"".padEnd(44)}        ms        ms      native      WASM`);
	row("front and list of ten, both ends new", bare.fresh, node.fresh, both);
	row("front and list of ten, the origin moved", bare.moved, node.moved, both);
	row("list of ten alone, both ends new", bare.list, node.list, both);
	row("list of ten alone, the origin moved", bare.dragged, node.dragged, both);
	row("list of ten alone, a step of a drag", bare.step, node.step, both);
	row("whole answer with legs and rows", bare.answer, node.answer, both);
	row("one tree by yourbasic/graph", bare.tree, node.tree, both);
	row("one way by yourbasic ShortestPath", bare.path, node.path, both);
	row("one tree by gonum DijkstraFrom", bare.dijkstra, node.dijkstra, both);
	row(`gonum YenKShortestPaths, 10 paths (${bare.yens}, ${node.yens} pairs)`, bare.yen, node.yen, both);
	console.log(`\n${node.ports.length} random pairs of ports by sea, ms: ours ${bare.sea.toFixed(2)} native, ${node.sea.toFixed(2)} WASM; searoute-js ${js.ms.toFixed(2)} (${js.lost} found no way)`);
	console.log(`searoute-js takes ${(js.ms / node.sea).toFixed(1)} times as long as ours as WASM`);
	console.log(`WASM takes ${(node.fresh / bare.fresh).toFixed(1)} times as long as native`);
	/** @param {Report} r */
	const slower = (r) => `${r.times.list.toFixed(0)} times (both ends new), ${r.times.dragged.toFixed(0)} times (the origin moved) and ${r.times.step.toFixed(0)} times (a step of a drag) as long as our list, ${r.times.fresh.toFixed(0)} and ${r.times.moved.toFixed(0)} times as long as our front and list`;
	console.log("Pair by pair, the median over those that gonum's Yen is asked for:");
	console.log(`Yen takes ${slower(bare)}, natively`);
	console.log(`Yen takes ${slower(node)}, as WASM`);
	console.log("\nA frame of a drag: front, list, labels and percentiles for one position, under random closures\n");
	console.log(`${"".padEnd(26)}    median       p95     worst  ms`);
	frames("native", bare.frames);
	frames("WASM under Node", node.frames);
	frames("WASM in a Chromium worker", await framesInWorker(wasm, join(exec, "wasm_exec.js")));
	console.log("\nTen seconds of dragging on the site, each; how many frames old the position is whose answer list and map show");
	for (const lane of lanes) for (const how of [{}, { dense: true }, { atOnce: true, dense: true }, { finger: true, dense: true }]) {
		const drag = await dragOnSite(10, lane, { ...how, traced: true });
		/** @param {number[]} old */
		const ages = (old) => `${[0, 1, 2].map((n) => `${((100 * old.filter((a) => a <= n).length) / old.length).toFixed(2)} % at most ${n}`).join(", ")}; ${Math.max(...old)} at worst`;
		console.log(`\n${lane.pin} of ${lane.fragment}, taken ${how.finger ? "by a finger" : how.atOnce ? "at once" : "after a moment"}, ${how.dense ? "moves as dense as can be" : "moves one by one"}: ${drag.frames} beats, ${drag.moved} moves, ${drag.heard} answers, ${drag.own} of them the page's own`);
		console.log(`frames that draw something: ${ages(drag.age)}; all beats: ${ages(drag.late)}; in ${drag.held} the pin waited`);
		const { longest, over, scripts } = /** @type {import("./chromium.mjs").Ran} */ (drag.ran);
		console.log(`tasks of the page over 50 ms: ${drag.over}, the longest ${drag.longest.toFixed(0)} ms; without waiting for a core ${over}, ${longest.toFixed(0)} ms, and scripts ${scripts.toFixed(0)} ms of one`);
	}
	if (bare.growth) growth(bare.growth);
} finally {
	rmSync(folder, { recursive: true });
}
