package store

import (
	"slices"
	"testing"

	"steward/slm"
)

// person gives a person as the directory has it now.
func person(t *testing.T, s *Store, id int64) *slm.Person {
	t.Helper()
	d, err := s.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return d.Person(id)
}

func match(t *testing.T, s *Store, accounts ...Account) []string {
	t.Helper()
	unmatched, err := s.MatchPeople(t.Context(), accounts, noon)
	if err != nil {
		t.Fatal(err)
	}
	return unmatched
}

func TestMatchPeople(t *testing.T) {
	t.Parallel()
	s := company(t)
	got := match(t, s,
		Account{SlackID: "UANNA", Email: "ANN@x.Example", Lang: slm.Chinese, Zone: "Asia/Shanghai"},
		Account{SlackID: "UBOB", Email: "bob@x.example", Lang: slm.English, Zone: "Mars/Olympus"},
		Account{SlackID: "UELSE", Email: "else@x.example", Lang: slm.English},
		Account{SlackID: "UNONE", Lang: slm.English},
	)
	if !slices.Equal(got, []string{"zoe@x.example"}) {
		t.Errorf("unmatched: %v", got)
	}
	if p := person(t, s, ann); p.SlackID != "UANNA" || p.Lang != slm.Chinese || p.Zone != "Asia/Shanghai" {
		t.Errorf("Ann is %+v", p)
	}
	if p := person(t, s, bob); p.SlackID != "UBOB" || p.Zone != "UTC" {
		t.Errorf("Bob, whose zone nobody knows, is %+v", p)
	}
}

func TestMatchAgainChangesNothing(t *testing.T) {
	t.Parallel()
	s := company(t)
	account := Account{SlackID: "UANN", Email: "ann@x.example", Lang: slm.Chinese, Zone: "UTC"}
	match(t, s, account)
	before := number(t, s, `SELECT version FROM directory`)
	match(t, s, account)
	if after := number(t, s, `SELECT version FROM directory`); after != before {
		t.Error("matching again makes every copy read everything anew")
	}
}

// TestAccountsThatSwap: each of two people may get the account that was the
// other's.
func TestAccountsThatSwap(t *testing.T) {
	t.Parallel()
	s := company(t)
	match(t, s,
		Account{SlackID: "Ubob", Email: "ann@x.example", Lang: slm.English, Zone: "UTC"},
		Account{SlackID: "Uann", Email: "bob@x.example", Lang: slm.English, Zone: "UTC"})
	if a, b := person(t, s, ann), person(t, s, bob); a.SlackID != "Ubob" || b.SlackID != "Uann" {
		t.Errorf("Ann has %s, Bob %s", a.SlackID, b.SlackID)
	}
}

func TestGoneAccountHasLeft(t *testing.T) {
	t.Parallel()
	s := company(t)
	gone := Account{SlackID: "Uann", Email: "ann@x.example", Gone: true}
	other := Account{SlackID: "UOLD", Email: "bob@x.example", Gone: true} // an earlier account of Bob's
	match(t, s, gone, other)
	match(t, s, gone)
	if p := person(t, s, ann); p.LeftAt == nil || !p.LeftAt.Equal(noon) {
		t.Errorf("Ann left at %v", p.LeftAt)
	}
	if p := person(t, s, bob); p.LeftAt != nil || p.SlackID != "Ubob" {
		t.Errorf("Bob, who has another account, is %+v", p)
	}
	if n := number(t, s, `SELECT count(*) FROM changes WHERE subject = 'person ann@x.example' AND by = 'slack' AND after ? 'left'`); n != 1 {
		t.Errorf("%d records of the leaving", n)
	}
}

// TestImportKeepsWhatSlackSays: account, language and zone of somebody matched.
func TestImportKeepsWhatSlackSays(t *testing.T) {
	t.Parallel()
	s := company(t)
	match(t, s, Account{SlackID: "UANN", Email: "ann@x.example", Lang: slm.Chinese, Zone: "Asia/Shanghai"})
	d := small()
	d.People[0].Name.EN = "Anna"
	imported(t, s, d, false)
	if p := person(t, s, ann); p.Name.EN != "Anna" || p.SlackID != "UANN" || p.Lang != slm.Chinese || p.Zone != "Asia/Shanghai" {
		t.Errorf("Ann is %+v", p)
	}
}
