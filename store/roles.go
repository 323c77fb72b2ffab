package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// readRoles gives the four and those added, in the order in which they were.
func readRoles(ctx context.Context, tx pgx.Tx) ([]slm.Role, error) {
	rows, _ := tx.Query(ctx, `
		SELECT key, name_en, name_zh, purpose_en, purpose_zh, added_at
		FROM roles WHERE added_at IS NOT NULL ORDER BY added_at, key`)
	added, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (r slm.Role, err error) {
		err = row.Scan(&r.Key, &r.Name.EN, &r.Name.ZH, &r.Purpose.EN, &r.Purpose.ZH, &r.AddedAt)
		return r, err
	})
	if err != nil {
		return nil, err
	}
	roles := slices.Concat(slm.Roles, added)
	rows, _ = tx.Query(ctx, `SELECT role, kind, id, text_en, text_zh FROM role_clauses ORDER BY role, kind, position`)
	var key slm.RoleKey
	var kind string
	var c slm.Clause
	_, err = pgx.ForEachRow(rows, []any{&key, &kind, &c.ID, &c.Text.EN, &c.Text.ZH}, func() error {
		i := slices.IndexFunc(roles, func(r slm.Role) bool { return r.Key == key })
		if kind == "qualification" {
			roles[i].Qualifications = append(roles[i].Qualifications, c)
		} else {
			roles[i].Responsibilities = append(roles[i].Responsibilities, c)
		}
		return nil
	})
	return roles, err
}

func readMerges(ctx context.Context, tx pgx.Tx) ([]slm.Merge, error) {
	rows, _ := tx.Query(ctx, `SELECT id, role, into_role, at, by_id, undone_at, coalesce(undone_by, 0) FROM role_merges ORDER BY id`)
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (m slm.Merge, err error) {
		err = row.Scan(&m.ID, &m.From, &m.Into, &m.At, &m.By, &m.UndoneAt, &m.UndoneBy)
		return m, err
	})
}

// changeRoles does something that only the process owner may, on a directory
// that nobody else changes meanwhile. It refuses others, as Forbidden; command
// is what they can ask the process owner to do.
func (s *Store) changeRoles(ctx context.Context, by *slm.Person, command string, now time.Time, do func(pgx.Tx, *slm.Directory) error) error {
	return s.inTx(ctx, func(tx pgx.Tx) error {
		// Every change of the directory counts its version up, and so waits here.
		if _, err := tx.Exec(ctx, `SELECT FROM directory FOR UPDATE`); err != nil {
			return err
		}
		d, err := directoryIn(ctx, tx)
		if err != nil {
			return err
		}
		org := slm.Scope{Kind: slm.Organisation}
		if !d.Holds(by.ID, org, now, slm.ProcessOwner) {
			refusal := slm.Refuse(slm.Forbidden, "role.forbidden").Try(command)
			refusal.Who = d.Responsible(slm.ProcessOwner, org, now)
			return refusal
		}
		return do(tx, d)
	})
}

// AddRole adds a role to the process. It refuses, as Forbidden, people who are
// not the process owner, and, as Invalid, what slm.Directory.NewRole does.
func (s *Store) AddRole(ctx context.Context, draft slm.RoleDraft, by *slm.Person, now time.Time) (role slm.Role, err error) {
	err = s.changeRoles(ctx, by, "/sla role add", now, func(tx pgx.Tx, d *slm.Directory) error {
		if role, err = d.NewRole(draft); err != nil {
			return err
		}
		role.AddedAt = &now
		batch := &pgx.Batch{}
		batch.Queue(`
			INSERT INTO roles (key, name_en, name_zh, purpose_en, purpose_zh, added_at) VALUES ($1, $2, $3, $4, $5, $6)`,
			role.Key, role.Name.EN, role.Name.ZH, role.Purpose.EN, role.Purpose.ZH, now)
		queueClauses(batch, role.Key, "responsibility", role.Responsibilities)
		queueClauses(batch, role.Key, "qualification", role.Qualifications)
		queueChange(batch, now, by.Email, "role "+string(role.Key), nil, role)
		return tx.SendBatch(ctx, batch).Close()
	})
	if err != nil {
		return role, fmt.Errorf("add role %s: %w", draft.Key, err)
	}
	return role, nil
}

func queueClauses(batch *pgx.Batch, role slm.RoleKey, kind string, clauses []slm.Clause) {
	for i, c := range clauses {
		batch.Queue(`
			INSERT INTO role_clauses (id, role, kind, position, text_en, text_zh) VALUES ($1, $2, $3, $4, $5, $6)`,
			c.ID, role, kind, i, c.Text.EN, c.Text.ZH)
	}
}

// roles takes over roles that were added. One that is there already keeps the
// letters of its clauses, which are numbered anew.
func (im *importer) roles() error {
	known := &slm.Directory{Roles: slices.Clone(im.have.Roles)}
	for _, want := range im.want.Roles {
		if _, built := slm.RoleOf(want.Key); built {
			continue
		}
		have, there := im.have.Role(want.Key)
		known.Roles = slices.DeleteFunc(known.Roles, func(r slm.Role) bool { return r.Key == want.Key })
		role, err := known.NewRole(want.Draft())
		if err != nil {
			return fmt.Errorf("role %s: %w", want.Key, err)
		}
		var old *slm.Role
		if role.AddedAt = &im.now; there {
			old, role.AddedAt = &have, have.AddedAt
		}
		if want.AddedAt != nil {
			role.AddedAt = same(want.AddedAt, role.AddedAt)
		}
		known.Roles = append(known.Roles, role)
		if !differs(im, "role "+string(role.Key), old, role) {
			continue
		}
		im.batch.Queue(`
			INSERT INTO roles (key, name_en, name_zh, purpose_en, purpose_zh, added_at) VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (key) DO UPDATE SET name_en = $2, name_zh = $3, purpose_en = $4, purpose_zh = $5, added_at = $6`,
			role.Key, role.Name.EN, role.Name.ZH, role.Purpose.EN, role.Purpose.ZH, role.AddedAt)
		im.batch.Queue(`DELETE FROM role_clauses WHERE role = $1`, role.Key)
		queueClauses(&im.batch, role.Key, "responsibility", role.Responsibilities)
		queueClauses(&im.batch, role.Key, "qualification", role.Qualifications)
	}
	return nil
}

// A MergePreview is what a merge would move, and what it touches that is under
// way.
type MergePreview struct {
	slm.MergePlan
	Open []OpenPing // unanswered breaches whose holders were told, or will be, as holders of From
}

// An OpenPing is a breach that somebody was told of, and nobody answered yet.
type OpenPing struct {
	Breach    int64
	Agreement string
	Person    int64
}

// State tells one preview from another: it changes with anything that the
// preview shows.
func (p MergePreview) State() string {
	text, err := json.Marshal(p)
	if err != nil { // times beyond the year 9999
		return "unwritable"
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

// PreviewMerge says what merging a role into another would move, and changes
// nothing. It refuses what slm.Directory.PlanMerge does.
func (s *Store) PreviewMerge(ctx context.Context, from, into slm.RoleKey, now time.Time) (MergePreview, error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return MergePreview{}, err
	}
	p, err := previewMerge(ctx, s.db, d, from, into, now)
	if err != nil {
		return p, fmt.Errorf("preview merge of %s into %s: %w", from, into, err)
	}
	return p, nil
}

func previewMerge(ctx context.Context, db querier, d *slm.Directory, from, into slm.RoleKey, now time.Time) (p MergePreview, err error) {
	if p.MergePlan, err = d.PlanMerge(from, into, now); err != nil {
		return p, err
	}
	var roles []slm.RoleKey
	for _, part := range d.PartsOf(from, now) {
		roles = append(roles, part.Role)
	}
	rows, _ := db.Query(ctx, `
		SELECT p.breach_id, t.agreement, p.person_id
		FROM pings p
			JOIN follows f ON f.breach_id = p.breach_id
			JOIN breaches b ON b.id = p.breach_id
			JOIN targets t ON t.id = b.target_id
		WHERE f.by_id IS NULL AND p.dropped_at IS NULL AND p.why->>'role' = ANY($1)
		ORDER BY p.id`, roles)
	p.Open, err = pgx.CollectRows(rows, pgx.RowToStructByPos[OpenPing])
	return p, err
}

// MergeRoles makes a role part of another, if what it moves is still what the
// preview with the state showed; else it refuses, as Late. Holders of the role
// are told. It refuses, as Forbidden, people who are not the process owner.
func (s *Store) MergeRoles(ctx context.Context, from, into slm.RoleKey, state string, by *slm.Person, now time.Time) (m slm.Merge, err error) {
	m = slm.Merge{From: from, Into: into, At: now, By: by.ID}
	command := fmt.Sprintf("/sla role merge %s into %s", from, into)
	err = s.changeRoles(ctx, by, command, now, func(tx pgx.Tx, d *slm.Directory) error {
		p, err := previewMerge(ctx, tx, d, from, into, now)
		if err != nil {
			return err
		}
		if p.State() != state {
			return slm.Refuse(slm.Late, "merge.changed")
		}
		rows, _ := tx.Query(ctx, `
			INSERT INTO role_merges (role, into_role, at, by_id, moved) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
			from, into, now, by.ID, p)
		if m.ID, err = pgx.CollectOneRow(rows, pgx.RowTo[int64]); err != nil {
			return err
		}
		batch := &pgx.Batch{}
		queueChange(batch, now, by.Email, mergeOf(m), nil, p)
		return tellMerged(ctx, tx, batch, p.MergePlan, m, Reason{Rule: "merged", By: by.ID, Role: from, Into: into, From: &now})
	})
	if err != nil {
		return m, fmt.Errorf("merge role %s into %s: %w", from, into, err)
	}
	return m, nil
}

// UndoMerge makes a role stand for itself again, with everything as it was. It
// refuses, as NotFound, an id that is none, as Late what slm.Directory.MayUndo
// does, and, as Forbidden, people who are not the process owner.
func (s *Store) UndoMerge(ctx context.Context, id int64, by *slm.Person, now time.Time) (m slm.Merge, err error) {
	err = s.changeRoles(ctx, by, "/sla role undo", now, func(tx pgx.Tx, d *slm.Directory) error {
		i := slices.IndexFunc(d.Merges, func(m slm.Merge) bool { return m.ID == id })
		if i < 0 {
			return slm.Refuse(slm.NotFound, "button")
		}
		m = d.Merges[i]
		var moved MergePreview
		if err := tx.QueryRow(ctx, `SELECT moved FROM role_merges WHERE id = $1`, id).Scan(&moved); err != nil {
			return err
		}
		if err := d.MayUndo(&m, moved.MergePlan, now); err != nil {
			return err
		}
		m.UndoneAt, m.UndoneBy = &now, by.ID
		batch := &pgx.Batch{}
		batch.Queue(`UPDATE role_merges SET undone_at = $2, undone_by = $3 WHERE id = $1`, id, now, by.ID)
		queueChange(batch, now, by.Email, mergeOf(m), moved, nil)
		return tellMerged(ctx, tx, batch, moved.MergePlan, m, Reason{Rule: "unmerged", By: by.ID, Role: m.From, Into: m.Into, From: &now})
	})
	if err != nil {
		return m, fmt.Errorf("undo merge %d of roles: %w", id, err)
	}
	return m, nil
}

// tellMerged sends the batch, with a message owed to everybody who holds what
// a merge moves, except to the one who decided it.
func tellMerged(ctx context.Context, tx pgx.Tx, batch *pgx.Batch, plan slm.MergePlan, m slm.Merge, why Reason) error {
	told := map[int64]bool{why.By: true}
	for _, a := range plan.Assignments {
		if told[a.Person] {
			continue
		}
		told[a.Person] = true
		batch.Queue(`
			INSERT INTO pings (key, kind, person_id, why, owed_at, due_at) VALUES ($1, 'notice', $2, $3, $4, $4)`,
			fmt.Sprintf("merge/%d/%s/person/%d", m.ID, why.Rule, a.Person), a.Person, why, *why.From)
	}
	if err := tx.SendBatch(ctx, batch).Close(); err != nil {
		return err
	}
	return wake(ctx, tx)
}
