package slm

import (
	"testing"
	"time"
)

func TestWithClosures(t *testing.T) {
	c := nineToFive("X", "Asia/Shanghai", "CN")
	at := func(s string, from, to int, work bool, name string) Closure {
		return Closure{Date: date(t, s), Hours: Hours{time.Duration(from) * time.Hour, time.Duration(to) * time.Hour}, Work: work, Name: Text{EN: name}}
	}
	next, changes, err := c.With([]Closure{
		at("2026-12-24", 12, 24, false, "Christmas Eve"), // a Thursday
		at("2026-12-25", 0, 24, false, "Christmas"),
		at("2026-12-26", 0, 24, false, "Boxing Day"),   // a Saturday, closed anyway
		at("2026-12-27", 0, 24, true, "make-up"),       // a Sunday
		at("2026-10-01", 0, 24, false, "National Day"), // known
		at("2026-12-28", 11, 12, false, "a"), at("2026-12-28", 15, 18, false, "b"),
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"2026-12-24 [09:00-12:00] Christmas Eve", "2026-12-25 [] Christmas", "2026-12-27 [09:00-17:00] make-up", "2026-12-28 [09:00-11:00 12:00-15:00] a"}
	if len(changes) != len(want) || len(next.Exceptions) != len(want) {
		t.Fatalf("%v, exceptions %v", changes, next.Exceptions)
	}
	for i, x := range changes {
		hours := "["
		for j, h := range x.Now {
			if j > 0 {
				hours += " "
			}
			hours += h.String()
		}
		if got := x.Date.String() + " " + hours + "] " + x.Name.EN; got != want[i] {
			t.Errorf("%s, want %s", got, want[i])
		}
	}
	was, _ := c.Calendar()
	now, _ := next.Calendar()
	years := OpenYears(was, now, changes)
	if len(years) != 1 || years[0].Now-years[0].Was != -(5+8+3)*time.Hour+8*time.Hour {
		t.Errorf("%+v", years)
	}
	if again, changes, err := next.With([]Closure{at("2026-12-25", 0, 24, false, "Christmas")}); err != nil || len(changes) != 0 || len(again.Exceptions) != len(next.Exceptions) {
		t.Errorf("the same again changes %v (%v)", changes, err)
	}
}
