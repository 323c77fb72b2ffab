package company

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"steward/slm"
)

// targetKeys are the keys of a target, in the order in which they are written.
var targetKeys = []string{
	"key", "name", "objective", "value", "at least", "at most", "clock", "within", "priority", "calendar", "window",
}

func (r *reader) target(n *yaml.Node, a *slm.Agreement) {
	f := r.fields(n, "a target", targetKeys...)
	key := f.must("key", "availability")
	r.targets++
	t := slm.Target{
		ID:        r.targets,
		Agreement: a.Code,
		Key:       r.key(key),
		Name:      r.text(f.must("name", "{en: availability, zh: 可用性}")),
		Window:    r.window(f.may("window")),
	}
	switch clock, value := f.may("clock"), f.may("value"); {
	case clock != nil && value != nil:
		r.problems.add(value.Line, `a target is a clock or a value; write two targets for both`)
	case clock != nil:
		r.clock(f, &t)
	case value != nil:
		r.valueTarget(f, &t)
	default:
		r.level(f, &t)
	}
	t = t.Complete()
	for _, other := range a.Targets {
		if other.Key == t.Key && t.Key != "" {
			r.problems.add(key.Line, "the agreement has a target %s already; give this one another key", t.Key)
		}
	}
	a.Targets = append(a.Targets, t)
}

// level reads a share of good events or seconds, or of those within a bound.
func (r *reader) level(f fields, t *slm.Target) {
	r.without(f, `a share of what is good has no %q; take it out, or write "clock: response" for a time per case`, "within", "priority", "calendar")
	t.Kind = slm.LevelTarget
	t.Objective = r.share(f.must("objective", "99.9%"))
	t.Bound = r.bound(f)
}

// valueTarget reads a number that is compared with a bound.
func (r *reader) valueTarget(f fields, t *slm.Target) {
	r.without(f, "a value has no %q; take it out: the value itself is within its bound or is not", "objective", "within", "priority", "calendar")
	t.Kind, t.Objective = slm.ValueTarget, slm.Whole
	t.Statistic = oneOf(r, f.may("value"), "how values become one", slm.Mean, slm.Highest, slm.Lowest, slm.Latest)
	t.Bound = r.bound(f)
	if f.may("at least") == nil && f.may("at most") == nil {
		r.problems.add(f.line, `a value needs a bound; write "at least: 4.2 points" or "at most: 300 ms"`)
	}
}

// clock reads open time that a case may take.
func (r *reader) clock(f fields, t *slm.Target) {
	r.without(f, `a clock has no %q; its bound is "within", such as within: 4h`, "at least", "at most")
	t.Kind, t.Objective = slm.ClockTarget, slm.Whole
	t.Clock = r.key(f.may("clock"))
	t.Within = r.duration(f.must("within", "4h"))
	t.Priority = r.value(f.may("priority"))
	t.Calendar = r.calendarNamed(f.may("calendar"))
	if n := f.may("objective"); n != nil {
		t.Objective = r.share(n)
	}
}

// without reports keys that this kind of entry does not have.
func (r *reader) without(f fields, format string, keys ...string) {
	for _, key := range keys {
		if n := f.may(key); n != nil {
			r.problems.add(n.Line, format, key)
		}
	}
}

func (r *reader) bound(f fields) slm.Bound {
	least, most := f.may("at least"), f.may("at most")
	n, sense := least, slm.AtLeast
	switch {
	case least != nil && most != nil:
		r.problems.add(most.Line, `a bound is "at least" or "at most"; write two targets for both`)
	case least == nil:
		n, sense = most, slm.AtMost
	}
	s := r.value(n)
	if s == "" {
		return slm.Bound{}
	}
	b, err := slm.ParseBound(sense, s)
	if err != nil {
		r.problems.add(n.Line, "%q is not a number with a unit; write one such as 300 ms or 4.2 points, with at most six decimals", short(s))
	}
	return b
}

func (r *reader) window(n *yaml.Node) slm.Window {
	s := r.value(n)
	if s == "" {
		return slm.Window{}
	}
	w, err := slm.ParseWindow(s)
	if err != nil {
		r.problems.add(n.Line, "%q is not a window; write month, quarter, year or a number of days up to 366, such as 30 days", short(s))
	}
	return w
}

// term reads a length of time on the calendar, such as 3 months.
func (r *reader) term(n *yaml.Node) slm.Term {
	s := r.value(n)
	if s == "" {
		return slm.Term{}
	}
	t, err := slm.ParseTerm(s)
	if err != nil {
		r.problems.add(n.Line, "%q is not a length of time; write one such as 12 months, 90 days or 1 year", short(s))
	}
	return t
}

func target(t *slm.Target) *yaml.Node {
	n := mapping("key", word(t.Key), "name", text(t.Name))
	put := func(key, value string) {
		if value != "" {
			n.Content = append(n.Content, word(key), word(value))
		}
	}
	if t.Kind != slm.ValueTarget && (t.Kind != slm.ClockTarget || t.Objective != slm.Whole) {
		put("objective", percent(t.Objective))
	}
	put("value", string(t.Statistic))
	if t.Bound.Sense != "" {
		put(string(t.Bound.Sense), t.Bound.Number())
	}
	put("clock", t.Clock)
	if t.Kind == slm.ClockTarget {
		put("within", slm.Shortly(t.Within))
	}
	put("priority", t.Priority)
	put("calendar", t.Calendar)
	if t.Window.Unit != slm.Month {
		put("window", strings.TrimSpace(t.Window.String()))
	}
	return flow(n)
}
