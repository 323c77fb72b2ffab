package ask

import "regexp"

// sentenceEnd stands between the sentences of a text; a dot inside a word ends
// none.
var sentenceEnd = regexp.MustCompile(`[.!?;:]+(?:\s+|$)|\s+[-–—]+\s+|[。！？；：\n]+`)

// asking is how a sentence asks for somebody.
var asking = regexp.MustCompile(`(?i)\bwho(?:m|se|['’]s)?\b|\bdo we have an?\b|\bhave we got an?\b|\bis there an?\b|谁|誰|哪[位个個]|有没有|有沒有`)

// tale understands a text of several sentences by the only one that asks
// something, where the whole makes no sense: people tell a story first, and say
// thanks afterwards. The sentence has to name something or somebody of the
// company, or a role, because what is told beside it may be of another field,
// and "who signs the contract?" is about that one then.
func (x *Index) tale(s *sentence, q Question) (Meaning, bool) {
	texts := sentenceEnd.Split(q.Text, -1)
	if len(texts) < 2 || s.cues[instruct] || s.orders(q.Text) || s.stranger {
		return Meaning{}, false
	}
	var found Meaning
	for _, text := range texts {
		if !asking.MatchString(text) {
			continue
		}
		one := q
		one.Text = text
		m := x.Understand(one)
		switch {
		case m.Intent == Unknown, m.Intent == Greeting, m.Intent == Thanks, m.Intent == Help:
		case found.Intent != "":
			return Meaning{}, false
		default:
			found = m
		}
	}
	named := found.Agreement != "" || found.Service != "" || found.Party != "" || found.Person != 0
	holder := len(found.Roles) > 0 && len(found.Clauses) == 0
	if found.Intent == "" || !named && !holder {
		return Meaning{}, false
	}
	return found, true
}
