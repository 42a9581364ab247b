/**
 * Who listens to what happens on the map.
 * @typedef {import("./types.js").Events} Events
 */
export class Listeners {
	/** @type {Map<keyof Events, Set<Function>>} */
	#of = new Map();

	/**
	 * @template {keyof Events} E
	 * @param {E} event
	 * @param {(detail: Events[E]) => void} heard
	 * @returns {() => void} stops listening
	 */
	on(event, heard) {
		let set = this.#of.get(event);
		if (!set) this.#of.set(event, (set = new Set()));
		set.add(heard);
		return () => void set.delete(heard);
	}

	/**
	 * @template {keyof Events} E
	 * @param {E} event
	 * @param {Events[E]} detail
	 */
	tell(event, detail) {
		for (const heard of this.#of.get(event) ?? []) heard(detail);
	}
}
