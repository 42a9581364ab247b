package page

import (
	"encoding/json"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
)

// speak changes the language of the whole page: the panel, the map, and the names in the next answer. Words that are not at
// hand are sent for, and spoken when they come.
func (p *Page) speak(code string) {
	p.awaited = ""
	if code == p.say.Code {
		return
	}
	w := learned[code]
	if w == nil {
		p.awaited = code
		call("words", code)
		return
	}
	p.say = w
	p.from.label, p.to.label = w.From, w.To
	if p.words != nil {
		p.words.Call(w.Names)
	}
	if words, err := json.Marshal(w.Map); err == nil {
		names, _ := json.Marshal(w.Names)
		language(code, w.Dir, string(words), string(names))
	}
}

// hearWords takes the words of a language, and speaks it if that is awaited.
func (p *Page) hearWords(code, text string) {
	if _, err := Learn(code, text); err != nil || p.awaited != code {
		return
	}
	p.speak(code)
	p.showEnds()
	p.ask(false)
}

// missWords says that the words of a language have not come: the page goes on in the one that it speaks, and so does the
// address where the language was chosen here.
func (p *Page) missWords(code string) {
	if p.awaited != code {
		return
	}
	p.awaited = ""
	p.told = fmt.Sprintf(p.say.Wordless, spoken[code])
	setField("language", p.say.Code)
	if p.chosen == code {
		p.state.View.Lang, p.chosen = p.say.Code, p.say.Code
		p.keepLanguage()
	}
}

// languageOf is the language to speak: the link's, else the first of those the reader prefers, else English.
func languageOf(v link.View, preferred []string) string {
	if v.Lang != "" {
		return v.Lang
	}
	for _, code := range preferred {
		if own := known(code); own != "" {
			return own
		}
	}
	return Languages[0]
}

// chooseLanguage speaks a language from now on: that is no step of what has been asked.
func (p *Page) chooseLanguage(code string) {
	p.state.View.Lang, p.chosen, p.changed = code, code, ""
	p.keepLanguage()
	p.drawCharts()
	p.speak(code)
	p.ask(false)
}

// keepLanguage writes the language over the address of the step that is looked at.
func (p *Page) keepLanguage() {
	if p.words != nil {
		p.history.over(p.words.Format(p.state))
	}
}

// languages draws the choice of a language, each named in itself.
func (p *Page) languages() app.UI {
	return app.Label().Class("language").DataSet("short", shortly[p.say.Code]).Body(
		app.Span().Class("unseen").Text(p.say.Language),
		app.Select().ID("language").OnChange(func(ctx app.Context, _ app.Event) {
			code := ctx.JSSrc().Get("value").String()
			p.chooseLanguage(code)
		}).Body(app.Range(Languages).Slice(func(i int) app.UI {
			name := Languages[i]
			if w, ok := spoken[name]; ok {
				name = w
			}
			return app.Option().Value(Languages[i]).Lang(Languages[i]).Selected(Languages[i] == p.say.Code).Text(name)
		})),
	)
}

// spoken is what each language calls itself.
var spoken = map[string]string{"en": "English", "ru": "Русский", "kk": "Қазақша", "zh": "中文", "id": "Bahasa Indonesia", "ar": "العربية"}

// shortly is the same where there is little room.
var shortly = map[string]string{"en": "EN", "ru": "РУС", "kk": "ҚАЗ", "zh": "中文", "id": "ID", "ar": "عربي"}
