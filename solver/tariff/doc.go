// Package tariff says what each arc of a network costs in money, time and carbon under one scenario.
//
// Every figure stands in a table of tables/ with its status, source and date; AllFigures lists them. Prices are reckoned
// in integers from decimal text, each row rounded half up once, so that the rows of an arc sum to its cost to the cent,
// the second and the gram, natively and as WASM. A View is one scenario's prices; the network is never copied.
//
// # Money, US cents per FEU
//
//	rail      km x rate of the railway, westbound or eastbound, x level of the market date
//	sea       freight of the lane (pair of regions) at the market date, on the arc that arrives at a port
//	ferry     base + km x rate of the crossing
//	road      base + km in each band x rate of the band, at least the least
//	transfer  lifts, port handling, gauge change, border fee; at the border of China, a place on the train in a squeeze
//	end       hire of the box one way, by country taken up in and country left in
//
// Rail rates are what the shipper pays: the subsidy of China's provinces is already off. Where a scenario takes it away, the
// average of 2016, less as its caps fell since, is paid at China's border instead. Westbound is the way of the loaded trains of the trade, whatever the
// bearing of a line: see network.Trade; across the trade the rate is the mean of both, and a haul from inland China to the
// coast pays the lower one. The rates of the 1520 railways are ERAI West and ERAI East of July 2024 less a tenth for
// terminals and customs; in 2018 the two stood nearer, 2,875 and 2,667, but one level carries both to other dates. The rate
// of the Chinese line is what these and the railways of the EU leave of published through rates; the list price of
// its international boxes, 2.754 CNY a km, is a seventh more. The level of the 1520 railways follows their published index,
// which hardly moves. In a squeeze, when more boxes wait than trains run, a place on a train costs more over that (slots.csv): so
// much a box, wherever in China it comes from, paid where it leaves China for the railways of 1520 mm. The three rates of June 2024
// that it was read from leave 2,596, 2,007 and 2,421; spread over kilometres of Chinese line they left 1.12, 0.95 and 0.43 USD a
// km. Each of the three is met within 5 % by the mean of the other two. Boxes that come to the railway by
// Russia's ports of the Far East pay none, though they wait for the same platforms: the one rate found of that way in a squeeze, 6,800
// from Shanghai to Moscow in May 2024, lies a sixth below ours without it, and none was found of 2021, when our way by Vostochny may be
// too cheap.
//
// Ocean freight is all in, port to port, canal dues included, which a row of their own tells (tolls.csv) and another takes off again; a lane without a figure of its own is a stated share of another lane, and no lane is dearer than
// two others and the handling between them. A price is of its market date alone: sea prices swing tenfold between years. A
// closed passage makes a voyage longer and dirtier, not dearer: the market does that, and the date says which market.
//
// A box that is taken up in East Asia and left inland where little is loaded back is hired one way (box_hire.csv, box_ends.csv): by
// what was published of such hire at or about the market date. It is paid by whatever way the box comes, but not at a deep-sea port,
// from which the line takes it back. It hangs on both ends of the haul, so it is a cost of the end, not of an arc, and changes no
// order of the ways to one inland place. Nothing in it was fitted: with it the rates China-Moscow of 2023 and 2025, of which it
// knows nothing, are 18 and 12 % below and 7 % above what was published, where without it they were 35, 29 and 13 % below. What
// a box from Europe or the Gulf costs one way was found nowhere, and is left out.
//
// # Time, seconds
//
//	rail      km / km a day of the railway, for container trains; less on its lines without wire, where that was measured
//	sea       km / planning speed x an allowance for calls on the way
//	ferry     km / speed, after half the headway
//	road      km / km a day, after the hours to load
//	transfer  wait for the train or ship (half the headway) and hours of dwell
//
// The default is a China-Europe block train. CAREC's border times are measured on ordinary wagons and are an upper end:
// block trains have priority, and the table of dwell says where it departs from the measured figure.
//
// Spread is a standard deviation. Nobody publishes one for rail: those of the table are fitted by eye to published ranges
// and marked estimated. A train that is late stays late over several links, so the share of a link is set higher than that of
// a whole run: over ten links a third of it is left. Those of ships follow from published reliability: with a share p late by m days on average, and late
// exponentially, the variance is 2 p m^2 - (p m)^2. The dwell at a border with customs is a queue and spreads as widely as it
// is long; where queues of weeks were seen, more. Variances of arcs add, as if arcs were late independently of each other;
// Quantiles makes P10, P50 and P90 of the sums by a lognormal law.
//
// # Carbon, grams of CO2e, well to wheel
//
// Tonne-kilometres at the payload of the table, which leaves the box's own weight out, x an intensity: rail electric, the EU's
// figure x the grid of the country over that of the EU, for the electrified share, and diesel for the rest; ferry and road by one
// average each; and so much a move at terminals. Ships by trade lane: TEU-kilometres x the level of the lane, whatever the box
// weighs, for its slot is what it takes. The levels are recalled. In the open sea the lane is that of the region of loading, for the
// port of arrival is not known there yet, but for the way to Hormuz. No lane is dirtier than two others on its way: levels nobody publishes are raised to that. Short sea, and regions without a level, by one average a
// tonne-kilometre.
//
// # General, millionths of a US dollar
//
//	General = Money + day x Time + ratio x day x Spread + carbon price x Carbon
//	day     = cargo value x (holding rate + depreciation rate) / 365
//
// It is rounded once an arc. Spreads are added here, not their squares, because only sums can be searched exactly; the
// reliability ratio is lower for it.
//
// # Cargo
//
// Every price above is for general goods in one FEU. Another cargo takes each cost times the factors of the table of cargo,
// one after the other, and so much more for each TEU: a 20-foot box (a TEU, worth and by default weighing half), a heavy box,
// a reefer, dangerous goods, goods over the gauge. Ocean freight of a 20-foot box is the rate of a TEU. The table of fit says
// what may not use which links: dangerous goods no container train of China, oversize goods no block train. Lorries then go
// on to the nearest ports, further than they would.
//
// # What is not here
//
// Seasons, but for the storms of November to January that shut Aktau and Kuryk (table of months): no source found puts a
// figure to other winters, and after the Chinese New Year spot rates by sea fall by no more than 1.5 % (DRW19), so no more is
// claimed. Nor are capacity and queues that grow with it, the classes of dangerous goods, return of the empty
// box but for its hire from East Asia, demurrage, insurance and war risk, sanctions, customs duty. Per-container price lists of Khorgos and Dostyk, and a
// through tariff of the Middle Corridor, were found nowhere in public: what stands for them is marked estimated.
package tariff
