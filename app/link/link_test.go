package link

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"zhol/solver"
	"zhol/solver/network"
	"zhol/solver/tariff"
)

// words is a miniature of the world, with the traps: a shared UN/LOCODE, an id that is another's code, native names.
func words() *Words {
	return NewWords([]Entry{
		{ID: "xia", Code: "CNSIA", Names: network.Names{EN: "Xi'an", RU: "Сиань", KK: "Сиань", ZH: "西安"}},
		{ID: "dui", Code: "DEDUI", Names: network.Names{EN: "Duisburg", RU: "Дуйсбург", KK: "Дуйсбург", ZH: "杜伊斯堡"}},
		{ID: "khg_dp", Code: "CNHRG", Names: network.Names{EN: "Khorgos (dry port)", RU: "Хоргос", KK: "Қорғас", ZH: "霍尔果斯"}},
		{ID: "khg_cn", Code: "CNHRG", Names: network.Names{EN: "Khorgos station", RU: "Хоргос станция", KK: "Қорғас бекеті", ZH: "霍尔果斯站"}},
		{ID: "alt", Code: "", Names: network.Names{EN: "Altynkol", RU: "Алтынколь", KK: "Алтынкөл", ZH: "阿腾科里"}},
		{ID: "mal", Code: "PLMAL", Names: network.Names{EN: "Małaszewicze", RU: "Малашевиче", KK: "Малашевиче", ZH: "马拉舍维奇"}},
	}, []Entry{
		{ID: "KZ", Names: network.Names{EN: "Kazakhstan", RU: "Казахстан", KK: "Қазақстан", ZH: "哈萨克斯坦"}},
		{ID: "RU", Names: network.Names{EN: "Russia", RU: "Россия", KK: "Ресей", ZH: "俄罗斯"}},
		{ID: "suez", Names: network.Names{EN: "Suez Canal"}},
		{ID: "khorgos", Names: network.Names{EN: "Khorgos / Altynkol"}},
	}, []string{"2023-08", "2024-06", "2025-11"})
}

func TestParse(t *testing.T) {
	w := words()
	s, ignored := w.Parse("#from=CNSIA&to=51.43,6.77&via=khorgos,KZ&avoid=suez&kz=1&market=2024-06&value=50000&carbon=80&max=10&order=p90&pick=2")
	if len(ignored) != 0 {
		t.Fatalf("ignored %v", ignored)
	}
	want := State{
		Query: solver.Query{From: solver.End{Place: "xia"}, To: solver.End{At: solver.LonLat{Lon: 6.77, Lat: 51.43}},
			Via: []string{"khorgos", "KZ"}, ThroughKazakhstan: true, Max: 10, Order: "p90"},
		Scenario: solver.Scenario{Market: "2024-06", Avoid: []string{"suez"}, CargoValue: 50000, CarbonPrice: 80},
		Pick:     2,
	}
	if !s.Equal(want) {
		t.Fatalf("read %+v", s)
	}
	if got := w.Format(s); got != "from=CNSIA&to=51.4300,6.7700&via=khorgos,KZ&avoid=suez&kz=1&market=2024-06&value=50000&carbon=80&max=10&order=p90&pick=2" {
		t.Fatalf("wrote %s", got)
	}
}

// A damaged link keeps what is right and tells the rest, in order.
func TestDamaged(t *testing.T) {
	w := words()
	s, ignored := w.Parse("#from=Atlantis&to=%D2%9A%D0%BE%D1%80%D2%93%D0%B0%D1%81&colour=red&avoid=suez,mordor,suez&market=1999-01&value=-3&to=xia&kz=yes&carbon=%zz&max=3")
	if s.Query.To.Place != "khg_dp" || s.Query.Max != 3 || len(s.Scenario.Avoid) != 1 || Set(s.Query.From) {
		t.Errorf("kept %+v", s)
	}
	var fields []string
	for _, i := range ignored {
		fields = append(fields, i.Field)
		if !slices.Contains(Faults, i.Fault) {
			t.Errorf("no fault in %+v", i)
		}
	}
	if got := strings.Join(fields, " "); got != "from colour avoid avoid market value to kz carbon" {
		t.Errorf("ignored %s", got)
	}
}

// Kazakhstan counts among what is asked to be passed, in whatever order the link says so, and once.
func TestTooMuchToPass(t *testing.T) {
	w := words()
	eight := "via=xia,dui,khg_dp,khg_cn,alt,mal,RU,khorgos"
	for _, text := range []string{eight + "&kz=1", "kz=1&" + eight} {
		s, ignored := w.Parse(text)
		if s.Query.ThroughKazakhstan || len(s.Query.Via) != solver.MostVias || len(ignored) != 1 || ignored[0].Field != "kz" || ignored[0].Fault != "many" {
			t.Errorf("%s kept %+v, ignoring %v", text, s.Query, ignored)
		}
	}
	if s, ignored := w.Parse("via=xia,dui,khg_dp,khg_cn,alt,mal,RU,KZ&kz=1"); len(ignored) != 0 || !s.Query.ThroughKazakhstan || Asked(s.Query) != 8 {
		t.Errorf("Kazakhstan twice is %+v, ignoring %v", s.Query, ignored)
	}
}

// A link that was cut off within a letter, or has what nobody types, is told as damaged, and answered with no name: what is left of it may
// be the beginning of any.
func TestCutOffWithinALetter(t *testing.T) {
	w := words()
	for text, value := range map[string]string{
		"to=%E5%25A": "\uFFFD%A", "to=%E5a": "\uFFFDa", "to=al%E5": "al\uFFFD", "to=%D0%A1%D0%B8%D0%B0%D0%BD%D1%8C%D0": "Сиань\uFFFD", "to=%00a%01": "\x00a\x01", "to=\uFFFDuisburg": "\uFFFDuisburg", "to=%D0%A1%D0%B8%D0%B0%D0%BD%25D": "Сиан%D",
		"to=%E5%A": "%E5%A", "via=xia,%E5%A": "xia,%E5%A", "via=xia,kz%E5": "kz\uFFFD", "avoid=suez%01": "suez\x01", "via=Duisbur%25D": "Duisbur%D",
	} {
		if _, ignored := w.Parse(text); len(ignored) != 1 || ignored[0].Fault != "unreadable" || ignored[0].Value != value {
			t.Errorf("%s ignores %+v, want %q unreadable", text, ignored, value)
		}
	}
	for _, text := range []string{"to=a", "to=a%20-", "to=7x", "to=7x7", "to=123", "to=%21%21%21"} {
		if _, ignored := w.Parse(text); len(ignored) != 1 || ignored[0].Fault != "place" {
			t.Errorf("%s ignores %+v, want no place", text, ignored)
		}
	}
	for _, text := range []string{"to=43.25%0976.95", "to=xia%0A", "to=%E2%81%A8xia%E2%81%A9"} {
		if s, ignored := w.Parse(text); len(ignored) > 0 || !Set(s.Query.To) {
			t.Errorf("%s reads %+v, ignoring %+v", text, s, ignored)
		}
	}
}

// What is wrong with a number is said as it is.
func TestReasons(t *testing.T) {
	w := words()
	for text, want := range map[string]string{
		"pick=99": "number 1 40", "pick=0": "number 1 40", "max=0": "number 1 40", "value=-1": "number 0 ", "customs=1000": "number 0 120", "compare=1,1": "named", "compare=x": "number 1 40",
		"compare=1,2,3,4": "ranks 3", "via=khorgoz": "meant Khorgos", "avoid=Duisborg": "meant Duisburg", "via=qqqqqqqq": "feature", "from=Duisborg": "meant Duisburg", "from=DEFRA": "meant Duisburg",
		"via=xya": "feature", "via=UK": "feature", "avoid=kzz": "feature", "from=xya": "place", "from=isb": "place", "from=d": "place", "from=西": "meant Xi'an", "from=duis": "meant Duisburg", "from=port": "meant Khorgos (dry port)", "to=200,400": "point", "to=N91 E10": "point", "to=-90.1;7": "point", "to=0,0": "place", "via=xianz": "meant Xi'an", "via=Xa'in": "meant Xi'an", "avoid=西女": "meant Xi'an",
	} {
		if _, ignored := w.Parse(text); len(ignored) != 1 || !strings.HasPrefix(ignored[0].Fault+" "+strings.Join(ignored[0].Than, " "), want) {
			t.Errorf("%s ignores %v, want %q", text, ignored, want)
		}
	}
}

func TestNear(t *testing.T) {
	w := words()
	for text, want := range map[string]string{"Duisborg": "dui", "Altinkol": "alt", "DEFRA": "dui", "CNXXX": "xia", "Малашевичи": "mal", "Кхоргос": "khg_dp"} {
		if near := w.Near(text, 2); len(near) == 0 || near[0].ID != want {
			t.Errorf("%q is near %v, want %s first", text, near, want)
		}
	}
	for _, text := range []string{"Atlantis", "Mordor", "Delhi", "Timbuktu", "Я", "qq", "\uFFFDа", "Duisbur\xd0", "Duisbur\x01", "x7", "777"} {
		if near := w.Near(text, 2); len(near) > 0 {
			t.Errorf("%q is like nothing, and %v are offered", text, near)
		}
	}
}

// A UN/LOCODE that two places share leads back to the first; the second is written by its id.
func TestSharedCode(t *testing.T) {
	w := words()
	for _, id := range []string{"khg_dp", "khg_cn", "alt", "xia"} {
		if p, ok := w.Place(w.Code(id)); !ok || p.ID != id {
			t.Errorf("%s is written %s, which reads as %s", id, w.Code(id), p.ID)
		}
	}
	if w.Code("khg_cn") != "khg_cn" || w.Code("khg_dp") != "CNHRG" {
		t.Errorf("codes %s and %s", w.Code("khg_cn"), w.Code("khg_dp"))
	}
}

func TestFind(t *testing.T) {
	w := words()
	for text, want := range map[string]string{
		"xian": "xia", "XI'AN": "xia", "cnsia": "xia", "西": "xia", "Қорғас": "khg_dp", "霍尔果斯": "khg_dp", "хорг": "khg_dp",
		"malasz": "mal", "station": "khg_cn", "burg": "dui", "khorgos s": "khg_cn",
		"cn sia": "xia", "CN SIA": "xia", "Коргас": "khg_dp", "Хоргос\u0301": "khg_dp",
	} {
		if found := w.Find(text, 5); len(found) == 0 || found[0].ID != want {
			t.Errorf("%q found %v, want %s first", text, found, want)
		}
	}
	for text, want := range map[string]string{"Казахстан": "KZALA", "哈萨克斯坦": "KZALA", "kaz": "KZALA", "kz": "KZALA", "qaz": "", "ka": "", "Kazakhstani": ""} {
		found := NewWords([]Entry{{ID: "ala", Code: "KZALA"}, {ID: "mow", Code: "RUMOW"}}, w.Features, nil).Find(text, 5)
		if len(found) != min(1, len(want)) || want != "" && found[0].Code != want {
			t.Errorf("of the country %q found %v, want %q", text, found, want)
		}
	}
	for text, want := range map[string]string{"khorgos": "khg_dp", "Khorgos station": "khg_cn", "xi'an": "xia", "Хорг": "", "": "", "KZ": ""} {
		if e, ok := w.Called(text); e.ID != want || ok != (want != "") {
			t.Errorf("called %q is %v, want %q", text, e, want)
		}
	}
	for text, want := range map[string]bool{"KZ": true, "Казахстан": true, "Kaz": true, "Kh": false, "CNSIA": false, "Atlantis": false} {
		if w.Country(text) != want {
			t.Errorf("that %q is a country is %v", text, !want)
		}
	}
	w.Call(map[string]string{"xia": "شيآن", "nowhere": "لا مكان"})
	if found := w.Find("شيآ", 5); len(found) != 1 || found[0].ID != "xia" {
		t.Errorf("by a name of another language found %v", found)
	}
	for _, text := range []string{"شيان", "شيأن", "شِيَان", "شـيان"} {
		if found := w.Find(text, 5); len(found) != 1 || found[0].ID != "xia" {
			t.Errorf("spelt %s found %v", text, found)
		}
	}
	w.Call(nil)
	if found := w.Find("شيآ", 5); found != nil {
		t.Errorf("by a name that is no more found %v", found)
	}
	if found := w.Find("   ", 5); found != nil {
		t.Errorf("nothing found %v", found)
	}
	if found := w.Find("a", 2); len(found) != 2 {
		t.Errorf("asked for two, found %v", found)
	}
}

// A place is found with its country after it, in any language, and with no other.
func TestFindWithCountry(t *testing.T) {
	net, err := solver.Load()
	if err != nil {
		t.Fatal(err)
	}
	w := WordsOf(net, nil)
	w.Call(map[string]string{"tas": "طشقند", "UZ": "أوزبكستان", "DE": "Jerman"})
	for text, want := range map[string]string{
		"Tashkent, Uzbekistan": "tas", "tashkent,uz": "tas", "Tashkent (Uzbekistan)": "tas", "Tashkent (Chukursay), Uzbekistan": "tas", "Ташкент, Узбекистан": "tas", "Ташкент (Өзбекстан)": "tas", "塔什干，乌兹别克斯坦": "tas", "塔什干（乌兹别克斯坦）": "tas", "طشقند، أوزبكستان": "tas",
		"Duisburg, Jerman": "dui", "Xi'an, China": "sia", "UZTAS, Uzbekistan": "tas", "Mumbai, India": "nsa", "Moscow (Selyatino), Russia": "sel",
	} {
		if e, ok := w.Called(text); !ok || e.ID != want {
			t.Errorf("called %s is %v, want %s", text, e, want)
		}
		if found := w.Find(text, 3); len(found) == 0 || found[0].ID != want {
			t.Errorf("%s found %v, want %s first", text, found, want)
		}
	}
	for _, text := range []string{"Tashkent, Germany", "Tashkent (Germany)", "طشقند، Jerman", "London, UK"} {
		if e, ok := w.Called(text); ok {
			t.Errorf("called %s is %v", text, e)
		}
		if found := w.Find(text, 3); len(found) > 0 {
			t.Errorf("%s found %v", text, found)
		}
		if near := w.Near(text, 1); len(near) != 1 || near[0].ID != "tas" && near[0].ID != "lon" {
			t.Errorf("%s is near %v", text, near)
		}
	}
	for _, text := range []string{"Tashkent, U", "Tashk, Uzb", "Ташкент (Узб"} { // while it is typed
		if _, ok := w.Called(text); ok {
			t.Errorf("%s is sure", text)
		}
		if found := w.Find(text, 3); len(found) == 0 || found[0].ID != "tas" {
			t.Errorf("%s found %v", text, found)
		}
	}
	if near := w.Near("Taskent, Uzbekistan", 1); len(near) != 1 || near[0].ID != "tas" {
		t.Errorf("Taskent is near %v", near)
	}
	if e, ok := w.Called("Istanbul, TR"); ok {
		t.Errorf("of two terminals %v is sure", e)
	}
	if found := w.Find("Istanbul, TR", 3); len(found) != 2 {
		t.Errorf("in Istanbul are %v", found)
	}
	for _, text := range []string{", UZ", "UZ, UZ", "Uzbekistan (UZ)"} {
		if e, ok := w.Called(text); ok {
			t.Errorf("called %s is %v", text, e)
		}
	}
	s, ignored := w.Parse("from=Tashkent (Chukursay), Uzbekistan&to=Almaty, KZ&via=Ташкент (UZ)")
	if s.Query.From.Place != "tas" || s.Query.To.Place != "ala" || !slices.Equal(s.Query.Via, []string{"tas"}) || len(ignored) > 0 {
		t.Errorf("a link reads %+v, ignoring %v", s.Query, ignored)
	}
	if _, ignored := w.Parse("from=Tashkent, Germany"); len(ignored) != 1 || ignored[0].Fault != FaultMeant || ignored[0].Meant.ID != "tas" {
		t.Errorf("a link ignores %v", ignored)
	}
}

// anyState draws a state that a page can be in.
func anyState(r *rand.Rand, w *Words) State {
	end := func() solver.End {
		switch r.IntN(4) {
		case 0:
			return solver.End{}
		case 1:
			return solver.End{At: Round(solver.LonLat{Lon: r.Float64()*360 - 180, Lat: r.Float64()*180 - 90})}
		}
		return solver.End{Place: w.Places[r.IntN(len(w.Places))].ID}
	}
	list := func() []string {
		var out []string
		for _, i := range r.Perm(len(w.Features))[:r.IntN(len(w.Features))] {
			out = append(out, w.Features[i].ID)
		}
		for _, i := range r.Perm(len(w.Places))[:r.IntN(3)] {
			out = append(out, w.Places[i].ID)
		}
		return out
	}
	s := State{
		Query: solver.Query{From: end(), To: end(), Via: list(), ThroughKazakhstan: r.IntN(2) == 0, Max: r.IntN(maxRoutes + 1), Slack: r.IntN(solver.MostSlack + 1)},
		Scenario: solver.Scenario{Avoid: list(), CargoValue: r.IntN(maxValue), CarbonPrice: r.IntN(maxCarbon),
			Cargo: solver.Cargo{Kind: solver.CargoKind(r.IntN(len(solver.CargoKinds))), Twenty: r.IntN(2) == 0, Tonnes: r.IntN(solver.MostTonnes() + 1)}},
	}
	if Asked(s.Query) > maxVias {
		s.Query.ThroughKazakhstan = false
	}
	if r.IntN(2) == 0 {
		s.Scenario.Market = w.Markets[r.IntN(len(w.Markets))]
	}
	for _, of := range []string{"sea", w.Places[0].ID, "rail"}[:r.IntN(4)] {
		s.Scenario.Levels = append(s.Scenario.Levels, solver.Level{Of: of, Thousandths: r.IntN(solver.MostLevel + 1)})
	}
	if r.IntN(2) == 0 {
		s.Pick = 2 + r.IntN(maxRoutes-1)
	}
	some := func() bool { return r.IntN(2) == 0 }
	one := func(list []string) string { // the first is the default, and not written
		if i := r.IntN(len(list)); i > 0 {
			return list[i]
		}
		return ""
	}
	s.Query.Order = one(append([]string{""}, slices.DeleteFunc(slices.Clone(solver.Orders), func(o string) bool { return o == solver.OrderCost })...))
	c := &s.Scenario
	c.Wagons, c.SecondTrack, c.NoSubsidy, c.Planned = some(), some(), some(), some()
	c.Month, c.FasterBorders = r.IntN(tariff.MostMonth+1), r.IntN(tariff.MostBorderHours+1)
	s.View = View{Lang: one(append([]string{""}, w.Languages...)), Show: one(Shows), Sort: one(Sorts), By: one(Bys), Over: one(append(slices.Clone(Overs), w.Places[1].ID)), Embed: some(), OnlyKZ: some()}
	if some() {
		s.View.Boxes = 2 + r.IntN(MostBoxes-1)
	}
	for range r.IntN(MostCompared + 1) {
		if rank := 1 + r.IntN(maxRoutes); !slices.Contains(s.View.Compare, rank) {
			s.View.Compare = append(s.View.Compare, rank)
		}
	}
	slices.Sort(s.View.Compare)
	return s
}

func TestRoundTrip(t *testing.T) {
	w := words()
	w.Languages = []string{"en", "kk"}
	for seed := range uint64(5000) {
		s := anyState(rand.New(rand.NewPCG(seed, 7)), w)
		text := w.Format(s)
		got, ignored := w.Parse("#" + text)
		if len(ignored) != 0 || !got.Equal(s) {
			t.Fatalf("seed %d: %+v was written %q and read %+v, ignoring %v", seed, s, text, got, ignored)
		}
	}
}

// Whatever is read is written canonically: reading and writing it again changes nothing and ignores nothing.
func FuzzParse(f *testing.F) {
	w := words()
	for _, seed := range []string{
		"#from=CNSIA&to=DEDUI", "from=51.4,6.7&to=Қорғас", "avoid=suez,RU,%F0%9F%98%80&via=,,", "via=xia,dui,khg_dp,khg_cn,alt,mal,RU,khorgos&kz=1", "from=43°15'N 76°57'E", "#from=0,0&to=-0.00001,180", "pick=1&kz=0&max=00",
		"#from=%ff&%zz=1&&=&from==", "to=90,-180&to=NaN,3", "value=9999999999999999999",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, _ := w.Parse(text)
		once := w.Format(s)
		again, ignored := w.Parse(once)
		if len(ignored) != 0 || !again.Equal(s) || w.Format(again) != once {
			t.Fatalf("%q reads %+v, is written %q, reads %+v, ignoring %v", text, s, once, again, ignored)
		}
	})
}

// Every part of a view, the kind of train and the hours saved come back as they were; what is wrong is told and left out.
func TestViewRoundTrip(t *testing.T) {
	w := words()
	w.Languages = []string{"en", "kk"}
	for _, text := range []string{
		"from=CNSIA&to=DEDUI&cargo=reefer&box=20&tonnes=12&train=wagons&customs=8&tracks=2&subsidy=off&lines=planned&view=charts&sort=days&only=kz&compare=1,3&lang=kk",
		"from=CNSIA&to=DEDUI&cargo=reefer&box=20&tonnes=12&train=wagons&customs=8&tracks=2&subsidy=off&view=reach&by=usd&sort=days&only=kz&compare=1,3&boxes=12&embed=1&lang=kk",
		"from=CNSIA&to=DEDUI&avoid=suez&view=data",
		"from=CNSIA&to=DEDUI&view=charts&over=sea",
		"from=CNSIA&to=DEDUI&view=charts&over=alt",
		"from=CNSIA&to=DEDUI&avoid=suez,after-2022",
	} {
		s, ignored := w.Parse(text)
		if got := w.Format(s); got != text || len(ignored) > 0 {
			t.Errorf("%s comes back as %s, without %v", text, got, ignored)
		}
	}
	s, ignored := w.Parse("view=moon&sort=taste&over=rainbow&by=colour&only=ru&embed=yes&boxes=1000&compare=0,2,2,x&lang=xx&train=maglev&customs=-1&cargo=gold&box=30&tonnes=99&tracks=3&subsidy=on&lines=open")
	if len(ignored) != 19 {
		t.Errorf("ignored %d parts: %v", len(ignored), ignored)
	}
	if !s.Equal(State{View: View{Compare: []int{2}}}) {
		t.Errorf("kept %+v", s)
	}
}
