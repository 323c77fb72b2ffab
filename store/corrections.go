package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// refuseCorrections refuses corrections of what is neither stored nor comes in
// the same request, belongs to another target, or was corrected before: the
// last correction is the one to correct then. It gives the measurements that are not refused, and fills in
// when those begin that they replace.
func refuseCorrections(ctx context.Context, tx pgx.Tx, ms []*counted) ([]*counted, error) {
	var keys []string
	for _, m := range ms {
		if m.Corrects != "" {
			keys = append(keys, m.Corrects)
		}
	}
	type old struct {
		Target int64
		From   time.Time
		By     string
	}
	found := map[string]old{}
	rows, _ := tx.Query(ctx, `
		SELECT k.key, k.target_id, k.from_at, coalesce(c.by_key, '')
		FROM measured_keys k LEFT JOIN corrections c USING (source, key)
		WHERE k.source = $1 AND k.key = ANY($2)`, ms[0].Source, keys)
	var key string
	var o old
	_, err := pgx.ForEachRow(rows, []any{&key, &o.Target, &o.From, &o.By}, func() error { found[key] = o; return nil })
	if err != nil {
		return nil, fmt.Errorf("read what is corrected: %w", err)
	}
	comes := func(m *counted) {
		if _, stored := found[m.Key]; !stored {
			found[m.Key] = old{Target: m.target.ID, From: m.From}
		}
	}
	for _, m := range ms {
		if m.Corrects == "" {
			comes(m)
		}
	}
	var taken []*counted
	for _, m := range ms {
		o, stored := found[m.Corrects]
		switch {
		case m.Corrects == "":
		case !stored:
			m.refusal = slm.Refuse(slm.NotFound, "measurement.corrects", "key", m.Corrects)
		case o.Target != m.target.ID:
			m.refusal = slm.Refuse(slm.Invalid, "measurement.target", "key", m.Corrects)
		case o.By != "" && o.By != m.Key:
			m.refusal = slm.Refuse(slm.Late, "measurement.corrected", "key", m.Corrects, "by", o.By)
		default:
			m.replaces = o.From
			o.By = m.Key // the next one in this request comes too late
			found[m.Corrects] = o
			comes(m)
		}
		if m.refusal == nil {
			taken = append(taken, m)
		}
	}
	return taken, nil
}

// queueCorrections writes down which measurements are replaced.
func queueCorrections(batch *pgx.Batch, ms []*counted, now time.Time) {
	for _, m := range ms {
		batch.Queue(`INSERT INTO corrections (source, key, by_key, at) VALUES ($1, $2, $3, $4)`, m.Source, m.Corrects, m.Key, now)
	}
}

// touchedBy splits new measurements: into those that can be added to their
// days, and the days that have to be added up anew because of corrections.
func touchedBy(fresh []*counted) (plain, corrections []*counted, anew []dayOf) {
	days := map[dayOf]bool{}
	mark := func(m *counted, at time.Time) {
		d := dayOf{m.target.ID, slm.DayOf(at, m.zone)}
		if !days[d] {
			days[d], anew = true, append(anew, d)
		}
	}
	for _, m := range fresh {
		if m.Corrects != "" {
			corrections = append(corrections, m)
			mark(m, m.replaces)
			mark(m, m.From)
		}
	}
	for _, m := range fresh {
		if len(days) == 0 || !days[dayOf{m.target.ID, slm.DayOf(m.From, m.zone)}] {
			plain = append(plain, m)
		}
	}
	return plain, corrections, anew
}
