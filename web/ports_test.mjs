/**
 * The coordinates of our ports, held against those of the package sea-ports, which were gathered apart from ours.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

/** @type {{ JSON: Record<string, { coordinates?: [number, number], unlocs?: string[] }> }} */
const { JSON: listed } = createRequire(import.meta.url)("sea-ports");

/** Ports whose place in the package is not where their boxes are handled, and why. */
const elsewhere = new Map([
	["CNYTN", "the package has another Yantian, in Fujian"],
	["CNYIK", "the package has the old river port of Yingkou; boxes are handled at Bayuquan"],
	["TRAMB", "the package puts Ambarli on the Black Sea coast, a thousand kilometres to the east"],
]);

/** The rows of our table; none of the columns that are read has a comma in it. */
function places() {
	const text = readFileSync(new URL("../solver/network/tables/places.csv", import.meta.url), "utf8");
	const [header, ...rows] = text.trim().split("\n").map((row) => row.split(","));
	const column = (/** @type {string} */ name) => header.indexOf(name);
	return rows.map((row) => ({ code: row[column("code")], roles: row[column("roles")].split(";"), at: /** @type {[number, number]} */ ([+row[column("lon")], +row[column("lat")]]) }));
}

/** @param {[number, number]} a @param {[number, number]} b in degrees; the great circle between, in kilometres */
function apart(a, b) {
	const [x, y, u, v] = [...a, ...b].map((degrees) => (degrees * Math.PI) / 180);
	const h = Math.sin((v - y) / 2) ** 2 + Math.cos(y) * Math.cos(v) * Math.sin((u - x) / 2) ** 2;
	return 2 * 6371 * Math.asin(Math.sqrt(h));
}

test("ports stand within 30 km of where sea-ports has them", () => {
	const byCode = new Map(Object.entries(listed).flatMap(([code, port]) => [code, ...(port.unlocs ?? [])].map((c) => /** @type {const} */ ([c, port]))));
	const ports = places().filter((place) => place.roles.some((role) => ["seaport", "caspian-port", "ferry-port"].includes(role)));
	assert.ok(ports.length >= 110, `only ${ports.length} ports`);
	let checked = 0;
	for (const { code, at } of ports) {
		const other = byCode.get(code)?.coordinates;
		if (!other) continue;
		const km = apart(at, other);
		if (elsewhere.has(code)) {
			assert.ok(km >= 30, `${code} is no exception any more`);
			continue;
		}
		checked++;
		assert.ok(km < 30, `${code}: ${km.toFixed(0)} km from the package's`);
	}
	assert.ok(checked >= 95, `only ${checked} ports are in both`);
});
