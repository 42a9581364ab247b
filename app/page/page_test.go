// The page is rendered without a browser, as the still list is.
//go:build !js

package page

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
	"zhol/solver"
	"zhol/solver/network"
)

// started is a page that has heard the worker's hello, on a miniature of the world.
func started(t *testing.T) *Page {
	t.Helper()
	p := New()
	p.hand.begun = true // no browser is ever idle here
	p.hear("hello", encode(t, Hello{
		Places: []link.Entry{
			{ID: "sia", Code: "CNSIA", Names: network.Names{EN: "Xi'an", ZH: "西安"}},
			{ID: "dui", Code: "DEDUI", Names: network.Names{EN: "Duisburg"}},
			{ID: "ala", Code: "KZALA", Names: network.Names{EN: "Almaty", KK: "Алматы"}},
		},
		Features: []link.Entry{{ID: "KZ", Names: network.Names{EN: "Kazakhstan"}}, {ID: "suez", Names: network.Names{EN: "Suez Canal"}}},
		Markets:  []string{"2024-06", "2025-11"},
	}))
	return p
}

func encode(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func twoCards(seq int) Reply {
	return Reply{Seq: seq, From: Located{ID: "sia", Name: "Xi'an"}, To: Located{ID: "dui", Name: "Duisburg"}, Market: "2025-11", Complete: true, FrontSize: 2,
		Cards: []Card{
			{Rank: 1, Kazakhstan: true, Labels: []string{"fastest"}, Chain: []Step{{"rail", 9_900_000}}, P10: 12, P50: 15, P90: 19, Cents: 682900, Grams: 1_844_000, Metres: 9_900_000, Borders: 3, Gauges: 2},
			{Rank: 2, Chain: []Step{{"rail", 1_400_000}, {"sea", 19_500_000}}, P10: 36, P50: 42, P90: 51, Cents: 323300, Grams: 1_550_000, Metres: 21_120_000, Borders: 1, Weak: [2]int{18, 60}, Mostly: [2]bool{false, true}},
		}}
}

func markup(p *Page) string { return app.HTMLString(p.Render()) }

func TestEmptyLinkAsksTheDefault(t *testing.T) {
	p := started(t)
	if p.state.Query.From != Default.From || p.state.Query.To != Default.To || p.asker.seq != 1 || len(p.ignored) != 0 {
		t.Errorf("asks %+v, ignoring %v", p.state.Query, p.ignored)
	}
	if !strings.Contains(markup(p), p.say.Loading) {
		t.Error("does not say that it is loading")
	}
}

func TestDamagedLinkIsToldAndKept(t *testing.T) {
	p := started(t)
	p.follow("#from=KZALA&to=Atlantis&colour=blue")
	if p.state.Query.From.Place != "ala" || p.state.Query.To != Default.To {
		t.Errorf("kept %+v", p.state.Query)
	}
	text := markup(p)
	for _, word := range []string{"Atlantis", "colour", `role="alert"`} {
		if !strings.Contains(text, word) {
			t.Errorf("the page does not say %s", word)
		}
	}
}

// Of the many faults of a link the first are told, each once and cut short, and how many more there are.
func TestManyFaultsAreToldInBrief(t *testing.T) {
	p := started(t)
	p.follow("#from=CNSIA&to=DEDUI" + strings.Repeat("&f=1", 9) + "&%D1%86%D0%B2%D0%B5%D1%82=%D0%B9" + strings.Repeat("&long="+strings.Repeat("x", 5000), 3000))
	text := markup(p)
	if n := strings.Count(text, p.say.LinkFaults["field"]); n != 3 {
		t.Errorf("%d faults are told, want 3", n)
	}
	if !strings.Contains(text, "цвет=й") {
		t.Error("a name is told as an address writes it")
	}
	if strings.Contains(text, strings.Repeat("x", 100)) {
		t.Error("what is long is not cut short")
	}
	p.follow("#from=CNSIA&to=DEDUI&" + "a=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1")
	if text = markup(p); strings.Count(text, p.say.LinkFaults["field"]) != 6 || !strings.Contains(text, "and 2 more") {
		t.Error("the first six are not told, or how many more there are")
	}
}

// Ranks that the list does not reach are told once the whole answer is there, and are neither kept nor handed on.
func TestRanksBeyondTheListAreTold(t *testing.T) {
	p := started(t)
	var address string
	p.history.written = func(text string, push bool) { address = text }
	p.follow("#from=CNSIA&to=DEDUI&pick=30&compare=1,20,21")
	light := twoCards(p.asker.seq)
	light.Light = true
	p.answer(light)
	if p.state.Pick != 30 || len(p.ignored) > 0 {
		t.Fatalf("the answer of a moving pin has dropped pick %d, %v", p.state.Pick, p.ignored)
	}
	p.answer(twoCards(p.asker.seq))
	if p.state.Pick != 0 || p.picked() != 1 || p.open != 0 || !slices.Equal(p.state.View.Compare, []int{1}) {
		t.Errorf("picked %d, opened %d, beside one another %v", p.state.Pick, p.open, p.state.View.Compare)
	}
	if strings.Contains(address, "pick") || !strings.HasSuffix(address, "compare=1") {
		t.Errorf("the address is %q", address)
	}
	text := strings.NewReplacer("\u2066", "", "\u2069", "").Replace(markup(p))
	for _, want := range []string{"pick=30: is beyond the list, whose last rank is 2", "compare=20: is beyond", "compare=21: is beyond"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// A stop that is an end asks for nothing: a link that names one is told so, and where an end comes to a stop the stop is dropped.
func TestStopsAreNoEnds(t *testing.T) {
	p := started(t)
	p.follow("#from=CNSIA&via=DEDUI,KZALA,CNSIA")
	if !slices.Equal(p.state.Query.Via, []string{"ala"}) {
		t.Errorf("stops are %v", p.state.Query.Via)
	}
	text := strings.NewReplacer("\u2066", "", "\u2069", "").Replace(markup(p))
	for _, want := range []string{"via=DEDUI: is an end already", "via=CNSIA: is an end already"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	p.change("to", false, func(s *link.State) { s.Query.To = solver.End{Place: "ala"} })
	if len(p.state.Query.Via) != 0 || strings.Contains(p.history.text, "via") {
		t.Errorf("stops are %v, the link says %s", p.state.Query.Via, p.history.text)
	}
	p.goBack()
	if !slices.Equal(p.state.Query.Via, []string{"ala"}) {
		t.Errorf("undone, stops are %v", p.state.Query.Via)
	}
	asked := p.asker.seq
	p.addVia("sia")
	if p.asker.seq != asked || len(p.state.Query.Via) != 1 {
		t.Errorf("an end was made a stop: %v", p.state.Query.Via)
	}
}

// Ends are told to be lacking only of a link that asks something, and with what was taken for them: in Reach, which needs but the first,
// that one alone. What is taken is not the other end.
func TestUsualEndsAreTold(t *testing.T) {
	for hash, want := range map[string]string{
		"#view=charts": "", "#lang=en": "", "#pick=2": "", "#from=KZALA": "to: the usual end was taken: Duisburg", "#kz=1": "from: the usual end was taken: Xi'an",
		"#from=KZALA&to=Atlantis": "to: the usual end was taken: Duisburg", "#from=DEDUI": "to: the usual end was taken: Xi'an", "#to=CNSIA": "from: the usual end was taken: Duisburg",
		"#from=KZALA&view=reach": "", "#from=DEDUI&view=reach": "", "#kz=1&view=reach": "from: the usual end was taken: Xi'an", "#from=KZALA&to=Atlantis&view=reach": "to: the usual end was taken: Duisburg",
	} {
		p := started(t)
		p.follow(hash)
		text := strings.NewReplacer("\u2066", "", "\u2069", "", "&#39;", "'").Replace(markup(p))
		if !strings.Contains(text, want) || want == "" && len(p.ignored) > 0 {
			t.Errorf("%s: %v", hash, p.ignored)
		}
		if p.state.Query.From == p.state.Query.To {
			t.Errorf("%s asks for a way to where it begins", hash)
		}
	}
}

func TestListSaysWhatTheMapShows(t *testing.T) {
	p := started(t)
	p.answer(twoCards(1))
	text := markup(p)
	for _, word := range []string{"Through Kazakhstan", "6,829", "12.0–19.0", "1.84 t", "9,900", "fastest", "mostly estimates: days", "+27.0\u00a0d", "−3,596\u00a0USD", "2 routes listed"} {
		if !strings.Contains(text, word) {
			t.Errorf("the list does not say %q", word)
		}
	}
	if n := strings.Count(text, "card kz"); n != 1 {
		t.Errorf("%d cards are marked as through Kazakhstan, want 1", n)
	}
}

// Picking opens a card and asks for its legs; picking it again closes it. The question stays the same.
func TestPick(t *testing.T) {
	p := started(t)
	p.answer(twoCards(1))
	p.pick(2)
	if p.open != 2 || p.state.Pick != 2 || p.asker.seq != 2 {
		t.Fatalf("opened %d, picked %d, asked %d", p.open, p.state.Pick, p.asker.seq)
	}
	reply := twoCards(2)
	reply.LegsOf, reply.Legs = 2, []Leg{{Kind: "sea", What: "sea", From: "Shanghai", To: "Rotterdam", Status: "recalled", Rows: []Row{{Cause: "sea freight", Text: "Shanghai–Rotterdam", Cents: 203300, Status: "published",
		Sources: []Source{{"Drewry: WCI", "https://www.drewry.co.uk/"}}}}}}
	p.answer(reply)
	text := markup(p)
	for _, word := range []string{"Shanghai – Rotterdam", "status recalled", "https://www.drewry.co.uk/", "2,033 USD"} {
		if !strings.Contains(text, word) {
			t.Errorf("the legs do not say %q", word)
		}
	}
	p.pick(2)
	if p.open != 0 || p.state.Pick != 2 {
		t.Errorf("closing left %d open and %d picked", p.open, p.state.Pick)
	}
	p.pick(9)
	if p.open != 0 {
		t.Error("a route that is not there was opened")
	}
}

// An opened route says what its labels mean, and a closed one does not.
func TestLabelsAreExplained(t *testing.T) {
	p := started(t)
	reply := twoCards(1)
	reply.Cards[1].Labels = []string{solver.Steadiest, solver.Balanced}
	p.answer(reply)
	help := p.say.LabelHelp
	if text := markup(p); strings.Contains(text, help[solver.Steadiest]) {
		t.Error("a closed route explains its labels")
	}
	p.pick(2)
	reply.Seq, reply.LegsOf, reply.Legs = 2, 2, []Leg{{Kind: "sea", From: "Shanghai", To: "Rotterdam"}}
	p.answer(reply)
	text := markup(p)
	for label, says := range help {
		if told := strings.Contains(text, says); told != slices.Contains(reply.Cards[1].Labels, label) {
			t.Errorf("%s is told: %v", label, told)
		}
	}
	for _, code := range Languages {
		w := wordsIn(t, code)
		for _, label := range []string{solver.BestOverall, solver.Cheapest, solver.Fastest, solver.Greenest, solver.Steadiest, solver.Balanced, solver.BestThroughKazakhstan, solver.BestWithoutRussia} {
			if w.Labels[label] == "" || w.LabelHelp[label] == "" {
				t.Errorf("%s: %s is called %q, and is %q", code, label, w.Labels[label], w.LabelHelp[label])
			}
		}
	}
}

// An opened route stays open, and picked, at whatever rank it is listed when the question has changed; in its place the first does
// where it is not listed any more. The first stays the first.
func TestOpenedRouteIsFollowed(t *testing.T) {
	p := started(t)
	var asked []Ask
	p.history.written = func(string, bool) {}
	p.answer(twoCards(1))
	p.pick(2)
	opened := twoCards(2)
	opened.LegsOf, opened.Legs = 2, []Leg{{Kind: "sea", From: "Shanghai", To: "Rotterdam"}}
	p.answer(opened)

	move := func(light bool) Reply {
		t.Helper()
		p.change("pin drag", light, func(s *link.State) {
			s.Query.From = solver.End{At: solver.LonLat{Lon: 109 + float64(p.asker.seq)/10, Lat: 34}}
		})
		asked = append(asked, p.question())
		reply := twoCards(p.asker.seq)
		reply.Light = light
		return reply
	}
	expect := func(when string, open, pick int, pickInLink bool) {
		t.Helper()
		if p.open != open || p.picked() != pick || strings.Contains(p.words.Format(p.state), "pick=2") != pickInLink {
			t.Errorf("%s: %d is open and %d picked, and the link says %s", when, p.open, p.picked(), p.words.Format(p.state))
		}
	}
	swap := func(r *Reply) {
		r.Cards[0], r.Cards[1] = r.Cards[1], r.Cards[0]
		r.Cards[0].Rank, r.Cards[1].Rank = 1, 2
	}

	frame := move(true)
	p.answer(frame)
	expect("a frame that lists it", 2, 2, false)
	frame = move(true)
	frame.Cards = frame.Cards[:1]
	p.answer(frame)
	expect("a frame that does not", 0, 1, false)
	frame = move(true)
	swap(&frame)
	p.answer(frame)
	expect("a frame where it is the first", 1, 1, false)
	if !strings.Contains(markup(p), "Shanghai – Rotterdam") {
		t.Error("its legs are not shown with it")
	}
	whole := move(false)
	if last := asked[len(asked)-1]; last.Along == nil || wayOf(last.Along) != wayOf(&twoCards(1).Cards[1]) {
		t.Fatalf("the worker is asked to follow %+v", last.Along)
	}
	whole.LegsOf = 2
	p.answer(whole)
	expect("at rest", 2, 2, true)
	if p.along != nil || p.history.text != p.words.Format(p.state) {
		t.Errorf("still follows %+v, or the address is another: %s", p.along, p.history.text)
	}
	whole = move(false)
	whole.LegsOf, whole.Legs = 1, opened.Legs // it is gone
	p.answer(whole)
	expect("where it is gone", 1, 1, false)
	if whole = move(false); p.question().Along != nil || p.question().Open != 1 {
		t.Errorf("the first is followed to another rank: %+v", p.question())
	}

	// Changes that are not waited for: what is left behind says no rank that is of another list.
	p.answer(whole)
	p.pick(2)
	opened.Seq = p.asker.seq
	p.answer(opened)
	move(false)
	left := move(false)
	if gone := p.undo.past[len(p.undo.past)-1]; gone.Pick != 0 {
		t.Errorf("left with #%d picked, of a list that has not come", gone.Pick)
	}
	expect("before its answer", 2, 2, false)
	p.pick(2) // closes it
	p.answer(left)
	expect("closed before its answer", 0, 1, false)

	// Escape goes back to the route as it was opened.
	p.pick(2)
	opened.Seq = p.asker.seq
	p.answer(opened)
	p.drag("origin", solver.LonLat{}, "start")
	p.drag("origin", solver.LonLat{Lon: 112, Lat: 34}, "drag")
	frame = twoCards(p.asker.seq)
	frame.Light = true
	swap(&frame)
	p.answer(frame)
	expect("in a drag", 1, 1, false)
	p.drag("origin", solver.LonLat{Lon: 112, Lat: 34}, "back")
	expect("let go by Escape", 2, 2, true)
	if p.question().Along != nil || p.question().Open != 2 {
		t.Errorf("Escape asks %+v", p.question())
	}

	p.follow("#from=CNSIA&to=DEDUI&pick=2")
	if move(false); p.open != 1 || p.picked() != 1 { // nobody has seen which route that is
		t.Errorf("before an answer: %d is open and %d picked", p.open, p.picked())
	}
}

// Hints go through the borders of the opened route from its beginning, and through its gauge changes by themselves.
func TestHintsGoFromTheBeginning(t *testing.T) {
	p := started(t)
	p.answer(twoCards(1))
	legs := []Leg{{What: "border", From: "Altynkol"}, {What: "gauge change", From: "Altynkol"}, {What: "border", From: "Iletsk"}, {What: "gauge change", From: "Brest"}}
	show := func(rank int) {
		p.pick(rank)
		reply := twoCards(p.asker.seq)
		reply.LegsOf, reply.Legs = rank, legs
		p.answer(reply)
	}
	show(1)
	var told []string
	for _, what := range []string{"border", "gauge change", "border", "border", "gauge change"} {
		p.showNext(what)
		told = append(told, p.told)
	}
	want := []string{"border: Altynkol", "gauge change: Altynkol", "border: Iletsk", "border: Altynkol", "gauge change: Brest"}
	if !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	show(2)
	if p.showNext("border"); p.told != "border: Altynkol" {
		t.Errorf("another route begins with %q", p.told)
	}
}

// A change always says what has changed; what is only looked at says no more.
func TestChangeIsTold(t *testing.T) {
	p := started(t)
	p.answer(twoCards(1))
	again := func(edit func(r *Reply)) string {
		p.change("value", false, func(s *link.State) { s.Scenario.FasterBorders++ })
		reply := twoCards(p.asker.seq)
		edit(&reply)
		p.answer(reply)
		return p.changed
	}
	for _, c := range []struct {
		want string
		edit func(r *Reply)
	}{
		{"Nothing changes.", func(*Reply) {}},
		{"change: 1 of 2.", func(r *Reply) { r.Cards[1].Cents++ }},
		{"The first route stays: rail. +1.0\u00a0d", func(r *Reply) { r.Cards[0].P50++ }},
		{"Now first: rail. ", func(r *Reply) { r.Cards[0].Metres++; r.Cards[0].P50 += 5 }},
	} {
		got := again(c.edit)
		if !strings.Contains(got, c.want) || !strings.Contains(p.spoken, got) {
			t.Errorf("told %q, want %q; spoken %q", got, c.want, p.spoken)
		}
		again(func(*Reply) {})
	}
	was := again(func(r *Reply) { r.Cards[1].Cents++ })
	p.pick(2)
	p.answer(twoCards(p.asker.seq))
	if p.changed != was {
		t.Errorf("opening a route says %q", p.changed)
	}
}

// The sentence of an answer ends once, and its days are of a broken number; what lies in the water does so by as many
// kilometres as are written elsewhere.
func TestSentence(t *testing.T) {
	p := started(t)
	p.say = wordsIn(t, "ru")
	p.say.date = func(time.Time, dateForm) string { return "нояб. 2025 г." }
	p.answer(twoCards(1))
	if !strings.Contains(p.spoken, "2025\u00a0г. №\u00a01: 15.0 дня, 6") {
		t.Errorf("says %q", p.spoken)
	}
	if text := markup(p); strings.Contains(text, "#1") || !strings.Contains(text, "№\u00a02") {
		t.Error("a rank is written in two ways")
	}
	if said := p.faultText(&Fault{Kind: "water", Field: "to", Than: []string{"2092"}}); !strings.Contains(said, "2,092 км") {
		t.Errorf("says %q", said)
	}
}

// A language stays chosen when what was asked is undone, and is no step by itself.
func TestLanguageIsNoStep(t *testing.T) {
	p := started(t)
	p.swap()
	p.chooseLanguage("kk")
	if p.goBack(); p.state.Query.From.Place != "sia" || p.state.View.Lang != "kk" {
		t.Errorf("one step back is %+v", p.state)
	}
	if p.goAgain(); p.state.Query.From.Place != "dui" || p.state.View.Lang != "kk" {
		t.Errorf("and forth again %+v", p.state)
	}
	var wrote []string
	p.history.written = func(text string, push bool) {
		if push {
			text = "+" + text
		}
		wrote = append(wrote, text)
	}
	p.chooseLanguage("ru")
	p.comeBack("#from=CNSIA&to=DEDUI")
	if p.state.Query.From.Place != "sia" || p.state.View.Lang != "ru" {
		t.Errorf("Back is %+v", p.state)
	}
	p.follow("#from=DEDUI&to=CNSIA&lang=en") // by hand
	if p.state.View.Lang != "en" {
		t.Errorf("a link in English is told in %q", p.state.View.Lang)
	}
	if want := []string{"from=DEDUI&to=CNSIA&lang=ru", "from=CNSIA&to=DEDUI&lang=ru"}; !slices.Equal(wrote, want) {
		t.Errorf("wrote %v, want %v", wrote, want)
	}
}

func TestSwapIsAnotherQuestion(t *testing.T) {
	p := started(t)
	p.answer(twoCards(1))
	p.swap()
	if p.state.Query.From.Place != "dui" || p.state.Query.To.Place != "sia" || !strings.Contains(p.told, "Duisburg to Xi'an") {
		t.Errorf("asks %+v and says %q", p.state.Query, p.told)
	}
	at := solver.LonLat{Lon: 100, Lat: 40}
	p.drag("origin", at, "start")
	p.swap()
	p.drag("origin", at, "drag")
	p.swap()
	p.drag("origin", at, "end")
	if p.state.Query.From.At != at || p.state.Query.To.Place != "sia" {
		t.Errorf("turned round with a pin in the hand, it asks %+v", p.state.Query)
	}
	if p.swap(); p.state.Query.To.At != at {
		t.Errorf("once it is let go, it asks %+v", p.state.Query)
	}
}

// Back and Forward of the browser are steps of Undo too: after one, Undo goes on from there.
func TestUndoGoesOnFromBack(t *testing.T) {
	p := started(t)
	p.answer(twoCards(1))
	for _, lon := range []float64{81, 82, 83} {
		p.change("menu", false, func(s *link.State) { s.Query.From = solver.End{At: solver.LonLat{Lon: lon, Lat: 45}} })
	}
	from := func(want float64) {
		t.Helper()
		if got := p.state.Query.From.At.Lon; got != want {
			t.Errorf("from %v, want %v", got, want)
		}
	}
	p.comeBack("#from=45,82&to=DEDUI&pick=2") // a route was picked on the way
	from(82)
	p.comeBack("#from=45,82&to=DEDUI")
	from(82)
	p.goBack()
	from(81)
	p.follow("#from=45,90&to=DEDUI") // a link of one's own
	from(90)
	p.goBack()
	from(81)
	p.comeBack("#from=CNSIA&to=DEDUI")
	from(0)
	if len(p.undo.past) != 0 {
		t.Errorf("%d steps back from the first", len(p.undo.past))
	}
	p.goAgain()
	from(81)
	p.goAgain()
	from(90)
}

// Where a state occurs twice, Back and Forward are taken for the next step that leads there.
func TestUndoGoesOnFromForward(t *testing.T) {
	p := started(t)
	p.answer(twoCards(1))
	for _, lon := range []float64{81, 82, 83, 81} {
		p.change("menu", false, func(s *link.State) { s.Query.From = solver.End{At: solver.LonLat{Lon: lon, Lat: 45}} })
	}
	p.comeBack("#from=45,83&to=DEDUI")
	p.comeBack("#from=45,81&to=DEDUI") // Forward
	if p.goBack(); p.state.Query.From.At.Lon != 83 {
		t.Errorf("back from the last is %v", p.state.Query.From)
	}
}

// A point taken is told as typed until an answer is of it, and one taken again keeps its name and how far it was dropped.
func TestPointTakenIsNamedByItsAnswer(t *testing.T) {
	p := started(t)
	answer := func(seq int, name string) {
		r := twoCards(seq)
		r.From = Located{Name: name, SnapKm: 12}
		p.answer(r)
	}
	take := func(text string) {
		p.from.typed(p.words, text)
		end, _ := p.from.take()
		p.from.typing = false
		p.takeEnd(&p.from, end)
	}
	for _, c := range []struct {
		do    func()
		shown string
	}{
		{func() { answer(p.asker.seq, "Xi'an") }, "Xi'an"},
		{func() { take("45,80") }, "45.0000,80.0000"}, {func() { take("50,90") }, "50.0000,90.0000"},
		{func() { answer(p.asker.seq-1, "near the first") }, "50.0000,90.0000"},
		{func() { answer(p.asker.seq, "near the second") }, "near the second"},
		{func() { take("50,90") }, "near the second"},
	} {
		c.do()
		if p.from.text != c.shown || (p.from.snap != "") != (strings.Trim(c.shown, "0123456789.,") != "") {
			t.Errorf("told as %q, %q; want %q", p.from.text, p.from.snap, c.shown)
		}
	}
}

// A language that a link of one's own names is the one that Back keeps.
func TestLanguageOfALinkStays(t *testing.T) {
	p := started(t)
	p.chooseLanguage("kk")
	p.follow("#from=DEDUI&to=CNSIA&lang=en")
	if p.comeBack("#from=CNSIA&to=DEDUI&lang=kk"); p.state.View.Lang != "en" {
		t.Errorf("Back speaks %q", p.state.View.Lang)
	}
}

// Nothing is undone or done again while a pin is in the hand: the next move of it would be of another question.
func TestNothingIsUndoneInTheHand(t *testing.T) {
	p := started(t)
	p.change("avoid", false, func(s *link.State) { s.Scenario.Avoid = []string{"RU"} })
	p.drag("origin", solver.LonLat{Lon: 100, Lat: 36}, "start")
	p.drag("origin", solver.LonLat{Lon: 101, Lat: 36}, "drag")
	steps := len(p.undo.past)
	for _, key := range []string{"Ctrl+z", "Ctrl+y"} {
		p.press(key)
		if len(p.undo.past) != steps || len(p.undo.future) != 0 || p.state.Query.From.At.Lon != 101 {
			t.Errorf("%s: %d steps, %d to do again, the pin at %v", key, len(p.undo.past), len(p.undo.future), p.state.Query.From.At)
		}
	}
	p.drag("origin", solver.LonLat{Lon: 102, Lat: 36}, "end")
	if p.press("Ctrl+z"); len(p.state.Scenario.Avoid) != 1 || p.state.Query.From.Place == "" {
		t.Errorf("undone once the pin is let go, it asks %+v", p.state.Query)
	}
}

// Answers come in any order; an older one never covers a newer.
func TestOldAnswerIsDropped(t *testing.T) {
	p := started(t)
	p.ask(false)
	p.answer(twoCards(2))
	p.answer(Reply{Seq: 1})
	if len(p.reply.Cards) != 2 {
		t.Error("an old answer covered a newer one")
	}
}

func TestCutIsLifted(t *testing.T) {
	p := started(t)
	p.follow("#avoid=suez&via=KZ&kz=1")
	p.answer(Reply{Seq: p.asker.seq, BlockedBy: []Closed{{"suez", "Suez Canal", false}, {"KZ", "Kazakhstan", true}}})
	if text := markup(p); !strings.Contains(text, "Open Suez Canal again") || !strings.Contains(text, p.say.Blocked) {
		t.Error("the cut is not shown")
	}
	p.reply.Lifts = []Closed{{"KZ", "Kazakhstan", true}, {"suez", "Suez Canal", false}}
	if text := markup(p); strings.Count(text, "Open Suez Canal again") != 1 || !strings.Contains(text, p.say.Lifts) {
		t.Error("what blocks and what opens are the same, and listed twice")
	}
	p.reply.Lifts = p.reply.Lifts[:1]
	if text := markup(p); strings.Count(text, ">Drop the stop") != 2 || !strings.Contains(text, p.say.Blocked) {
		t.Error("what opens a way by itself is not told from what blocks it")
	}
	p.reply.BlockedBy, p.reply.Alone = p.reply.BlockedBy[:1], p.reply.BlockedBy
	if text := markup(p); strings.Count(text, "Open Suez Canal again") != 1 || strings.Count(text, ">Drop the stop") != 1 || !strings.Contains(text, p.say.Alone) {
		t.Error("two that block by themselves are not told as such, each with its way out")
	}
	p.lift(Closed{"suez", "Suez Canal", false})
	p.lift(Closed{"KZ", "Kazakhstan", true})
	if s := p.state; len(s.Scenario.Avoid) != 0 || len(s.Query.Via) != 0 || s.Query.ThroughKazakhstan {
		t.Errorf("after lifting everything: %+v", s)
	}
}

func TestDrag(t *testing.T) {
	p := started(t)
	p.answer(twoCards(1))
	at := solver.LonLat{Lon: 104.123456, Lat: 36.5}
	p.drag("origin", at, "start")
	p.drag("origin", at, "end")
	if p.state.Query.From.Place != "sia" {
		t.Fatal("gripping a pin moved it")
	}
	p.drag("origin", at, "start")
	p.drag("origin", at, "drag")
	p.drag("origin", at, "end")
	if got := p.state.Query.From.At; got != (solver.LonLat{Lon: 104.1235, Lat: 36.5}) || p.asker.light {
		t.Errorf("the pin lies at %v; the last question was light: %v", got, p.asker.light)
	}
}

// A pin that is let go with Escape is back where it was, and so is all that the drag has changed.
func TestEscapePutsAPinBack(t *testing.T) {
	p := started(t)
	p.answer(twoCards(p.asker.seq))
	p.pick(2)
	p.swap()
	p.goBack()
	was, steps := p.state, p.undo
	p.drag("origin", solver.LonLat{Lon: 104, Lat: 36}, "start")
	p.drag("origin", solver.LonLat{Lon: 103, Lat: 36}, "drag")
	p.drag("origin", solver.LonLat{Lon: 102, Lat: 36}, "drag")
	if p.state.Equal(was) {
		t.Fatal("the drag has changed nothing")
	}
	asked := p.asker.seq
	p.drag("origin", solver.LonLat{Lon: 109, Lat: 34}, "back")
	if !p.state.Equal(was) || p.asker.seq != asked+1 || p.asker.lightLast() {
		t.Errorf("asks %+v, which is question %d after %d", p.state, p.asker.seq, asked)
	}
	if len(p.undo.past) != len(steps.past) || len(p.undo.future) != len(steps.future) {
		t.Errorf("%d steps back and %d on, after %d and %d", len(p.undo.past), len(p.undo.future), len(steps.past), len(steps.future))
	}
	p.drag("origin", solver.LonLat{Lon: 104, Lat: 36}, "start")
	p.drag("origin", solver.LonLat{Lon: 104, Lat: 36}, "back")
	if p.asker.seq != asked+1 {
		t.Error("a pin that was only gripped asks again")
	}
	p.drag("origin", solver.LonLat{Lon: 104, Lat: 36}, "start")
	p.drag("origin", solver.LonLat{Lon: 103, Lat: 36}, "drag")
	if len(p.undo.past) != len(steps.past)+1 {
		t.Error("the next drag is no step of its own")
	}
	p.drag("origin", solver.LonLat{Lon: 103, Lat: 36}, "end")
	asked = p.asker.seq
	p.drag("origin", solver.LonLat{Lon: 103, Lat: 36}, "start")
	p.drag("origin", solver.LonLat{Lon: 103, Lat: 36}, "drag")
	p.drag("origin", solver.LonLat{Lon: 103, Lat: 36}, "back")
	if p.asker.seq != asked {
		t.Error("a pin that was not moved asks again, and leaves an entry of the history that it has not made")
	}
	p.drag("origin", solver.LonLat{Lon: 103, Lat: 36}, "start")
	p.drag("origin", solver.LonLat{Lon: 102, Lat: 36}, "drag")
	p.addVia("suez")
	p.drag("origin", solver.LonLat{Lon: 103, Lat: 36}, "back")
	if q := p.state.Query; q.From.At.Lon != 103 || len(q.Via) != 1 {
		t.Errorf("after a stop that was set with the pin in the hand it asks %+v", q)
	}
}

// Stops that are set faster than they are answered are all kept, whatever answers come late and whatever else is done meanwhile.
func TestNoStopIsLost(t *testing.T) {
	p := started(t)
	p.answer(twoCards(1))
	p.addVia("KZ")
	p.drag("origin", solver.LonLat{Lon: 104, Lat: 36}, "start")
	p.drag("origin", solver.LonLat{Lon: 103, Lat: 36}, "drag")
	p.addVia("suez")
	p.answer(twoCards(2))
	p.drag("origin", solver.LonLat{Lon: 102, Lat: 36}, "end")
	p.moveVia("ala", "KZ")
	p.answer(twoCards(3))
	p.answer(twoCards(p.asker.seq))
	if want := []string{"suez", "ala"}; !slices.Equal(p.state.Query.Via, want) || !strings.Contains(p.history.text, "via=suez,KZALA") {
		t.Errorf("stops are %v, the link says %s", p.state.Query.Via, p.history.text)
	}
}

// What is not known, or has no meaning, is never written as nought.
func TestMissingIsNoNought(t *testing.T) {
	p := started(t)
	if got := p.amount(&Row{}); got != missing {
		t.Errorf("a row that adds nothing known is written %q", got)
	}
	reply := twoCards(1)
	reply.LegsOf, reply.Legs = 1, []Leg{{Kind: "gauge", What: "gauge", From: "Dostyk", To: "Dostyk"}}
	p.open = 1
	p.answer(reply)
	if text := markup(p); !strings.Contains(text, "<td>"+missing+"</td>") && !strings.Contains(strings.Join(strings.Fields(text), ""), "<td>"+missing+"</td>") {
		t.Error("the length of a change of gauge is written as a number")
	}
}

// Each burst of arrow keys is a step of undo, and so is a key that is held however long; a press of a button is a step too.
func TestStepsOfUndo(t *testing.T) {
	p := started(t)
	p.answer(twoCards(1))
	lon := 100.0
	key := func(which, phase string, after time.Duration) {
		p.history.at = p.history.at.Add(-after)
		lon++
		p.drag(which, solver.LonLat{Lon: lon, Lat: 36.5}, phase)
	}
	steps := func(want int, what string) {
		t.Helper()
		if len(p.undo.past) != want {
			t.Errorf("%s: %d steps, want %d", what, len(p.undo.past), want)
		}
	}
	key("origin", "key", 0)
	key("origin", "key", 200*time.Millisecond)
	steps(1, "a burst")
	key("origin", "key", 900*time.Millisecond)
	steps(2, "after a pause")
	key("origin", "held", 1100*time.Millisecond) // the slowest keyboards wait for a second before they repeat
	key("origin", "held", 30*time.Millisecond)
	steps(2, "a key that is held")
	key("destination", "key", 100*time.Millisecond)
	steps(3, "the other pin")
	p.toggle("suez")
	p.toggle("KZ")
	steps(5, "two closures in a row")
	p.goBack()
	if len(p.state.Scenario.Avoid) != 1 {
		t.Errorf("one step back shuts %v", p.state.Scenario.Avoid)
	}
	for range 4 {
		p.goBack()
	}
	if p.state.Query.From.Place != "sia" || p.state.Query.To.Place != "dui" {
		t.Errorf("all steps back is %+v", p.state.Query)
	}
}

func TestCombo(t *testing.T) {
	p := started(t)
	c := &p.from
	c.show("Xi'an")
	c.typed(p.words, "алм")
	if end, ok := c.take(); !ok || end.Place != "ala" {
		t.Errorf("took %+v", end)
	}
	c.show("Elsewhere") // an answer while someone types
	if c.text != "алм" {
		t.Errorf("the box was overwritten with %q", c.text)
	}
	c.leave()
	if c.text != "Elsewhere" {
		t.Errorf("the box holds %q after leaving", c.text)
	}
	c.recall(nil)
	if c.show("Astana"); c.text != "Astana" {
		t.Errorf("the box that has the focus holds %q after an undo", c.text)
	}
	c.typed(p.words, "43.25, 76.9")
	if end, ok := c.take(); !ok || end.At != (solver.LonLat{Lon: 76.9, Lat: 43.25}) {
		t.Errorf("took %+v", end)
	}
	c.typed(p.words, "nowhere")
	if _, ok := c.take(); ok {
		t.Error("took nothing for something")
	}
	for text, sure := range map[string]string{"алматы": "ala", "kz ala": "ala", "KZALA": "ala", "алм": "", "Xi": "", "43.25, 76.9": "", "": ""} {
		c.typed(p.words, text)
		if end, _ := c.left(p.words); end.Place != sure {
			t.Errorf("%q left behind is %+v, want %q", text, end, sure)
		}
	}
	c.typed(p.words, "Kazakh")
	if _, ok := c.take(); ok || len(c.found) != 1 {
		t.Errorf("of a country Enter takes %v of %v", ok, c.found)
	}
	if c.miss(p.words); !strings.Contains(p.missed(c), "“Kazakh” may mean: Almaty") {
		t.Errorf("of a country is told: %s", p.missed(c))
	}
	c.typed(p.words, "Kazakh")
	if c.move(1); c.found[c.at].ID != "ala" {
		t.Errorf("of a country %v is offered", c.found[c.at])
	}
	c.typed(p.words, strings.Repeat("nowhere", 100))
	if c.left(p.words); len(p.missed(c)) > 300 {
		t.Errorf("of a long text all is told: %s", p.missed(c))
	}
	c.typed(p.words, "алм")
	if c.left(p.words); c.text != "алм" || c.missed != "алм" || len(c.found) == 0 || c.found[0].ID != "ala" {
		t.Errorf("what is no place is left as %q, told %q with %v", c.text, c.missed, c.found)
	}
}

// A name that is like none is not answered with any, but with what can be typed.
func TestUnlikeAnyPlace(t *testing.T) {
	p := started(t)
	for text, want := range map[string]string{"Duisborg": "Duisburg", "Almaaty": "Almaty", "Atlantis": p.say.NoneAlike, "西雅图": p.say.NoneAlike} {
		p.from.typed(p.words, text)
		p.from.miss(p.words)
		if got := p.missed(&p.from); !strings.Contains(got, text) || !strings.Contains(got, want) {
			t.Errorf("%s is answered with %q, want %s", text, got, want)
		}
	}
}

// A point that is none is told as that, and stays in the box.
func TestPointBeyondTheGlobe(t *testing.T) {
	p := started(t)
	for _, text := range []string{"200,400", "N91 E10", "43,5; 181"} {
		p.from.typed(p.words, text)
		if _, ok := p.from.left(p.words); ok || p.from.text != text {
			t.Errorf("%s is taken, or the box holds %q", text, p.from.text)
		}
		if got := p.missed(&p.from); !strings.Contains(got, text) || !strings.Contains(got, "-90") || strings.Contains(got, p.say.NoneAlike) || !strings.Contains(markup(p), "from -180 to 180") {
			t.Errorf("%s is answered with %q", text, got)
		}
	}
	p.follow("#from=CNSIA&to=200,400")
	if !strings.Contains(markup(p), "is not a point: latitude") {
		t.Errorf("a link is answered with %v", p.ignored)
	}
}

// A place typed with its country is sure; with another it is offered.
func TestPlaceWithItsCountry(t *testing.T) {
	p := started(t)
	p.from.typed(p.words, "Almaty, Kazakhstan")
	if end, ok := p.from.sure(p.words); !ok || end.Place != "ala" {
		t.Errorf("Almaty is %v", end)
	}
	p.from.typed(p.words, "Duisburg (Kazakhstan)")
	if end, ok := p.from.left(p.words); ok {
		t.Errorf("Duisburg is %v", end)
	}
	if got := p.missed(&p.from); !strings.Contains(got, "Spelt most like it: Duisburg") {
		t.Errorf("Duisburg is answered with %s", got)
	}
	var country string
	for _, e := range NewService(tables(t)).Hello().Places {
		if e.ID == "sel" { // has no UN/LOCODE
			country = e.Country
		}
	}
	if country != "RU" {
		t.Errorf("the page is told that Selyatino is in %q", country)
	}
}

// A world that is supposed says who says so: its note, date and document.
func TestWorldTellsItsSource(t *testing.T) {
	p := started(t)
	p.unfold = true
	p.switches = []Switch{{ID: "red-sea-shut", Names: network.Names{EN: "Red Sea shut"}, Avoid: []string{"suez"}, Since: "2023-12",
		Known: Row{Status: "published", Date: "2026-01", Note: "lines go round the Cape", Sources: []Source{{"GLC: Red Sea", "https://example.org/red"}}}}}
	if strings.Contains(markup(p), "https://example.org/red") {
		t.Error("a world that is not supposed is told")
	}
	p.follow("#from=CNSIA&to=DEDUI&avoid=suez")
	for _, word := range []string{"lines go round the Cape", "Jan\u00a02026", "status published", "https://example.org/red"} {
		if !strings.Contains(markup(p), word) {
			t.Errorf("the world does not say %q", word)
		}
	}
}

// What is so by the newest source is told in sight where the first route, or the one picked, passes what is shut by it, else among the what-ifs.
func TestNewestIsToldWhereItMatters(t *testing.T) {
	p := started(t)
	p.switches = []Switch{{ID: "red-sea-shut", Names: network.Names{EN: "Red Sea shut"}, Avoid: []string{"suez"}, Since: "2023-12", Now: true}}
	p.answer(twoCards(1))
	told := func() int { return strings.Count(markup(p), "apply-newest") }
	if told() != 0 {
		t.Error("what no route passes is told in sight")
	}
	if p.unfold = true; told() != 1 {
		t.Error("the what-ifs do not offer what is so by the newest source")
	}
	reply := twoCards(1)
	reply.Cards[1].Gateways = []string{"Suez Canal"}
	p.answer(reply)
	if p.unfold = false; told() != 0 {
		t.Error("what only a lower route passes is told in sight")
	}
	p.state.Pick = 2
	if told() != 1 {
		t.Error("the route picked passes what is shut, and nothing in sight says so")
	}
	if p.unfold = true; told() != 1 {
		t.Errorf("it is told %d times, want once", told())
	}
	p.unfold = false
	p.turn(p.switches[0])
	if told() != 0 {
		t.Error("what is supposed already is offered")
	}
}

// Totals for several containers are so many times the figure beside them, as that is shown.
func TestTotalsAreOfShown(t *testing.T) {
	p := started(t)
	p.state.View.Boxes = 12
	for _, c := range []struct {
		card Card
		want string
	}{
		{Card{Cents: 304_649, Grams: 2_354_900}, "36,552 USD · 28.20 t"}, // 12 times 3,046 and 2.35
		{Card{Cents: 100_050, Grams: 57_400}, "12,012 USD · 684 kg"},
	} {
		if got := p.forAll(&c.card); !strings.Contains(got, c.want) {
			t.Errorf("%s and %s of one are %q of twelve, want %q", p.say.usd(c.card.Cents), p.say.tonnes(c.card.Grams), got, c.want)
		}
	}
}

// A route of which more than half rests on estimates says so on its card, and by how much where it is opened.
func TestEstimatesAreTold(t *testing.T) {
	p := started(t)
	p.answer(twoCards(1))
	text := markup(p)
	if !strings.Contains(text, "mostly estimates: days<") || strings.Count(text, "mostly estimates") != 1 || strings.Contains(text, "18\u00a0%") {
		t.Error("the second card alone should say that its days are mostly estimates, and not by how much")
	}
	p.pick(2)
	reply := twoCards(2)
	reply.LegsOf, reply.Legs = 2, []Leg{{Kind: "sea", What: "sea"}}
	p.answer(reply)
	if !strings.Contains(markup(p), "18\u00a0% of the price and 60\u00a0% of the days rest on estimates") {
		t.Error("the opened card does not say how much is estimated")
	}
}

// Names come over the wire as they were.
func TestEntriesComeOver(t *testing.T) {
	want := entries{{ID: "sia", Code: "CNSIA", Names: network.Names{EN: "Xi'an", RU: "Сиань", KK: "Сиань", ZH: "西安"}, Also: "Sian"}, {ID: "bls", Names: network.Names{EN: "Bolashak"}, Country: "KZ"}, {ID: "suez", Names: network.Names{EN: "Suez \"Canal\""}}}
	var got entries
	if err := json.Unmarshal([]byte(encode(t, want)), &got); err != nil || !slices.Equal(got, want) {
		t.Errorf("%v came over as %v, %v", want, got, err)
	}
	if err := json.Unmarshal([]byte(`"a\tb\n"`), &got); err == nil {
		t.Error("a short line came over")
	}
}

// Where neither end leads anywhere both are told, each with its way out, and said aloud; in Reach too.
func TestBothWrongEndsAreTold(t *testing.T) {
	net := tables(t)
	s := NewService(net)
	at := func(lat, lon float64) solver.End { return solver.End{At: solver.LonLat{Lon: lon, Lat: lat}} }
	sea, ocean, forest, sydney, malta, pyongyang := at(-40, -120), at(-45, 100), at(-10, -60), at(-33.8, 151.2), at(35.9, 14.4), at(39, 125.7)
	for _, ends := range [][2]solver.End{{sea, ocean}, {sea, forest}, {sea, sydney}, {malta, pyongyang}} {
		for _, light := range []bool{false, true} {
			p := started(t)
			p.state.View.Show = "reach"
			reply, _ := s.Answer(Ask{Seq: p.asker.seq, Light: light, Query: solver.Query{From: ends[0], To: ends[1]}, Show: "reach"})
			p.answer(reply)
			text := markup(p)
			for _, id := range []string{`id="nearest-from"`, `id="nearest-to"`} {
				if n := strings.Count(text, id); n != 1 {
					t.Errorf("%v, light %v: %s is there %d times", ends, light, id, n)
				}
			}
			for _, end := range []string{p.say.From, p.say.To} {
				if !light && !strings.Contains(p.spoken, end+": ") {
					t.Errorf("%v: nothing is said of %s: %q", ends, end, p.spoken)
				}
			}
		}
	}
	if reply, _ := s.Answer(Ask{Query: solver.Query{From: sea, To: Default.To}}); reply.Fault.Other != nil || len(reply.Unserved) > 0 {
		t.Errorf("of an end that is right is told %v, %v", reply.Fault.Other, reply.Unserved)
	}
}

// The published figures beside ours are as the site's file says, if it is of these tables, and worked out otherwise.
func TestHeldIsMadeWithTheSite(t *testing.T) {
	net := tables(t)
	file := func(version string) func(string) string {
		return func(string) string { return text(standing{version, []Held{{What: "of the file"}}, nil}) }
	}
	for what, fetch := range map[string]func(string) string{"a file": file(net.Version), "one of other tables": file("other"), "none": func(string) string { return "<!doctype html>" }} {
		s := NewService(net)
		s.fetch = fetch
		reply, _ := s.Answer(Ask{Query: Default, Show: "data"})
		if of := reply.Tables.Held[0].What == "of the file"; of != (what == "a file") {
			t.Errorf("with %s it says %q first of %d", what, reply.Tables.Held[0].What, len(reply.Tables.Held))
		}
	}
}
