package page

// Words is everything the page says, so that another language is another value of this type and nothing can be forgotten.
type Words struct {
	Tagline, From, To, TypeHint, Swap, Swapped, Copy, Copied, NotCopied, Routes, Loading, Broken            string
	Via, WhatIf, Closed, Market, Latest, ThroughKazakhstan, CargoValue, CarbonPrice, Default                string
	Borders, Border, Gauges, Gauge, Weak, Beaten, SameAsBest, Vs, Kazakhstan, DaysHelp, Ignored, Lift       string
	Blocked, NeverJoined, NoRoute, ViaBlocks, Ways, Way, Unbeaten, Prices, Tables, Sum, Incomplete, Snapped string
	FromHere, ToHere, ViaHere, CloseHere, ViasFull, AsUsual                                                 string
	Leg, Distance, Days, Money, Carbon, Status, Figures, Sources, NoSource, Per, TookDefault, Close         string
	Labels, Modes                                                                                           map[string]string
}

// English is the page's first language.
var English = Words{
	Tagline: "Container routes between Asia, Europe and the Gulf, through Kazakhstan and around it",
	From:    "From", To: "To", TypeHint: "City, port, UN/LOCODE or lat,lon",
	Swap: "Swap", Swapped: "Ends swapped: now %s to %s. The way back has its own prices and waits, so the figures differ.",
	Copy: "Copy link", Copied: "Link copied.", NotCopied: "The browser would not copy; the address bar holds the link.",
	Routes: "Routes", Loading: "Reading the network …", Sum: "Together", Tables: "Tables %s: the same link on the same tables gives the same answer.", Broken: "The network could not be read: %s",
	Via: "Via", WhatIf: "What if", Closed: "%s shut", Market: "Prices of", Latest: "latest", ThroughKazakhstan: "Only through Kazakhstan",
	CargoValue: "Cargo value, USD per FEU", CarbonPrice: "Carbon price, USD per tonne", Default: "usual",
	Borders: "borders", Border: "border", Gauges: "gauge changes", Gauge: "gauge change",
	Weak: "%d %% of the price is estimated", Beaten: "Beaten by #%d in price, time and carbon at once", SameAsBest: "The best by total cost",
	Vs: "against #1", Kazakhstan: "Through Kazakhstan", DaysHelp: "days door to door; 10 of 100 boxes make it in %s, 90 in %s",
	Ignored: "Part of the link was left out", Lift: "Open %s again",
	Blocked: "No way is left. What blocks it:", NeverJoined: "Nothing joins these two ends, even with everything open.",
	NoRoute: "No route", ViaBlocks: "Drop the stop at %s",
	Ways: "ways", Way: "way", Unbeaten: "%d unbeaten in price, time and carbon", Prices: "prices of %s", Incomplete: "the search was cut short: more may exist",
	FromHere: "From here", ToHere: "To here", ViaHere: "Via here", CloseHere: "Shut %s", AsUsual: "as usual",
	ViasFull: "A question takes %d stops on the way at most.",
	Snapped:  "%.0f km from where the pin was dropped",
	Leg:      "Leg", Distance: "km", Days: "Days", Money: "USD", Carbon: "CO₂e", Status: "Known from", Figures: "Figures and sources", Sources: "Sources",
	NoSource: "by rule", Per: "Per 40-foot container (FEU), door to door. CO₂e well to wheel.", TookDefault: "the usual end was taken", Close: "Close",
	Labels: map[string]string{},
	Modes:  map[string]string{"rail": "rail", "sea": "sea", "ferry": "ferry", "road": "road", "transfer": "transfer", "gauge": "gauge change"},
}

// label is the word for a label of the solver's.
func (w *Words) label(id string) string {
	if word, ok := w.Labels[id]; ok {
		return word
	}
	return id
}
