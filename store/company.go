package store

import (
	"context"
	"fmt"
	"reflect"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// A Plan is what an import does: the directory before and after. Package
// company tells the difference in words.
type Plan struct {
	Before, After *slm.Directory
}

// Import takes over a company from a file: what is new is added, what differs
// is changed, and every change is recorded with its author. What the file does
// not mention stays as it is. Importing the same file again changes nothing.
// With dry, all is tried and undone.
//
// The company may refer to people that only the database has, by their ids
// there; see company.ReadOnto.
//
// It refuses what Directory.CheckGrowth refuses.
//
// The past stays as it was: an assignment that is to be another ends now, and
// a new one begins.
func (s *Store) Import(ctx context.Context, company *slm.Directory, by string, dry bool, now time.Time) (Plan, error) {
	return s.take(ctx, importer{want: company, by: by}, dry, now)
}

// Replace is Import of a company that is complete: people that it does not
// have are marked as left, and agreements, targets, assignments, covers and
// what underpins what end now.
func (s *Store) Replace(ctx context.Context, company *slm.Directory, by string, dry bool, now time.Time) (Plan, error) {
	return s.take(ctx, importer{want: company, by: by, complete: true}, dry, now)
}

func (s *Store) take(ctx context.Context, im importer, dry bool, now time.Time) (Plan, error) {
	im.now = now.Truncate(time.Microsecond) // as Postgres keeps it
	im.ids, im.added = map[int64]int64{}, map[int64]*slm.Person{}
	tx, err := s.db.Begin(ctx)
	if err != nil {
		return Plan{}, fmt.Errorf("begin import: %w", err)
	}
	defer tx.Rollback(ctx) //nolint:errcheck // nothing to undo after a commit
	// Whoever else changes the directory waits, so that nothing comes between
	// what was compared and what is written.
	if _, err := tx.Exec(ctx, `SELECT FROM directory FOR UPDATE`); err != nil {
		return Plan{}, fmt.Errorf("lock directory: %w", err)
	}
	if im.have, err = directoryIn(ctx, tx); err != nil {
		return Plan{}, fmt.Errorf("read directory: %w", err)
	}
	for _, p := range im.have.People {
		im.ids[p.ID] = p.ID // until the file has another person under it
	}
	if err := im.run(ctx, tx); err != nil {
		return Plan{}, fmt.Errorf("import: %w", err)
	}
	plan := Plan{Before: im.have}
	if plan.After, err = directoryIn(ctx, tx); err != nil {
		return Plan{}, fmt.Errorf("read imported directory: %w", err)
	}
	if dry {
		return plan, nil
	}
	if err := s.readjust(ctx, tx, plan.Before, plan.After, im.now); err != nil {
		return Plan{}, err
	}
	if err := tx.Commit(ctx); err != nil {
		return Plan{}, fmt.Errorf("keep import: %w", err)
	}
	return plan, nil
}

// an importer is one import under way.
type importer struct {
	have, want *slm.Directory
	complete   bool
	by         string
	now        time.Time
	ids        map[int64]int64       // person's id in the file -> in the database
	added      map[int64]*slm.Person // people who are new, by their id in the database
	batch      pgx.Batch
}

func (im *importer) run(ctx context.Context, tx pgx.Tx) error {
	im.company()
	im.parties()
	im.services()
	if err := im.calendars(); err != nil {
		return err
	}
	if err := im.roles(); err != nil {
		return err
	}
	if err := im.people(ctx, tx); err != nil {
		return err
	}
	if err := im.agreements(); err != nil {
		return err
	}
	im.assignments()
	im.covers()
	if im.complete {
		im.endAgreements()
		im.endPeople()
	}
	if err := tx.SendBatch(ctx, &im.batch).Close(); err != nil {
		return err
	}
	im.batch = pgx.Batch{}
	return im.merges(ctx, tx)
}

// differs reports whether there is something to write, and records it.
func differs[T any](im *importer, subject string, have *T, want T) bool {
	switch {
	case have == nil:
		im.record(subject, nil, want)
	case reflect.DeepEqual(*have, want):
		return false
	default:
		im.record(subject, *have, want)
	}
	return true
}

func (im *importer) record(subject string, before, after any) {
	queueChange(&im.batch, im.now, im.by, subject, before, after)
}

// company takes over the company's own name and zone, if the file gives them.
func (im *importer) company() {
	type company struct {
		Name slm.Text
		Zone string
	}
	have := company{im.have.Name, im.have.Zone}
	want := have
	if im.want.Zone != "" {
		want.Zone = im.want.Zone
	}
	if im.want.Name != (slm.Text{}) {
		want.Name = im.want.Name
	}
	if differs(im, "company", &have, want) {
		im.batch.Queue(`UPDATE directory SET name_en = $1, name_zh = $2, zone = $3, version = version + 1`,
			want.Name.EN, want.Name.ZH, want.Zone)
	}
}

func (im *importer) parties() {
	for _, p := range im.want.Parties {
		if differs(im, "party "+p.Code, im.have.Party(p.Code), p) {
			im.batch.Queue(`
				INSERT INTO parties (code, name_en, name_zh, side) VALUES ($1, $2, $3, $4)
				ON CONFLICT (code) DO UPDATE SET name_en = $2, name_zh = $3, side = $4`,
				p.Code, p.Name.EN, p.Name.ZH, p.Side)
		}
	}
}

func (im *importer) services() {
	for _, v := range im.want.Services {
		if v.Aliases == nil {
			v.Aliases = []string{}
		}
		if differs(im, "service "+v.Code, im.have.Service(v.Code), v) {
			im.batch.Queue(`
				INSERT INTO services (code, name_en, name_zh, aliases, state) VALUES ($1, $2, $3, $4, $5)
				ON CONFLICT (code) DO UPDATE SET name_en = $2, name_zh = $3, aliases = $4, state = $5`,
				v.Code, v.Name.EN, v.Name.ZH, v.Aliases, v.State)
		}
	}
}

// people are written first and at once, since the rest refers to their ids.
// Account, language and zone of somebody matched stay as Slack has them.
func (im *importer) people(ctx context.Context, tx pgx.Tx) error {
	if err := tx.SendBatch(ctx, &im.batch).Close(); err != nil {
		return err
	}
	im.batch = pgx.Batch{}
	for _, p := range im.want.People {
		file := p.ID
		have := im.have.ByEmail(p.Email)
		if p.ID = 0; have != nil {
			p.ID, p.SlackID, p.Called, p.Status, p.StatusUntil = have.ID, have.SlackID, have.Called, have.Status, have.StatusUntil
			if have.SlackID != "" {
				p.Lang, p.Zone = have.Lang, have.Zone
			}
			if p.LeftAt = same(p.LeftAt, have.LeftAt); p.LeftAt == nil {
				p.LeftAt = have.LeftAt // Slack may know better
			}
		}
		im.ids[file] = p.ID
		if !differs(im, "person "+p.Email, have, p) {
			continue
		}
		var id int64
		err := tx.QueryRow(ctx, `
			INSERT INTO people (email, name_en, name_zh, lang, zone, party, guest, left_at)
			VALUES ($1, $2, $3, $4, $5, nullif($6, ''), $7, $8)
			ON CONFLICT (email) DO UPDATE
			SET name_en = $2, name_zh = $3, lang = $4, zone = $5, party = nullif($6, ''), guest = $7, left_at = $8
			RETURNING id`,
			p.Email, p.Name.EN, p.Name.ZH, p.Lang, p.Zone, p.Party, p.Guest, p.LeftAt).Scan(&id)
		if err != nil {
			return fmt.Errorf("person %s: %w", p.Email, err)
		}
		p.ID = id
		im.ids[file], im.added[id] = id, &p
	}
	return nil
}

// endPeople marks those as left whom the file does not have.
func (im *importer) endPeople() {
	for _, have := range im.have.People {
		if im.want.ByEmail(have.Email) != nil || have.LeftAt != nil && !have.LeftAt.After(im.now) {
			continue
		}
		p := have
		p.LeftAt = &im.now
		im.record("person "+p.Email, have, p)
		im.batch.Queue(`UPDATE people SET left_at = $2 WHERE id = $1`, p.ID, im.now)
	}
}

// same gives have when both mean the same moment, so that two ways to write it
// are no difference.
func same(want, have *time.Time) *time.Time {
	if want != nil && have != nil && want.Equal(*have) {
		return have
	}
	return want
}
