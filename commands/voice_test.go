package commands

import (
	"strings"
	"testing"
	"time"

	"steward/slm"
)

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestTellMoments(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 6, 15, 17, 0, 0, 0, time.UTC) // the 16th, 1:00, in Shanghai
	tests := []struct {
		name   string
		at     time.Time
		zone   string
		en, zh string
	}{
		{"just now", now, "UTC", "17:00", "17:00"},
		{"earlier today", now.Add(-16 * time.Hour), "UTC", "01:00", "01:00"},
		{"yesterday", now.Add(-18 * time.Hour), "UTC", "14 Jun 23:00", "6月14日 23:00"},
		{"today for the reader", now.Add(-time.Hour), "Asia/Shanghai", "00:00", "00:00"},
		{"yesterday for the reader", now.Add(-2 * time.Hour), "Asia/Shanghai", "15 Jun 23:00", "6月15日 23:00"},
		{"tomorrow for the reader", now.Add(8 * time.Hour), "America/New_York", "21:00", "21:00"},
		{"last year, same day", now.AddDate(-1, 0, 0), "UTC", "15 Jun 2025 17:00", "2025年6月15日 17:00"},
		{"next year", now.AddDate(0, 7, 0), "UTC", "15 Jan 2027 17:00", "2027年1月15日 17:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			loc := zone(t, tt.zone)
			en, zh := voice{lang: slm.English, zone: loc}, voice{lang: slm.Chinese, zone: loc}
			if got := en.at(tt.at, now); got != Markup(tt.en) {
				t.Errorf("at = %q, want %q", got, tt.en)
			}
			if got := zh.at(tt.at, now); got != Markup(tt.zh) {
				t.Errorf("at = %q, want %q", got, tt.zh)
			}
		})
	}
}

func TestTellDaysAndMonths(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 6, 15, 12, 0, 0, 0, time.UTC)
	en, zh := voice{lang: slm.English, zone: time.UTC}, voice{lang: slm.Chinese, zone: time.UTC}
	for got, want := range map[Markup]Markup{
		en.day(now.AddDate(0, 0, -13), now): "2 Jun",
		zh.day(now.AddDate(0, 0, -13), now): "6月2日",
		en.day(now.AddDate(-2, 0, 0), now):  "15 Jun 2024",
		zh.day(now.AddDate(-2, 0, 0), now):  "2024年6月15日",
		en.month(now):                       "June 2026",
		zh.month(now):                       "2026年6月",
	} {
		if got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}

func TestFill(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, sentence string
		pairs          []any
		want           string
	}{
		{"no slot", "plain", nil, "plain"},
		{"text is escaped", "{a}!", []any{"a", "<@U1> & <!here>"}, "&lt;@U1&gt; &amp; &lt;!here&gt;!"},
		{"markup is not", "{a}", []any{"a", Markup("<@U1>")}, "<@U1>"},
		{"what is filled in is not filled again", "{a}{b}", []any{"a", "{b}", "b", "x"}, "{b}x"},
		{"numbers", "{a} {b}", []any{"a", 7, "b", int64(8)}, "7 8"},
		{"shares", "{a}", []any{"a", slm.Share(999_000)}, "99.9 %"},
		{"other types are escaped", "{a}", []any{"a", slm.RoleKey("<x>")}, "&lt;x&gt;"},
		{"one", "{n} {n|answer|answers}", []any{"n", 1}, "1 answer"},
		{"none", "{n} {n|answer|answers}", []any{"n", 0}, "0 answers"},
		{"many", "{n} {n|answer|answers}", []any{"n", 11}, "11 answers"},
		{"no value", "a{b}c", nil, "ac"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := fill(tt.sentence, tt.pairs); got != tt.want {
				t.Errorf("fill = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTellPeople(t *testing.T) {
	t.Parallel()
	r := spoilt(slm.English, nil)
	v := r.voice()
	for id, want := range map[int64]Markup{
		1:  "you",
		2:  "<@UBOB>",
		3:  "Cat &lt;!channel&gt; &amp; &lt;@U1&gt;",
		99: "somebody",
	} {
		if got := v.person(id); got != want {
			t.Errorf("person(%d) = %q, want %q", id, got, want)
		}
	}
}

func TestRefusal(t *testing.T) {
	t.Parallel()
	desk := New(nil)
	ann, bob := &slm.Person{ID: 1, SlackID: "UANN", Name: slm.Text{EN: "Ann"}}, &slm.Person{ID: 2, SlackID: "UBOB", Name: slm.Text{EN: "Bob & Co"}}
	vacant, held := slm.Rung{Role: slm.ServiceLevelManager, Why: slm.NoOne}, slm.Rung{Role: slm.ServiceLevelManager, Person: bob}
	forbidden := func(who ...slm.Rung) *slm.Error {
		e := slm.Refuse(slm.Forbidden, "forbidden", "code", "SLA-1")
		e.Who = who
		return e
	}
	tests := []struct {
		name    string
		refusal *slm.Error
		asker   *slm.Person
		want    string
		button  string
	}{
		{"a sentence", slm.Refuse(slm.NotFound, "breach"), ann, "I know no such breach.", ""},
		{
			"with a hint", slm.Refuse(slm.NotFound, "role", "words", "<x>").Try("/sla roles"), ann,
			"I know no role called “&lt;x&gt;”.\nTry `/sla roles`", "",
		},
		{"nobody knows who may", forbidden(), ann, "Your roles do not allow this for SLA-1.", ""},
		{
			"nobody may now", forbidden(vacant), ann,
			"Your roles do not allow this for SLA-1.\nThe role Service Level Manager may, but nobody holds it now.", "",
		},
		{
			"somebody may", forbidden(vacant, held), ann,
			"Your roles do not allow this for SLA-1.\n<@UBOB> (Service Level Manager) may.", "",
		},
		{
			"somebody can be asked", forbidden(held).Try("/sla survey SLA-1"), ann,
			"Your roles do not allow this for SLA-1.\n<@UBOB> (Service Level Manager) may.", "Ask Bob & Co → 2 /sla survey SLA-1",
		},
		{
			"a stranger cannot ask", forbidden(held).Try("/sla survey SLA-1"), nil,
			"Your roles do not allow this for SLA-1.\n<@UBOB> (Service Level Manager) may.", "",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := (&slm.Directory{People: []slm.Person{*ann, *bob}}).Index()
			got := desk.Refusal(Request{Lang: slm.English, Dir: dir, Person: tt.asker}, tt.refusal)
			var buttons []string
			for _, p := range got.Parts {
				for _, b := range p.Buttons {
					buttons = append(buttons, b.Label+" → "+b.Value)
				}
			}
			if string(got.Text) != tt.want || strings.Join(buttons, "; ") != tt.button {
				t.Errorf("Refusal = %q with %q\nwant      %q with %q", got.Text, buttons, tt.want, tt.button)
			}
		})
	}
}

// TestRefusalNamesTheRightRole: who may is named with the role that makes it so.
func TestRefusalNamesTheRightRole(t *testing.T) {
	t.Parallel()
	owner := &slm.Person{ID: 1, Name: slm.Text{EN: "Owner"}}
	e := slm.Refuse(slm.Forbidden, "forbidden", "code", "SLA-1")
	e.Who = []slm.Rung{{Role: slm.ServiceLevelAdministrator, Why: slm.NoOne}, {Role: slm.ProcessOwner, Person: owner}}
	got := New(nil).Refusal(Request{Lang: slm.English, Dir: (&slm.Directory{}).Index()}, e)
	if !strings.Contains(string(got.Text), "Owner (SLM Process Owner) may.") {
		t.Errorf("Refusal = %q", got.Text)
	}
}
