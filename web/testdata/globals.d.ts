/** What testdata/page.html leaves on the window. */
declare var map: import("../map.js").ZholMap;
declare var heard: Array<[event: string, detail: any]>;
