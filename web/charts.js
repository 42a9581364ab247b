import { bars } from "./charts/bars.js";
import { front } from "./charts/front.js";
import { strip } from "./charts/strip.js";

/** The charts by the names that the page calls them. */
export const charts = { bars, front, strip };
