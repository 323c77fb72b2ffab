package store

import (
	"cmp"
	"slices"
	"time"

	"steward/slm"
)

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
	a.Underpins = append([]string{}, a.Underpins...)
	a.Targets = append([]slm.Target(nil), a.Targets...)
	have := im.have.Agreement(a.Code)
	ids := map[string]int64{}
	if have != nil {
		im.keep(&a, have)
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
	slices.Sort(a.Underpins)
	return a
}

// keep leaves an agreement what a file that is not complete does not mention.
func (im *importer) keep(a, have *slm.Agreement) {
	if im.complete {
		return
	}
	for _, code := range have.Underpins {
		if !slices.Contains(a.Underpins, code) {
			a.Underpins = append(a.Underpins, code)
		}
	}
	for _, t := range have.Targets {
		if !slices.ContainsFunc(a.Targets, func(other slm.Target) bool { return other.Key == t.Key }) {
			a.Targets = append(a.Targets, t)
		}
	}
}

// endAgreements ends what the file does not have. Targets and what it carries
// stay with it, to be seen.
func (im *importer) endAgreements() {
	for _, have := range im.have.Agreements {
		over := have.To != nil && !have.To.After(im.now)
		if im.want.Agreement(have.Code) != nil || over || have.State == "terminated" {
			continue
		}
		a := have
		a.State, a.Version = "terminated", have.Version+1
		if a.From.Before(im.now) {
			a.To = &im.now
		}
		im.record("agreement "+a.Code, have, a)
		im.batch.Queue(`UPDATE agreements SET state = $2, version = $3, to_at = $4 WHERE code = $1`, a.Code, a.State, a.Version, a.To)
	}
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
