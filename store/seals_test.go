package store

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"steward/slm"
)

// threeBreaches gives a store with three breaches, of as many months.
func threeBreaches(t *testing.T) *Store {
	t.Helper()
	s := company(t)
	for i, days := range []int{100, 60, 1} {
		take(t, s, measured(fmt.Sprint("month ", i), 24*days, 20, 1000))
	}
	return s
}

func verify(t *testing.T, s *Store) Verdict {
	t.Helper()
	v, err := s.Verify(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// tamper changes what the triggers protect, as only the owner of the tables
// can.
func tamper(t *testing.T, s *Store, table, sql string) {
	t.Helper()
	if _, err := s.db.Exec(t.Context(), sql); err == nil || !strings.Contains(err.Error(), "never edited") {
		t.Fatalf("%s: %v, want refused", sql, err)
	}
	for _, sql := range []string{`ALTER TABLE ` + table + ` DISABLE TRIGGER USER`, sql, `ALTER TABLE ` + table + ` ENABLE TRIGGER USER`} {
		if _, err := s.db.Exec(t.Context(), sql); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
	}
}

func TestVerify(t *testing.T) {
	t.Parallel()
	s := threeBreaches(t)
	v := verify(t, s)
	if v.Places != 3 || v.Broken != "" || len(v.Unsealed) != 0 || len(v.Rules) != 0 {
		t.Fatalf("%+v", v)
	}
	if again := verify(t, s); again.Last != v.Last {
		t.Error("the last seal is another one")
	}
}

// TestVerifyFindsEdits: whatever was changed, the first place that does not
// fit any more is named.
func TestVerifyFindsEdits(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, table, sql string
		places           int64
		want             string
	}{
		{"a figure", "breaches", `UPDATE breaches SET good = good + 1, attained = 998000 WHERE key = 'month 1'`, 1, "breach 2, at place 2, is not what was sealed"},
		{"a time", "breaches", `UPDATE breaches SET found_at = found_at + interval '1 second' WHERE key = 'month 0'`, 0, "breach 1, at place 1, is not what was sealed"},
		{"the content of a seal", "breach_seals", `UPDATE breach_seals SET content = replace(content, '980', '981') WHERE place = 3`, 2, "place 3, of breach 3, does not fit its seal"},
		{"what it was judged by", "breach_seals", `UPDATE breach_seals SET content = replace(content, 'Shanghai', 'Tokyo') WHERE place = 2`, 1, "place 2, of breach 2, does not fit its seal"},
		{"a place", "breach_seals", `DELETE FROM breach_seals WHERE place = 2`, 1, "place 2 is missing"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := threeBreaches(t)
			tamper(t, s, tt.table, tt.sql)
			if v := verify(t, s); v.Broken != tt.want || v.Places != tt.places {
				t.Errorf("%q behind %d, want %q behind %d", v.Broken, v.Places, tt.want, tt.places)
			}
		})
	}
}

// TestOlderCopiesAreSealed: what a copy of the version before recorded is
// sealed by the next tidying.
func TestOlderCopiesAreSealed(t *testing.T) {
	t.Parallel()
	s := threeBreaches(t)
	tamper(t, s, "breach_seals", `DELETE FROM breach_seals WHERE place = 3`)
	if v := verify(t, s); len(v.Unsealed) != 1 || v.Broken != "" {
		t.Errorf("%+v", v)
	}
	if err := s.tidy(t.Context(), noon); err != nil {
		t.Fatal(err)
	}
	if v := verify(t, s); v.Places != 3 || len(v.Unsealed) != 0 {
		t.Errorf("%+v", v)
	}
	if n := number(t, s, `SELECT count(*) FROM pg_inherits WHERE inhparent = 'measured'::regclass AND inhrelid::regclass::text = 'measured_2026_07'`); n != 1 {
		t.Error("there is no partition for the next month")
	}
}

// TestBreachesAtOnceAreOneChain: those who record at the same time wait for
// each other.
func TestBreachesAtOnceAreOneChain(t *testing.T) {
	t.Parallel()
	s := company(t)
	together(t, s, "measured_keys", 4, func(i int) {
		m := measured(fmt.Sprint(i), 24*31*(i%2), 20, 1000)
		m.From, m.To = m.From.AddDate(0, -i, -1), m.To.AddDate(0, -i, -1)
		if i%2 == 1 {
			m.Agreement = "UC-1"
		}
		if _, err := s.Take(t.Context(), "probe", []slm.Measurement{m}, noon); err != nil {
			t.Error(err)
		}
	})
	if v := verify(t, s); v.Places != 4 || v.Broken != "" || len(v.Unsealed) != 0 {
		t.Errorf("%+v", v)
	}
}

// TestSealsNeedNoSteward: the statement in docs/operate.md works the seals out.
func TestSealsNeedNoSteward(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../docs/operate.md")
	if err != nil {
		t.Fatal(err)
	}
	_, sql, _ := strings.Cut(string(text), "SELECT place, seal = ")
	sql, _, _ = strings.Cut(sql, ";")
	s := threeBreaches(t)
	if n := number(t, s, `SELECT count(*) FROM (SELECT place, seal = `+sql+`) AS seals (place, fits) WHERE fits`); n != 3 {
		t.Errorf("%d of 3 seals fit", n)
	}
}

// TestCaseBreachesAreSealed: each breach of a case is sealed with what its own
// target was judged by over its own time, also where several come at once.
func TestCaseBreachesAreSealed(t *testing.T) {
	t.Parallel()
	s := company(t, clocked, func(d *slm.Directory) {
		a := d.Agreement("SLA-1")
		for i := range a.Targets {
			if a.Targets[i].Key == "response" {
				a.Targets[i].Calendar = slm.Always
			}
		}
	})
	happened(t, s, at(t, "16:00"), reports(t, "T-1", "10:00 start")...)
	v := verify(t, s)
	if v.Places != 2 || v.Broken != "" || len(v.Rules) != 0 {
		t.Errorf("%+v, want 2 breaches whose zone data are those of today", v)
	}
	for key, want := range map[string]string{"resolution": "OFFICE", "response": slm.Always} {
		n := number(t, s, `
			SELECT count(*) FROM breach_seals JOIN breaches b ON b.id = breach_id JOIN targets t ON t.id = target_id
			WHERE t.key = $1 AND content::jsonb -> 'judged_by' ->> 'calendar' = $2`, key, want)
		if n != 1 {
			t.Errorf("%s is not sealed with the calendar %s", key, want)
		}
	}
}
