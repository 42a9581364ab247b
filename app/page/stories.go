package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Story is a question worth asking, ready to be asked.
type Story struct {
	ID   string // of its words
	Link string
	// Before is asked first, to be told against; empty for most.
	Before string
}

// Stories are the questions offered to those who have none yet.
var Stories = []Story{
	{ID: "lianyungang", Link: "from=CNLYG&to=KZALA"},
	{ID: "chongqing", Link: "from=CNCKG&to=DEDUI"},
	{ID: "urumqi-khorgos", Link: "from=CNURM&to=KZAST&via=khorgos"},
	{ID: "urumqi-alataw", Link: "from=CNURM&to=KZAST&via=dostyk"},
	{ID: "hormuz-open", Link: "from=CNSIA&to=AEJEA"},
	{ID: "hormuz-shut", Link: "from=CNSIA&to=AEJEA&avoid=hormuz"},
	{ID: "then", Link: "from=CNSIA&to=TRMER&kz=1", Before: "from=CNSIA&to=TRMER&avoid=after-2016&kz=1"},
}

// stories draws them: a title each, and a sentence on the one that is told.
func (p *Page) stories() app.UI {
	if p.words == nil {
		return app.Details().Class("stories").Hidden(true)
	}
	// What is folded is made when it is unfolded: there is less to do before the first answer is shown.
	return app.Details().Class("stories").OnToggle(func(app.Context, app.Event) { p.storied = true }).Body(
		app.Summary().Text(p.say.Stories),
		app.If(p.storied, func() app.UI { return p.storyList() }),
	)
}

func (p *Page) storyList() app.UI {
	return app.Ul().Body(app.Range(Stories).Slice(func(i int) app.UI {
		s := Stories[i]
		told := p.say.StoryList[s.ID]
		return app.Li().Body(
			app.Button().ID("story-"+s.ID).Type("button").OnClick(func(ctx app.Context, _ app.Event) {
				p.tell(s)
				fold := ctx.JSSrc().Call("closest", "details")
				fold.Set("open", false)
				fold.Get("firstElementChild").Call("focus")
				ctx.Defer(func(app.Context) { scrollTo(".results", "start") })
			}).Body(
				app.Span().Class("title").Text(told.Title), app.Span().Class("text").Text(told.Text),
			),
		)
	}))
}

// tell asks the question of a story, in the language and the view that are on.
func (p *Page) tell(s Story) {
	p.leave("story")
	p.telling = ""
	if s.Before != "" {
		p.read(s.Before)
		p.telling = s.Link
	} else {
		p.read(s.Link)
	}
	p.told = p.say.StoryList[s.ID].Text
	p.note("story")
}

// read enters the state of a link, in the language that is on.
func (p *Page) read(text string) {
	state, _ := p.words.Parse(text)
	state.View.Lang = p.state.View.Lang
	p.enter(state)
}

// tellOn asks the second question of a story once the first is answered: the change is told as of any other world.
func (p *Page) tellOn() {
	next, told := p.telling, p.told
	p.telling = ""
	p.leave("told")
	p.read(next)
	p.told = told
	p.note("told")
}
