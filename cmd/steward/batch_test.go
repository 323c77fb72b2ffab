package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// answers runs a batch command on its input and gives the lines it answers.
func answers(t *testing.T, args []string, input string) []string {
	t.Helper()
	var out bytes.Buffer
	env := environment{getenv: func(string) string { return "" }, stdout: &out, stderr: &out}
	cmd := env.clock()
	if args[0] == "judge" {
		cmd = env.judge()
	}
	cmd.SetArgs(args[1:])
	cmd.SetIn(strings.NewReader(input))
	if err := cmd.Execute(); err != nil {
		t.Fatal(err)
	}
	text := strings.TrimSuffix(out.String(), "\n")
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// A table holds results that others published, re-keyed. Where ours deviate,
// the row has theirs and the reason.
type table struct {
	Source    string
	Calendars map[string]json.RawMessage
	Rows      []struct {
		Name, Calendar, Op, From, To, Duration string
		Want, Theirs, Why                      string
	}
}

// TestPublicTables runs the tables that others wrote through the command.
func TestPublicTables(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../slm/testdata/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var tables table
			if err := strictly(text, &tables); err != nil {
				t.Fatal(err)
			}
			var in bytes.Buffer
			for _, row := range tables.Rows {
				line := map[string]any{"id": row.Name, "op": row.Op, "calendar": tables.Calendars[row.Calendar], "from": row.From, "to": row.To, "duration": row.Duration}
				if err := json.NewEncoder(&in).Encode(line); err != nil {
					t.Fatal(err)
				}
			}
			for i, line := range answers(t, []string{"clock", "--batch"}, in.String()) {
				row := tables.Rows[i]
				var got struct{ ID, At, Duration, Error string }
				if err := json.Unmarshal([]byte(line), &got); err != nil {
					t.Fatalf("%s: %v", line, err)
				}
				answer := got.At + got.Duration
				if got.Error != "" && row.Want == "error" {
					answer = "error"
				}
				if got.ID != row.Name || answer != row.Want {
					t.Errorf("%s: %s, want %s", row.Name, line, row.Want)
				}
				if (row.Theirs == "") != (row.Why == "") || row.Theirs == row.Want {
					t.Errorf("%s: a deviation needs their result and the reason", row.Name)
				}
			}
		})
	}
}

const office = `"calendar":{"zone":"Europe/Berlin","week":{"mon":["09:00-17:00"],"fri":["09:00-17:00"]}}`

// TestBatchLines asks single lines and wants exactly the answers.
func TestBatchLines(t *testing.T) {
	t.Parallel()
	long := `{"id":"` + strings.Repeat("x", longestLine) + `"}`
	tests := []struct{ name, command, in, want string }{
		{"text as id", "clock", `{"id":"a<b>","op":"add",` + office + `,"from":"2026-06-19T16:30:00+02:00","duration":"1h"}`, `{"id":"a<b>","at":"2026-06-22T09:30:00+02:00"}`},
		{"object as id", "clock", `{"op":"between",` + office + `,"from":"2026-06-19T16:30:00Z","to":"2026-06-22T10:00:00+02:00","id":{"n": [1, null]}}`, `{"id":{"n":[1,null]},"duration":"1h0m0s"}`},
		{"large number as id", "clock", `{"id":12345678901234567890,"op":"x"}`, `{"id":12345678901234567890,"error":"The field \"op\" must be add, between or case, not \"x\"."}`},
		{"no id", "clock", `{"op":"add"}`, `{"id":null,"error":"The field \"calendar\" is missing."}`},
		{
			"case", "clock", `{"id":1,"op":"case",` + office + `,"target":"4h","events":[{"at":"2026-06-19T08:00:00Z","event":"start"}],"now":"2026-06-19T11:30:00Z"}`,
			`{"id":1,"due":"2026-06-19T14:00:00+02:00","used":"3h30m0s","left":"30m0s","standing":"at risk"}`,
		},
		{
			"paused case", "clock", `{"id":1,"op":"case",` + office + `,"target":"4h","events":[{"at":"2026-06-19T08:00:00Z","event":"start"},{"at":"2026-06-19T09:00:00Z","event":"pause"}],"now":"2026-06-19T11:30:00Z"}`,
			`{"id":1,"due":null,"used":"1h0m0s","left":"3h0m0s","standing":"kept"}`,
		},
		{"case without events", "clock", `{"id":1,"op":"case",` + office + `,"target":"4h","now":"2026-06-19T11:30:00Z"}`, `{"id":1,"due":null,"used":"0s","left":"4h0m0s","standing":"unknown"}`},
		{
			"unknown event", "clock", `{"id":1,"op":"case",` + office + `,"target":"4h","events":[{"at":"2026-06-19T08:00:00Z","event":"sleep"}],"now":"2026-06-19T11:30:00Z"}`,
			`{"id":1,"error":"Event 1 must be start, pause, resume, stop, cancel or reopen, not \"sleep\"."}`,
		},
		{"no JSON", "clock", `{"id":1,`, `{"id":null,"error":"This line is no JSON: unexpected end of JSON input, at byte 8."}`},
		{"no object", "clock", `[1]`, `{"id":null,"error":"A line must be a JSON object, not array."}`},
		{"two values", "judge", `{"id":1} {"id":2}`, `{"id":null,"error":"This line is no JSON: invalid character '{' after top-level value, at byte 10."}`},
		{"unknown field", "clock", `{"id":1,"op":"add","calender":{}}`, `{"id":1,"error":"There is no field \"calender\"."}`},
		{"unknown weekday", "clock", `{"id":1,"op":"add","calendar":{"zone":"UTC","week":{"monday":["09:00-17:00"]}}}`, `{"id":1,"error":"There is no field \"monday\"."}`},
		{"wrong type", "clock", `{"id":1,"op":"add","calendar":{"zone":7}}`, `{"id":1,"error":"The field \"calendar.zone\" takes text in quotes, not number."}`},
		{"too long", "clock", long, `{"id":null,"error":"This line is longer than 16 MiB: ask in several lines."}`},
		{"no such zone", "clock", `{"id":1,"op":"add","calendar":{"zone":"Mars/Olympus"}}`, `{"id":1,"error":"\"Mars/Olympus\" is no time zone: write an IANA name such as Europe/Berlin or UTC."}`},
		{"the zone of this machine", "clock", `{"id":1,"op":"add","calendar":{"zone":"Local"}}`, `{"id":1,"error":"\"Local\" is no time zone: write an IANA name such as Europe/Berlin or UTC."}`},
		{"no zone", "clock", `{"id":1,"op":"add","calendar":{}}`, `{"id":1,"error":"The field \"zone\" is missing: an IANA name such as Europe/Berlin or UTC."}`},
		{"never open", "clock", `{"id":1,"op":"add","calendar":{"zone":"UTC","week":{"mon":[]}},"from":"2026-06-19T16:30:00Z","duration":"1h"}`, `{"id":1,"error":"This calendar never opens: give at least one day hours."}`},
		{
			"exceptions are over", "clock", `{"id":1,"op":"add","calendar":{"zone":"UTC","exceptions":[{"date":"2020-01-01","open":["09:00-17:00"]}]},"from":"2026-06-19T16:30:00Z","duration":"1h"}`,
			`{"id":1,"error":"This calendar has too little open time from 2026-06-19T16:30:00Z on: no day of its week is open, and its exceptions are over."}`,
		},
		{"overlap", "clock", `{"id":1,"op":"add","calendar":{"zone":"UTC","week":{"mon":["09:00-17:00","16:00-18:00"]}}}`, `{"id":1,"error":"The hours 09:00-17:00 and 16:00-18:00 overlap."}`},
		{
			"night in one span", "clock", `{"id":1,"op":"add","calendar":{"zone":"UTC","week":{"mon":["22:00-06:00"]}}}`,
			`{"id":1,"error":"The hours 22:00-06:00 end before they start. A night is two spans: until 24:00, and from 00:00 on the next day."}`,
		},
		{
			"remarks", "clock", `{"id":1,"note":"a holiday by name","op":"between","calendar":{"name":"office","zone":"UTC","week":{"mon":["09:00-17:00"]},"exceptions":[{"date":"2026-06-15","open":[],"name":"Founders' Day"}]},"from":"2026-06-15t00:00:00z","to":"2026-06-23T00:00:00Z","want":"8h0m0s"}`,
			`{"id":1,"duration":"8h0m0s"}`,
		},
		{
			"events with their ids", "clock", `{"id":1,"op":"case",` + office + `,"target":"4h","events":[{"id":"e1","source":"desk","at":"2026-06-19T08:00:00Z","event":"start"}],"now":"2026-06-19T08:30:00Z"}`,
			`{"id":1,"due":"2026-06-19T14:00:00+02:00","used":"30m0s","left":"3h30m0s","standing":"kept"}`,
		},
		{"event without a time", "clock", `{"id":1,"op":"case",` + office + `,"target":"4h","events":[{"event":"start"}],"now":"2026-06-19T08:30:00Z"}`, `{"id":1,"error":"Event 1: The field \"at\" is missing: a time such as 2026-06-15T09:00:00+08:00."}`},
		{
			"paused after the breach", "clock", `{"id":1,"op":"case",` + office + `,"target":"1h","events":[{"at":"2026-06-19T08:00:00Z","event":"start"},{"at":"2026-06-19T10:00:00Z","event":"pause"}],"now":"2026-06-19T11:30:00Z"}`,
			`{"id":1,"due":"2026-06-19T11:00:00+02:00","used":"2h0m0s","left":"-1h0m0s","standing":"breached"}`,
		},
		{"no list of hours", "clock", `{"id":1,"op":"add","calendar":{"zone":"UTC","week":{"mon":"09:00-17:00"}}}`, `{"id":1,"error":"The field \"calendar.week.mon\" takes a list in [], not string."}`},
		{"no week", "clock", `{"id":1,"op":"add","calendar":{"zone":"UTC","week":"24x7"}}`, `{"id":1,"error":"The field \"calendar.week\" takes an object in {}, not string."}`},
		{
			"an exception twice", "clock", `{"id":1,"op":"between","calendar":{"zone":"UTC","week":{"wed":["09:00-17:00"]},"exceptions":[{"date":"2020-01-01"},{"date":"2020-01-01","open":[]}]},"from":"2020-01-01T00:00:00Z","to":"2020-01-02T00:00:00Z"}`,
			`{"id":1,"duration":"0s"}`,
		},
		{"two exceptions", "clock", `{"id":1,"op":"add","calendar":{"zone":"UTC","exceptions":[{"date":"2020-01-01"},{"date":"2020-01-01","open":["09:00-12:00"]}]}}`, `{"id":1,"error":"There are two exceptions for 2020-01-01: write its hours in one."}`},
		{"no such date", "clock", `{"id":1,"op":"add","calendar":{"zone":"UTC","exceptions":[{"date":"2026-02-29"}]}}`, `{"id":1,"error":"“2026-02-29” is no date. Write it as 2026-10-01."}`},
		{"no time", "clock", `{"id":1,"op":"add",` + office + `,"from":"yesterday"}`, `{"id":1,"error":"The field \"from\" is no time: \"yesterday\". Write it as 2026-06-15T09:00:00+08:00."}`},
		{"no duration", "clock", `{"id":1,"op":"add",` + office + `,"from":"2026-06-19T16:30:00Z","duration":"2 days"}`, `{"id":1,"error":"The field \"duration\" is no duration: \"2 days\". Write it as 1h30m."}`},
		{"no target", "clock", `{"id":1,"op":"case",` + office + `,"target":"0s","now":"2026-06-19T11:30:00Z"}`, `{"id":1,"error":"A target of 0s cannot be kept: it must be more than nothing."}`},
		{"long ago", "clock", `{"id":1,"op":"add",` + office + `,"from":"1800-01-01T00:00:00Z","duration":"0s"}`, `{"id":1,"at":"1800-01-03T08:06:32Z"}`},

		{
			"kept", "judge", `{"id":1,"target":{"objective":"99.9%","zone":"UTC","period":{"from":"2026-06-01","to":"2026-07-01T00:00:00Z"}},"measurements":[{"from":"2026-06-01T00:00:00Z","to":"2026-06-16T00:00:00Z","good":99950,"total":100000}],"now":"2026-06-16T00:00:00Z"}`,
			`{"id":1,"standing":"kept","attained":"99.95%","coverage":"100.0%","budget_left":"50.0%","exhausted_at":null}`,
		},
		{
			"breached", "judge", `{"id":1,"target":{"objective":"99%","zone":"Asia/Shanghai","period":{"from":"2026-06-01","to":"2026-07-01"}},"measurements":[{"from":"2026-06-01T00:00:00+08:00","to":"2026-06-11T00:00:00+08:00","good":985,"total":1000}],"now":"2026-06-11T00:00:00+08:00"}`,
			`{"id":1,"standing":"breached","attained":"98.5%","coverage":"100.0%","budget_left":"-50.0%","exhausted_at":"2026-06-21T00:00:00+08:00"}`,
		},
		{
			"nothing measured", "judge", `{"id":1,"target":{"objective":"99%","zone":"UTC","period":{"from":"2026-06-01","to":"2026-07-01"}},"now":"2026-06-11T00:00:00+08:00"}`,
			`{"id":1,"standing":"unknown","attained":null,"coverage":"0.0%","budget_left":null,"exhausted_at":null}`,
		},
		{"no objective", "judge", `{"id":1,"target":{"objective":"99.99999%","zone":"UTC"}}`, `{"id":1,"error":"The objective must be a percentage such as 99.9%, at most 100% and with at most four decimals, not \"99.99999%\"."}`},
		{
			"no total", "judge", `{"id":1,"target":{"objective":"99%","zone":"UTC","period":{"from":"2026-06-01","to":"2026-07-01"}},"measurements":[{"good":1}],"now":"2026-06-11T00:00:00Z"}`,
			`{"id":1,"error":"Measurement 1 needs good and total, in whole numbers."}`,
		},
		{
			"out of the period and after now", "judge", `{"id":1,"target":{"objective":"99%","zone":"UTC","period":{"from":"2026-06-01","to":"2026-07-01"}},"measurements":[{"from":"2026-05-01T00:00:00Z","to":"2026-06-01T00:00:00Z","good":0,"total":9},{"key":"m1","from":"2026-06-01T00:00:00Z","to":"2026-06-11T00:00:00Z","good":985,"total":1000},{"from":"2026-06-11T00:00:00Z","to":"2026-06-12T00:00:00Z","good":0,"total":9}],"now":"2026-06-11T00:00:00Z"}`,
			`{"id":1,"standing":"breached","attained":"98.5%","coverage":"100.0%","budget_left":"-50.0%","exhausted_at":"2026-06-21T00:00:00Z"}`,
		},
		{"no end", "judge", `{"id":1,"target":{"objective":"99%","zone":"UTC","period":{"from":"2026-06-01","to":"2026-07-01"}},"measurements":[{"from":"2026-05-01T00:00:00Z","good":0,"total":9}],"now":"2026-06-11T00:00:00Z"}`, `{"id":1,"error":"Measurement 1: The field \"to\" is missing: a time such as 2026-06-15T09:00:00+08:00."}`},
		{"fraction", "judge", `{"id":1,"measurements":[{"good":0.5}]}`, `{"id":1,"error":"The field \"measurements.good\" takes a whole number, not number 0.5."}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := answers(t, []string{tt.command, "--batch"}, tt.in)
			if len(got) != 1 || got[0] != tt.want {
				t.Errorf("%s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestBatchOrder asks many lines, with and without an end, blank ones and one
// that is too long, and wants one answer each in order.
func TestBatchOrder(t *testing.T) {
	t.Parallel()
	in := "\ufeff{\"id\":1}\n\n  \r\n{\"id\":2}\r\n" + strings.Repeat("x", longestLine+100_000) + "\nnull\n{\"id\":3}"
	var ids []string
	for _, line := range answers(t, []string{"clock", "--batch"}, in) {
		var got struct{ ID json.RawMessage }
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		ids = append(ids, string(got.ID))
	}
	if got := strings.Join(ids, " "); got != "1 2 null null 3" {
		t.Errorf("answers are for %s", got)
	}
	if got := answers(t, []string{"judge", "--batch"}, ""); len(got) != 0 {
		t.Errorf("nothing is answered with %s", got)
	}
}

// TestBatchAsksAndReads makes sure that an answer comes before the next
// question is there.
func TestBatchAsksAndReads(t *testing.T) {
	t.Parallel()
	questions, asked := io.Pipe()
	answered, replies := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- batch{in: questions, out: replies, answer: answerClock}.run() }()
	read := bufio.NewReader(answered)
	for range 3 {
		if _, err := io.WriteString(asked, "{\"id\":7}\n"); err != nil {
			t.Fatal(err)
		}
		if line, err := read.ReadString('\n'); err != nil || !strings.HasPrefix(line, `{"id":7,"error":`) {
			t.Fatalf("%s, %v", line, err)
		}
	}
	asked.Close()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

// FuzzBatch makes sure that every line gets one line of JSON.
func FuzzBatch(f *testing.F) {
	f.Add(`{"id":1,"op":"add",` + office + `,"from":"2026-06-19T16:30:00+02:00","duration":"1h"}`)
	f.Add(`{"id":1,"op":"case",` + office + `,"target":"4h","events":[{"at":"2026-06-19T08:00:00Z","event":"start"}],"now":"2026-06-19T11:30:00Z"}`)
	f.Add(`{"id":1,"target":{"objective":"99%","zone":"UTC","period":{"from":"2026-06-01","to":"2026-07-01"}},"measurements":[{"from":"2026-06-01T00:00:00Z","to":"2026-06-02T00:00:00Z","good":1,"total":2}],"now":"2026-06-11T00:00:00Z"}`)
	f.Add(`{"id":{"id":[]}`)
	f.Fuzz(func(t *testing.T, line string) {
		line = strings.NewReplacer("\n", " ", "\r", " ").Replace(line)
		for _, answer := range []func([]byte, zones) (any, error){answerClock, answerJudge} {
			var out bytes.Buffer
			if err := (batch{in: strings.NewReader(line + "\n"), out: &out, answer: answer}).run(); err != nil {
				t.Fatal(err)
			}
			text, blank := out.String(), strings.TrimSpace(line) == ""
			if !blank && (strings.Count(text, "\n") != 1 || !json.Valid([]byte(text))) {
				t.Errorf("%q is answered with %q", line, text)
			}
		}
	})
}
