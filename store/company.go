package store

import (
	"cmp"
	"context"
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// A Plan is what an import adds and changes, a line each, such as
// "agreement SLA-ORION-HR".
type Plan struct {
	Added   []string
	Changed []string
}

// Import takes over a company from a file: what is new is added, what differs
// is changed, and every change is recorded with its author. What the file does
// not mention stays as it is; an assignment ends by its end date. Importing
// the same file again changes nothing. With dry, all is tried and undone.
func (s *Store) Import(ctx context.Context, company *slm.Directory, by string, dry bool, now time.Time) (Plan, error) {
	have, err := s.readDirectory(ctx)
	if err != nil {
		return Plan{}, fmt.Errorf("read directory: %w", err)
	}
	im := &importer{have: have, want: company, by: by, now: now, ids: map[int64]int64{}}
	tx, err := s.db.Begin(ctx)
	if err != nil {
		return Plan{}, fmt.Errorf("begin import: %w", err)
	}
	defer tx.Rollback(ctx) //nolint:errcheck // nothing to undo after a commit
	if err := im.run(ctx, tx); err != nil {
		return Plan{}, fmt.Errorf("import: %w", err)
	}
	if dry {
		return im.plan, nil
	}
	if err := tx.Commit(ctx); err != nil {
		return Plan{}, fmt.Errorf("keep import: %w", err)
	}
	return im.plan, nil
}

// an importer is one import under way.
type importer struct {
	have, want *slm.Directory
	by         string
	now        time.Time
	ids        map[int64]int64 // person's id in the file -> in the database
	batch      pgx.Batch
	plan       Plan
}

func (im *importer) run(ctx context.Context, tx pgx.Tx) error {
	im.company()
	im.parties()
	im.services()
	if err := im.people(ctx, tx); err != nil {
		return err
	}
	im.agreements()
	im.assignments()
	im.covers()
	return tx.SendBatch(ctx, &im.batch).Close()
}

// differs plans a record, and reports whether there is something to write.
func differs[T any](im *importer, subject string, have *T, want T) bool {
	if have != nil && reflect.DeepEqual(*have, want) {
		return false
	}
	if have == nil {
		im.plan.Added = append(im.plan.Added, subject)
		queueChange(&im.batch, im.now, im.by, subject, nil, want)
	} else {
		im.plan.Changed = append(im.plan.Changed, subject)
		queueChange(&im.batch, im.now, im.by, subject, *have, want)
	}
	return true
}

// company takes over the company's own name and zone, if the file gives them.
func (im *importer) company() {
	type company struct {
		Name slm.Text
		Zone string
	}
	have, want := company{im.have.Name, im.have.Zone}, company{im.want.Name, im.want.Zone}
	if want.Zone != "" && differs(im, "company", &have, want) {
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
			p.ID, p.SlackID = have.ID, have.SlackID
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
		im.ids[file] = id
	}
	return nil
}

// same gives have when both mean the same moment, so that two ways to write it
// are no difference.
func same(want, have *time.Time) *time.Time {
	if want != nil && have != nil && want.Equal(*have) {
		return have
	}
	return want
}

func (im *importer) agreements() {
	var written []slm.Agreement
	for _, a := range im.want.Agreements {
		a = im.aligned(a)
		have := im.have.Agreement(a.Code)
		if !differs(im, "agreement "+a.Code, have, a) {
			continue
		}
		written = append(written, a)
		version := 1
		if have != nil {
			version = have.Version + 1
		}
		im.batch.Queue(`
			INSERT INTO agreements (code, kind, title_en, title_zh, provider, consumer, state, version, from_at, to_at, zone,
				alert_role, answer_seconds)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
			ON CONFLICT (code) DO UPDATE SET kind = $2, title_en = $3, title_zh = $4, provider = $5, consumer = $6, state = $7,
				version = $8, from_at = $9, to_at = $10, zone = $11, alert_role = $12, answer_seconds = $13`,
			a.Code, a.Kind, a.Title.EN, a.Title.ZH, a.Provider, a.Consumer, a.State, version, a.From, a.To, a.Zone,
			a.AlertRole, int64(a.AnswerWithin/time.Second))
		im.batch.Queue(`DELETE FROM agreement_services WHERE agreement = $1`, a.Code)
		for i, service := range a.Services {
			im.batch.Queue(`INSERT INTO agreement_services (agreement, service, position) VALUES ($1, $2, $3)`, a.Code, service, i)
		}
		im.batch.Queue(`UPDATE targets SET ended_at = $2 WHERE agreement = $1 AND ended_at IS NULL`, a.Code, im.now)
		for _, t := range a.Targets {
			im.batch.Queue(`
				INSERT INTO targets (agreement, key, name_en, name_zh, objective) VALUES ($1, $2, $3, $4, $5)
				ON CONFLICT (agreement, key) DO UPDATE SET name_en = $3, name_zh = $4, objective = $5, ended_at = NULL`,
				a.Code, t.Key, t.Name.EN, t.Name.ZH, t.Objective)
		}
	}
	for _, a := range written { // after all of them exist
		im.batch.Queue(`DELETE FROM underpins WHERE agreement = $1 AND NOT carries = ANY($2)`, a.Code, append([]string{}, a.Underpins...))
		for _, carries := range a.Underpins {
			im.batch.Queue(`INSERT INTO underpins (agreement, carries) VALUES ($1, $2) ON CONFLICT DO NOTHING`, a.Code, carries)
		}
	}
}

// aligned gives the agreement of the file as it would read from the database,
// so that both can be compared.
func (im *importer) aligned(a slm.Agreement) slm.Agreement {
	a.Version = 1
	a.Services = append([]string{}, a.Services...)
	a.Underpins = sorted(a.Underpins)
	a.Targets = append([]slm.Target(nil), a.Targets...)
	have := im.have.Agreement(a.Code)
	ids := map[string]int64{}
	if have != nil {
		a.Version = have.Version
		if a.From.Equal(have.From) {
			a.From = have.From
		}
		a.To = same(a.To, have.To)
		for _, t := range have.Targets {
			ids[t.Key] = t.ID
		}
	}
	for i := range a.Targets {
		a.Targets[i].ID = ids[a.Targets[i].Key]
		a.Targets[i].Agreement = a.Code
	}
	a.Targets = byID(a.Targets)
	return a
}

func (im *importer) assignments() {
	for _, a := range im.want.Assignments {
		subject := assignmentOf(im.want.Person(a.Person), a)
		a.Person = im.ids[a.Person]
		var have *slm.Assignment
		for i := range im.have.Assignments {
			h := &im.have.Assignments[i]
			if h.Role == a.Role && h.Scope == a.Scope && h.Person == a.Person && h.From.Equal(a.From) {
				have = h
			}
		}
		if a.ID = 0; have != nil {
			a.ID, a.From, a.To = have.ID, have.From, same(a.To, have.To)
		}
		if !differs(im, subject, have, a) {
			continue
		}
		service, agreement := scopeColumns(a.Scope)
		if have == nil {
			im.batch.Queue(`
				INSERT INTO assignments (role, service, agreement, person_id, deputy, from_at, to_at)
				VALUES ($1, $2, $3, $4, $5, $6, $7)`, a.Role, service, agreement, a.Person, a.Deputy, a.From, a.To)
		} else {
			im.batch.Queue(`UPDATE assignments SET deputy = $2, to_at = $3 WHERE id = $1`, a.ID, a.Deputy, a.To)
		}
	}
}

func (im *importer) covers() {
	for _, c := range im.want.Covers {
		subject := coverOf(im.want.Person(c.Person))
		c.Person = im.ids[c.Person]
		if c.By != 0 {
			c.By = im.ids[c.By]
		}
		var have *slm.Cover
		for i := range im.have.Covers {
			h := &im.have.Covers[i]
			if h.Person == c.Person && h.By == c.By && h.From.Equal(c.From) && h.To.Equal(c.To) {
				have = h
			}
		}
		if c.ID = 0; have != nil {
			c.ID, c.From, c.To = have.ID, have.From, have.To
		}
		if !differs(im, subject, have, c) {
			continue
		}
		if have == nil {
			im.batch.Queue(`
				INSERT INTO covers (person_id, by_id, from_at, to_at, reason) VALUES ($1, nullif($2, 0), $3, $4, $5)
				ON CONFLICT (person_id, coalesce(by_id, 0), from_at, to_at) DO UPDATE SET reason = $5, ended_at = NULL`,
				c.Person, c.By, c.From, c.To, c.Reason)
		} else {
			im.batch.Queue(`UPDATE covers SET reason = $2 WHERE id = $1`, c.ID, c.Reason)
		}
	}
}

func sorted(codes []string) []string {
	codes = append([]string{}, codes...)
	slices.Sort(codes)
	return codes
}

// byID orders targets as the database gives them; new ones, which have no id
// yet, come last.
func byID(targets []slm.Target) []slm.Target {
	slices.SortStableFunc(targets, func(a, b slm.Target) int {
		if (a.ID == 0) != (b.ID == 0) {
			return cmp.Compare(b.ID, a.ID)
		}
		return cmp.Compare(a.ID, b.ID)
	})
	return targets
}
