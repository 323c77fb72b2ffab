package store

import (
	"slices"
	"strings"
	"testing"

	"steward/slm"
)

// waitingQuestion keeps a question of somebody and gives it.
func waitingQuestion(t *testing.T, s *Store, slackID, text string, wrong bool) Question {
	t.Helper()
	if err := s.AddQuestion(t.Context(), Question{At: noon, SlackID: slackID, Text: text, Wrong: wrong}); err != nil {
		t.Fatal(err)
	}
	waiting, _, err := s.Questions(t.Context(), 100)
	if err != nil || len(waiting) == 0 {
		t.Fatalf("%d questions wait, %v", len(waiting), err)
	}
	return waiting[len(waiting)-1]
}

func TestTeach(t *testing.T) {
	t.Parallel()
	s := company(t)
	d := directory(t, s)
	q := waitingQuestion(t, s, "Uann", "Who kicks the post room?", false)
	mail := slm.Lesson{Service: "MAIL", Role: slm.ServiceLevelManager}
	first, err := s.Teach(t.Context(), q.ID, mail, d.Person(bob), minutes(1))
	if err != nil {
		t.Fatal(err)
	}
	if p := claimOne(t, s, minutes(2)); p.Person != ann || p.Why.Rule != "taught" || p.Why.By != bob || p.Why.Text != q.Text {
		t.Errorf("told %+v, want Ann the question", p)
	}
	if _, err := s.Teach(t.Context(), q.ID, mail, d.Person(cat), minutes(2)); !refusedAs(err, slm.Late, "question.settled") {
		t.Errorf("taught a settled question: %v", err)
	}

	// Somebody says that this is wrong; it is taught anew, in other letters.
	again := waitingQuestion(t, s, "Ubob", "who kicks the POST ROOM?", true)
	second, err := s.Teach(t.Context(), again.ID, slm.Lesson{Clause: "SA-1"}, d.Person(bob), minutes(3))
	if err != nil {
		t.Fatal(err)
	}
	if n := number(t, s, `SELECT count(*) FROM pings WHERE why->>'rule' = 'taught'`); n != 1 {
		t.Errorf("%d people told, but who teaches need not be", n)
	}
	lessons := directory(t, s).Lessons
	if len(lessons) != 1 || lessons[0] != (slm.Lesson{ID: second, Text: "who kicks the POST ROOM?", Clause: "SA-1"}) {
		t.Errorf("taught %+v, want only the second", lessons)
	}
	if _, err := s.Unteach(t.Context(), first, d.Person(bob), minutes(4)); !refusedAs(err, slm.Late, "lesson.undone") {
		t.Errorf("undid what was replaced: %v", err)
	}
	if l, err := s.Unteach(t.Context(), second, d.Person(bob), minutes(4)); err != nil || l != lessons[0] {
		t.Errorf("undid %+v, %v", l, err)
	}
	if left := directory(t, s).Lessons; len(left) != 0 {
		t.Errorf("%+v are still taught", left)
	}
	if n := number(t, s, `SELECT count(*) FROM changes WHERE subject LIKE 'lesson %' AND by = 'bob@x.example'`); n != 3 {
		t.Errorf("%d changes recorded, want two lessons and one undone", n)
	}
}

func TestTeachName(t *testing.T) {
	t.Parallel()
	s := company(t)
	d := directory(t, s)
	var ids []int64
	for i, who := range []string{"Uann", "Ustranger"} { // of strangers there is nobody to tell
		q := waitingQuestion(t, s, who, "who handles snail "+who, false)
		id, err := s.TeachName(t.Context(), q.ID, "MAIL", "Snail", d.Person(bob), minutes(i))
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id)
		if _, err := s.TeachName(t.Context(), q.ID, "MAIL", "Snails", d.Person(bob), minutes(i)); !refusedAs(err, slm.Late, "question.settled") {
			t.Errorf("taught a settled question: %v", err)
		}
	}
	if got := directory(t, s).Service("MAIL").Aliases; len(got) == 0 || got[len(got)-1] != "Snail" || len(got) != len(d.Service("MAIL").Aliases)+1 {
		t.Errorf("aliases %q, want Snail once", got)
	}
	if ids[0] == 0 || ids[1] != 0 {
		t.Errorf("names %d, want one for the first only", ids)
	}
	if p := claimOne(t, s, minutes(2)); p.Person != ann || p.Why.Name != "Snail" || p.Why.Scope != "MAIL" {
		t.Errorf("told %+v, want Ann, of Snail", p)
	}
}

func TestUnteachName(t *testing.T) {
	t.Parallel()
	s := company(t)
	d := directory(t, s)
	before := d.Service("MAIL").Aliases
	teach := func(alias string, at int) int64 {
		t.Helper()
		q := waitingQuestion(t, s, "Uann", "who handles "+alias+"?", false)
		id, err := s.TeachName(t.Context(), q.ID, "MAIL", alias, d.Person(bob), minutes(at))
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	snail, pigeon := teach("Snail", 0), teach("Pigeon", 1)
	if names, n, err := s.TaughtNames(t.Context(), 1); err != nil || n != 2 || len(names) != 1 || names[0] != (TaughtName{pigeon, "MAIL", "Pigeon", bob, names[0].At}) {
		t.Errorf("taught %+v of %d, %v, want Pigeon of two", names, n, err)
	}
	got, err := s.UnteachName(t.Context(), snail, d.Person(cat), minutes(2))
	if err != nil || got.Alias != "Snail" || got.Service != "MAIL" {
		t.Errorf("took back %+v, %v", got, err)
	}
	if got := directory(t, s).Service("MAIL").Aliases; !slices.Equal(got, append(slices.Clone(before), "Pigeon")) {
		t.Errorf("aliases %q, want those of before and Pigeon", got)
	}
	if _, err := s.UnteachName(t.Context(), snail, d.Person(bob), minutes(3)); !refusedAs(err, slm.Late, "lesson.undone") {
		t.Errorf("took back twice: %v", err)
	}
	changes, err := s.Changes(t.Context(), ChangesOf{Kind: "service", Name: "mail"}, 1)
	if err != nil || len(changes) != 1 || changes[0].By != "cat@x.example" || !strings.Contains(string(changes[0].Before["Aliases"]), "Snail") {
		t.Errorf("recorded %+v, %v, want that Cat took Snail away", changes, err)
	}
	if again := teach("snail", 4); again == snail || again == 0 {
		t.Errorf("taught again as %d, want a new row", again)
	}

	// A file without the name takes it away, too: then there is nothing to undo.
	if _, err := s.db.Exec(t.Context(), `UPDATE services SET aliases = '{}' WHERE code = 'MAIL'`); err != nil {
		t.Fatal(err)
	}
	if names, n, err := s.TaughtNames(t.Context(), 9); err != nil || n != 0 || len(names) != 0 {
		t.Errorf("taught %+v, %v, want none", names, err)
	}
	if id := teach("Pigeon", 5); id != pigeon {
		t.Errorf("taught anew as %d, want the row %d", id, pigeon)
	}
}
