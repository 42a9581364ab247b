/**
 * What the page hands to the map and hears from it. Longitudes and latitudes are degrees; x and y are CSS pixels
 * from the map's top left corner unless a comment says plane.
 *
 * @typedef {"rail" | "planned" | "sea" | "ferry" | "road"} Kind
 *
 * @typedef {object} Piece one line of the network
 * @property {Kind | "gone"} kind of what is gone: drawn as part of a route alone
 * @property {number[]} line lon, lat, lon, lat, …
 *
 * @typedef {object} Place
 * @property {string} id
 * @property {string} name in English
 * @property {string} [ru] the name in other languages
 * @property {string} [kk]
 * @property {string} [zh]
 * @property {number} lon
 * @property {number} lat
 * @property {number} [rank] 1 is labelled first; places without one come last
 *
 * @typedef {object} Snap where a pin was snapped to
 * @property {number} lon
 * @property {number} lat
 * @property {number} km from the pin
 * @property {string} [name]
 *
 * @typedef {object} Pin
 * @property {number} lon
 * @property {number} lat
 * @property {string} name of the place the pin stands for
 * @property {Snap | null} [snap]
 *
 * @typedef {"origin" | "destination"} Which
 * @typedef {Partial<Record<Which, Pin | null>>} Pins
 *
 * @typedef {"kz" | "rail" | "road" | "sea" | "mixed"} Winner what kind of way wins a place
 *
 * @typedef {object} Won
 * @property {number} lon
 * @property {number} lat
 * @property {Winner} won
 * @property {number} class of its days or its money, from 0
 * @property {number} [ahead] how far ahead the best way through Kazakhstan is of that by sea; below nought where it is behind, left out where neither wins
 * @property {string} label what is said of it; empty while a pin is in the hand
 *
 * @typedef {object} Transfer
 * @property {number} lon
 * @property {number} lat
 * @property {string} what
 *
 * @typedef {object} Route
 * @property {number} rank 1 is the best
 * @property {boolean} kz whether it runs through Kazakhstan
 * @property {number[]} pieces indices into the network
 * @property {number[][]} [roads] lon, lat, lon, lat of each road leg
 * @property {Transfer[]} [transfers]
 * @property {string} [label]
 *
 * @typedef {object} PinEvent
 * @property {Which} which
 * @property {number} lon
 * @property {number} lat
 * @property {"near" | "start" | "drag" | "end" | "back" | "key" | "held"} phase "near" where a mouse comes to it
 *
 * @typedef {object} Spot what lies under a point of the screen
 * @property {number} lon
 * @property {number} lat
 * @property {number} x
 * @property {number} y
 * @property {string} place id of the place that is near; empty if none is
 * @property {string} name of that place
 * @property {string} via id of the nearest place, however far; empty while none is known
 * @property {string} viaName its name, and how far it is where it is not near
 *
 * @typedef {object} ViaEvent a place that the route shall pass
 * @property {string} place id
 * @property {string} name
 * @property {string} [instead] id of the place it stands for from now on
 *
 * @typedef {object} Via a place that every route passes
 * @property {string} id
 * @property {string} name
 * @property {number} lon
 * @property {number} lat
 *
 * @typedef {object} Events
 * @property {PinEvent} pin
 * @property {{rank: number}} pick
 * @property {{rank: number | null}} hover
 * @property {Spot} menu
 * @property {null} move the map has been moved or zoomed
 * @property {ViaEvent} via
 * @property {(() => void) | null} lost the line of the reach did not arrive: what tries it again; null once it has
 *
 * @typedef {object} Words
 * @property {string} map
 * @property {string} rank what stands before the rank of a route
 * @property {string} help
 * @property {string} origin
 * @property {string} destination
 * @property {string} pin what a pin is, for a screen reader
 * @property {string} pinHelp
 * @property {string} via what a place is that every route passes
 * @property {string} viaHelp
 * @property {string} zoomIn
 * @property {string} zoomOut
 * @property {string} reset
 * @property {string} km
 * @property {string} legend
 * @property {string} rail
 * @property {string} planned rail
 * @property {string} sea
 * @property {string} ferry
 * @property {string} road
 * @property {string} kazakhstan a route through Kazakhstan
 * @property {string} other any other route
 * @property {string} gauge
 * @property {string} port
 * @property {string} border
 * @property {string} terminal
 * @property {string} reachKz
 * @property {string} reachRail
 * @property {string} reachRoad
 * @property {string} reachSea
 * @property {string} reachMixed
 * @property {string} reachLine
 * @property {string} lost what is said where a part of the page did not arrive, and what tries it again
 * @property {string} again
 * @property {string} ground whose coastline it is, and that borders claim nothing
 *
 * @typedef {object} Options
 * @property {Partial<Words>} [words]
 * @property {string} [lang] of numbers and country names; the document's own otherwise
 *
 * @typedef {object} Camera screen = plane * k + (x, y)
 * @property {number} k
 * @property {number} x
 * @property {number} y
 *
 * @typedef {object} Box
 * @property {number} x0
 * @property {number} y0
 * @property {number} x1
 * @property {number} y1
 */
export {};
