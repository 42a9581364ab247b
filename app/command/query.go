package command

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"zhol/app/link"
	"zhol/solver"
	"zhol/solver/tariff"
)

// rankOptions is what the flags of rank say.
type rankOptions struct {
	from, to    string
	via, avoid  []string
	worlds      []string // ids of switches
	year        int      // whose network is asked for; 0: today's
	kazakhstan  bool
	market      string
	cargoValue  int
	carbonPrice int
	most        int
	slack       int
	order       string
	cargo       string
	box         string
	tonnes      int
	wagons      bool
	faster      int
	month       int
	levels      []string
	odds        bool
	json, legs  bool
	csv         bool
}

func (o *rankOptions) flags() []flag {
	const end = "a place id, a UN/LOCODE, a name, or lat,lon"
	const feature = "a place, gateway, passage or country code"
	return []flag{
		textFlag("from", "END", "where the box is: "+end, &o.from),
		textFlag("to", "END", "where it goes: "+end, &o.to),
		listFlag("via", "X", "pass X on the way: "+feature+"; may be given again", &o.via),
		listFlag("avoid", "X", "close X: "+feature+"; may be given again", &o.avoid),
		listFlag("if", "WORLD", "suppose WORLD, such as hormuz-shut, second-track, planned or no-subsidy; may be given again", &o.worlds),
		numberFlag("year", "YYYY", "the network of that year: lines opened later are closed; today's by default", solver.FirstYear, lastYear, &o.year),
		switchFlag("through-kazakhstan", "only routes that cross Kazakhstan", &o.kazakhstan),
		textFlag("market", "YYYY-MM", "the market date of prices; the latest by default", &o.market),
		numberFlag("cargo-value", "USD", "what the goods in one FEU are worth", 1, solver.MostCargoValue, &o.cargoValue),
		numberFlag("carbon-price", "USD", "the price of a tonne of CO2e", 0, solver.MostCarbonPrice, &o.carbonPrice),
		textFlag("cargo", "KIND", "what goes in the box: "+strings.Join(solver.CargoKinds, ", ")+"; general by default", &o.cargo),
		textFlag("box", "FEET", "the box: 40, or 20 for prices of a TEU; 40 by default", &o.box),
		numberFlag("tonnes", "N", "how heavy the goods in the box are; 20 tonnes by default, 10 in a 20-foot box", 1, solver.MostTonnes(), &o.tonnes),
		switchFlag("wagons", "ordinary wagons instead of a block train", &o.wagons),
		numberFlag("month", "N", "from 1 to 12: the weather of that month where a source has it (storms on the Caspian from November to January); the year's mean by default", 1, tariff.MostMonth, &o.month),
		boundFlag("faster-borders", "HOURS", "hours saved of the dwell at every border, as far as it has so many", ": no border keeps a box longer", 0, tariff.MostBorderHours, &o.faster),
		listFlag("level", "OF=TIMES", "a figure of your own: times the market's price of "+strings.Join(solver.Priced, ", ")+", or times the dwell at a place, such as sea=1.5 or KZAAU=0.5; may be given again", &o.levels),
		numberFlag("max", "N", "the most routes to list; ten by default", 1, solver.MostListed, &o.most),
		numberFlag("slack", "PERCENT", "let a way of the front stand for those that it is at most so much dearer, slower and dirtier than", 0, solver.MostSlack, &o.slack),
		textFlag("order", "ORDER", "what to list by: "+strings.Join(solver.Orders, ", "), &o.order),
		switchFlag("legs", "with the legs of each route in the table", &o.legs),
		switchFlag("odds", "with how often each route turns out best, and among the best three, when things are late by chance", &o.odds),
		switchFlag("csv", "print CSV instead of the table; of rank every figure of every leg, with its source", &o.csv),
		switchFlag("json", "print one JSON object instead of the table", &o.json),
	}
}

// lastYear bounds --year before the tables are read; suppose knows better.
const lastYear = 2099

// parseRank reads the flags of rank, but not yet what their values mean.
func parseRank(args []string) (*rankOptions, error) {
	o := &rankOptions{}
	return o, o.parse(args, o.flags())
}

// parse reads flags, those of rank among them.
func (o *rankOptions) parse(args []string, flags []flag) error {
	if _, err := parseFlags(args, flags, 0); err != nil {
		return err
	}
	for _, end := range []struct{ name, value string }{{"from", o.from}, {"to", o.to}} {
		if end.value == "" {
			return badInput("--%s: is missing; give a place id, a UN/LOCODE, a name, or lat,lon", end.name)
		}
	}
	return nil
}

// scenario is the world that the flags describe.
func (o *rankOptions) scenario(net *solver.Network) (solver.Scenario, error) {
	cargo, err := o.loaded()
	if err != nil {
		return solver.Scenario{}, err
	}
	sc := solver.Scenario{Market: strings.TrimSpace(o.market), Avoid: slices.Clone(o.avoid), CargoValue: o.cargoValue, CarbonPrice: o.carbonPrice, Cargo: cargo, Wagons: o.wagons, FasterBorders: o.faster, Month: o.month}
	for _, text := range o.levels {
		level, err := readLevel(net, text)
		if err != nil {
			return sc, err
		}
		sc.Levels = append(sc.Levels, level)
	}
	return sc, o.suppose(net, &sc)
}

// readLevel reads such as "rail=0.94" or "KZAAU=0.5".
func readLevel(net *solver.Network, text string) (solver.Level, error) {
	of, times, _ := strings.Cut(text, "=")
	of = strings.TrimSpace(of)
	x, err := strconv.ParseFloat(strings.TrimSpace(times), 64)
	if err != nil || !(x >= 0 && x <= solver.MostLevel/1000) {
		return solver.Level{}, badInput("--level: %q is not written as sea=1.5, with a number from 0 to %d", text, solver.MostLevel/1000)
	}
	level := solver.Level{Of: of, Thousandths: int(math.Round(1000 * x))}
	if slices.Contains(solver.Priced, of) {
		return level, nil
	}
	if level.Of, err = solver.ParsePlace(net, "level", of); err != nil {
		return level, inputError(err)
	}
	return level, nil
}

// loaded is the cargo that the flags describe.
func (o *rankOptions) loaded() (solver.Cargo, error) {
	cargo := solver.Cargo{Tonnes: o.tonnes}
	if kind := strings.TrimSpace(o.cargo); kind != "" {
		i := slices.Index(solver.CargoKinds, kind)
		if i < 0 {
			return cargo, badInput("--cargo: %q is none of %s", kind, strings.Join(solver.CargoKinds, ", "))
		}
		cargo.Kind = solver.CargoKind(i)
	}
	switch box := strings.TrimSpace(o.box); box {
	case "", "40":
	case "20":
		cargo.Twenty = true
	default:
		return cargo, badInput("--box: %q is neither 20 nor 40", box)
	}
	return cargo, nil
}

// load reads the tables and puts the flags to them.
func (o *rankOptions) load() (*solver.Network, solver.Scenario, solver.Query, error) {
	net, err := tables()
	if err != nil {
		return nil, solver.Scenario{}, solver.Query{}, err
	}
	sc, q, err := o.question(net)
	return net, sc, q, err
}

// question turns the flags into what the solver is asked.
func (o *rankOptions) question(net *solver.Network) (solver.Scenario, solver.Query, error) {
	sc, err := o.scenario(net)
	if err != nil {
		return solver.Scenario{}, solver.Query{}, err
	}
	q := solver.Query{Via: o.via, ThroughKazakhstan: o.kazakhstan, Max: o.most, Slack: o.slack, Order: strings.TrimSpace(o.order)}
	if q.From, err = solver.ParseEnd(net, "from", o.from); err != nil {
		return sc, q, inputError(err)
	}
	if q.To, err = solver.ParseEnd(net, "to", o.to); err != nil {
		return sc, q, inputError(err)
	}
	// A link holds points to the same four decimals, so what it opens gives this very answer.
	q.From.At, q.To.At = link.Round(q.From.At), link.Round(q.To.At)
	return sc, q, nil
}

// suppose puts the year and the worlds that the question names into a scenario.
func (o *rankOptions) suppose(net *solver.Network, sc *solver.Scenario) error {
	if newest := net.Newest(); o.year > newest {
		return badInput("--year: %d is later than the tables, which end in %d; --if planned supposes what is planned", o.year, newest)
	} else if o.year == newest {
		sc.Avoid = solver.InYear(sc.Avoid, 0)
	} else if o.year > 0 {
		sc.Avoid = solver.InYear(sc.Avoid, o.year)
	}
	switches, err := solver.Switches(net)
	if err != nil {
		return err
	}
	for _, id := range o.worlds {
		i := slices.IndexFunc(switches, func(s solver.Switch) bool { return s.ID == id })
		if i < 0 {
			var known []string
			for _, s := range switches {
				known = append(known, s.ID)
			}
			return badInput("--if: %q is no world that Zhol knows%s", id, didYouMean(id, known))
		}
		sc.Avoid = append(sc.Avoid, switches[i].Avoid...)
		switches[i].Set.Turn(sc, true)
	}
	return nil
}

// flagEach is a list with commas as flags.
func flagEach(flag, list string) string {
	var out []string
	for word := range strings.SplitSeq(list, ",") {
		if word = strings.TrimSpace(word); word != "" {
			out = append(out, "--"+flag+" "+word)
		}
	}
	return strings.Join(out, " ")
}

// inputError gives what the solver cannot read the name of its flag; other errors pass.
func inputError(err error) error {
	var in *solver.InputError
	if errors.As(err, &in) {
		if listed := in.Field == "avoid" || in.Field == "via"; listed && strings.Contains(in.Value, ",") {
			return badInput("--%s: %q %s; for several give the flag once for each: %s", in.Field, in.Value, in.Reason, flagEach(in.Field, in.Value))
		}
		return &exit{exitInput, "--" + in.Error()}
	}
	return err
}
