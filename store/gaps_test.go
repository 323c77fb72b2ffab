package store

import "testing"

// TestGapsWaitForSomebodyToTell: what nobody could be told of is not told.
func TestGapsWaitForSomebodyToTell(t *testing.T) {
	t.Parallel()
	s := company(t)
	ctx := t.Context()
	notices := func() int64 { return number(t, s, `SELECT count(*) FROM pings WHERE kind = 'notice'`) }
	if _, err := s.db.Exec(ctx, `UPDATE people SET slack_id = NULL WHERE id = $1 OR id = $2`, dan, bob); err != nil {
		t.Fatal(err)
	}
	if err := s.TellGaps(ctx, noon); err != nil {
		t.Fatal(err)
	}
	if n := notices(); n != 0 {
		t.Fatalf("%d notices to an owner without an account", n)
	}
	if _, err := s.db.Exec(ctx, `UPDATE people SET slack_id = 'UDAN' WHERE id = $1`, dan); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.TellGaps(ctx, minutes(60)); err != nil {
			t.Fatal(err)
		}
	}
	if n := notices(); n != 1 {
		t.Errorf("%d notices to the owner who came, want 1", n)
	}
}
