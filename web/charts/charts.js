import { bars } from "./bars.js";
import { front } from "./front.js";
import { strip } from "./strip.js";

/** The charts by the names that the page calls them. */
export const charts = { bars, front, strip };
