package ask_test

import (
	"math/rand/v2"
	"testing"
	"unicode/utf8"

	"steward/ask"
)

// FuzzUnderstand finds no text that breaks the index, and no candidate or name
// that the directory does not have.
func FuzzUnderstand(f *testing.F) {
	for _, q := range largeQuestions {
		f.Add(q)
	}
	for _, q := range []string{"", "<@U001>", "<@>", "<!channel>", ":wave:", "\xff\xfe", "谁", "'", "SLA－ORION－HR", "é́́", "﷽", "<@U001|x> 2026-03-03 3月3日"} {
		f.Add(q)
	}
	d := company()
	x := ask.NewIndex(d)
	f.Fuzz(func(t *testing.T, text string) {
		m := x.Understand(ask.Question{Text: text, Asker: 6})
		switch {
		case m.Agreement != "" && d.Agreement(m.Agreement) == nil,
			m.Service != "" && d.Service(m.Service) == nil,
			m.Party != "" && d.Party(m.Party) == nil,
			m.Person != 0 && d.Person(m.Person) == nil:
			t.Errorf("%q names what is not there: %+v", text, m)
		case len(m.Candidates) > 5 || (m.Intent == ask.AskBack) != (len(m.Candidates) > 0):
			t.Errorf("%q asks back badly: %+v", text, m)
		case m.Confidence < 0 || m.Confidence > 1:
			t.Errorf("%q has confidence %v", text, m.Confidence)
		case m.Intent == ask.Who && len(m.Roles) == 0:
			t.Errorf("%q is answered by no role", text)
		}
	})
}

// Words made of random letters and characters get no answer.
func TestNoiseIsUnknown(t *testing.T) {
	x := ask.NewIndex(company())
	r := rand.New(rand.NewPCG(1, 2))
	letters := []rune("bcdfgjkqvwxzßøж")
	han := []rune("鑫淼焱垚犇羴猋骉聶轟龘靐齉")
	for range 2000 {
		var text []rune
		for range 1 + r.IntN(6) {
			from := letters
			if r.IntN(3) == 0 {
				from = han
			}
			for range 5 + r.IntN(6) {
				text = append(text, from[r.IntN(len(from))])
			}
			text = append(text, ' ')
		}
		if m := x.Understand(ask.Question{Text: string(text)}); m.Intent != ask.Unknown {
			t.Errorf("%q is understood as %+v", string(text), m)
		}
	}
	if !utf8.ValidString(string(letters)) {
		t.Fatal("the letters are not text")
	}
}
