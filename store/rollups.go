package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"

	"steward/slm"
)

// a dayTally is what the measurements of one target add up to that begin on one
// day of the agreement's zone.
type dayTally struct {
	target   int64
	from     time.Time
	excluded bool
	slm.Tally
}

// daysOf adds up measurements by day.
func daysOf(ms []*counted) []dayTally {
	type key struct {
		target, from int64
		excluded     bool
	}
	byDay := map[key][]*counted{}
	for _, m := range ms {
		k := key{m.target.ID, m.day.Unix(), m.excluded}
		byDay[k] = append(byDay[k], m)
	}
	days := make([]dayTally, 0, len(byDay))
	for k, ms := range byDay {
		plain := make([]slm.Measurement, len(ms))
		for i, m := range ms {
			plain[i] = m.Measurement
		}
		days = append(days, dayTally{target: k.target, from: ms[0].day, excluded: k.excluded, Tally: slm.TallyOf(plain)})
	}
	slices.SortFunc(days, func(a, b dayTally) int { return cmp.Or(cmp.Compare(a.target, b.target), a.from.Compare(b.from)) })
	return days
}

// queueDays adds days to what is stored of them. The targets have to be
// locked.
func queueDays(batch *pgx.Batch, days []dayTally) {
	var targets, counts, good, total, numbers, sums []int64
	var low, high, last []*int64
	var froms []time.Time
	var lastTo []*time.Time
	var excluded []bool
	var covered []string
	for _, d := range days {
		targets, froms, excluded = append(targets, d.target), append(froms, d.from), append(excluded, d.excluded)
		counts, good, total = append(counts, d.Count), append(good, d.Good), append(total, d.Total)
		numbers, sums = append(numbers, d.Values.Count), append(sums, d.Values.Sum)
		if d.Values.Count > 0 {
			v := d.Values
			low, high, last, lastTo = append(low, &v.Low), append(high, &v.High), append(last, &v.Last), append(lastTo, &v.LastTo)
		} else {
			low, high, last, lastTo = append(low, nil), append(high, nil), append(last, nil), append(lastTo, nil)
		}
		covered = append(covered, rangesOf(d.Covered))
	}
	batch.Queue(`
		INSERT INTO measured_days AS d (target_id, day, excluded, count, good, total, numbers, number_sum, low, high, last, last_to, covered)
		SELECT * FROM unnest($1::bigint[], $2::timestamptz[], $3::bool[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[],
			$9::bigint[], $10::bigint[], $11::bigint[], $12::timestamptz[], $13::text[]::tstzmultirange[])
		ON CONFLICT (target_id, day, excluded) DO UPDATE SET
			count = d.count + excluded.count, good = d.good + excluded.good, total = d.total + excluded.total,
			numbers = d.numbers + excluded.numbers, number_sum = d.number_sum + excluded.number_sum,
			low = least(d.low, excluded.low), high = greatest(d.high, excluded.high),
			last = CASE WHEN d.last_to IS NULL OR (excluded.last_to, excluded.last) > (d.last_to, d.last) THEN excluded.last ELSE d.last END,
			last_to = greatest(d.last_to, excluded.last_to),
			covered = d.covered + excluded.covered`,
		targets, froms, excluded, counts, good, total, numbers, sums, low, high, last, lastTo, covered)
}

// rangesOf writes periods as a multirange of Postgres.
func rangesOf(periods []slm.Period) string {
	ranges := make([]string, len(periods))
	for i, p := range periods {
		ranges[i] = "[" + p.From.UTC().Format(time.RFC3339Nano) + "," + p.To.UTC().Format(time.RFC3339Nano) + ")"
	}
	return "{" + strings.Join(ranges, ",") + "}"
}

// ranges are a multirange as Postgres gives it.
type ranges = pgtype.Multirange[pgtype.Range[time.Time]]

func periodsOf(ranges ranges) []slm.Period {
	periods := make([]slm.Period, len(ranges))
	for i, r := range ranges {
		periods[i] = slm.Period{From: r.Lower, To: r.Upper}
	}
	return periods
}

// a dayOf is one day of one target.
type dayOf struct {
	target int64
	slm.Period
}

// queueRebuild adds days up anew from their measurements, after something
// changed that no sum can take back.
func queueRebuild(batch *pgx.Batch, days []dayOf) {
	var targets []int64
	var froms, tos []time.Time
	for _, d := range days {
		targets, froms, tos = append(targets, d.target), append(froms, d.From), append(tos, d.To)
	}
	batch.Queue(`
		DELETE FROM measured_days d USING unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) AS old (target, from_at, to_at)
		WHERE d.target_id = old.target AND d.day >= old.from_at AND d.day < old.to_at`, targets, froms, tos)
	batch.Queue(`
		INSERT INTO measured_days (target_id, day, excluded, count, good, total, numbers, number_sum, low, high, last, last_to, covered)
		SELECT m.target_id, new.from_at, m.excluded, count(*), sum(m.good), sum(m.total), count(m.value), coalesce(sum(m.value), 0),
			min(m.value), max(m.value), (array_agg(m.value ORDER BY m.to_at DESC, m.value DESC) FILTER (WHERE m.value IS NOT NULL))[1],
			max(m.to_at) FILTER (WHERE m.value IS NOT NULL), range_agg(tstzrange(m.from_at, m.to_at))
		FROM unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) AS new (target, from_at, to_at)
			JOIN measured_now m ON m.target_id = new.target AND m.from_at >= new.from_at AND m.from_at < new.to_at
		GROUP BY m.target_id, new.from_at, m.excluded`, targets, froms, tos)
}

// queueTallies adds up the days of each target in its window, of measurements
// or, for a clock, of cases, but not when they were covered, which few want to
// know, and finds how it stood last. A window of the calendar is the same one
// where it begins a day sooner or later, as after a change of the zone.
func queueTallies(batch *pgx.Batch, all []*judged) {
	var targets []int64
	var froms, tos []time.Time
	var rolling []bool
	for _, j := range all {
		targets, froms, tos = append(targets, j.target.ID), append(froms, j.period.From), append(tos, j.period.To)
		rolling = append(rolling, j.target.Window.Unit == slm.Rolling)
	}
	batch.Queue(`
		SELECT sum.*, coalesce(g.standing, ''), coalesce(g.at, 'epoch')
		FROM unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[], $4::bool[]) WITH ORDINALITY AS j (target, from_at, to_at, rolling, n),
			LATERAL (
				SELECT coalesce(sum(count), 0)::bigint, coalesce(sum(good), 0)::bigint, coalesce(sum(total), 0)::bigint,
					coalesce(sum(numbers), 0)::bigint, coalesce(sum(number_sum), 0)::bigint, coalesce(min(low), 0), coalesce(max(high), 0),
					coalesce((array_agg(last ORDER BY last_to DESC NULLS LAST, last DESC))[1], 0), max(last_to)
				FROM (
					SELECT day, count, good, total, numbers, number_sum, low, high, last, last_to
					FROM measured_days WHERE target_id = j.target AND NOT excluded
					UNION ALL
					SELECT day, kept + late, kept, kept + late, 0, 0, NULL, NULL, NULL, NULL FROM case_days WHERE target_id = j.target
				) d
				WHERE d.day >= j.from_at AND d.day < j.to_at
			) sum
			LEFT JOIN LATERAL (
				SELECT standing, at FROM judgements
				WHERE target_id = j.target
					AND (j.rolling OR period_from BETWEEN j.from_at - interval '27 hours' AND j.from_at + interval '27 hours')
				ORDER BY id DESC LIMIT 1
			) g ON true
		ORDER BY n`, targets, froms, tos, rolling).Query(func(rows pgx.Rows) error {
		var t slm.Tally
		var lastTo *time.Time
		var last slm.Standing
		var since time.Time
		v, i := &t.Values, 0
		_, err := pgx.ForEachRow(rows, []any{
			&t.Count, &t.Good, &t.Total, &v.Count, &v.Sum, &v.Low, &v.High, &v.Last, &lastTo, &last, &since,
		}, func() error {
			if v.LastTo = (time.Time{}); lastTo != nil {
				v.LastTo = *lastTo
			}
			all[i].tally, all[i].last, all[i].since = t, last, since
			i++
			return nil
		})
		return err
	})
}

// readDays gives the days of one target in a period, in order.
func readDays(ctx context.Context, db querier, target int64, p slm.Period) ([]dayTally, error) {
	rows, _ := db.Query(ctx, `
		SELECT day, excluded, count, good, total, numbers, number_sum, coalesce(low, 0), coalesce(high, 0), coalesce(last, 0), last_to, covered
		FROM measured_days WHERE target_id = $1 AND day >= $2 AND day < $3 ORDER BY day, excluded`, target, p.From, p.To)
	days, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (dayTally, error) {
		d := dayTally{target: target}
		var lastTo *time.Time
		var covered ranges
		v := &d.Values
		err := row.Scan(&d.from, &d.excluded, &d.Count, &d.Good, &d.Total, &v.Count, &v.Sum, &v.Low, &v.High, &v.Last, &lastTo, &covered)
		if lastTo != nil {
			v.LastTo = *lastTo
		}
		d.Covered = periodsOf(covered)
		return d, err
	})
	if err != nil {
		return nil, fmt.Errorf("read days of target %d: %w", target, err)
	}
	return days, nil
}
