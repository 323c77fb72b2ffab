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
		if have != nil {
			a.Version = have.Version + 1
		}
		im.batch.Queue(`
			INSERT INTO agreements (code, kind, title_en, title_zh, provider, consumer, state, version, from_at, to_at, zone,
				alert_role, answer_seconds,
				calendar, notice_months, notice_days, renewal_months, renewal_days)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, nullif($14, ''), $15, $16, $17, $18)
			ON CONFLICT (code) DO UPDATE SET kind = $2, title_en = $3, title_zh = $4, provider = $5, consumer = $6, state = $7,
				version = $8, from_at = $9, to_at = $10, zone = $11, alert_role = $12, answer_seconds = $13,
				calendar = nullif($14, ''), notice_months = $15, notice_days = $16, renewal_months = $17, renewal_days = $18`,
			a.Code, a.Kind, a.Title.EN, a.Title.ZH, a.Provider, a.Consumer, a.State, a.Version, a.From, a.To, a.Zone,
			a.AlertRole, int64(a.AnswerWithin/time.Second),
			a.Calendar, a.Notice.Months, a.Notice.Days, a.Renewal.Months, a.Renewal.Days)
		im.batch.Queue(`INSERT INTO agreement_versions (agreement, version, content, at, by) VALUES ($1, $2, $3, $4, $5)`,
			a.Code, a.Version, a, im.now, im.by)
		im.batch.Queue(`DELETE FROM agreement_services WHERE agreement = $1`, a.Code)
		for i, service := range a.Services {
			im.batch.Queue(`INSERT INTO agreement_services (agreement, service, position) VALUES ($1, $2, $3)`, a.Code, service, i)
		}
		im.batch.Queue(`UPDATE targets SET ended_at = $2 WHERE agreement = $1 AND ended_at IS NULL`, a.Code, im.now)
		for _, t := range a.Targets {
			im.target(&t)
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
		a.Targets[i] = a.Targets[i].Complete()
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

func (im *importer) target(t *slm.Target) {
	im.batch.Queue(`
		INSERT INTO targets (agreement, key, name_en, name_zh, kind, objective, window_unit, window_days, sense, bound, unit,
			statistic, clock, within_seconds, priority, calendar)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, nullif($9, ''), CASE WHEN $9 = '' THEN NULL ELSE $10::bigint END, $11,
			nullif($12, ''), $13, nullif($14::bigint, 0), $15, nullif($16, ''))
		ON CONFLICT (agreement, key) DO UPDATE SET name_en = $3, name_zh = $4, kind = $5, objective = $6, window_unit = $7,
			window_days = $8, sense = nullif($9, ''), bound = CASE WHEN $9 = '' THEN NULL ELSE $10::bigint END, unit = $11,
			statistic = nullif($12, ''), clock = $13, within_seconds = nullif($14::bigint, 0), priority = $15,
			calendar = nullif($16, ''), ended_at = NULL`,
		t.Agreement, t.Key, t.Name.EN, t.Name.ZH, t.Kind, t.Objective, t.Window.Unit, t.Window.Days, t.Bound.Sense, t.Bound.At,
		t.Bound.Unit, t.Statistic, t.Clock, int64(t.Within/time.Second), t.Priority, t.Calendar)
}
