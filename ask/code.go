package ask

import "regexp"

// written is the form of the code of an agreement.
var written = regexp.MustCompile(`\b(?:SLA|OLA|UC|SLR)(?:-[A-Z0-9]+)+\b|\b(?:sla|ola|uc|slr)(?:-[a-z0-9]+){2,}\b`)

// noCode gives the units of what is written as a code, but is that of nothing,
// nor a slip away from one, and holds a word that is in no name: they cannot be
// ordinary words.
func (x *Index) noCode(s *sentence, text string) mask {
	var m mask
	for _, code := range written.FindAllString(text, -1) {
		us := units(code)
		if x.spellsAll(us[1:]) || x.nearCode(squeeze(us)) {
			continue
		}
		for i := range s.units {
			if !startsWith(s.units[i:], us) {
				continue
			}
			for j := range us {
				m.set(i + j)
			}
		}
	}
	return m
}

// spellsAll reports whether each unit is a word of some name.
func (x *Index) spellsAll(us []unit) bool {
	for _, u := range us {
		if !x.has(u) {
			return false
		}
	}
	return true
}

// nearCode reports whether an agreement has the code, up to two slips.
func (x *Index) nearCode(code string) bool {
	for known := range x.exact {
		if limit := slips(len(known)); slip(code, known, limit) <= limit {
			return true
		}
	}
	return false
}
