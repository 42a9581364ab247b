/** Makes the elements that the program tells of, a whole tree in one call; web/make/made.go.txt says how they are told. */

/** What parts records, and the fields of a record. */
const RECORD = "\x02";
const FIELD = "\x01";

/**
 * @param {string} told
 * @returns {Node[]} in the order in which they were told; the first holds all others
 */
export function make(told) {
	/** @type {Node[]} */
	const nodes = [];
	/** @type {any[]} the elements that are not ended yet */
	const open = [];
	const add = (/** @type {Node} */ node) => {
		nodes.push(node);
		open.at(-1)?.append(node);
	};
	for (const record of told.split(RECORD).slice(1)) {
		const [name, value = ""] = record.slice(1).split(FIELD);
		switch (record[0]) {
			case "e": {
				const element = value ? document.createElementNS(value, name) : document.createElement(name);
				add(element);
				open.push(element);
				break;
			}
			case ".":
				open.pop();
				break;
			case "t":
				add(document.createTextNode(name));
				break;
			case "r": {
				const box = document.createElement("div");
				box.innerHTML = name;
				add(/** @type {Node} */ (box.firstChild));
				break;
			}
			case "a":
				open.at(-1).setAttribute(name, value);
				break;
			case "p":
				open.at(-1)[name] = value;
				break;
			case "f":
				open.at(-1)[name] = value !== "";
		}
	}
	return nodes;
}
