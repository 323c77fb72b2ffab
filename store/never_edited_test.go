package store

import (
	"strings"
	"testing"

	"steward/slm"
)

// TestRecordsAreNeverEdited tries to, as somebody would who writes SQL.
func TestRecordsAreNeverEdited(t *testing.T) {
	t.Parallel()
	s := threeBreaches(t)
	id, err := s.Propose(t.Context(), slm.Exclusion{
		Scope: slm.Scope{Kind: slm.AgreementScope, Code: "SLA-1"}, Reason: "move", ProposedBy: ann, ProposedAt: noon,
		Period: slm.Period{From: minutes(0), To: minutes(1)},
	}, 0, noon)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Approve(t.Context(), id, bob, noon); err != nil {
		t.Fatal(err)
	}
	for _, sql := range []string{
		`UPDATE measured SET good = total`,
		`DELETE FROM measured`,
		`TRUNCATE measured`,
		`UPDATE measured_2026_06 SET good = total`,
		`DELETE FROM measured_2026_06`,
		`TRUNCATE measured_2026_06`,
		`UPDATE measured_keys SET key = key || 'x'`,
		`DELETE FROM measured_keys`,
		`TRUNCATE measured_keys CASCADE`,
		`TRUNCATE corrections`,
		`UPDATE breaches SET good = total`,
		`DELETE FROM breaches`,
		`TRUNCATE breaches CASCADE`,
		`TRUNCATE breach_events`,
		`TRUNCATE breach_seals`,
		`UPDATE judgements SET standing = 'kept'`,
		`TRUNCATE judgements`,
		`TRUNCATE case_events`,
		`UPDATE agreement_versions SET content = '{}'`,
		`UPDATE agreement_versions SET agreement = 'UC-1', version = 9`,
		`UPDATE agreement_versions SET agreement = 'UC-1' WHERE agreement = 'SLA-1' AND version = 2`,
		`DELETE FROM agreement_versions`,
		`TRUNCATE agreement_versions`,
		`TRUNCATE calendar_versions`,
		`UPDATE exclusions SET reason = 'another'`,
		`UPDATE exclusions SET from_at = from_at - interval '1 day'`,
		`UPDATE exclusions SET service = 'MAIL', agreement = NULL`,
		`UPDATE exclusions SET approved_by = NULL, approved_at = NULL`,
		`DELETE FROM exclusions`,
		`UPDATE changes SET by = 'nobody'`,
		`DELETE FROM changes`,
		`TRUNCATE changes`,
	} {
		t.Run(sql, func(t *testing.T) {
			imported(t, s, withObjective(999_500), false) // a second version, the first time
			if _, err := s.db.Exec(t.Context(), sql); err == nil || !strings.Contains(err.Error(), "never edited") {
				t.Errorf("%v, want refused", err)
			}
		})
	}
	if v := verify(t, s); v.Broken != "" || v.Places != 3 {
		t.Errorf("%+v", v)
	}
}

// withObjective gives the small company with another promise of SLA-1.
func withObjective(objective slm.Share) *slm.Directory {
	d := small()
	d.Agreement("SLA-1").Targets[0].Objective = objective
	return d.Index()
}

// TestCodesMayChange: a new code of an agreement is taken over by its versions.
func TestCodesMayChange(t *testing.T) {
	t.Parallel()
	s := threeBreaches(t)
	if _, err := s.db.Exec(t.Context(), `UPDATE agreements SET code = 'SLA-2' WHERE code = 'SLA-1'`); err != nil {
		t.Fatal(err)
	}
	if n := number(t, s, `SELECT count(*) FROM agreement_versions WHERE agreement = 'SLA-2'`); n != 1 {
		t.Errorf("%d versions", n)
	}
	if v := verify(t, s); v.Broken != "" || v.Places != 3 {
		t.Errorf("%+v", v)
	}
}

// TestVerifyFindsOtherPromises: a breach pins what was promised, so that it
// shows when a version of the agreement or the calendar is not what it was.
func TestVerifyFindsOtherPromises(t *testing.T) {
	t.Parallel()
	for table, test := range map[string]struct{ sql, want string }{
		"agreement_versions": {
			`UPDATE agreement_versions SET content = jsonb_set(content, '{Targets,0,Objective}', '900000')`,
			"the version of the agreement by which breach 1, at place 1, was judged is not what it was",
		},
		"calendar_versions": {
			`UPDATE calendar_versions SET definition = jsonb_set(definition, '{Zone}', '"Asia/Tokyo"')`,
			"the version of the calendar by which breach 1, at place 1, was judged is not what it was",
		},
	} {
		t.Run(table, func(t *testing.T) {
			t.Parallel()
			s := company(t, clocked)
			take(t, s, measured("bad", 1, 20, 1000))
			if v := verify(t, s); v.Broken != "" || v.Places != 1 {
				t.Fatalf("%+v", v)
			}
			tamper(t, s, table, test.sql)
			if v := verify(t, s); v.Broken != test.want || v.Places != 0 {
				t.Errorf("%q behind %d, want %q", v.Broken, v.Places, test.want)
			}
		})
	}
}

// TestClosedCalendarIsRefused, on each way into the tables.
func TestClosedCalendarIsRefused(t *testing.T) {
	t.Parallel()
	s := company(t, clocked)
	d := small()
	clocked(d)
	d.Calendars[0].Week = slm.Week{}
	if _, err := s.Import(t.Context(), d.Index(), "test", false, noon); err == nil || !strings.Contains(err.Error(), "calendar.closed") {
		t.Errorf("imported: %v", err)
	}
	if _, err := s.ProposeCalendar(t.Context(), d.Calendars[0], "test", noon); err == nil {
		t.Error("proposed")
	}
	for _, week := range []string{`[null, null, null, null, null, null, null]`, `[[], [], [], [], [], [], []]`, `[]`} {
		sql := `UPDATE calendars SET definition = jsonb_set(definition, '{Week}', '` + week + `')`
		if _, err := s.db.Exec(t.Context(), sql); err == nil || !strings.Contains(err.Error(), "calendars_open") {
			t.Errorf("%s: %v", sql, err)
		}
	}
}
