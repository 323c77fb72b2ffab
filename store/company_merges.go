package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// merges takes over which roles became part of which, in the order in which
// they did. One that was undone here since stays undone. It refuses what
// slm.Directory.PlanMerge does; nobody is told, as nobody is of what else a
// file says.
func (im *importer) merges(ctx context.Context, tx pgx.Tx) error {
	want := slices.Clone(im.want.Merges)
	slices.SortStableFunc(want, func(a, b slm.Merge) int { return a.At.Compare(b.At) })
	for _, m := range want {
		m.By, m.UndoneBy = im.ids[m.By], im.ids[m.UndoneBy]
		have := im.merge(m)
		var err error
		switch {
		case have == nil:
			err = im.addMerge(ctx, tx, m)
		case have.UndoneAt == nil && m.UndoneAt != nil:
			im.record(mergeOf(m), *have, m)
			_, err = tx.Exec(ctx, `UPDATE role_merges SET undone_at = $2, undone_by = $3 WHERE id = $1`, have.ID, m.UndoneAt, m.UndoneBy)
		}
		if err != nil {
			return fmt.Errorf("merge of role %s into %s: %w", m.From, m.Into, err)
		}
	}
	return tx.SendBatch(ctx, &im.batch).Close()
}

// merge gives the merge that there is already, or nil: of the same moment, or
// one that stands.
func (im *importer) merge(m slm.Merge) *slm.Merge {
	var found *slm.Merge
	for i := range im.have.Merges {
		h := &im.have.Merges[i]
		if h.From == m.From && h.Into == m.Into && (h.At.Equal(m.At) || h.UndoneAt == nil && m.UndoneAt == nil) {
			found = cmp.Or(found, h)
		}
	}
	return found
}

// addMerge stores a merge with what it moves, as one by hand is.
func (im *importer) addMerge(ctx context.Context, tx pgx.Tx, m slm.Merge) error {
	d, err := directoryIn(ctx, tx)
	if err != nil {
		return err
	}
	var moved MergePreview
	if moved.MergePlan, err = d.PlanMerge(m.From, m.Into, m.At); err != nil {
		return err
	}
	var undoneBy *int64
	if m.UndoneBy != 0 {
		undoneBy = &m.UndoneBy
	}
	im.record(mergeOf(m), nil, m)
	_, err = tx.Exec(ctx, `
		INSERT INTO role_merges (role, into_role, at, by_id, moved, undone_at, undone_by) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		m.From, m.Into, m.At, m.By, moved, m.UndoneAt, undoneBy)
	return err
}
