package company

import (
	"slices"
	"strings"

	"steward/slm"
)

// A bearer is somebody or something that people name.
type bearer struct {
	id    string
	names []string
}

// namesakes says which services, people and agreements come to share a name:
// whoever says it is asked which is meant. It may also be one of them that was
// given another code or e-mail, which leaves the old entry where it is.
func (w *worrier) namesakes() {
	w.shared("services", "state: retired", services(w.before), services(w.after))
	w.shared("people", "left", people(w.before), people(w.after))
	w.shared("agreements", "state: terminated", agreements(w.before), agreements(w.after))
}

func services(d *slm.Directory) []bearer {
	var all []bearer
	for _, s := range d.Services {
		if s.State != "retired" {
			all = append(all, bearer{s.Code, append([]string{s.Name.EN, s.Name.ZH}, s.Aliases...)})
		}
	}
	return all
}

func people(d *slm.Directory) []bearer {
	var all []bearer
	for _, p := range d.People {
		if p.LeftAt == nil {
			all = append(all, bearer{p.Email, []string{p.Name.EN, p.Name.ZH}})
		}
	}
	return all
}

func agreements(d *slm.Directory) []bearer {
	var all []bearer
	for _, a := range d.Agreements {
		if a.State != slm.Expired && a.State != slm.Terminated {
			all = append(all, bearer{a.Code, []string{a.Title.EN, a.Title.ZH}})
		}
	}
	return all
}

// shared says what of one kind shares a name and did not before, each pair
// once. What is written under the one that goes says gone.
func (w *worrier) shared(kind, gone string, before, after []bearer) {
	type pair struct{ one, other string }
	known, said := byName(before), map[pair]bool{}
	named := byName(after)
	for _, b := range after {
		for _, name := range b.names {
			ids := named[strings.ToLower(name)]
			if name == "" || ids[0] != b.id {
				continue // said of the first who has it
			}
			for _, other := range ids[1:] {
				had := known[strings.ToLower(name)]
				p := pair{b.id, other}
				if said[p] || slices.Contains(had, b.id) && slices.Contains(had, other) {
					continue
				}
				said[p] = true
				w.say("the %s %s and %s are both called %q: whoever says so is asked which; write %q under one that is no more", kind, b.id, other, short(name), gone)
			}
		}
	}
}

// byName gives who has a name, without regard to case.
func byName(all []bearer) map[string][]string {
	named := map[string][]string{}
	for _, b := range all {
		for _, name := range b.names {
			key := strings.ToLower(name)
			if !slices.Contains(named[key], b.id) {
				named[key] = append(named[key], b.id)
			}
		}
	}
	return named
}
