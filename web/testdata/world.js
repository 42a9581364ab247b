/**
 * A little world for the tests of the map: real places, made-up lines between them.
 */
export const places = [
	["sia", "Xi'an", 108.929, 34.258], ["lyg", "Lianyungang", 119.43, 34.72], ["sha", "Shanghai", 121.474, 31.23],
	["ckg", "Chongqing", 106.552, 29.563], ["lhw", "Lanzhou", 103.84, 36.057], ["urc", "Urumqi", 87.614, 43.824],
	["khg", "Khorgos", 80.41, 44.21], ["dos", "Dostyk", 82.48, 45.25], ["ala", "Almaty", 76.93, 43.26],
	["ast", "Astana", 71.45, 51.17], ["aku", "Aktau", 51.21, 43.6], ["gyd", "Baku (Alat)", 49.41, 39.95],
	["tbs", "Tbilisi", 44.8, 41.69], ["pti", "Poti", 41.65, 42.15], ["ist", "Istanbul", 28.98, 41.01],
	["mow", "Moscow", 37.62, 55.75], ["mal", "Malaszewicze", 23.53, 52.02], ["waw", "Warsaw", 21.01, 52.23],
	["dui", "Duisburg", 6.75, 51.45], ["ham", "Hamburg", 9.97, 53.53], ["rtm", "Rotterdam", 4.1, 51.95],
	["tas", "Tashkent", 69.24, 41.3], ["thr", "Tehran", 51.42, 35.7], ["bnd", "Bandar Abbas", 56.21, 27.14],
	["jea", "Jebel Ali", 55.03, 25.01], ["sin", "Singapore", 103.75, 1.26], ["ned", "Novosibirsk", 82.92, 55.03],
	["ekb", "Yekaterinburg", 60.6, 56.84], ["zab", "Zabaikalsk", 117.33, 49.65], ["uln", "Ulaanbaatar", 106.92, 47.92],
	["tyo", "Tokyo", 139.77, 35.62], ["led", "St Petersburg", 30.3, 59.9], ["bom", "Nhava Sheva", 72.95, 18.95],
].map(([id, name, lon, lat], i) => ({ id, name, lon, lat, rank: i + 1 }));

/** @type {Record<string, number[]>} */
const at = Object.fromEntries(places.map(({ id, lon, lat }) => [id, [lon, lat]]));

const line = (kind, ...points) => ({ kind, line: points.flatMap((point) => (typeof point === "string" ? at[point] : point)) });

export const network = [
	line("rail", "lyg", "sia"), // 0
	line("rail", "sia", "lhw", [94.7, 40.1], "urc"),
	line("rail", "urc", "khg"),
	line("rail", "khg", "ala"),
	line("rail", "ala", [73.1, 49.8], "ast"),
	line("rail", "ast", "ekb"), // 5
	line("rail", "ekb", [49.1, 55.8], "mow"),
	line("rail", "mow", [27.6, 53.9], "mal"),
	line("rail", "mal", "waw", [13.4, 52.5], "dui"),
	line("rail", "sia", [111.7, 40.8], "uln", [107.6, 51.8], [92.9, 56], "ned"),
	line("rail", "ned", "ekb"), // 10
	line("rail", "ala", "tas", [66, 44.8], [61, 47], "aku"),
	line("ferry", "aku", "gyd"),
	line("rail", "gyd", "tbs", "pti"),
	line("sea", "pti", [36, 42.5], [29.3, 41.3], "ist", [26, 39], [22.5, 36], [10, 37.7], [-5.6, 35.9], [-9.8, 38], [-5.8, 48.6], [1.4, 50.9], "rtm"),
	line("sea", "sha", [122.5, 29.5], [119, 23.5], [111, 12], "sin", [95, 6], [80, 5.6], [51.5, 12.3], [43.3, 12.6], [33, 28.5], [32.4, 31.4], [22.5, 34.6], [10, 37.7]), // 15
	line("sea", [10, 37.7], [-5.6, 35.9], [-9.8, 38], [-5.8, 48.6], [1.4, 50.9], "rtm"),
	line("rail", "rtm", "dui"),
	line("rail", "sia", [117.3, 34.3], "sha"),
	line("sea", [51.5, 12.3], [60, 22.5], [56.6, 26.4], "jea"),
	line("rail", "tas", [58.4, 37.9], "thr", "bnd"), // 20
	line("sea", "tyo", [160, 45], [-175, 52], [-160, 54]),
];

export const routes = [
	{ rank: 1, kz: true, pieces: [1, 2, 3, 4, 5, 6, 7, 8], transfers: [["khg", "gauge change"], ["mal", "gauge change"]], label: "Khorgos, Malaszewicze" },
	{ rank: 2, kz: false, pieces: [9, 10, 6, 7, 8], transfers: [["mal", "gauge change"]], label: "Ulaanbaatar" },
	{ rank: 3, kz: true, pieces: [1, 2, 3, 11, 12, 13, 14, 17], transfers: [["khg", "gauge change"], ["aku", "ferry"], ["gyd", "ferry"], ["pti", "port"]], label: "Middle Corridor" },
	{ rank: 4, kz: false, pieces: [18, 15, 16, 17], transfers: [["sha", "port"], ["rtm", "port"]], label: "Suez" },
].map((route) => ({ ...route, roads: [], transfers: route.transfers.map(([id, what]) => ({ lon: at[id][0], lat: at[id][1], what })) }));

export const pins = {
	origin: { lon: 108.2, lat: 34.9, name: "Xi'an", snap: { lon: at.sia[0], lat: at.sia[1], km: 97 } },
	destination: { lon: at.dui[0], lat: at.dui[1], name: "Duisburg", snap: null },
};
