package store

import (
	"cmp"
	"time"

	"steward/slm"
)

// A holding is a role at a scope in the hands of a person. There may be
// several rows of it, one after the other.
type holding struct {
	role   slm.RoleKey
	scope  slm.Scope
	person int64
}

func holdingOf(a *slm.Assignment) holding { return holding{a.Role, a.Scope, a.Person} }

// assignments takes over who holds what. What was true in the past stays true:
// an assignment that began is not altered but ended, and another one goes on.
func (im *importer) assignments() {
	rows := map[holding][]*slm.Assignment{}
	for i := range im.have.Assignments {
		h := &im.have.Assignments[i]
		rows[holdingOf(h)] = append(rows[holdingOf(h)], h)
	}
	claimed := map[int64]bool{} // rows that the file has
	exact := make([]*slm.Assignment, len(im.want.Assignments))
	for i, a := range im.want.Assignments {
		a.Person = im.ids[a.Person]
		for _, h := range rows[holdingOf(&a)] {
			if h.From.Equal(a.From) {
				exact[i], claimed[h.ID] = h, true
			}
		}
	}
	for i, a := range im.want.Assignments {
		a.Person = im.ids[a.Person]
		im.assignment(a, exact[i], rows[holdingOf(&a)], claimed)
	}
	for i := range im.have.Assignments {
		if h := &im.have.Assignments[i]; im.complete && !claimed[h.ID] {
			im.endAssignment(h, im.now)
		}
	}
}

// assignment takes over one assignment. Row is the one with the same first
// day, or nil; rows are all of the same holding.
func (im *importer) assignment(a slm.Assignment, row *slm.Assignment, rows []*slm.Assignment, claimed map[int64]bool) {
	goesOn := a.To == nil || a.To.After(im.now)
	for _, h := range rows {
		switch {
		case claimed[h.ID] || !goesOn:
		case row == nil && runs(h, im.now):
			// The file has another first day for it.
			claimed[h.ID] = true
			im.endAssignment(h, later(a.From, im.now))
		case row != nil && h.To != nil && h.To.Equal(row.From):
			claimed[h.ID] = true // an earlier import ended it there
		case row != nil && !runs(row, im.now) && !h.From.Before(*row.To):
			// It goes on where an earlier import ended it.
			claimed[h.ID] = true
			row = h
		}
	}
	switch {
	case row == nil:
		im.beginAssignment(a)
	case goesOn && began(row, im.now) && !runs(row, im.now):
		a.From = im.now
		im.beginAssignment(a)
	case goesOn && began(row, im.now) && row.Deputy != a.Deputy:
		im.endAssignment(row, im.now)
		a.From = im.now
		im.beginAssignment(a)
	default:
		a.ID, a.From, a.To = row.ID, row.From, same(a.To, row.To)
		a.EnteredBy, a.EnteredAt = row.EnteredBy, row.EnteredAt
		if differs(im, im.assignmentOf(a), row, a) {
			im.batch.Queue(`
				UPDATE assignments SET deputy = $2, to_at = $3, entered_by = $4, entered_at = $5 WHERE id = $1`,
				a.ID, a.Deputy, a.To, im.by, im.now)
		}
	}
}

func (im *importer) beginAssignment(a slm.Assignment) {
	a.ID = 0
	im.record(im.assignmentOf(a), nil, a)
	service, agreement := scopeColumns(a.Scope)
	im.batch.Queue(`
		INSERT INTO assignments (role, service, agreement, person_id, deputy, from_at, to_at, entered_by, entered_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		a.Role, service, agreement, a.Person, a.Deputy, a.From, a.To, im.by, im.now)
}

// endAssignment ends a row at a moment. One that did not begin ends when it
// begins: it is never held.
func (im *importer) endAssignment(row *slm.Assignment, at time.Time) {
	if !runs(row, im.now) || row.To != nil && !row.To.After(at) {
		return
	}
	if !began(row, im.now) {
		at = row.From
	}
	a := *row
	a.To = &at
	im.record(im.assignmentOf(a), *row, a)
	im.batch.Queue(`UPDATE assignments SET to_at = $2 WHERE id = $1`, a.ID, at)
}

// assignmentOf names an assignment in the record of changes.
func (im *importer) assignmentOf(a slm.Assignment) string {
	if p := im.have.Person(a.Person); p != nil {
		return assignmentOf(p, a)
	}
	return assignmentOf(im.added[a.Person], a)
}

// covers takes over who stands in. The row of a cover whose last day is
// another is withdrawn, since the new one has the same past.
func (im *importer) covers() {
	claimed := map[int64]bool{}
	for _, c := range im.want.Covers {
		subject := coverOf(cmp.Or(im.want.Person(c.Person), im.have.Person(c.Person)))
		c.Person = im.ids[c.Person]
		if c.By != 0 {
			c.By = im.ids[c.By]
		}
		var row *slm.Cover
		for i := range im.have.Covers {
			h := &im.have.Covers[i]
			if h.Person != c.Person || h.By != c.By || !h.From.Equal(c.From) || claimed[h.ID] {
				continue
			}
			if row == nil || h.To.Equal(c.To) {
				row = h
			}
		}
		if row != nil {
			claimed[row.ID] = true
		}
		im.cover(subject, row, c)
	}
	for i := range im.have.Covers {
		if h := &im.have.Covers[i]; im.complete && !claimed[h.ID] && h.To.After(im.now) {
			im.endCover(h)
		}
	}
}

func (im *importer) cover(subject string, row *slm.Cover, c slm.Cover) {
	c.ID = 0
	if row != nil && row.To.Equal(c.To) {
		c.ID, c.From, c.To = row.ID, row.From, row.To
		if differs(im, subject, row, c) {
			im.batch.Queue(`UPDATE covers SET reason = $2 WHERE id = $1`, c.ID, c.Reason)
		}
		return
	}
	differs(im, subject, row, c)
	if row != nil {
		im.batch.Queue(`UPDATE covers SET ended_at = $2 WHERE id = $1`, row.ID, im.now)
	}
	im.batch.Queue(`
		INSERT INTO covers (person_id, by_id, from_at, to_at, reason) VALUES ($1, nullif($2, 0), $3, $4, $5)
		ON CONFLICT (person_id, coalesce(by_id, 0), from_at, to_at) DO UPDATE SET reason = $5, ended_at = NULL`,
		c.Person, c.By, c.From, c.To, c.Reason)
}

// endCover ends a cover now, or withdraws it before it begins.
func (im *importer) endCover(row *slm.Cover) {
	subject := coverOf(im.have.Person(row.Person))
	if !row.From.Before(im.now) {
		im.record(subject, *row, nil)
		im.batch.Queue(`UPDATE covers SET ended_at = $2 WHERE id = $1`, row.ID, im.now)
		return
	}
	c := *row
	c.To = im.now
	im.record(subject, *row, c)
	im.batch.Queue(`UPDATE covers SET to_at = $2 WHERE id = $1`, c.ID, c.To)
}

// began reports whether a row was ever held.
func began(h *slm.Assignment, now time.Time) bool {
	return h.From.Before(now) && (h.To == nil || h.To.After(h.From))
}

// runs reports whether a row is held at the time or will be.
func runs(h *slm.Assignment, at time.Time) bool {
	return h.To == nil || h.To.After(at) && h.To.After(h.From)
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
