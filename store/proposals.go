package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// A ProposalKind says what a proposal is the next version of.
type ProposalKind string

// The kinds of proposals.
const (
	ForAgreement ProposalKind = "agreement"
	ForCalendar  ProposalKind = "calendar"
)

// A Proposal is what somebody has written down and somebody has yet to accept.
type Proposal struct {
	ID        int64
	Kind      ProposalKind
	Code      string
	Base      int // the version that it changes; 0: none is there yet
	Content   json.RawMessage
	By        string // a person's e-mail, or a command
	At        time.Time
	Accepted  *bool // nil while it is open
	SettledBy *string
	SettledAt *time.Time
}

// Agreement gives the agreement as it is proposed.
func (p *Proposal) Agreement() (a slm.Agreement, err error) {
	err = json.Unmarshal(p.Content, &a)
	return a, err
}

// Calendar gives the calendar as it is proposed.
func (p *Proposal) Calendar() (c slm.NamedCalendar, err error) {
	err = json.Unmarshal(p.Content, &c)
	return c, err
}

const proposalColumns = `id, kind, code, base, content, by, at, accepted, settled_by, settled_at`

// ProposeAgreement keeps what an agreement shall be. It refuses what
// Directory.CheckAgreement refuses.
func (s *Store) ProposeAgreement(ctx context.Context, a slm.Agreement, by string, now time.Time) (*Proposal, error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return nil, err
	}
	if err := d.CheckAgreement(&a); err != nil {
		return nil, err
	}
	p := Proposal{Kind: ForAgreement, Code: a.Code, By: by, At: now}
	var tell *slm.Person
	if have := d.Agreement(a.Code); have != nil {
		if p.Base = have.Version; have.State.Binding() {
			tell = managerOf(d, slm.Scope{Kind: slm.AgreementScope, Code: a.Code}, now)
		}
	}
	return s.propose(ctx, p, a, tell, d.ByEmail(by))
}

// ProposeCalendar keeps what a calendar shall be. It refuses a calendar that
// never opens.
func (s *Store) ProposeCalendar(ctx context.Context, c slm.NamedCalendar, by string, now time.Time) (*Proposal, error) {
	d, err := s.Directory(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := c.Calendar(); err != nil {
		return nil, err
	}
	p := Proposal{Kind: ForCalendar, Code: c.Code, By: by, At: now}
	if have := d.NamedCalendar(c.Code); have != nil {
		p.Base = have.Version
	}
	return s.propose(ctx, p, c, managerOf(d, slm.Scope{Kind: slm.Organisation}, now), d.ByEmail(by))
}

// propose keeps a proposal, and owes a message to whoever has to accept it, and
// to the person who wrote it.
func (s *Store) propose(ctx context.Context, p Proposal, content any, tell, author *slm.Person) (kept *Proposal, err error) {
	err = s.inTx(ctx, func(tx pgx.Tx) error {
		rows, _ := tx.Query(ctx, `
			INSERT INTO proposals (kind, code, base, content, by, at) VALUES ($1, $2, $3, $4, $5, $6)
			RETURNING `+proposalColumns, p.Kind, p.Code, p.Base, content, p.By, p.At)
		if kept, err = one(rows, pgx.RowToStructByPos[Proposal]); err != nil {
			return err
		}
		batch := &pgx.Batch{}
		why := Reason{Rule: "proposal", Role: slm.ServiceLevelManager, Propose: kept.ID}
		keys := proposalKeys(kept.ID)
		if author != nil {
			queueNotice(batch, keys[1], author.ID, why, p.At)
		}
		if tell != nil && tell.Email != p.By {
			queueNotice(batch, keys[0], tell.ID, why, p.At)
		}
		batch.Queue(notify)
		return tx.SendBatch(ctx, batch).Close()
	})
	if err != nil {
		return nil, fmt.Errorf("propose %s %s: %w", p.Kind, p.Code, err)
	}
	return kept, nil
}

// proposalKeys are the keys of the messages about a proposal: to whoever has to
// accept it, and to its author.
func proposalKeys(id int64) []string {
	return []string{fmt.Sprintf("proposal/%d", id), fmt.Sprintf("proposal/%d/author", id)}
}

// Proposal gives a proposal, or nil.
func (s *Store) Proposal(ctx context.Context, id int64) (*Proposal, error) {
	rows, _ := s.db.Query(ctx, `SELECT `+proposalColumns+` FROM proposals WHERE id = $1`, id)
	p, err := one(rows, pgx.RowToStructByPos[Proposal])
	if err != nil {
		return nil, fmt.Errorf("read proposal %d: %w", id, err)
	}
	return p, nil
}

// OpenProposals gives the proposals for an agreement or a calendar that nobody
// has settled yet, newest first.
func (s *Store) OpenProposals(ctx context.Context, kind ProposalKind, code string) ([]Proposal, error) {
	rows, _ := s.db.Query(ctx, `
		SELECT `+proposalColumns+` FROM proposals
		WHERE kind = $1 AND code = $2 AND settled_at IS NULL ORDER BY id DESC`, kind, code)
	all, err := pgx.CollectRows(rows, pgx.RowToStructByPos[Proposal])
	if err != nil {
		return nil, fmt.Errorf("read proposals for %s: %w", code, err)
	}
	return all, nil
}

// Accept makes a proposal the next version of what it is for. It refuses, as
// Late, one that is settled already, and one for a version that is not the
// newest any more.
func (s *Store) Accept(ctx context.Context, id int64, by string, now time.Time) error {
	return s.settleProposal(ctx, id, true, by, now, func(batch *pgx.Batch, d *slm.Directory, p *Proposal) error {
		if p.Kind == ForCalendar {
			return acceptCalendar(batch, d, p, by, now)
		}
		return acceptAgreement(batch, d, p, by, now)
	})
}

// Decline puts a proposal aside. It refuses, as Late, one that is settled
// already.
func (s *Store) Decline(ctx context.Context, id int64, by string, now time.Time) error {
	return s.settleProposal(ctx, id, false, by, now, func(*pgx.Batch, *slm.Directory, *Proposal) error { return nil })
}

func (s *Store) settleProposal(ctx context.Context, id int64, accept bool, by string, now time.Time, do func(*pgx.Batch, *slm.Directory, *Proposal) error) error {
	err := s.changeDirectory(ctx, func(tx pgx.Tx, d *slm.Directory) error {
		rows, _ := tx.Query(ctx, `SELECT `+proposalColumns+` FROM proposals WHERE id = $1 FOR UPDATE`, id)
		p, err := one(rows, pgx.RowToStructByPos[Proposal])
		switch {
		case err != nil:
			return err
		case p == nil:
			return slm.Refuse(slm.NotFound, "button")
		case p.SettledAt != nil:
			return slm.Refuse(slm.Late, "proposal.settled", "code", p.Code)
		}
		batch := &pgx.Batch{}
		if err := do(batch, d, p); err != nil {
			return err
		}
		batch.Queue(`UPDATE proposals SET accepted = $2, settled_by = $3, settled_at = $4 WHERE id = $1`, id, accept, by, now)
		batch.Queue(`UPDATE pings SET want = want + 1 WHERE key = ANY($1) AND dropped_at IS NULL`, proposalKeys(id))
		batch.Queue(notify)
		if err := tx.SendBatch(ctx, batch).Close(); err != nil || !accept || p.Kind != ForAgreement {
			return err
		}
		after, err := directoryIn(ctx, tx)
		if err != nil {
			return err
		}
		return s.readjust(ctx, tx, d, after, now)
	})
	if err != nil {
		return fmt.Errorf("settle proposal %d: %w", id, err)
	}
	return nil
}

func acceptCalendar(batch *pgx.Batch, d *slm.Directory, p *Proposal, by string, now time.Time) error {
	c, err := p.Calendar()
	if err != nil {
		return err
	}
	version, before := 0, any(nil)
	if have := d.NamedCalendar(p.Code); have != nil {
		version, before = have.Version, have
	}
	if version != p.Base {
		return slm.Refuse(slm.Late, "proposal.old", "code", p.Code)
	}
	c.Code, c.Version = p.Code, version+1
	queueChange(batch, now, by, "calendar "+c.Code, before, c)
	queueCalendar(batch, &c, now)
	return nil
}

func acceptAgreement(batch *pgx.Batch, d *slm.Directory, p *Proposal, by string, now time.Time) error {
	a, err := p.Agreement()
	if err != nil {
		return err
	}
	have, before := d.Agreement(p.Code), any(nil)
	version, ids := 0, map[string]int64{}
	a.State = slm.Draft
	if have != nil {
		version, before, a.State = have.Version, have, have.State
		for _, t := range have.Targets {
			ids[t.Key] = t.ID
		}
	}
	if version != p.Base {
		return slm.Refuse(slm.Late, "proposal.old", "code", p.Code)
	}
	if err := d.CheckAgreement(&a); err != nil {
		return err // something that it names is gone
	}
	a.Version, a.State = version+1, a.StateAt(now)
	for i := range a.Targets {
		a.Targets[i].ID, a.Targets[i].Agreement = ids[a.Targets[i].Key], a.Code
	}
	a.Targets = byID(a.Targets)
	queueChange(batch, now, by, "agreement "+a.Code, before, a)
	queueAgreement(batch, &a, by, now)
	queueUnderpins(batch, &a)
	return nil
}
