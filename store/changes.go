package store

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// BySlack is who changed what was taken over from Slack.
const BySlack = "slack"

// A Change is one change of a record: by whom, and the fields before and after.
type Change struct {
	At      time.Time
	By      string // a person's e-mail, or a command
	Subject string
	Before  map[string]json.RawMessage // nil: the record is new
	After   map[string]json.RawMessage // nil: it counts no more
	People  int                        // whose accounts were taken over from Slack one after the other; then this is the newest of them
}

// ChangesOf says which changes are looked for: those that all of it fits.
type ChangesOf struct {
	Kind  string // of Kinds
	Name  string // code, key or e-mail of what is changed or takes part in it, or e-mail of who changed it
	Words string // that occur in the subject or in who changed it
}

// Kinds are the kinds of subjects: what a record of changes is about.
var Kinds = []string{"company", "party", "service", "calendar", "person", "agreement", "role", "merge", "assignment", "cover", "lesson"}

// Changes gives the newest changes of a kind, at most limit of them. Accounts
// that were taken over one after the other count as one change, unless only
// those of one name are looked for.
func (s *Store) Changes(ctx context.Context, of ChangesOf, limit int) ([]Change, error) {
	rows, _ := s.db.Query(ctx, `
		WITH found AS (
			SELECT id, at, by, subject, before, after, $2 = '' AND by = $5 AND after ? 'account' AS account
			FROM changes
			WHERE ($1 = '' OR split_part(subject, ' ', 1) = $1)
				AND ($2 = '' OR lower($2) = ANY(string_to_array(lower(subject), ' ')) OR by = lower($2))
				AND ($3 = '' OR strpos(lower(subject || ' ' || by), lower($3)) > 0)
		), shown AS (
			SELECT id, at, by, subject, before, after FROM found WHERE NOT account ORDER BY id DESC LIMIT $4
		), accounts AS (
			SELECT max(id) AS id, max(at) AS at, min(by) AS by, min(subject) AS subject,
				(array_agg(before ORDER BY id DESC))[1] AS before, (array_agg(after ORDER BY id DESC))[1] AS after,
				count(DISTINCT subject)::int AS people
			FROM found
			WHERE account AND id > (SELECT CASE WHEN count(*) = $4 THEN min(id) ELSE 0 END FROM shown)
			GROUP BY (SELECT count(*) FROM shown WHERE shown.id > found.id)
		)
		SELECT at, by, subject, before, after, people
		FROM (SELECT *, 0 AS people FROM shown UNION ALL SELECT * FROM accounts) AS changes
		ORDER BY id DESC LIMIT $4`, of.Kind, of.Name, of.Words, limit, BySlack)
	changes, err := pgx.CollectRows(rows, pgx.RowToStructByName[Change])
	if err != nil {
		return nil, fmt.Errorf("read changes: %w", err)
	}
	return changes, nil
}

// queueChange records who changed what, with the values before and after.
func queueChange(batch *pgx.Batch, now time.Time, by, subject string, before, after any) {
	batch.Queue(`INSERT INTO changes (at, by, subject, before, after) VALUES ($1, $2, $3, $4, $5)`, now, by, subject, before, after)
}

// wholeOrganisation is where an assignment without a scope holds.
const wholeOrganisation = "the organisation"

// assignmentOf names an assignment in the record of changes.
func assignmentOf(p *slm.Person, a slm.Assignment) string {
	where := a.Scope.Code
	if a.Scope.Kind == slm.Organisation {
		where = wholeOrganisation
	}
	return fmt.Sprintf("assignment of %s as %s for %s", emailOf(p), a.Role, where)
}

// coverOf names a cover in the record of changes.
func coverOf(p *slm.Person) string { return "cover of " + emailOf(p) }

func emailOf(p *slm.Person) string {
	if p == nil {
		return "somebody"
	}
	return p.Email
}

// mergeOf names a merge in the record of changes.
func mergeOf(m slm.Merge) string { return fmt.Sprintf("merge of role %s into %s", m.From, m.Into) }

// lessonOf names a lesson in the record of changes, which shows no text of
// questions to those who may not read them.
func lessonOf(id int64) string { return fmt.Sprintf("lesson %d", id) }

// A Subject is what a change is about, read from its name in the record.
type Subject struct {
	Kind string // of Kinds; empty: Name is all that is known
	Name string // its code, key or number, or the e-mail of the person
	Role string // of an assignment; of a merge, the role that Name became part of
	Code string // of the service or agreement of an assignment; empty: the whole organisation
}

var (
	assignmentName = regexp.MustCompile(`^assignment of (\S+) as (\S+) for (.+)$`)
	mergeName      = regexp.MustCompile(`^merge of role (\S+) into (\S+)$`)
)

// About reads what a change is about.
func (c Change) About() Subject {
	if m := assignmentName.FindStringSubmatch(c.Subject); m != nil {
		return Subject{"assignment", m[1], m[2], strings.TrimPrefix(m[3], wholeOrganisation)}
	}
	if m := mergeName.FindStringSubmatch(c.Subject); m != nil {
		return Subject{Kind: "merge", Name: m[1], Role: m[2]}
	}
	if name, ok := strings.CutPrefix(c.Subject, "cover of "); ok {
		return Subject{Kind: "cover", Name: name}
	}
	kind, name, _ := strings.Cut(c.Subject, " ")
	if !slices.Contains(Kinds, kind) {
		return Subject{Name: c.Subject}
	}
	return Subject{Kind: kind, Name: name}
}
