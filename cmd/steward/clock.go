package main

import (
	"math"
	"slices"

	"github.com/spf13/cobra"

	"steward/slm"
)

// clock answers questions about business time, without a database.
func (env environment) clock() *cobra.Command {
	return env.batchCommand(&cobra.Command{
		Use:   "clock --batch",
		Short: "Count business time: JSON lines in, one answer each out",
		Long: `Reads JSON lines and answers each with one line under the same id.

  {"id":1,"op":"add","calendar":{"zone":"Europe/Berlin","week":{"fri":["09:00-17:00"],"mon":["09:00-17:00"]},
   "exceptions":[{"date":"2026-06-22","open":[]}]},"from":"2026-06-19T16:30:00+02:00","duration":"1h"}
  {"id":1,"at":"2026-06-29T09:30:00+02:00"}

op add:     from, duration       -> at
op between: from, to             -> duration
op case:    target, events, now  -> due, used, left, standing

A weekday that is absent is closed. An exception replaces the hours of its date;
without hours the date is closed. Spans may end at 24:00; a night is two spans.
Events are {"at","event"}: start, pause, resume, stop, cancel or reopen. Times
are RFC 3339, durations are written as Go does. What cannot be answered gets
{"id","error"} with a sentence, and so does a field that is not known, except
remarks such as name, note and source. docs/clock.md says how time is counted.`,
	}, answerClock)
}

// batchCommand completes a command that answers JSON lines from its input.
func (env environment) batchCommand(cmd *cobra.Command, answer func([]byte, zones) (any, error)) *cobra.Command {
	lines := false
	cmd.Args = cobra.NoArgs
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if !lines {
			return complain("%s answers JSON lines only: say --batch, and see --help for what they hold", cmd.Name())
		}
		return batch{in: cmd.InOrStdin(), out: env.stdout, answer: answer}.run()
	}
	cmd.Flags().BoolVar(&lines, "batch", false, "answer JSON lines from standard input")
	return cmd
}

// A clockLine is a question about business time.
type clockLine struct {
	remarks
	ID       any          `json:"id"`
	Op       string       `json:"op"`
	Calendar *calendarDoc `json:"calendar"`
	From     string       `json:"from"`
	To       string       `json:"to"`
	Duration string       `json:"duration"`
	Target   string       `json:"target"`
	Events   []eventDoc   `json:"events"`
	Now      string       `json:"now"`
}

// A calendarDoc is a calendar as it is written.
type calendarDoc struct {
	remarks
	Zone string `json:"zone"`
	Week struct {
		Sun []string `json:"sun"`
		Mon []string `json:"mon"`
		Tue []string `json:"tue"`
		Wed []string `json:"wed"`
		Thu []string `json:"thu"`
		Fri []string `json:"fri"`
		Sat []string `json:"sat"`
	} `json:"week"`
	Exceptions []struct {
		remarks
		Date string   `json:"date"`
		Open []string `json:"open"`
	} `json:"exceptions"`
}

// An eventDoc is an event of a case as it is written.
type eventDoc struct {
	remarks
	At    string `json:"at"`
	Event string `json:"event"`
}

// answerClock answers one question about business time.
func answerClock(line []byte, known zones) (any, error) {
	var q clockLine
	if err := strictly(line, &q); err != nil {
		return nil, err
	}
	operations := map[string]func(clockLine, *slm.Calendar) (any, error){
		"add": clockLine.add, "between": clockLine.between, "case": clockLine.judge,
	}
	operation, ok := operations[q.Op]
	switch {
	case !ok:
		return nil, complain("The field \"op\" must be add, between or case, not %q.", q.Op)
	case q.Calendar == nil:
		return nil, complain("The field \"calendar\" is missing.")
	}
	calendar, err := q.Calendar.read(known)
	if err != nil {
		return nil, err
	}
	return operation(q, calendar)
}

func (q clockLine) add(calendar *slm.Calendar) (any, error) {
	from, err := readTime("from", q.From)
	if err != nil {
		return nil, err
	}
	open, err := readDuration("duration", q.Duration)
	if err != nil {
		return nil, err
	}
	at, err := calendar.Add(from, open)
	if err != nil {
		return nil, err
	}
	return struct {
		At *string `json:"at"`
	}{stamp(at, calendar.Zone())}, nil
}

func (q clockLine) between(calendar *slm.Calendar) (any, error) {
	from, err := readTime("from", q.From)
	if err != nil {
		return nil, err
	}
	to, err := readTime("to", q.To)
	if err != nil {
		return nil, err
	}
	open := calendar.Between(from, to)
	if open == math.MaxInt64 {
		return nil, complain("Between %s and %s lies more open time than the 292 years that a duration can hold.", q.From, q.To)
	}
	return struct {
		Duration string `json:"duration"`
	}{open.String()}, nil
}

func (q clockLine) judge(calendar *slm.Calendar) (any, error) {
	target, err := readDuration("target", q.Target)
	if err != nil {
		return nil, err
	}
	now, err := readTime("now", q.Now)
	if err != nil {
		return nil, err
	}
	events := make([]slm.CaseEvent, len(q.Events))
	for i, e := range q.Events {
		events[i].What = slm.Happening(e.Event)
		if !slices.Contains(slm.Happenings, events[i].What) {
			return nil, complain("Event %d must be start, pause, resume, stop, cancel or reopen, not %q.", i+1, e.Event)
		}
		if events[i].At, err = readTime("at", e.At); err != nil {
			return nil, complain("Event %d: %v", i+1, err)
		}
	}
	c, err := slm.JudgeCase(calendar, target, events, now)
	if err != nil {
		return nil, err
	}
	return struct {
		Due      *string      `json:"due"`
		Used     string       `json:"used"`
		Left     string       `json:"left"`
		Standing slm.Standing `json:"standing"`
	}{stamp(c.Due, calendar.Zone()), c.Used.String(), c.Left().String(), c.Standing}, nil
}

// read makes the calendar.
func (doc calendarDoc) read(known zones) (*slm.Calendar, error) {
	zone, err := known.find(doc.Zone)
	if err != nil {
		return nil, err
	}
	w := doc.Week
	var week slm.Week
	for day, spans := range [7][]string{w.Sun, w.Mon, w.Tue, w.Wed, w.Thu, w.Fri, w.Sat} {
		if week[day], err = readHours(spans); err != nil {
			return nil, err
		}
	}
	exceptions := make(map[slm.Date][]slm.Hours, len(doc.Exceptions))
	for _, e := range doc.Exceptions {
		date, err := slm.ParseDate(e.Date)
		if err != nil {
			return nil, err
		}
		hours, err := readHours(e.Open)
		if err != nil {
			return nil, err
		}
		if other, twice := exceptions[date]; twice && !slices.Equal(other, hours) {
			return nil, complain("There are two exceptions for %s: write its hours in one.", date)
		}
		exceptions[date] = hours
	}
	return slm.NewCalendar(zone, week, exceptions)
}

// readHours reads the spans of one day.
func readHours(spans []string) ([]slm.Hours, error) {
	hours := make([]slm.Hours, len(spans))
	for i, s := range spans {
		var err error
		if hours[i], err = slm.ParseHours(s); err != nil {
			return nil, err
		}
	}
	return hours, nil
}
