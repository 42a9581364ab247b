package page

import (
	"encoding/json"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"zhol/app/link"
)

// speak changes the language of the whole page: the panel, the map, and the names in the next answer.
func (p *Page) speak(code string) {
	if code == p.say.Code {
		return
	}
	w, err := LoadWords(code)
	if err != nil {
		return
	}
	p.say = w
	p.from.label, p.to.label = w.From, w.To
	if words, err := json.Marshal(w.Map); err == nil {
		language(code, w.Dir, string(words))
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

// languages draws the choice of a language, each named in itself.
func (p *Page) languages() app.UI {
	return app.Label().Class("language").Body(
		app.Span().Class("unseen").Text(p.say.Language),
		app.Select().ID("language").OnChange(func(ctx app.Context, _ app.Event) {
			code := ctx.JSSrc().Get("value").String()
			p.look("lang", func(v *link.View) { v.Lang = code })
			p.speak(code)
			p.ask(false)
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
