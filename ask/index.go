package ask

import (
	"math"
	"strings"
	"sync"

	"steward/slm"
)

// An Index finds what questions name in one version of the directory. It is
// built in a fraction of a second, so that it is built anew after every change,
// and never changed, so that it may be shared.
type Index struct {
	dir       *slm.Directory
	lex       *lexicon
	senses    *classifier
	things    []thing
	words     map[string]int32 // word or pair of Han characters -> its place below
	posts     [][]int32        // the things that have the word
	rarity    []float64        // from near 0, everywhere, to 1, in one place
	typos     *typos           // of the longer words
	typoAt    []int32          // place in typos -> place of the word
	codes     map[string]int32 // name written as one word -> thing
	exact     map[string]int32 // code of an agreement written as one word -> thing
	short     map[string]int32 // the same without the kind in front
	ourselves map[string]bool  // the words of the company's own name that are in no other
	own       map[string]bool  // the stems of all words of that name
	tricky    map[string][]trick
	spelt     map[string]string // Han character -> pinyin; used while building only
	sheets    sync.Pool         // of *sheet
	lessons   map[string]*slm.Lesson
	extras    []extra
	titles    []title // of the added roles
	// For clauses of added roles; empty if there are none.
	ofFour      map[string]wording
	clausesWith map[string]int // notion -> how many clauses have it
	groupsWith  map[int]int    // group of the thesaurus -> how many clauses have one of it
}

// A thing is what a question may name.
type thing struct {
	place     int32 // in the index
	kind      string
	id        string
	person    int64
	agreement *slm.Agreement
	names     [][]int32 // each name as the places of its words
	related   []int32   // of an agreement: its services, provider and consumer
	relates   []int32   // of those: the agreements
}

// A trick is a name that holds words which mean something in a question as
// well, such as the team "Service Review Board".
type trick struct {
	units []unit
	thing int32
}

// prepared is the lexicon, which is the same for every directory.
var prepared = sync.OnceValue(func() *lexicon { return newLexicon(wants, named, deeds, paraphrases, qualities, ordinary) })

// NewIndex makes the index of a directory, which must not change any more.
func NewIndex(d *slm.Directory) *Index {
	x := &Index{
		dir:     d,
		lex:     prepared(),
		senses:  sensible(),
		words:   map[string]int32{},
		codes:   map[string]int32{},
		exact:   map[string]int32{},
		short:   map[string]int32{},
		own:     map[string]bool{},
		tricky:  map[string][]trick{},
		spelt:   map[string]string{},
		things:  make([]thing, 0, len(d.Services)+len(d.Parties)+len(d.Agreements)+len(d.People)),
		lessons: lessonsOf(d),
	}
	at := map[string]int32{}
	for i := range d.Services {
		s := &d.Services[i]
		t := x.add(thing{kind: serviceKind, id: s.Code})
		at[serviceKind+s.Code] = t
		x.name(t, append([]string{s.Code, s.Name.EN, s.Name.ZH}, s.Aliases...)...)
		x.spell(t, append([]string{s.Name.ZH}, s.Aliases...)...)
	}
	for i := range d.Parties {
		p := &d.Parties[i]
		t := x.add(thing{kind: partyKind, id: p.Code})
		at[partyKind+p.Code] = t
		x.name(t, p.Code, p.Name.EN, p.Name.ZH)
		x.spell(t, p.Name.ZH)
	}
	x.addAgreements(at)
	x.addPeople()
	x.weigh()
	x.addExtras()
	x.ourselves = x.ownName()
	for _, u := range units(d.Name.EN) {
		x.own[stem(u.text)] = !glue[u.text]
	}
	return x
}

func (x *Index) addAgreements(at map[string]int32) {
	for i := range x.dir.Agreements {
		a := &x.dir.Agreements[i]
		t := thing{kind: agreementKind, id: a.Code, agreement: a}
		for _, code := range a.Services {
			if s, ok := at[serviceKind+code]; ok {
				t.related = append(t.related, s)
			}
		}
		for _, code := range []string{a.Provider, a.Consumer} {
			if p, ok := at[partyKind+code]; ok {
				t.related = append(t.related, p)
			}
		}
		at := x.add(t)
		for _, r := range t.related {
			x.things[r].relates = append(x.things[r].relates, at)
		}
		x.name(at, a.Code, a.Title.EN, a.Title.ZH)
		x.exact[squeeze(units(a.Code))] = at
	}
	x.shorten()
}

// shorten lets agreements be found by their codes without the kind in front:
// "wage people" for SLA-WAGE-PEOPLE. What is short for two of them is none.
func (x *Index) shorten() {
	short := map[string]int32{}
	for i := range x.things {
		t := &x.things[i]
		if t.agreement == nil {
			continue
		}
		us := units(t.id)
		if len(us) < 3 || us[0].text != strings.ToLower(string(t.agreement.Kind)) {
			continue
		}
		if name := squeeze(us[1:]); short[name] == 0 {
			short[name] = t.place + 1
		} else {
			short[name] = -1
		}
	}
	for name, place := range short {
		if place > 0 {
			x.short[name] = place - 1
		}
	}
}

func (x *Index) addPeople() {
	for i := range x.dir.People {
		p := &x.dir.People[i]
		t := x.add(thing{kind: personKind, id: p.Email, person: p.ID})
		local, _, _ := strings.Cut(p.Email, "@")
		x.name(t, p.Name.EN, p.Name.ZH, local)
		x.spell(t, p.Name.ZH)
		x.spellPerson(t, p.Name.ZH)
		if p.Called != p.Name.EN && p.Called != p.Name.ZH {
			x.name(t, p.Called)
			x.spell(t, p.Called)
			x.spellPerson(t, p.Called)
		}
	}
}

func (x *Index) add(t thing) int32 {
	t.place = int32(len(x.things))
	x.things = append(x.things, t)
	return t.place
}

// name gives the thing names to be found by.
func (x *Index) name(t int32, names ...string) {
	for _, name := range names {
		us := units(name)
		if len(us) == 0 {
			continue
		}
		x.codes[squeeze(us)] = t
		var places []int32
		for _, word := range pieces(us) {
			places = append(places, x.post(word, t))
		}
		if len(places) > 0 {
			x.things[t].names = append(x.things[t].names, places)
		}
		if x.things[t].kind != agreementKind && x.things[t].kind != personKind {
			x.trick(us, t)
		}
	}
}

// trick keeps a name of several units in which the lexicon finds a meaning.
func (x *Index) trick(us []unit, t int32) {
	if len(us) < 2 {
		return
	}
	if hits := x.lex.find(us, make([]bool, len(us))); len(hits) > 0 {
		x.tricky[us[0].text] = append(x.tricky[us[0].text], trick{us, t})
	}
}

// ownName gives the words of the company's name that name nothing else: "who at
// Acme" asks for nothing that is called Acme.
func (x *Index) ownName() map[string]bool {
	own := map[string]bool{}
	for _, u := range units(x.dir.Name.EN) {
		if _, named := x.words[u.text]; !named {
			own[u.text] = true
		}
	}
	return own
}

// atHome reports whether the unit only says that something is at the company, as
// in "who at the university", although names have that word as well.
func (x *Index) atHome(s *sentence, i int) bool {
	if i < 2 || s.units[i].han || !x.own[stem(s.units[i].text)] || i+1 < len(s.units) && s.content[i+1] && !s.units[i+1].gap {
		return false
	}
	switch s.units[i-1].text {
	case "the", "our", "this", "your":
	default:
		return false
	}
	switch s.units[i-2].text {
	case "at", "in", "within", "inside", "across":
		return true
	}
	return false
}

// post notes that the thing has the word and gives the word's place.
func (x *Index) post(word string, t int32) int32 {
	w, ok := x.words[word]
	if !ok {
		w = int32(len(x.posts))
		x.words[word] = w
		x.posts = append(x.posts, nil)
	}
	if p := x.posts[w]; len(p) == 0 || p[len(p)-1] != t {
		x.posts[w] = append(p, t)
	}
	return w
}

// weigh says how rare each word is, and gets the longer ones ready for
// misspellings.
func (x *Index) weigh() {
	n := math.Log(2 + float64(len(x.things)))
	x.rarity = make([]float64, len(x.posts))
	var long []string
	for word, w := range x.words {
		x.rarity[w] = math.Log(1+float64(len(x.things))/float64(len(x.posts[w]))) / n
		if len(word) >= 4 && word[0] < 0x80 {
			long = append(long, word)
			x.typoAt = append(x.typoAt, w)
		}
	}
	x.typos = newTypos(long)
}

// pieces cuts units into what is indexed: words, and pairs of neighbouring Han
// characters (a single one where it stands alone). Words such as "of" are left
// out.
func pieces(us []unit) []string {
	var out []string
	for i, u := range us {
		switch {
		case !u.han && !glue[u.text]:
			out = append(out, u.text)
		case u.han && i+1 < len(us) && us[i+1].han:
			out = append(out, u.text+us[i+1].text)
		case u.han && (i == 0 || !us[i-1].han):
			out = append(out, u.text)
		}
	}
	return out
}

// glue are the words that hold names together and identify none.
var glue = map[string]bool{
	"a": true, "an": true, "the": true, "of": true, "for": true, "to": true, "in": true, "on": true,
	"at": true, "by": true, "with": true, "from": true, "and": true, "or": true, "is": true, "as": true,
}
