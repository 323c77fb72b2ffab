package intake

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestMillionths(t *testing.T) {
	t.Parallel()
	tests := []struct {
		number string
		want   int64
		says   string
	}{
		{"0", 0, ""},
		{"4.35", 4_350_000, ""},
		{"-18", -18_000_000, ""},
		{"1e-6", 1, ""},
		{"0.0000005", 1, ""},
		{"0.00000049999999999999999999", 0, ""},
		{"-0.0000005", -1, ""},
		{"-0.0000014", -1, ""},
		{"0.1234565", 123_457, ""},
		{"1.5E3", 1_500_000_000, ""},
		{"9223372036854.775807", 9_223_372_036_854_775_807, ""},
		{"9223372036854.775808", 0, "value is too large."},
		{"1e30", 0, "value is too large."},
		{"1e999999999", 0, "too many digits"},
		{"1e99999999999999999999", 0, "too many digits"},
		{strings.Repeat("1", 51), 0, "too many digits"},
	}
	for _, tt := range tests {
		got, err := millionths("value", json.Number(tt.number))
		if got != tt.want || (err != nil) != (tt.says != "") || err != nil && !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %d, %v; want %d %s", tt.number, got, err, tt.want, tt.says)
		}
	}
}

func TestHowMeasurementsAreWritten(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, body, says string }{
		{"counts", `{"good": 1, "total": 2}`, ""},
		{"a value", `{"value": 1.5}`, ""},
		{"a histogram", `{"buckets": [{"up_to": 0.3, "count": 1}], "total": 2}`, ""},
		{"a histogram without total", `{"buckets": [{"up_to": 0.3, "count": 1}]}`, "buckets and their total"},
		{"a histogram without buckets", `{"buckets": [], "total": 2}`, "A histogram needs at least one bucket, or send good and total."},
		{"a bucket without border", `{"buckets": [{"count": 1}], "total": 2}`, "A bucket needs up_to and count."},
		{"a bucket without count", `{"buckets": [{"up_to": 1}], "total": 2}`, "A bucket needs up_to and count."},
		{"a text for a value", `{"value": "high"}`, "invalid number literal"},
		{"nothing", `{}`, "needs good and total"},
	}
	for _, tt := range tests {
		_, _, err := readMeasurement(json.RawMessage(tt.body))
		if (err != nil) != (tt.says != "") || err != nil && !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.says)
		}
	}
}
