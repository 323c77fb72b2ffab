package ask

import (
	"regexp"
	"slices"
	"time"
)

// sentenceEnd stands between the sentences of a text; a dot inside a word ends
// none.
var sentenceEnd = regexp.MustCompile(`[.!?;:]+(?:\s+|$)|\s+[-–—]+\s+|[。！？；：\n]+`)

// clauseEnd stands between the parts of a sentence.
var clauseEnd = regexp.MustCompile(`,\s+(?:so |and |but )?|，`)

// asking is how a sentence asks for somebody, or what somebody does.
var asking = regexp.MustCompile(`(?i)\bwho(?:m|se|ever|['’]s)?\b|谁|誰|哪[位个個]|\bwhat (?:is|are|does)\b|[管做干负責责]什么|\bis (?:she|he)\b|\bdo we have an?\b|\bhave we got an?\b|\bis there an?\b|有没有|有沒有`)

// A story is what a text tells before it asks.
type story struct {
	person  int64
	several []match // people, one of whom it speaks of
	one     *thing
	day     moment
}

// tale understands a text of several sentences by the only one that asks
// something, where the whole makes no sense: people tell a story first, and say
// thanks afterwards. The sentence has to name something or somebody of the
// company, or a role, or to point back at what the story names, because what is
// told may be of another field, and "who signs the contract?" is about that one
// then.
func (x *Index) tale(s *sentence, q Question) (Meaning, bool) {
	if q.told != nil || s.cues[instruct] || s.orders(q.Text) || s.stranger {
		return Meaning{}, false
	}
	if m, ok := x.onlyOne(q, sentenceEnd.FindAllStringIndex(q.Text, -1)); ok {
		return m, true
	}
	return x.lastPart(q)
}

// onlyOne understands a text by the only sentence of it that asks something.
func (x *Index) onlyOne(q Question, ends [][]int) (Meaning, bool) {
	var found Meaning
	from := 0
	for _, end := range append(ends, []int{len(q.Text), len(q.Text)}) {
		text, before := q.Text[from:end[0]], q.Text[:from]
		from = end[1]
		if len(ends) == 0 || !asking.MatchString(text) {
			continue
		}
		switch m := x.after(q, before, text); {
		case m.Intent == Unknown, m.Intent == Greeting, m.Intent == Thanks, m.Intent == Help:
		case found.Intent != "":
			return Meaning{}, false
		default:
			found = m
		}
	}
	return found, found.tells(true)
}

// lastPart understands a text by its last parts, as many as are needed to make
// sense, where those name something: "it broke again, so who handles payroll?"
func (x *Index) lastPart(q Question) (Meaning, bool) {
	ends := clauseEnd.FindAllStringIndex(q.Text, -1)
	for _, end := range ends[:min(len(ends), 4)] {
		text := q.Text[end[1]:]
		if !asking.MatchString(text) {
			break
		}
		if m := x.after(q, q.Text[:end[0]], text); m.tells(false) {
			return m, true
		}
	}
	return Meaning{}, false
}

// tells reports whether the meaning of a part of a text says enough to answer:
// it names something, or, where a role counts, asks for its holder.
func (m Meaning) tells(role bool) bool {
	named := m.Agreement != "" || m.Service != "" || m.Party != "" || m.Person != 0 || len(m.Candidates) > 0
	holder := role && len(m.Roles) > 0 && len(m.Clauses) == 0
	return m.Intent != "" && m.Intent != Unknown && (named || holder)
}

// after understands a part of a text, after what was told before it.
func (x *Index) after(q Question, before, text string) Meaning {
	told := x.toldIn(before, q.Now)
	if q.Agreement == "" && told.one != nil && told.one.agreement != nil {
		q.Agreement = told.one.id
	}
	q.Text, q.told = text, &told
	return x.Understand(q)
}

// toldIn finds the only thing and the only person that a story names in full, or
// the people of whom it says a surname.
func (x *Index) toldIn(text string, now time.Time) story {
	s := x.read(Question{Text: text, Now: now})
	defer x.wipe(s)
	x.look(s)
	told := story{person: s.person, day: s.day}
	people, things := x.fullyNamed(s)
	if th, code := x.code(s); !code.empty() {
		things = []match{{thing: th}}
	}
	if people = longest(people); len(people) == 1 && told.person == 0 {
		told.person = x.things[people[0].thing].person
	}
	told.one = x.onlyOf(things)
	for i := range s.units {
		if i > 0 && s.units[i-1].text == "姓" && told.person == 0 {
			told.several = closest(x.rank(s, one(i), func(t *thing) bool { return t.kind == personKind }))
		}
	}
	return told
}

// fullyNamed gives the people and the things of which the whole name is said.
func (x *Index) fullyNamed(s *sentence) (people, things []match) {
	for _, i := range s.heard {
		t := &x.things[i]
		m := match{thing: i, share: 1, recall: x.recall(s, t), mask: and(s.masks[i], s.contentMask())}
		switch {
		case m.recall <= inAll || m.mask.empty():
		case t.kind == personKind:
			people = append(people, m)
		default:
			things = append(things, m)
		}
	}
	return people, things
}

// onlyThing gives the only thing of which the whole name is said, or nil.
func (x *Index) onlyThing(s *sentence) *thing {
	_, things := x.fullyNamed(s)
	return x.onlyOf(things)
}

func (x *Index) onlyOf(things []match) *thing {
	if things = longest(things); len(things) != 1 {
		return nil
	}
	return &x.things[things[0].thing]
}

// takeDay takes the day of the story where the sentence asks for that one: "she
// is off in August, who replaces her then?"
func (s *sentence) takeDay(told *story, asked Intent) {
	if told != nil && s.day.at.IsZero() && (asked == Cover || s.says("then", "届时", "到时", "那时")) {
		s.day = told.day
	}
}

// takePerson takes the person whom a pronoun of the sentence stands for from the
// story before it.
func (s *sentence) takePerson(told *story) {
	if told != nil && told.person != 0 && s.person == 0 && s.says("she", "he", "her", "him", "his", "他", "她") {
		s.person = told.person
	}
}

// takeTold takes what the story before a sentence names, where that names
// nothing itself and points back: "who deals with our contract with them?"
func (n *naming) takeTold(s *sentence, told *story) {
	switch {
	case told == nil || !n.nobody():
	case told.speaksOf(s):
		n.several, n.unknown = told.several, false
	case told.one != nil && !n.unknown && (s.cues[here] || s.says("them", "they", "us", "我们", "他们")):
		n.one = told.one
	}
}

// speaksOf reports whether a pronoun of the sentence stands for one of several
// people of the story.
func (told *story) speaksOf(s *sentence) bool {
	return told != nil && len(told.several) > 0 && s.says("他", "她")
}

// says reports whether one of the words is in the sentence, or begins a word of
// two Han characters.
func (s *sentence) says(words ...string) bool {
	for i, u := range s.units {
		said := u.text
		if slices.Contains(words, said) {
			return true
		}
		if u.han && i+1 < len(s.units) && slices.Contains(words, said+s.units[i+1].text) {
			return true
		}
	}
	return false
}
