package main

import (
	"bytes"
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
		{"no date", "--country CN --from 2026-01-02", "", "“” is no date."},
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
