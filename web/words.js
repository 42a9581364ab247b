/**
 * What the map says in English; the page may give other words.
 * @type {import("./types.js").Words}
 */
export const english = {
	map: "Map",
	help: "Arrow keys pan, plus and minus zoom, 0 shows everything",
	origin: "Origin",
	destination: "Destination",
	pin: "pin",
	pinHelp: "Drag, or move with the arrow keys; with Shift, farther",
	via: "Via",
	viaHelp: "Drag to another place; Delete drops it",
	zoomIn: "Zoom in",
	zoomOut: "Zoom out",
	reset: "Show everything",
	km: "km",
	legend: "Legend",
	rail: "Rail",
	sea: "Sea",
	ferry: "Ferry",
	road: "Road",
	kazakhstan: "Route through Kazakhstan",
	other: "Other route",
	gauge: "Gauge change",
	port: "Port",
	border: "Border",
	terminal: "Terminal",
	reachKz: "Rail through Kazakhstan wins",
	reachRail: "Other rail wins",
	reachSea: "Sea wins",
	reachMixed: "Rail and sea together win",
	ground: "Natural Earth. Borders for orientation only.",
};
