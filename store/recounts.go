package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

// countAgain counts again what was counted of a target in a span, as is known
// of its outages now: with corrections of the measurements that are wrong, and
// with outages in time that was unknown.
// Each piece belongs to one day of the zone.
func (s *Store) countAgain(ctx context.Context, w watch, span slm.Period, t *slm.Target, zone *time.Location) ([]slm.Measurement, error) {
	if !span.From.Before(span.To) {
		return nil, nil
	}
	counted, err := s.countedIn(ctx, w, span)
	if err != nil {
		return nil, err
	}
	whole := span
	known := make([]slm.Period, len(counted))
	for i, m := range counted {
		known[i] = slm.Period{From: m.From, To: m.To}
		if m.From.Before(whole.From) {
			whole.From = m.From
		}
	}
	outages, err := s.outagesIn(ctx, w.Target, whole)
	if err != nil {
		return nil, err
	}
	gaps, err := s.gapsIn(ctx, w, whole)
	if err != nil {
		return nil, err
	}
	var again []slm.Measurement
	for i, m := range counted {
		var good, total int64
		for _, piece := range slm.Watch(known[i], outages, gaps, zone) {
			seconds := int64(piece.Length() / time.Second)
			if total += seconds; !piece.Bad {
				good += seconds
			}
		}
		if good != m.Good || total != m.Total {
			again = append(again, slm.Measurement{
				Key: nextKey(m.Key), Corrects: m.Key, Agreement: t.Agreement, Target: t.Key, From: m.From, To: m.To, Good: good, Total: total,
			})
		}
	}
	for _, bad := range slm.Watch(span, outages, []slm.Period{span}, zone) {
		for _, piece := range slm.Watch(bad.Period, known, nil, zone) {
			if !piece.Bad { // that is, in nothing that was counted
				again = append(again, slm.Watched{Period: piece.Period, Bad: true}.Measurement(t.Agreement, t.Key))
			}
		}
	}
	return again, nil
}

// countedIn gives the measurements that were made of what was watched and hold,
// in order.
func (s *Store) countedIn(ctx context.Context, w watch, span slm.Period) ([]slm.Measurement, error) {
	// None is longer than a day, and the time lets few months be read.
	rows, _ := s.db.Query(ctx, `
		SELECT m.key, m.from_at, m.to_at, m.good, m.total
		FROM measured m LEFT JOIN corrections c ON c.source = m.source AND c.key = m.key
		WHERE m.target_id = $1 AND m.source = $2 AND m.key LIKE 'watch/%' AND c.key IS NULL
			AND m.from_at < $4 AND m.from_at > $3::timestamptz - interval '2 days' AND m.to_at > $3
		ORDER BY m.from_at`, w.Target, w.Source, span.From, span.To)
	counted, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (m slm.Measurement, err error) {
		err = row.Scan(&m.Key, &m.From, &m.To, &m.Good, &m.Total)
		return m, err
	})
	if err != nil {
		return nil, fmt.Errorf("read what was counted: %w", err)
	}
	return counted, nil
}

// nextKey numbers corrections: "x" is corrected by "x~1", that by "x~2".
func nextKey(key string) string {
	base, number, _ := strings.Cut(key, "~")
	n, _ := strconv.Atoi(number) // none is 0
	return base + "~" + strconv.Itoa(n+1)
}
