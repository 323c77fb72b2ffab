package store

import (
	"slices"
	"strings"
	"testing"
	"time"

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

// TestAccountThatComesBack: whoever left only because Slack said so is back
// with the account; whom the company file says to have left is not.
func TestAccountThatComesBack(t *testing.T) {
	t.Parallel()
	s := company(t)
	back := Account{SlackID: "Uann", Email: "ann@x.example", Lang: slm.English, Zone: "UTC"}
	gone := back
	gone.Gone = true
	match(t, s, gone)
	match(t, s, back)
	match(t, s, back)
	if p := person(t, s, ann); p.LeftAt != nil {
		t.Errorf("Ann, whose account is back, left at %v", p.LeftAt)
	}
	if n := number(t, s, `SELECT count(*) FROM changes WHERE subject = 'person ann@x.example' AND by = 'slack' AND after->'left' = 'null'`); n != 1 {
		t.Errorf("%d records of the coming back", n)
	}
	if _, err := s.db.Exec(t.Context(), `UPDATE people SET left_at = $2 WHERE id = $1`, bob, noon.Add(-1)); err != nil {
		t.Fatal(err)
	}
	match(t, s, Account{SlackID: "Ubob", Email: "bob@x.example", Lang: slm.English, Zone: "UTC"})
	if p := person(t, s, bob); p.LeftAt == nil {
		t.Error("Bob, who left says the file, is back")
	}
}

// TestGoneBeforeTheLastDay: an account that is closed earlier than the company
// file says its person leaves is closed.
func TestGoneBeforeTheLastDay(t *testing.T) {
	t.Parallel()
	s := company(t)
	if _, err := s.db.Exec(t.Context(), `UPDATE people SET left_at = $2 WHERE id = $1`, ann, noon.AddDate(0, 0, 9)); err != nil {
		t.Fatal(err)
	}
	match(t, s, Account{SlackID: "Uann", Email: "ann@x.example", Gone: true})
	if p := person(t, s, ann); p.ActiveAt(noon) {
		t.Errorf("Ann, whose account is closed, leaves at %v", p.LeftAt)
	}
}

// TestRenamedInSlack: the name of the account is one more of the person's, and
// an import of the company file does not take it away.
func TestRenamedInSlack(t *testing.T) {
	t.Parallel()
	s := company(t)
	account := Account{SlackID: "Uann", Email: "ann@x.example", Name: " Ann Miller ", Lang: slm.English, Zone: "UTC"}
	match(t, s, account)
	account.Name = "" // not said
	match(t, s, account)
	if p := person(t, s, ann); p.Called != "Ann Miller" || p.Name.EN == p.Called {
		t.Errorf("Ann is called %q, named %q", p.Called, p.Name.EN)
	}
	account.Name = strings.Repeat("林", 300)
	match(t, s, account)
	if p := person(t, s, ann); p.Called != strings.Repeat("林", 200) {
		t.Errorf("Ann is called %q", p.Called)
	}
}

// TestStatusInSlack: what an account says of the moment is taken over, and over
// with its time; it is not on record, and an import leaves it.
func TestStatusInSlack(t *testing.T) {
	t.Parallel()
	s := company(t)
	until := noon.Add(time.Hour)
	account := Account{SlackID: "Uann", Email: "ann@x.example", Lang: slm.English, Zone: "UTC", Status: " On holiday ", StatusUntil: &until}
	before := number(t, s, `SELECT count(*) FROM changes`)
	match(t, s, account)
	if _, err := s.Import(t.Context(), small(), "test", false, noon); err != nil {
		t.Fatal(err)
	}
	p := person(t, s, ann)
	if p.StatusAt(noon) != "On holiday" || p.StatusAt(until) != "" {
		t.Errorf("Ann's status is %q, and %q once it is over", p.StatusAt(noon), p.StatusAt(until))
	}
	if after := number(t, s, `SELECT count(*) FROM changes`); after != before {
		t.Errorf("a status made %d changes", after-before)
	}
	account.Status, account.StatusUntil = "", nil
	match(t, s, account)
	if p := person(t, s, ann); p.StatusAt(noon) != "" {
		t.Errorf("Ann's status is still %q", p.Status)
	}
}
