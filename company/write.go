package company

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"go.yaml.in/yaml/v3"

	"steward/slm"
)

// Write writes the directory as a company file. Reading it again gives the
// same directory; comments that an earlier file had are not known here.
func Write(w io.Writer, d *slm.Directory) error {
	var text bytes.Buffer
	for i, s := range draw(d).sections {
		if s.node == nil {
			continue
		}
		if i > 0 && text.Len() > 0 {
			text.WriteByte('\n')
		}
		encoder := yaml.NewEncoder(&text)
		encoder.SetIndent(2)
		if err := encoder.Encode(mapping(s.name, s.node)); err != nil {
			return fmt.Errorf("write %s: %w", s.name, err)
		}
	}
	if _, err := w.Write(text.Bytes()); err != nil {
		return fmt.Errorf("write company file: %w", err)
	}
	return nil
}

// A drawing is a directory in the form of a company file.
type drawing struct {
	dir      *slm.Directory
	zone     *time.Location // of the company
	sections []section
}

// A section is a list of entries, or for the company one entry; node is nil
// when there are none.
type section struct {
	name string
	node *yaml.Node
}

func draw(d *slm.Directory) *drawing {
	w := &drawing{dir: d, zone: locationOf(d.Zone)}
	w.sections = append(w.sections, section{"company", w.company()})
	add(w, "parties", d.Parties, w.party)
	add(w, "people", d.People, w.person)
	add(w, "services", d.Services, w.service)
	w.roles(d)
	add(w, "calendars", d.Calendars, w.calendar)
	add(w, "agreements", d.Agreements, w.agreement)
	add(w, "assignments", d.Assignments, w.assignment)
	add(w, "covers", d.Covers, w.cover)
	add(w, "merges", d.Merges, w.merge)
	return w
}

func add[T any](w *drawing, name string, all []T, entry func(*T) *yaml.Node) {
	s := section{name: name}
	if len(all) > 0 {
		s.node = &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
	}
	for i := range all {
		if n := entry(&all[i]); n != nil {
			s.node.Content = append(s.node.Content, n)
		}
	}
	w.sections = append(w.sections, s)
}

func (w *drawing) company() *yaml.Node {
	n := flow(mapping("name", text(w.dir.Name), "zone", word(w.dir.Zone)))
	if len(n.Content) == 0 {
		return nil
	}
	return n
}

func (w *drawing) party(p *slm.Party) *yaml.Node {
	return flow(mapping("code", word(p.Code), "side", word(string(p.Side)), "name", text(p.Name)))
}

func (w *drawing) person(p *slm.Person) *yaml.Node {
	return flow(mapping("email", word(p.Email), "name", text(p.Name), "language", word(string(p.Lang)), "zone", w.foreign(p.Zone),
		"party", word(p.Party), "guest", flag(p.Guest), "left", last(p.LeftAt, locationOf(p.Zone))))
}

func (w *drawing) service(s *slm.Service) *yaml.Node {
	n := flow(mapping("code", word(s.Code), "name", text(s.Name), "aliases", list(s.Aliases)))
	if s.State != "live" {
		n.Content = append(n.Content, word("state"), word(s.State))
	}
	return n
}

func (w *drawing) agreement(a *slm.Agreement) *yaml.Node {
	loc := locationOf(a.Zone)
	n := mapping("code", word(a.Code), "kind", word(string(a.Kind)), "title", text(a.Title),
		"provider", word(a.Provider), "consumer", word(a.Consumer), "services", list(a.Services), "underpins", list(a.Underpins),
		"from", first(a.From, loc), "to", last(a.To, loc), "state", word(string(a.State)), "zone", w.foreign(a.Zone),
		"calendar", word(a.Calendar), "notice", word(a.Notice.String()), "renewal", word(a.Renewal.String()),
		"reminder", word(a.Reminder.String()), "requirement", word(a.Requirement))
	if a.AlertRole != slm.ServiceLevelAdministrator {
		n.Content = append(n.Content, word("alert"), word(string(a.AlertRole)))
	}
	if a.AnswerWithin != defaultAnswer {
		n.Content = append(n.Content, word("answer within"), word(slm.Shortly(a.AnswerWithin)))
	}
	if len(a.Targets) > 0 {
		targets := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		for i := range a.Targets {
			targets.Content = append(targets.Content, target(&a.Targets[i]))
		}
		n.Content = append(n.Content, word("targets"), targets)
	}
	return n
}

// assignment draws an assignment, but not one that was taken back before it
// began: its end is its beginning.
func (w *drawing) assignment(a *slm.Assignment) *yaml.Node {
	if a.To != nil && !a.To.After(a.From) {
		return nil
	}
	agreement, service := "", ""
	switch a.Scope.Kind {
	case slm.AgreementScope:
		agreement = a.Scope.Code
	case slm.ServiceScope:
		service = a.Scope.Code
	}
	return flow(mapping("role", word(string(a.Role)), "holder", w.who(a.Person), "agreement", word(agreement), "service", word(service),
		"deputy", flag(a.Deputy), "from", first(a.From, w.zone), "to", last(a.To, w.zone)))
}

func (w *drawing) cover(c *slm.Cover) *yaml.Node {
	loc := w.zone
	if p := w.dir.Person(c.Person); p != nil {
		loc = locationOf(p.Zone)
	}
	return flow(mapping("absent", w.who(c.Person), "by", w.who(c.By), "from", first(c.From, loc), "to", last(&c.To, loc),
		"reason", word(oneLine(c.Reason))))
}

// who gives the e-mail of a person, or nothing.
func (w *drawing) who(id int64) *yaml.Node {
	if p := w.dir.Person(id); p != nil {
		return word(p.Email)
	}
	return nil
}

// foreign gives a zone that is not the company's.
func (w *drawing) foreign(zone string) *yaml.Node {
	if zone == w.dir.Zone {
		return nil
	}
	return word(zone)
}

// locationOf gives a zone that was checked when it was read.
func locationOf(zone string) *time.Location {
	if loc, err := time.LoadLocation(zone); err == nil {
		return loc
	}
	return time.UTC
}

// mapping gives keys and values in their order, without the nil ones.
func mapping(pairs ...any) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	for i := 0; i < len(pairs); i += 2 {
		if value := pairs[i+1].(*yaml.Node); value != nil {
			n.Content = append(n.Content, word(pairs[i].(string)), value)
		}
	}
	return n
}

// flow puts a node on one line.
func flow(n *yaml.Node) *yaml.Node {
	n.Style = yaml.FlowStyle
	return n
}

// word gives a text, or nothing for an empty one.
func word(s string) *yaml.Node {
	if s == "" {
		return nil
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
}

// text gives words in two languages, as one where the reader tells which.
func text(t slm.Text) *yaml.Node {
	chinese := strings.ContainsFunc(t.EN+t.ZH, func(c rune) bool { return unicode.Is(unicode.Han, c) })
	if one := t.EN + t.ZH; (t.ZH == "" && !chinese) || (t.EN == "" && chinese) {
		return word(one)
	}
	return flow(mapping("en", word(t.EN), "zh", word(t.ZH)))
}

func list(words []string) *yaml.Node {
	if len(words) == 0 {
		return nil
	}
	n := flow(&yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"})
	for _, w := range words {
		n.Content = append(n.Content, word(w))
	}
	return n
}

func flag(yes bool) *yaml.Node {
	if !yes {
		return nil
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "true"}
}

// first gives the day that begins at a moment, or the moment where none does.
func first(t time.Time, loc *time.Location) *yaml.Node {
	return moment(t, loc, 0)
}

// last gives the day that ends at a moment, or the moment where none does.
func last(t *time.Time, loc *time.Location) *yaml.Node {
	if t == nil {
		return nil
	}
	return moment(*t, loc, -1)
}

// moment gives the day so many after the one that begins at t, if one does.
func moment(t time.Time, loc *time.Location, days int) *yaml.Node {
	y, m, d := t.In(loc).Date()
	date := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	s := date.AddDate(0, 0, days).Format(time.DateOnly)
	if !(day{date: date}).begin(loc).Equal(t) {
		s = t.In(loc).Format(time.RFC3339Nano)
		if back, err := time.Parse(time.RFC3339, s); err != nil || !back.Equal(t) {
			s = t.UTC().Format(time.RFC3339Nano) // the zone was once seconds off
		}
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!timestamp", Value: s}
}

// percent writes a share such as 99.9%.
func percent(s slm.Share) string {
	return strings.ReplaceAll(strings.Replace(s.String(), ".0 ", " ", 1), " ", "")
}

// oneLine makes what was typed elsewhere fit into the file.
func oneLine(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(c rune) bool { return unicode.IsControl(c) }), " ")
	if runes := []rune(s); len(runes) > maxText {
		s = string(runes[:maxText])
	}
	return strings.TrimSpace(s)
}
