package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Story is a question worth asking, ready to be asked.
type Story struct {
	ID   string // of its words
	Link string
}

// Stories are the questions offered to those who have none yet.
var Stories = []Story{
	{"lianyungang", "from=CNLYG&to=KZALA"},
	{"chongqing", "from=CNCKG&to=DEDUI"},
	{"urumqi", "from=CNURM&to=KZAST"},
	{"hormuz-open", "from=CNSIA&to=AEJEA"},
	{"hormuz-shut", "from=CNSIA&to=AEJEA&avoid=hormuz"},
	{"then", "from=CNSIA&to=DEDUI&avoid=after-2016"},
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
			app.Button().ID("story-"+s.ID).Type("button").OnClick(func(app.Context, app.Event) { p.tell(s) }).Body(
				app.Span().Class("title").Text(told.Title), app.Span().Class("text").Text(told.Text),
			),
		)
	}))
}

// tell asks the question of a story, in the language and the view that are on.
func (p *Page) tell(s Story) {
	state, _ := p.words.Parse(s.Link)
	state.View.Lang = p.state.View.Lang
	p.leave("story")
	p.enter(state)
	p.told = p.say.StoryList[s.ID].Text
	p.note("story")
}
