package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestCalendarCommand(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, args, want, refused string
	}{
		{
			"a make-up Saturday", "--country CN --from 2026-10-09 --to 2026-10-11",
			`{"date":"2026-10-09","working":true}` + "\n" + `{"date":"2026-10-10","working":true}` + "\n" + `{"date":"2026-10-11","working":false}` + "\n", "",
		},
		{"one day", "--country de --from 2026-10-03 --to 2026-10-03", `{"date":"2026-10-03","working":false}` + "\n", ""},
		{"no such country", "--country XX --from 2026-01-01 --to 2026-01-02", "", "The holidays of XX are not known; known are"},
		{"no such year", "--country CN --from 2026-12-31 --to 2027-01-01", "", "The holidays of CN in 2027 are not known, only from 2010 to 2026."},
		{"backward", "--country CN --from 2026-01-02 --to 2026-01-01", "", "2026-01-01 is before 2026-01-02"},
		{"no last date", "--country CN --from 2026-01-02", "", "--to is missing. Write it as --to 2026-10-01."},
		{"no such date", "--country CN --from 2026-02-30 --to 2026-03-01", "", "--from: “2026-02-30” is no date. Write it as 2026-10-01."},
		{"no country", "--from 2026-01-02", "", "--country is missing. Known are AT, AU,"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var out bytes.Buffer
			cmd := environment{stdout: &out, stderr: &out}.calendar()
			cmd.SetArgs(strings.Fields(tt.args))
			cmd.SilenceErrors, cmd.SilenceUsage = true, true
			err := cmd.Execute()
			if got := out.String(); got != tt.want {
				t.Errorf("%s\nwant %s", got, tt.want)
			}
			if (err != nil) != (tt.refused != "") || err != nil && !strings.Contains(err.Error(), tt.refused) {
				t.Errorf("refused with %v", err)
			}
		})
	}
}

// TestExitCodes runs commands that are written wrongly and one that fails.
func TestExitCodes(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, args, says string
		code             int
	}{
		{"unknown flag", "clock --bach", "unknown flag: --bach\nSee steward clock --help.", 2},
		{"wrong value", "judge --batch=maybe", "See steward judge --help.", 2},
		{"too much", "clock --batch more", "unknown command \"more\" for \"steward clock\"\nSee steward clock --help.", 2},
		{"unknown command", "calender", "calendar\nSee steward --help.", 2},
		{"without --batch", "judge", "judge answers JSON lines only", 2},
		{"no date", "calendar --country CN --from today --to 2026-01-01", "“today” is no date", 2},
		{"no database", "verify", "", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			err := run(context.Background(), strings.Fields(tt.args), func(string) string { return "" }, io.Discard, io.Discard)
			if err == nil || !strings.Contains(err.Error(), tt.says) {
				t.Fatalf("says %v, want %s", err, tt.says)
			}
			if got := exitCode(errors.Join(err)); got != tt.code {
				t.Errorf("%v ends with %d, want %d", err, got, tt.code)
			}
		})
	}
}
