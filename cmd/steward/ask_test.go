package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// TestAskAsAGuest: who asks as a guest gets the answers that Slack would give,
// those about the agreements of the own organisation only.
func TestAskAsAGuest(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, asker, context, text string
		outcome, agreement         string // outcome "": whatever, as long as it tells nothing
	}{
		{"a colleague sees all", "emily.carter@orion.example", "", "who handles SLA-ORION-HR?", "answer", "SLA-ORION-HR"},
		{"nobody in particular sees all", "", "", "who handles SLA-ORION-HR?", "answer", "SLA-ORION-HR"},
		{"a guest sees the own", "klara.lindqvist@nordlicht.example", "", "who handles UC-NORDLICHT-CLOUD?", "answer", "UC-NORDLICHT-CLOUD"},
		{"and not those of others", "klara.lindqvist@nordlicht.example", "", "who handles SLA-ORION-HR?", "decline", ""},
		{"nor by the thread's agreement", "klara.lindqvist@nordlicht.example", `"thread_agreement": "SLA-ORION-HR", `, "and who signs it?", "", ""},
		{"nor by the channel's service", "klara.lindqvist@nordlicht.example", `"channel_service": "ORION-PAYROLL", `, "who signs this?", "", ""},
	}
	company := file(t, "company.yaml", relativeDay.ReplaceAllString(demoCompany, "2026-06-15"))
	var in strings.Builder
	for i, tt := range tests {
		fmt.Fprintf(&in, `{"id": %d, "text": %q, "at": "2026-06-15T09:00:00+08:00", "context": {%s"asker": %q}}`+"\n", i, tt.text, tt.context, tt.asker)
	}
	var out bytes.Buffer
	env := environment{getenv: func(string) string { return "" }, stdout: &out, stderr: &out}
	cmd := env.ask()
	cmd.SetArgs([]string{"--batch", "--company", company})
	cmd.SetIn(strings.NewReader(in.String()))
	if err := cmd.Execute(); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != len(tests) {
		t.Fatalf("%d answers to %d questions", len(lines), len(tests))
	}
	for i, tt := range tests {
		var got struct {
			Outcome   string
			Agreement *string
			Text      string
		}
		if err := json.Unmarshal([]byte(lines[i]), &got); err != nil {
			t.Fatal(err)
		}
		agreement := ""
		if got.Agreement != nil {
			agreement = *got.Agreement
		}
		if tt.outcome != "" && got.Outcome != tt.outcome || agreement != tt.agreement {
			t.Errorf("%s: %s %q, want %s %q\n%s", tt.name, got.Outcome, agreement, tt.outcome, tt.agreement, got.Text)
		}
		if tt.outcome != "answer" && strings.Contains(got.Text, "ORION") {
			t.Errorf("%s: %s", tt.name, got.Text)
		}
	}
}

// TestAskOddLines: a line that cannot be answered gets a sentence under its id,
// and the questions behind it are answered.
func TestAskOddLines(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, line, want string }{
		{"no JSON", `who handles payroll?`, `{"id":null,"error":"This line is no JSON: `},
		{"no object", `["who handles payroll?"]`, `{"id":null,"error":"A line must be a JSON object, not array."}`},
		{"a text that is none", `{"id": 3, "text": 5}`, `{"id":3,"error":"The field \"text\" takes text in quotes, not number."}`},
		{"no such month", `{"id": 4, "text": "who?", "at": "2026-13-01"}`, `{"id":4,"error":"The field \"at\" is no time: \"2026-13-01\". Write it as 2026-06-15T09:00:00+08:00."}`},
		{"too long", `{"id": 5, "text": "` + strings.Repeat("x", longestLine) + `"}`, `{"id":null,"error":"This line is longer than 16 MiB`},
		{"no text", `{"id": "six"}`, `{"id":"six","outcome":"decline",`},
		{"nobody known, and other fields", `{"id": 7, "text": "who handles SLA-ORION-HR?", "at": null, "kind": "x", "context": {"asker": "x@y.example", "room": 1}}`, `{"id":7,"outcome":"answer",`},
	}
	var in strings.Builder
	for _, tt := range tests {
		in.WriteString(tt.line + "\n\n")
	}
	var out bytes.Buffer
	env := environment{getenv: func(string) string { return "" }, stdout: &out, stderr: &out}
	cmd := env.ask()
	cmd.SetArgs([]string{"--batch", "--company", file(t, "company.yaml", relativeDay.ReplaceAllString(demoCompany, "2026-06-15"))})
	cmd.SetIn(strings.NewReader(in.String()))
	if err := cmd.Execute(); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != len(tests) {
		t.Fatalf("%d answers to %d questions", len(lines), len(tests))
	}
	for i, tt := range tests {
		if !strings.HasPrefix(lines[i], tt.want) {
			t.Errorf("%s: %s, want %s", tt.name, lines[i], tt.want)
		}
	}
}
