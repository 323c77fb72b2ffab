package commands

import (
	"context"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"steward/ask"
	"steward/slm"
	"steward/store"
)

// nasty is what somebody could write to ping everybody.
const nasty = "<!channel> & <@U1>"

// raw is what must never stand in markup unless we put it there: mentions of
// others than those of the tests, links, and characters half escaped.
var raw = regexp.MustCompile(`<[^@]|<@U1>|&(?:[^alg]|$)|&amp(?:[^;]|$)|<$`)

// spoilt gives a request in a directory in which every name is nasty.
func spoilt(lang slm.Lang, change func(*slm.Directory)) Request {
	bad := func(s string) slm.Text { return slm.Text{EN: s + " " + nasty, ZH: s + nasty} }
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	d := &slm.Directory{
		People: []slm.Person{
			{ID: 1, SlackID: "UANN", Name: bad("Ann"), Party: "HR", Zone: "UTC"},
			{ID: 2, SlackID: "UBOB", Name: bad("Bob"), Party: "OPS", Zone: "UTC"},
			{ID: 3, Name: bad("Cat"), Party: "OPS", Zone: "UTC"},
		},
		Parties:  []slm.Party{{Code: "HR", Name: bad("HR"), Side: slm.Business}, {Code: "OPS", Name: bad("Ops"), Side: slm.Internal}},
		Services: []slm.Service{{Code: "MAIL", Name: bad("Mail"), Aliases: []string{nasty}}},
		Agreements: []slm.Agreement{{
			Code: "SLA-" + nasty, Kind: slm.SLA, Title: bad("Mail"), Provider: "OPS", Consumer: "HR", Services: []string{"MAIL"}, Zone: "UTC",
			AlertRole: slm.ServiceLevelAdministrator, From: from,
			Targets: []slm.Target{{ID: 1, Agreement: "SLA-" + nasty, Key: nasty, Name: bad("availability"), Objective: 999_000}},
		}},
		Assignments: []slm.Assignment{
			{ID: 1, Role: slm.ServiceLevelAdministrator, Scope: slm.Scope{Kind: slm.AgreementScope, Code: "SLA-" + nasty}, Person: 3, From: from},
			{ID: 2, Role: slm.ServiceLevelManager, Scope: slm.Scope{Kind: slm.Organisation}, Person: 2, From: from},
			{ID: 3, Role: slm.ProcessOwner, Scope: slm.Scope{Kind: slm.Organisation}, Person: 3, From: from},
		},
		Roles: append(slices.Clip(slm.Roles), slm.Role{
			Key: "nasty", Name: bad("Role"), Purpose: bad("purpose"),
			Responsibilities: []slm.Clause{{ID: "N-1", Text: bad("does")}}, Qualifications: []slm.Clause{{ID: "N-Q1", Text: bad("brings")}},
		}),
		Covers: []slm.Cover{{ID: 1, Person: 3, By: 2, From: from, To: from.AddDate(1, 0, 0), Reason: nasty}},
	}
	if change != nil {
		change(d)
	}
	return Request{SlackID: "UANN", Lang: lang, Dir: d.Index(), Person: d.Person(1), At: from.AddDate(0, 5, 14), Zone: time.UTC}
}

// TestNobodyPingsThroughANameOrComment draws everything that can be drawn
// without a database and looks at all of its markup.
func TestNobodyPingsThroughANameOrComment(t *testing.T) {
	t.Parallel()
	at := spoilt(slm.English, nil).At
	code := "SLA-" + nasty
	by := at.Add(-time.Hour)
	breach := store.BreachView{
		Breach: slm.Breach{ID: 1, Target: 1, Agreement: code, TargetKey: nasty, Source: nasty, Key: nasty, Objective: 999_000, Since: at},
		Follow: slm.Follow{Breach: 1, NextAt: &at},
		Events: []store.BreachEvent{
			{At: at, Kind: "told", Person: 3, Why: store.Reason{Rule: store.ByBreach, Skipped: []store.Skipped{{Role: nasty, Why: slm.Left, Person: 3}}}},
			{At: at, Kind: "told", Person: 2, Why: store.Reason{Rule: store.ByHand, By: 3, Role: nasty}},
		},
	}
	answered, unknown := breach, breach
	answered.Follow = slm.Follow{Breach: 1, By: 3, At: &by}
	unknown.Agreement, unknown.Target = nasty, 99
	ping := store.Ping{Person: 3, Why: store.Reason{
		Rule: store.ByHand, By: 3, For: 3, Role: nasty,
		Skipped: []store.Skipped{{Role: nasty, Why: slm.Absent, Person: 3}},
	}}
	late := nastyCase(t, at)
	ofCase := breach
	ofCase.Case, ofCase.CaseRef = 1, nasty
	mended := ofCase
	mended.Events = append(slices.Clone(breach.Events), store.BreachEvent{At: at, Kind: "corrected", Why: store.Reason{Rule: store.ByReport}})
	warning := store.Ping{Person: 3, Target: 1, Case: 1, Why: ping.Why}
	open := slm.Survey{ID: 1, Agreement: code, ClosesAt: at.Add(time.Hour)}
	over := slm.Survey{ID: 1, Agreement: nasty, ClosesAt: by}
	comment := slm.Answer{Score: 3, Side: slm.Supplier, Comment: nasty + "\n" + nasty}
	desk := New(nil)
	refusal := slm.Refuse(slm.Forbidden, "forbidden", "code", nasty).Try(nasty)

	draw := map[string]func(r Request, v voice) Reply{
		"breach":            func(r Request, v voice) Reply { return v.drawBreach(r, ping, breach, nil) },
		"answered breach":   func(r Request, v voice) Reply { return v.drawBreach(r, ping, answered, nil) },
		"breach of nothing": func(r Request, v voice) Reply { return v.drawBreach(r, ping, unknown, nil) },
		"late case":         func(r Request, v voice) Reply { return v.drawBreach(r, ping, ofCase, &late) },
		"corrected case":    func(r Request, v voice) Reply { return v.drawBreach(r, ping, mended, &late) },
		"warning":           func(r Request, v voice) Reply { return v.drawWarning(r, warning, late) },
		"case":              func(r Request, v voice) Reply { return v.drawCase(r, late, 0) },
		"already":           func(r Request, v voice) Reply { return v.already(r, answered.Follow) },
		"history":           func(r Request, v voice) Reply { return Reply{Text: v.history(breach, r)} },
		"survey":            func(r Request, v voice) Reply { return v.drawSurvey(r, open, slm.Answer{}) },
		"survey answered":   func(r Request, v voice) Reply { return v.drawSurvey(r, open, comment) },
		"survey over":       func(r Request, v voice) Reply { return v.drawSurvey(r, over, comment) },
		"comments":          func(r Request, v voice) Reply { return commentsOf(v, comment) },
		"reading":           func(_ Request, v voice) Reply { return Reply{Text: v.reading(readingOf(nasty, slm.Kept))} },
		"nothing to read":   func(_ Request, v voice) Reply { return Reply{Text: v.reading(readingOf(nasty, slm.Unknown))} },
		"promise of a value": func(_ Request, v voice) Reply {
			return Reply{Text: v.reading(store.Reading{Level: slm.Level{Standing: slm.Kept}, Target: slm.Target{
				Name: slm.Text{EN: nasty, ZH: nasty}, Kind: slm.ValueTarget, Bound: slm.Bound{Sense: slm.AtMost, Unit: nasty},
			}})}
		},
		"promise of a clock": func(_ Request, v voice) Reply {
			return Reply{Text: v.promise(slm.Target{Kind: slm.ClockTarget, Priority: nasty, Objective: slm.Whole})}
		},
		"calendar": func(r Request, v voice) Reply {
			reply, err := v.calendar(r, &slm.NamedCalendar{
				Code: nasty, Name: slm.Text{EN: nasty, ZH: nasty}, Zone: "UTC", Week: slm.Week{1: {{From: 0, To: time.Hour}}},
				Exceptions: []slm.Exception{{Date: slm.DateOf(at) + 20, Name: slm.Text{EN: nasty, ZH: nasty}}},
			}, nil)
			if err != nil {
				t.Error(err)
			}
			return reply
		},
		"exclusion": func(r Request, v voice) Reply {
			return Reply{Text: "shown", Parts: v.exclusion(slm.Exclusion{Scope: slm.Scope{Code: nasty}, Reason: nasty, ProposedBy: 3, ProposedAt: at}, r)}
		},
		"explanation": func(r Request, v voice) Reply {
			e := slm.Explanation{Entries: []slm.Entry{{What: slm.LeftOut, Source: nasty, Key: nasty, By: nasty, Tally: slm.Tally{Sum: slm.Sum{Count: 1, Total: 9}}}}}
			left := slm.Exclusion{Reason: nasty, ProposedBy: 3, ApprovedBy: 2, ApprovedAt: &at}
			return Reply{Text: v.leftOut(e, []slm.Exclusion{left}, r)}
		},
		"charts": func(r Request, v voice) Reply {
			half := slm.Sum{Count: 1, Good: 1, Total: 2}
			days := []slm.Day{{Period: slm.Period{From: by, To: at}, Sum: half}, {Period: slm.Period{From: at, To: at.Add(time.Hour)}, Sum: half}}
			parts := v.charts(slm.Target{Name: slm.Text{EN: nasty, ZH: nasty}}, days, slm.Forecast{Allowed: 1}, slm.MonthOf(at, time.UTC), time.UTC, at)
			return Reply{Text: "drawn", Parts: parts}
		},
		"roles":       func(r Request, _ voice) Reply { return run(t, runRoles, desk, r) },
		"merge shown": func(r Request, v voice) Reply { return v.preview(r, merging(r, code)) },
		"merge told": func(_ Request, v voice) Reply {
			return v.drawMerge(store.Ping{Why: store.Reason{By: 3, Role: nasty, Into: "nasty"}})
		},
		"role merged": func(r Request, _ voice) Reply {
			return showRole(r, named(t, r, slm.ServiceLevelAdministrator), true, true)
		},
		"role added": func(r Request, _ voice) Reply { return showRole(r, named(t, r, "nasty"), true, true) },
		"list":       func(r Request, _ voice) Reply { return run(t, runList, desk, r) },
		"who": func(r Request, v voice) Reply {
			return v.whoAnswer(r, ask.Meaning{Agreement: code, Roles: []slm.RoleKey{slm.ServiceLevelAdministrator, nasty}})
		},
		"who for a service": func(r Request, v voice) Reply {
			return v.whoAnswer(r, ask.Meaning{Service: "MAIL", Roles: []slm.RoleKey{slm.ServiceLevelManager}})
		},
		"duties":             func(r Request, v voice) Reply { return v.duties(r, 3) },
		"duties of a cover":  func(r Request, v voice) Reply { return v.duties(r, 2) },
		"no duties":          func(r Request, v voice) Reply { return v.duties(r, 1) },
		"ladder":             func(r Request, v voice) Reply { return v.ladder(r, ask.Meaning{Agreement: code}) },
		"cover":              func(r Request, v voice) Reply { return v.coverAnswer(r, ask.Meaning{Person: 3}) },
		"no cover":           func(r Request, v voice) Reply { return v.coverAnswer(r, ask.Meaning{Person: 1}) },
		"refusal":            func(r Request, _ voice) Reply { return desk.Refusal(r, refusal) },
		"refusal with names": func(r Request, _ voice) Reply { return desk.Refusal(r, withHolders(refusal, r)) },
		"sorry":              func(r Request, _ voice) Reply { return Sorry(r.Lang, nasty) },
		"help":               func(r Request, _ voice) Reply { return desk.help(r) },
	}
	for name, draw := range draw {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, lang := range []slm.Lang{slm.English, slm.Chinese} {
				r := spoilt(lang, nil)
				reply := draw(r, r.voice())
				if reply.Text == "" {
					t.Error("nothing was said")
				}
				for _, m := range markups(reflect.ValueOf(reply)) {
					if found := raw.FindString(string(m)); found != "" {
						t.Errorf("%q is raw in %q", found, m)
					}
					if strings.Contains(string(m), "⟦") {
						t.Errorf("no words: %q", m)
					}
				}
			}
		})
	}
}

// TestAskBackSaysNothingRaw stands apart since its buttons are plain text.
func TestAskBackSaysNothingRaw(t *testing.T) {
	t.Parallel()
	r := spoilt(slm.English, nil)
	reply := r.voice().askBack(r, ask.Meaning{Candidates: []ask.Candidate{{Kind: "service", ID: "MAIL"}, {Kind: "party", ID: "HR"}}})
	for _, m := range markups(reflect.ValueOf(reply)) {
		if raw.MatchString(string(m)) {
			t.Errorf("raw: %q", m)
		}
	}
	if got := reply.Parts[1].Buttons[0].Label; got != "Mail "+nasty {
		t.Errorf("a label, which is plain text, is %q", got)
	}
}

// TestSayEscapesEveryWord fills every slot of every sentence with something
// nasty.
func TestSayEscapesEveryWord(t *testing.T) {
	t.Parallel()
	for key, text := range words {
		var pairs []any
		for _, slot := range slotsOf(text.EN) {
			pairs = append(pairs, slot, nasty)
		}
		for _, lang := range []slm.Lang{slm.English, slm.Chinese} {
			got := (voice{lang: lang}).say(key, pairs...)
			if found := raw.FindString(string(got)); found != "" {
				t.Errorf("%s lets %q through: %q", key, found, got)
			}
		}
	}
}

func TestRawIsRecognised(t *testing.T) {
	t.Parallel()
	for markup, want := range map[string]bool{
		"<!channel>": true, "a <@U1>": true, "a & b": true, "<https://x>": true, "&nbsp;": true, "&amp": true, "a <": true, "&": true,
		"<@UBOB> &amp; &lt;!channel&gt;": false, "plain": false,
	} {
		if got := raw.MatchString(markup); got != want {
			t.Errorf("raw finds %q: %v", markup, got)
		}
	}
}

// markups collects every value of type Markup, however deep.
func markups(v reflect.Value) []Markup {
	var found []Markup
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[Markup]() {
			found = append(found, Markup(v.String()))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			found = append(found, markups(v.Field(i))...)
		}
	case reflect.Slice:
		for i := range v.Len() {
			found = append(found, markups(v.Index(i))...)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			found = markups(v.Elem())
		}
	}
	return found
}

func run(t *testing.T, do func(context.Context, *Desk, Request) (Reply, error), desk *Desk, r Request) Reply {
	t.Helper()
	reply, err := do(t.Context(), desk, r)
	if err != nil {
		t.Error(err)
	}
	return reply
}

// commentsOf shows comments to somebody who may read them.
func commentsOf(v voice, answer slm.Answer) Reply {
	answer.Person = 3
	return v.withComments(Reply{Text: "comments"}, []slm.Answer{answer}, true)
}

func readingOf(name string, standing slm.Standing) store.Reading {
	return store.Reading{Level: slm.Level{Standing: standing}, Target: slm.Target{Name: slm.Text{EN: name, ZH: name}}}
}

// merging gives what a merge of nasty things would move.
func merging(r Request, code string) store.MergePreview {
	return store.MergePreview{
		MergePlan: slm.MergePlan{
			From: "nasty", Into: nasty, Assignments: r.Dir.Assignments, Responsibilities: []string{nasty}, Agreements: []string{code},
		},
		Open: []store.OpenPing{{Agreement: code, Person: 3}},
	}
}

// named gives a role, after the administrator's became part of the nasty one.
func named(t *testing.T, r Request, key slm.RoleKey) slm.Role {
	t.Helper()
	r.Dir.Merges = []slm.Merge{{From: slm.ServiceLevelAdministrator, Into: "nasty", At: r.At, By: 3}}
	role, ok := r.Dir.Index().Role(key)
	if !ok {
		t.Fatalf("no role %s", key)
	}
	return role
}

func withHolders(e *slm.Error, r Request) *slm.Error {
	copied := *e
	copied.Who = r.Dir.Responsible(slm.ServiceLevelAdministrator, slm.Scope{Kind: slm.AgreementScope, Code: "SLA-" + nasty}, r.At)
	return &copied
}

// nastyCase gives a late case all of whose names are nasty.
func nastyCase(t *testing.T, at time.Time) store.CaseView {
	t.Helper()
	c := store.CaseView{ID: 1, Source: nasty, Ref: nasty, Agreement: "SLA-" + nasty, Priority: nasty}
	for hour, what := range []slm.Happening{slm.Start, slm.Pause, slm.Resume, slm.Stop, slm.Reopen} {
		c.Reports = append(c.Reports, slm.CaseReport{What: what, At: at.Add(time.Duration(hour-6) * time.Hour)})
	}
	a := &slm.Agreement{Code: c.Agreement, Zone: "UTC", Targets: []slm.Target{{
		ID: 1, Key: nasty, Name: slm.Text{EN: nasty, ZH: nasty}, Kind: slm.ClockTarget, Clock: "resolution", Within: time.Hour, Objective: slm.Whole,
	}}}
	var err error
	if c.Clocks, err = (slm.CaseFile{Agreement: a, Reports: c.Reports}).Clocks((&slm.Directory{}).Index(), at); err != nil || len(c.Clocks) != 1 {
		t.Fatalf("%d clocks, %v", len(c.Clocks), err)
	}
	c.Clocks[0].Terms.Calendar = nasty
	return c
}
