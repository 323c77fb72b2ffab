package main

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"testing"
)

// An oracleRow is a question to a batch command and the answer that a program
// of its own worked out. The first row says which.
type oracleRow struct {
	Source, Command string
	Ask, Want       json.RawMessage
}

// TestOracle asks what an independent program has answered before: borders in
// hours that clocks skip or repeat in twenty zones, events at one moment,
// budgets to the millionth.
func TestOracle(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../slm/testdata/oracle.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.Split(bytes.TrimSpace(text), []byte("\n"))
	if len(lines) < 100 {
		t.Fatalf("only %d lines", len(lines))
	}
	for i, line := range lines {
		var row oracleRow
		if err := strictly(line, &row); err != nil || (row.Source != "") != (i == 0) {
			t.Fatalf("line %d: source %q, %v", i+1, row.Source, err)
		}
		if row.Source != "" {
			continue
		}
		got := answers(t, []string{row.Command, "--batch"}, string(row.Ask))
		if len(got) != 1 || !reflect.DeepEqual(fields(t, []byte(got[0])), fields(t, row.Want)) {
			t.Errorf("%s\nwant %s", got, row.Want)
		}
	}
}

// fields reads an object of JSON.
func fields(t *testing.T, object []byte) (all map[string]any) {
	t.Helper()
	if err := json.Unmarshal(object, &all); err != nil {
		t.Fatalf("%s: %v", object, err)
	}
	return all
}
