package main

import (
	"time"

	"github.com/spf13/cobra"

	"steward/slm"
)

// judge says how levels stand, without a database.
func (env environment) judge() *cobra.Command {
	return env.batchCommand(&cobra.Command{
		Use:   "judge --batch",
		Short: "Judge levels such as availability: JSON lines in, one answer each out",
		Long: `Reads JSON lines and answers each with one line under the same id.

  {"id":1,"target":{"objective":"99.9%","zone":"UTC","period":{"from":"2026-06-01","to":"2026-07-01"}},
   "measurements":[{"from":"2026-06-01T00:00:00Z","to":"2026-06-16T00:00:00Z","good":99950,"total":100000}],
   "now":"2026-06-16T00:00:00Z"}
  {"id":1,"standing":"kept","attained":"99.95%","coverage":"100.0%","budget_left":"50.0%","exhausted_at":null}

A period runs from its from until just before its to; each is a time or a date,
which is its first moment in the zone. What cannot be known is null; what cannot
be answered gets {"id","error"} with a sentence. docs/clock.md says how each
figure comes about.`,
	}, answerJudge)
}

// A judgeLine is a question about a level.
type judgeLine struct {
	remarks
	ID           any              `json:"id"`
	Target       *targetDoc       `json:"target"`
	Measurements []measurementDoc `json:"measurements"`
	Now          string           `json:"now"`
}

// A targetDoc is the target of a level as it is written.
type targetDoc struct {
	remarks
	Objective string `json:"objective"`
	Zone      string `json:"zone"`
	Period    struct {
		From string `json:"from"`
		To   string `json:"to"`
	} `json:"period"`
}

// A measurementDoc is a measurement as it is written.
type measurementDoc struct {
	remarks
	From  string `json:"from"`
	To    string `json:"to"`
	Good  *int64 `json:"good"`
	Total *int64 `json:"total"`
}

// A verdict is the answer to a question about a level.
type verdict struct {
	Standing    slm.Standing `json:"standing"`
	Attained    *string      `json:"attained"`
	Coverage    *string      `json:"coverage"`
	BudgetLeft  *string      `json:"budget_left"`
	ExhaustedAt *string      `json:"exhausted_at"`
}

// answerJudge answers one question about a level.
func answerJudge(line []byte, known zones) (any, error) {
	var q judgeLine
	if err := strictly(line, &q); err != nil {
		return nil, err
	}
	if q.Target == nil {
		return nil, complain("The field \"target\" is missing.")
	}
	zone, err := known.find(q.Target.Zone)
	if err != nil {
		return nil, err
	}
	objective, period, err := q.Target.read(zone)
	if err != nil {
		return nil, err
	}
	now, err := readTime("now", q.Now)
	if err != nil {
		return nil, err
	}
	measured := make([]slm.Measurement, len(q.Measurements))
	for i, doc := range q.Measurements {
		if measured[i], err = doc.read(i + 1); err != nil {
			return nil, err
		}
	}
	b, err := slm.JudgePeriod(objective, period, measured, now)
	if err != nil {
		return nil, err
	}
	v := verdict{Standing: b.Standing, Coverage: percent(b.Coverage), ExhaustedAt: stamp(b.ExhaustedAt, zone)}
	if b.Standing != slm.Unknown {
		v.Attained = percent(b.Attained)
	}
	if b.HasBudget {
		v.BudgetLeft = percent(b.Left)
	}
	return v, nil
}

// read gives the objective and the period of a target.
func (doc targetDoc) read(zone *time.Location) (objective slm.Share, period slm.Period, err error) {
	if objective, err = slm.ParseShare(doc.Objective); err != nil {
		return 0, period, complain("The objective must be a percentage such as 99.9%%, at most 100%% and with at most four decimals, not %q.", doc.Objective)
	}
	if period.From, err = readMoment("from", doc.Period.From, zone); err != nil {
		return 0, period, err
	}
	period.To, err = readMoment("to", doc.Period.To, zone)
	return objective, period, err
}

// read makes the measurement that is the given number of its line.
func (doc measurementDoc) read(number int) (m slm.Measurement, err error) {
	if doc.Good == nil || doc.Total == nil {
		return m, complain("Measurement %d needs good and total, in whole numbers.", number)
	}
	m = slm.Measurement{Good: *doc.Good, Total: *doc.Total}
	if m.From, err = readTime("from", doc.From); err == nil {
		m.To, err = readTime("to", doc.To)
	}
	if err != nil {
		return m, complain("Measurement %d: %v", number, err)
	}
	return m, nil
}
