package page

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
	"zhol/solver"
)

// Page is the panel beside the map: ends, what-ifs and the ranked routes. It is the one component that updates; the map
// stands outside it and is never rendered again.
type Page struct {
	app.Compo

	say       *Words
	words     *link.Words // nil until the worker has said hello
	state     link.State
	asker     asker
	data      string // version of the tables
	switches  []Switch
	today     int    // the newest year of the tables
	table     string // of the data, whose figures are shown
	reply     Reply
	open      int // rank of the opened card; 0 for none
	opened    Reply
	along     *Card // while other questions are asked, the route that was opened before them, to be found again
	ignored   []link.Ignored
	broken    string
	spoken    string // what the live region says
	told      string // what a button did
	from      combo
	to        combo
	dwell     combo // of the place whose dwell is to be set
	history   history
	menu      menu
	undo      undo
	hand      hand
	save      func(name, text string)
	held      bool            // a pin is in the hand
	dragged   bool            // and has been moved
	gripped   link.State      // before a pin was taken in hand, to go back to
	grasped   *Card           // the route that was followed then
	showed    int             // and the card that was open
	steps     undo            // then
	telling   string          // the second question of the story that is told
	sharing   bool            // the ways to hand the question on are shown
	copying   string          // what to say once something is copied
	awaited   string          // the language whose words are on their way
	chosen    string          // the language last chosen, on the page or by a link
	unfold    bool            // the what-ifs are shown
	wrong     map[string]bool // the number fields that hold what is no answer
	rated     bool            // the own rates are shown
	helped    bool            // the help has been asked for
	storied   bool            // the stories have been unfolded
	printing  bool            // as soon as the legs of the opened route are there
	stand     string          // on a phone: how high the sheet stands, one of stands; empty for the middle
	axis      string          // of the bar of an opened route
	hinted    map[string]int  // how often each hint of the opened route was pressed
	before    Reply           // the last answer that was not of a moving pin
	asked     link.State      // of what
	changed   string          // what another world has done to the list
	rounds    int             // rises with each drawing of the page
	drawn     []*drawing      // the cards of the list, as last drawn
	first     int             // of them, those from here on are in sight while a pin is in the hand
	after     int             // and those from here on are not
	redraw    func()          // draws the page anew
	drawMore  func()          // and that once the browser has drawn what it has now
	rehearsed string          // the pin and the question for whose drag the worker was made ready last
}

// New is the page as it starts.
func New() *Page {
	p := &Page{say: English, redraw: func() {}, drawMore: func() {}, save: saveText, hand: hand{wanted: make(chan []rehearsed, 1), missed: make(chan Ask, 1), draw: func() {}}}
	p.from = combo{id: "from", label: p.say.From}
	p.to = combo{id: "to", label: p.say.To}
	p.dwell = combo{id: "dwell-at", places: true}
	return p
}

// Default is the question of an empty link: the one the corridor is best known for.
var Default = solver.Query{From: solver.End{Place: "sia"}, To: solver.End{Place: "dui"}}

// complete takes the ends that a question lacks from the default, and names their fields. Where that would make both the same place, it takes
// the default's other end.
func complete(q *solver.Query) (lacking []string) {
	ends := []struct {
		field     string
		is, usual *solver.End
	}{{"from", &q.From, &Default.From}, {"to", &q.To, &Default.To}}
	for i, end := range ends {
		if !link.Set(*end.is) {
			if *end.is = *end.usual; q.From == q.To {
				*end.is = *ends[1-i].usual
			}
			lacking = append(lacking, end.field)
		}
	}
	return lacking
}

// tell adds what else was left out of a link.
func tell(ignored []link.Ignored, field, value, fault string, than ...string) []link.Ignored {
	return append(ignored, link.Ignored{Field: field, Value: value, Fault: fault, Than: than})
}

// dropEnds drops the stops that are ends too, where all routes are anyway, and returns them.
func dropEnds(q *solver.Query) (dropped []string) {
	for _, id := range []string{q.From.Place, q.To.Place} {
		if slices.Contains(q.Via, id) {
			q.Via, dropped = without(q.Via, id), append(dropped, id)
		}
	}
	return dropped
}

// OnMount joins the page to the worker, the map and the address bar.
func (p *Page) OnMount(ctx app.Context) { p.listen(ctx) }

// hear takes a message of the worker's.
func (p *Page) hear(kind, text string) {
	switch kind {
	case "hello":
		var hello Hello
		if err := json.Unmarshal([]byte(text), &hello); err != nil {
			p.broken = err.Error()
			return
		}
		p.words = link.NewWords(hello.Places, hello.Features, hello.Markets)
		p.words.Languages = Languages
		renewed := p.data != "" && p.data != hello.Data
		p.data, p.switches, p.today = hello.Data, hello.Switches, hello.Year
		p.follow(hash())
		if renewed {
			p.ask(false) // what was told so far was of other tables
		}
	case "answer":
		var reply Reply
		if err := json.Unmarshal([]byte(text), &reply); err != nil {
			p.broken = err.Error()
			return
		}
		p.answer(reply)
	case "wordless":
		p.missWords(text)
	case "broken":
		p.broken = text
	}
}

// follow reads the state from an address: at the start, and when someone edits it.
func (p *Page) follow(hash string) {
	p.turnTo(hash, "")
	p.chosen = p.state.View.Lang
}

// comeBack reads the state from an address that the page has written: on Back and Forward. A language that has been chosen
// since stays, as it is no step.
func (p *Page) comeBack(hash string) { p.turnTo(hash, p.chosen) }

// turnTo takes the state from an address, in a language where one is named.
func (p *Page) turnTo(hash, lang string) {
	if p.words == nil {
		return
	}
	state, ignored := p.words.Parse(hash)
	if lang != "" {
		state.View.Lang = lang
	}
	asks := !state.SameQuestion(link.State{}) || mentions(ignored, "from") || mentions(ignored, "to")
	for _, field := range complete(&state.Query) {
		needed := field == "from" || state.View.Show != "reach" || mentions(ignored, field)
		if asks && needed { // a link of a look alone lacks nothing, and one of Reach no destination
			ignored = tell(ignored, field, "", link.FaultUsual)
		}
	}
	for _, id := range dropEnds(&state.Query) {
		ignored = tell(ignored, "via", p.words.Code(id), link.FaultEnd)
	}
	if p.reply.Seq > 0 && state.Equal(p.state) {
		p.ignored = ignored // an address edited into one that says no more than the last
		return
	}
	if p.reply.Seq > 0 {
		p.undo.came(p.state, state)
	}
	p.enter(state)
	if p.open > 0 {
		show(cardSelector(p.open, true))
	}
	p.ignored = ignored
	text := p.words.Format(state)
	p.history.saw(text)
	if lang != "" && text != strings.TrimPrefix(hash, "#") {
		p.history.over(text)
	}
}

// enter makes a state the page's own and asks its question.
func (p *Page) enter(s link.State) {
	p.state, p.ignored, p.told, p.changed, p.open, p.along = s, nil, "", "", 0, nil
	if !s.View.Embed {
		p.open = s.Pick
	}
	p.forget()
	p.speak(languageOf(s.View, preferred()))
	if !p.held { // under a pin in the hand the map stays where it is
		moved()
	}
	p.showEnds()
	p.ask(false)
}

// leave keeps the state that a change leads away from; changes of one kind within a moment are left once.
func (p *Page) leave(kind string) {
	if !p.history.sameStep(kind, time.Now()) {
		p.undo.left(p.state)
	}
}

// note writes the state into the address.
func (p *Page) note(kind string) {
	p.history.write(p.words.Format(p.state), kind, false, time.Now())
}

// look changes how the answer is looked at.
func (p *Page) look(kind string, edit func(*link.View)) {
	p.leave(kind)
	edit(&p.state.View)
	p.note(kind)
	p.drawCharts()
}

func mentions(ignored []link.Ignored, field string) bool {
	for _, i := range ignored {
		if i.Field == field {
			return true
		}
	}
	return false
}

// change makes a new question of the state, asks it, and puts it into the address. Changes of one kind within a moment
// are one step of Back.
func (p *Page) change(kind string, light bool, edit func(*link.State)) {
	before := p.state
	edit(&p.state)
	dropEnds(&p.state.Query)
	if p.state.SameQuestion(before) && light == p.asker.lightLast() {
		if kind == pinDrag && !light {
			p.note(kind) // the drag is over, though words that came meanwhile have had its last question asked
		}
		return
	}
	if full := p.full(); full != "" {
		p.state, p.told = before, full
		return
	}
	now := p.state
	p.state = before
	p.leave(kind)
	p.state = now
	if listed := p.before.Cards; p.along == nil && 1 < p.open && p.open <= len(listed) && before.SameQuestion(p.asked) {
		p.along = &listed[p.open-1]
		if p.opened.LegsOf != p.open {
			p.opened = Reply{} // the legs of another
		}
	}
	if p.along == nil {
		p.open = min(p.open, 1)
	}
	p.state.Pick, p.state.View.Compare, p.told, p.changed, p.telling = 0, nil, "", "", ""
	p.ignored = nil
	p.ask(light)
	p.history.write(p.words.Format(p.state), kind, light, time.Now())
}

// full says why the state holds more than a link may, which is what a question may; empty if it does not.
func (p *Page) full() string {
	switch {
	case link.Asked(p.state.Query) > solver.MostVias:
		return fmt.Sprintf(p.say.ViasFull, solver.MostVias)
	case len(p.state.Scenario.Avoid) > solver.MostAvoided:
		return fmt.Sprintf(p.say.ClosuresFull, solver.MostAvoided)
	}
	return ""
}

// ask sends the state to the worker.
func (p *Page) ask(light bool) {
	ask := p.question()
	if ask.Light = light; light {
		ask.Along = nil // the page finds it by itself
		if p.answerHere(ask) {
			return
		}
	}
	p.asker.ask(ask, post, p.picked())
}

// answerHere answers a question of a pin in the hand in this thread, if that is soon done.
func (p *Page) answerHere(ask Ask) bool {
	ask.Seq = p.asker.seq + 1
	reply, picture, ok := p.hand.answer(ask)
	if ok {
		p.asker.own(ask)
		showHere(ask.Seq, picture, p.picked())
		p.tellOf(reply, true)
	}
	return ok
}

// question is what the state asks the worker.
func (p *Page) question() Ask {
	v := p.state.View
	return Ask{Query: p.state.Query, Scenario: p.state.Scenario, Open: p.open, Along: p.along, Compare: v.Compare, Lang: p.say.Code, Show: v.Show, By: v.By, Over: v.Over, Table: p.table}
}

// export asks for what is shown as CSV, which is saved when it comes: the places of Reach, or else the routes.
func (p *Page) export() {
	if !p.savable() {
		return
	}
	ask := p.question()
	ask.Export, ask.Link, ask.Boxes = true, pageAddress(), int(p.boxes())
	p.asker.ask(ask, post, p.picked())
}

// savable tells whether what is shown has anything to save.
func (p *Page) savable() bool {
	if p.showing() == "reach" {
		return len(p.reply.Reach) > 0
	}
	return len(p.reply.Cards) > 0
}

func (p *Page) picked() int {
	if p.along != nil {
		return max(1, p.open)
	}
	return max(1, p.state.Pick)
}

// answer takes what the worker found. It is shown unless something newer is; what was to be saved is saved.
func (p *Page) answer(reply Reply) {
	settled := p.asker.heard(reply.Seq, post)
	if reply.CSV != "" {
		name := "zhol.csv"
		if len(reply.Reach) > 0 {
			name = "zhol-reach.csv"
		}
		p.save(name, reply.CSV)
		reply.CSV = ""
	}
	if reply.Seq >= p.reply.Seq {
		p.tellOf(reply, settled)
	}
}

// tellOf shows an answer, which may be to the newest question.
func (p *Page) tellOf(reply Reply, settled bool) {
	p.reply = reply
	if reply.Light {
		p.first, p.after = inSight()
	}
	if reply.LegsOf > 0 {
		p.opened, p.hinted = reply, map[string]int{}
	}
	if p.along != nil {
		p.goAlong(settled)
	}
	p.showEnds()
	if p.printing && reply.LegsOf > 0 {
		p.printing = false
		printPage()
	}
	if settled && !reply.Light {
		p.dropBeyond()
		if p.open > len(reply.Cards) {
			p.open = 0
		}
		if reply.LegsOf == 0 || !p.state.SameQuestion(p.asked) {
			p.spoken = p.sentence()
		}
		if p.showing() == "reach" && reply.Fault == nil && !p.nothingReached() {
			p.spoken = p.beats()
		}
		if !p.state.SameQuestion(p.asked) {
			p.changed = p.changeOf(&p.before, &reply)
			p.spoken = strings.TrimSpace(p.spoken + " " + p.changed)
		}
		p.before, p.asked = reply, p.state
		p.ready()
		p.drawCharts()
		if p.telling != "" {
			p.tellOn()
		}
	}
}

// goAlong opens and picks the route that was opened before the question changed, where it is listed now. The list of a moving pin may
// be without it, and then nothing is open until it is there again. Where the whole one is, the worker has told the legs of the first.
func (p *Page) goAlong(settled bool) {
	settled = settled && !p.reply.Light
	before, rank := p.picked(), again(p.reply.Cards, p.along)
	switch {
	case settled:
		rank = p.reply.LegsOf
	case p.reply.LegsOf > 0 && p.reply.LegsOf != rank:
		p.opened = Reply{} // the legs of another
	case len(p.opened.Legs) > 0:
		p.opened.LegsOf = rank
	}
	if p.open = rank; p.picked() != before {
		showPicked(p.picked())
	}
	if !settled {
		return
	}
	if p.along = nil; rank > 1 {
		p.state.Pick = rank
		p.history.over(p.words.Format(p.state))
	}
}

// dropBeyond tells of the ranks of a link that the list does not reach, and drops them: the first route is picked instead.
func (p *Page) dropBeyond() {
	if len(p.reply.Cards) == 0 {
		return // that no route is left is told already
	}
	told := len(p.ignored)
	v := &p.state.View
	if p.beyond("pick", p.state.Pick) {
		p.state.Pick = 0
		showPicked(1)
	}
	within := 0
	for _, rank := range v.Compare {
		if !p.beyond("compare", rank) {
			within++
		}
	}
	v.Compare = v.Compare[:within] // ranks are in order
	if len(p.ignored) > told {
		p.history.over(p.words.Format(p.state))
	}
}

// beyond tells whether the list does not reach a rank, and says so.
func (p *Page) beyond(field string, rank int) bool {
	most := len(p.reply.Cards)
	if rank <= most {
		return false
	}
	p.ignored = tell(p.ignored, field, strconv.Itoa(rank), link.FaultBeyond, strconv.Itoa(most))
	return true
}

// sentence says an answer for those who do not see it.
func (p *Page) sentence() string {
	r := &p.reply
	switch {
	case r.Fault != nil || len(r.Unserved) > 0:
		var told []string
		for f := r.Fault; f != nil; f = f.Other {
			told = append(told, p.faultText(f))
		}
		for i := range r.Unserved {
			told = append(told, p.unservedText(&r.Unserved[i]))
		}
		if r.Fault != nil {
			return strings.Join(told, " ")
		}
		return p.say.join("stop", p.say.NoRoute, strings.Join(told, " "))
	case len(r.Cards) == 0:
		return p.say.NoRoute
	}
	best := r.Cards[0]
	return p.say.join("stop", p.say.join("colon", r.From.Name+" – "+r.To.Name, strings.TrimSuffix(p.count(), ".")), p.sayCard(&best))
}

// sayCard says a route for those who do not see it.
func (p *Page) sayCard(c *Card) string {
	takes := p.say.join("comma", fmt.Sprintf(p.say.SomeDays, p.say.days(c.P50)), p.say.usd(c.Cents)+" "+p.say.Money)
	return p.say.join("colon", p.say.rank(c.Rank), takes) + strings.TrimSpace(of(p.say.Marks, "stop"))
}

// pick marks a route, on the map and in the list, and opens its card; the map stays where it is. Picking the open one
// closes it.
func (p *Page) pick(rank int) {
	if rank < 1 || rank > len(p.reply.Cards) {
		return
	}
	before := p.picked()
	p.along = nil
	if p.open == rank {
		if p.open = 0; p.picked() != before {
			showPicked(p.picked())
		}
		return
	}
	p.open = rank
	p.state.Pick = 0
	if rank > 1 {
		p.state.Pick = rank
	}
	showPicked(rank)
	p.history.write(p.words.Format(p.state), "pick", false, time.Now())
	p.ask(false)
}

// drag takes a movement of a pin: "start", "drag", "end", "back" where it is let go by Escape, "key", or "held" where a key is held.
func (p *Page) drag(which string, at solver.LonLat, phase string) {
	if phase == "start" {
		p.settle("from", "to")
	}
	if phase == "start" || phase == "end" || phase == "back" {
		p.held = phase == "start"
		p.hand.held = p.held
	}
	if p.words == nil || phase == "start" {
		p.dragged, p.gripped, p.steps = false, p.state, p.undo
		p.grasped, p.showed = p.along, p.open
		if p.words != nil && phase == "start" {
			p.hand.take(p.but(which))
		}
		return
	}
	if (phase == "end" || phase == "back") && !p.dragged {
		p.ready() // for what has changed meanwhile
		return    // gripped and let go
	}
	end := solver.End{At: link.Round(at)}
	if phase == "drag" && *p.end(&p.state, which) == end {
		return // browsers tell of moves that are none
	}
	p.dragged = phase == "drag"
	kind := pinDrag
	switch phase {
	case "back":
		if p.history.kind == kind { // nothing else has been done meanwhile
			made := !p.history.waits
			if p.putBack(); made {
				stepBack()
			}
			return
		}
		end = *p.end(&p.gripped, which)
	case "held":
		p.history.held(time.Now())
		fallthrough
	case "key":
		kind = pinKey + which
	}
	waited := p.history.waits
	p.change(kind, phase == "drag", func(s *link.State) { *p.end(s, which) = end })
	if phase == "end" && waited && p.state.Equal(p.gripped) {
		p.undo = p.steps // let go where it was taken: no step
	}
}

// putBack has all as it was before a pin was taken in hand.
func (p *Page) putBack() {
	p.state, p.undo = p.gripped, p.steps
	p.along, p.open = p.grasped, p.showed
	p.history.saw(p.words.Format(p.state))
	p.ask(false)
}

// rest has the address name where a pin is held still.
func (p *Page) rest() {
	if !p.held || !p.dragged || p.history.kind != pinDrag {
		return
	}
	if text := p.words.Format(p.state); text != p.history.text {
		p.history.over(text)
	}
}

// near has worker and page rehearse the drag of a pin as soon as the mouse is at it, once for each question.
func (p *Page) near(which string) {
	if p.words == nil || p.held {
		return
	}
	if is := which + " " + p.words.Format(p.state); is != p.rehearsed {
		p.rehearsed = is
		next := p.but(which)
		rehearse(next.ask, which)
		p.hand.near(next, p.but(opposite(which)))
	}
}

// ready has the page ready for a drag of either pin, which a finger takes without a warning. Where nothing is ranked none is answered.
func (p *Page) ready() {
	if p.words == nil || p.showing() == "reach" || p.showing() == "data" {
		return
	}
	p.hand.begin()
	if !p.held {
		p.hand.near(p.but("origin"), p.but("destination"))
	}
}

// opposite is the other pin.
func opposite(which string) string {
	if which == "origin" {
		return "destination"
	}
	return "origin"
}

// end is the end of a state that a pin or a combobox stands for.
func (p *Page) end(s *link.State, which string) *solver.End {
	if which == "origin" || which == "from" {
		return &s.Query.From
	}
	return &s.Query.To
}

// showEnds writes the names of the ends into the comboboxes, unless someone is typing there.
func (p *Page) showEnds() {
	for c, found := range map[*combo]Located{&p.from: p.reply.From, &p.to: p.reply.To} {
		if p.reply.Seq < c.asked {
			found = Located{} // of another end
		}
		was, end := c.text, *p.end(&p.state, c.id)
		name := p.endText(end, found)
		if c.missed != "" && c.of == end {
			c.shown = name // in another language, it may be
		}
		c.of = end
		if c.show(name); c.text != was {
			rename(c.id, c.text)
		}
		c.snap = p.snapText(found)
	}
}

func (p *Page) endText(e solver.End, found Located) string {
	if e.Place != "" {
		if place, ok := p.words.Place(e.Place); ok {
			return p.say.entry(place)
		}
		return e.Place
	}
	if p.reply.Fault == nil && found.Name != "" {
		return found.Name
	}
	return p.say.point(e.At)
}

func (p *Page) snapText(l Located) string {
	if p.reply.Fault != nil {
		return ""
	}
	var snapped, terminal string
	if l.SnapKm >= leastSnapKm {
		snapped = fmt.Sprintf(p.say.Snapped, p.say.write(l.SnapKm, 0, false))
	}
	if l.Terminal != "" {
		terminal = fmt.Sprintf(p.say.Terminal, p.say.write(l.TerminalKm, 0, false), l.Terminal)
	}
	return p.say.join("semicolon", snapped, terminal)
}

// leastSnapKm is the shortest snap worth a word.
const leastSnapKm = 1

// Render draws the panel.
func (p *Page) Render() app.UI {
	p.rounds++
	if p.showing() != link.Shows[0] && !p.state.View.Embed {
		p.drawn = nil // there is no list
	}
	stand := p.standing()
	if p.state.View.Embed && p.words != nil {
		return app.Main().ID("panel").Class("panel "+stand+" embed").Body(
			p.notices(), p.standsNow(), p.embedded(), p.help(), app.P().Class("unseen").Aria("live", "polite").Role("status").Text(p.spoken),
		)
	}
	return app.Main().ID("panel").Class("panel "+stand).Body(
		app.Button().ID("sheet").Type("button").Class("grip").Aria("expanded", stand == standFull).Aria("label", p.say.Sheet).
			OnClick(func(app.Context, app.Event) { p.tap() }),
		p.header(),
		p.corner(),
		p.ends(),
		p.world(),
		p.notices(),
		app.Div().Class("folds").Body(p.stories(), p.whatIf(), p.share()),
		p.standsNow(),
		p.views(),
		p.under(),
		app.P().Class("changed").Hidden(p.changed == "").Text(p.changed), // in sight in any view; it is the status that says it aloud
		p.footer(),
		p.menuUI(),
		p.help(),
		app.P().Class("unseen").Aria("live", "polite").Role("status").Text(p.spoken),
	)
}

// How high the sheet can stand on a small screen.
const (
	standPeek = "peek"
	standHalf = "half"
	standFull = "full"
)

func (p *Page) standing() string {
	if p.stand == "" {
		return standHalf
	}
	return p.stand
}

// tap raises the sheet, or brings it back from the top.
func (p *Page) tap() {
	if p.standing() == standHalf {
		p.stand = standFull
	} else {
		p.stand = standHalf
	}
}

func (p *Page) header() app.UI {
	return app.Header().Class("brand").Body(
		app.H1().Body(app.Text("Zhol"), app.Span().Lang("kk").Class("native").Text("жол")),
		app.P().Text(p.say.Tagline),
	)
}

// world says for paper in which world the question is asked: on the screen the what-ifs say so.
func (p *Page) world() app.UI {
	text := ""
	if p.words != nil {
		text = p.say.join("colon", p.say.WhatIf, cmp.Or(p.isSet(), p.say.AsUsual))
	}
	return app.P().Class("world").Text(text)
}

// print prints the page, with the legs of the route picked where nothing else has been chosen to be read.
func (p *Page) print() {
	if p.open > 0 || len(p.reply.Cards) == 0 || p.showing() != link.Shows[0] || len(p.reply.Compared) > 1 {
		printPage()
		return
	}
	p.printing = true
	p.pick(p.picked())
}

// tables names the version of the figures: the same link on the same tables gives the same answer.
func (p *Page) tables() string {
	if p.data == "" {
		return ""
	}
	return fmt.Sprintf(p.say.Tables, p.data)
}

// per says what prices are for.
func (p *Page) per() string {
	if p.state.Scenario.Cargo.Twenty {
		return p.say.PerTEU
	}
	return p.say.Per
}

func (p *Page) footer() app.UI {
	return app.Footer().Class("footer").Body(
		app.P().Text(p.per()), app.P().Text(p.tables()),
		app.Button().ID("print").Type("button").Class("button").Title(p.say.PrintHelp).Text(p.say.Print).OnClick(func(app.Context, app.Event) { p.print() }),
		app.Button().ID("export").Type("button").Class("button").Aria("disabled", !p.savable()).Text(p.say.Export).OnClick(func(app.Context, app.Event) { p.export() }),
		app.Button().ID("show-help").Type("button").Class("button").Text(p.say.Help).OnClick(func(app.Context, app.Event) { p.showHelp() }),
		app.Div().ID("qr").Class("qr").Aria("hidden", true),
		app.Div().ID("address").Class("address").Aria("hidden", true),
	)
}
