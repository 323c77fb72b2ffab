package commands

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"steward/slm"
)

// How many entries of one kind an explanation lists, and how many a page of
// all of them has.
const (
	entriesShown = 8
	pageShown    = 30
	shortest     = time.Minute // a shorter gap is only in the coverage
)

// worst lists what counted most against a figure.
func (v voice) worst(e slm.Explanation, r Request) Markup {
	var bad []slm.Entry
	for _, entry := range e.Entries {
		if entry.What == slm.InFigure && (e.Target.Kind == slm.ValueTarget || entry.Tally.Good < entry.Tally.Total) {
			bad = append(bad, entry)
		}
	}
	if len(bad) == 0 {
		return ""
	}
	slices.SortStableFunc(bad, func(a, b slm.Entry) int { return cmp.Compare(against(e.Target, b), against(e.Target, a)) })
	return v.say("explain.worst") + v.few(e, bad, r)
}

// against gives how much an entry counts against the promise.
func against(t slm.Target, e slm.Entry) int64 {
	switch {
	case t.Kind != slm.ValueTarget:
		return e.Tally.Total - e.Tally.Good
	case t.Bound.Sense == slm.AtLeast:
		return -e.Tally.Values.Last
	}
	return e.Tally.Values.Last
}

// listed lists the entries of one kind that do not count, the longest first.
func (v voice) listed(e slm.Explanation, kind slm.EntryKind, r Request) Markup {
	var found []slm.Entry
	for _, entry := range e.Entries {
		if entry.What == kind && entry.Length() >= shortest {
			found = append(found, entry)
		}
	}
	if len(found) == 0 || e.Reported.Count == 0 {
		return ""
	}
	slices.SortStableFunc(found, func(a, b slm.Entry) int { return cmp.Compare(b.Length(), a.Length()) })
	if kind == slm.Replaced {
		return v.say("explain.replaced") + v.few(e, found, r)
	}
	return v.say("explain.gaps", "coverage", wholePercent(e.Reported.Coverage)) + v.few(e, found, r)
}

// leftOut lists the exclusions that count in a window, with who agreed to
// them, and what was measured in them. They were agreed by the clock of the
// agreement, so that is what tells their times.
func (v voice) leftOut(e slm.Explanation, exclusions []slm.Exclusion, r Request) Markup {
	v.zone = v.zoneOf(e.Target.Agreement)
	var lines Markup
	for _, x := range exclusions {
		if x.Counts() {
			span := v.say("exclude.span", "from", v.at(x.Period.From, r.At), "to", v.at(x.Period.To, x.Period.From), "zone", v.zone.String())
			lines += "\n" + v.say("explain.exclusion", "span", span, "reason", x.Reason, "by", v.nameOf(x.ProposedBy), "second", v.nameOf(x.ApprovedBy))
		}
	}
	if lines == "" {
		return ""
	}
	var found []slm.Entry
	for _, entry := range e.Entries {
		if entry.What == slm.LeftOut && entry.Tally.Count > 0 {
			found = append(found, entry)
		}
	}
	return v.say("explain.leftout") + lines + v.few(e, found, r)
}

// few lists some entries, and says how many more there are.
func (v voice) few(e slm.Explanation, entries []slm.Entry, r Request) Markup {
	var lines Markup
	for _, entry := range entries[:min(entriesShown, len(entries))] {
		lines += "\n" + v.entry(e.Target, entry, r)
	}
	if more := len(entries) - entriesShown; more > 0 {
		lines += "\n" + v.say("list.more", "n", more)
	}
	return lines
}

// entry tells one span of time and what became of it.
func (v voice) entry(t slm.Target, e slm.Entry, r Request) Markup {
	what := v.say("entry.good", "good", count(e.Tally.Good), "total", count(e.Tally.Total))
	if t.Kind == slm.ValueTarget {
		what = Markup(escape(slm.Bound{At: e.Tally.Values.Last, Unit: t.Bound.Unit}.Number()))
	}
	switch {
	case e.Tally.Count > 1:
		what = v.say("entry.several", "what", what, "source", inCode(e.Source), "n", e.Tally.Count)
	case e.Source != "":
		what = v.say("entry.source", "what", what, "source", inCode(e.Source), "key", inCode(cut(e.Key, 40)))
	}
	return v.say("entry."+string(e.What), "from", v.at(e.From, r.At), "to", v.at(e.To, e.From), "what", what,
		"length", v.span(e.Length()), "by", inCode(cut(e.By, 40)))
}

// entries shows all spans of a window, page by page in the order of time.
var entries = Click{ID: pageID, Run: runEntries}

// pageID is the id of entries, which leads to its own next page.
const pageID = "entries"

func runEntries(ctx context.Context, d *Desk, r Request) (Reply, error) {
	a, t, at, page, err := pageOf(r)
	if err != nil {
		return Reply{}, err
	}
	e, err := d.db.Explain(ctx, a, t, at, r.At)
	if err != nil {
		return Reply{}, err
	}
	first := min(page*pageShown, len(e.Entries))
	shown := e.Entries[first:min(first+pageShown, len(e.Entries))]
	v := r.voice()
	title := v.say("explain.page", "code", a.Code, "target", v.text(t.Name), "first", first+1, "last", first+len(shown), "n", len(e.Entries))
	reply := Reply{Text: title, Parts: []Part{{Body: title}}}
	for chunk := range slices.Chunk(shown, pageShown/3) { // a paragraph takes 3,000 characters
		var lines []string
		for _, entry := range chunk {
			lines = append(lines, string(v.entry(t, entry, r)))
		}
		reply.Parts = append(reply.Parts, Part{Body: Markup(strings.Join(lines, "\n"))})
	}
	if first+len(shown) < len(e.Entries) {
		reply.Parts = append(reply.Parts, Part{Buttons: []Button{{Label: v.plain("button.further"), Action: pageID, Value: pageValue(e, page+1)}}})
	}
	return reply, nil
}

// pageValue is what the button of a page carries: the target, the last second
// of the window, and the page.
func pageValue(e slm.Explanation, page int) string {
	return strings.Join([]string{
		e.Target.Agreement, strconv.FormatInt(e.Target.ID, 10), strconv.FormatInt(e.Period.To.Unix()-1, 10), strconv.Itoa(page),
	}, " ")
}

// pageOf reads a button's value. It refuses, as NotFound, targets that are not
// there any more.
func pageOf(r Request) (a *slm.Agreement, t slm.Target, at time.Time, page int, err error) {
	gone := slm.Refuse(slm.NotFound, "button")
	fields := strings.Fields(r.Value)
	if len(fields) != 4 {
		return nil, t, at, 0, gone
	}
	var numbers [3]int64
	for i, field := range fields[1:] {
		if numbers[i], err = strconv.ParseInt(field, 10, 64); err != nil || numbers[i] < 0 {
			return nil, t, at, 0, gone
		}
	}
	if a = r.Dir.Agreement(fields[0]); a == nil {
		return nil, t, at, 0, gone
	}
	i := slices.IndexFunc(a.Targets, func(t slm.Target) bool { return t.ID == numbers[0] })
	if i < 0 || numbers[2] > 1_000_000 {
		return nil, t, at, 0, gone
	}
	return a, a.Targets[i], time.Unix(numbers[1], 0), int(numbers[2]), nil
}
