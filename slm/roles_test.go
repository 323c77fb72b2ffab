package slm_test

import (
	"slices"
	"testing"

	"steward/slm"
)

// clauseIDs are all ids of the source document, role by role in its order.
var clauseIDs = map[slm.RoleKey][]string{
	slm.ProcessOwner:              {"PO-1", "PO-2", "PO-3", "PO-4", "PO-Q1", "PO-Q2", "PO-Q3", "PO-Q4", "PO-Q5"},
	slm.ProcessLead:               {"PL-1", "PL-2", "PL-3", "PL-Q1", "PL-Q2", "PL-Q3", "PL-Q4"},
	slm.ServiceLevelManager:       {"SM-1", "SM-2", "SM-3", "SM-4", "SM-5", "SM-6", "SM-7", "SM-8", "SM-Q1", "SM-Q2", "SM-Q3", "SM-Q4", "SM-Q5"},
	slm.ServiceLevelAdministrator: {"SA-1", "SA-2", "SA-3", "SA-4", "SA-5", "SA-6", "SA-7", "SA-Q1", "SA-Q2", "SA-Q3"},
}

func TestRolesAreComplete(t *testing.T) {
	if len(slm.Roles) != len(clauseIDs) {
		t.Fatalf("%d roles, want %d", len(slm.Roles), len(clauseIDs))
	}
	for _, role := range slm.Roles {
		var ids []string
		for _, c := range slices.Concat(role.Responsibilities, role.Qualifications) {
			ids = append(ids, c.ID)
		}
		if want := clauseIDs[role.Key]; !slices.Equal(ids, want) {
			t.Errorf("%s has the clauses %v, want %v", role.Key, ids, want)
		}
	}
}

func TestRolesSpeakBothLanguages(t *testing.T) {
	seen := map[string]string{}
	check := func(what string, text slm.Text) {
		t.Helper()
		if text.EN == "" || text.ZH == "" {
			t.Errorf("%s lacks a language: %+v", what, text)
		}
		for _, words := range []string{text.EN, text.ZH} {
			if other := seen[words]; other != "" {
				t.Errorf("%s and %s say the same: %q", what, other, words)
			}
			seen[words] = what
		}
	}
	for _, role := range slm.Roles {
		check(string(role.Key)+" name", role.Name)
		check(string(role.Key)+" short", role.Short)
		check(string(role.Key)+" purpose", role.Purpose)
		for _, c := range slices.Concat(role.Responsibilities, role.Qualifications) {
			check(c.ID, c.Text)
		}
	}
}

func TestRoleOf(t *testing.T) {
	for _, want := range slm.Roles {
		if got, ok := slm.RoleOf(want.Key); !ok || got.Key != want.Key {
			t.Errorf("RoleOf(%q) = %q, %v", want.Key, got.Key, ok)
		}
	}
	if _, ok := slm.RoleOf("janitor"); ok {
		t.Error("RoleOf found a role that is not there")
	}
}

func TestClauseOf(t *testing.T) {
	for key, ids := range clauseIDs {
		for _, id := range ids {
			role, clause, ok := slm.ClauseOf(id)
			if !ok || role.Key != key || clause.ID != id {
				t.Errorf("ClauseOf(%q) = %q of %q, %v", id, clause.ID, role.Key, ok)
			}
		}
	}
	if _, _, ok := slm.ClauseOf("SM-9"); ok {
		t.Error("ClauseOf found a clause that is not there")
	}
}

func TestSharedWorkTouchesSeveralRoles(t *testing.T) {
	for _, s := range slm.SharedWork {
		roles := map[slm.RoleKey]bool{}
		for _, id := range s.Clauses {
			role, _, ok := slm.ClauseOf(id)
			if !ok {
				t.Errorf("%s: no clause %s", s.Topic, id)
			}
			roles[role.Key] = true
		}
		if len(roles) < 2 {
			t.Errorf("%s is not shared: %v", s.Topic, s.Clauses)
		}
	}
}
