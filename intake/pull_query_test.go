package intake

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"steward/slm"
)

// TestMeasured: what the numbers of one step mean.
func TestMeasured(t *testing.T) {
	t.Parallel()
	span := slm.Period{From: noon.Add(-time.Minute), To: noon}
	at := func(v float64) numbers { return numbers{noon.Unix(): v} }
	le := func(border string, v float64) series { return series{map[string]string{"le": border}, at(v)} }
	value := func(v int64) slm.Measurement { return slm.Measurement{Value: &v} }
	counts := func(total int64, buckets ...slm.Bucket) slm.Measurement {
		return slm.Measurement{Total: total, Buckets: buckets}
	}
	for _, tt := range []struct {
		name  string
		pull  Pull
		value numbers
		all   []series
		want  slm.Measurement
		err   string
	}{
		{name: "a number", pull: Pull{Value: "q"}, value: at(0.3), want: value(300_000)},
		{name: "seconds as milliseconds", pull: Pull{Value: "q", Times: 1_000_000_000}, value: at(0.2345), want: value(234_500_000)},
		{name: "below zero", pull: Pull{Value: "q"}, value: at(-1.5), want: value(-1_500_000)},
		{name: "too large", pull: Pull{Value: "q"}, value: at(1e13), err: "the value 1e+13 is too large at 2026-06-15T12:00:00Z"},
		{
			name: "a histogram", pull: Pull{Histogram: "q", Times: 1_000_000_000}, all: []series{le("+Inf", 10.2), le("0.5", 9.6), le("0.25", 4.4)},
			want: counts(10, slm.Bucket{UpTo: 250e6, Count: 4}, slm.Bucket{UpTo: 500e6, Count: 10}),
		},
		{
			name: "sums of fractions", pull: Pull{Histogram: "q"}, all: []series{le("+Inf", 3), le("1", 3.0000000000000004)},
			want: counts(3, slm.Bucket{UpTo: 1e6, Count: 3}),
		},
		{
			name: "more in a bucket than there is", pull: Pull{Histogram: "q"}, all: []series{le("+Inf", 3), le("1", 4)},
			err: "buckets of [4 3] events at 2026-06-15T12:00:00Z",
		},
		{name: "no border", pull: Pull{Histogram: "q"}, all: []series{{map[string]string{"code": "200"}, at(1)}}, err: "sum by (le)"},
		{name: "a border twice", pull: Pull{Histogram: "q"}, all: []series{le("1", 1), le("1.0", 1)}, err: "two series for one border"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := tt.pull.histogram(tt.all)
			got.value = tt.value
			var m slm.Measurement
			if err == nil {
				m, _, err = tt.pull.measured(got, span)
			}
			if tt.err != "" || err != nil {
				if err == nil || tt.err == "" || !strings.Contains(err.Error(), tt.err) {
					t.Errorf("%v, want %q", err, tt.err)
				}
				return
			}
			tt.want.From, tt.want.To, tt.want.Key = span.From, span.To, m.Key
			if diff := cmp.Diff(tt.want, m); diff != "" {
				t.Error(diff)
			}
		})
	}
}
