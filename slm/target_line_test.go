package slm

import (
	"testing"
)

func TestParseTargetLine(t *testing.T) {
	for line, want := range map[string]string{
		"availability | availability | 可用性 | 99.9%":                                     "",
		"fast-pages | pages within 300 ms | 95% at most 300 ms per quarter":             "",
		"satisfaction | 满意度 | mean at least 4.2 points per 30 days":                     "",
		"response | first answer | 首次响应 | response within 15m for P1 in OFFICE-CN, 95%": "",
		"x | x | solved within 1h30m in 24x7":                                           "",
		" a｜ b ｜ 99.90 %":                                                               "a | b | 99.9%",
		"a | a | 99.9% per month":                                                       "a | a | 99.9%",
		"a | a | last at most -18 °C":                                                   "",
		"":                                                                              "refused", "a": "refused", "a | 99.9%": "refused", "a | | 99.9%": "refused", "A | a | 99.9%": "refused",
		"a | a | 0%": "refused", "a | a | 101%": "refused", "a | a | soon": "refused", "a | a | b within 0s": "refused",
		"a | a | b within 721h": "refused", "a | a | mean": "refused", "a | a | 99% per week": "refused", "a | a | 99% at most fast": "refused",
		"a | b | c | d | 99%": "refused", "a | a | b within 1m within 2m": "refused",
	} {
		target, err := ParseTargetLine(line)
		if want == "" {
			want = line
		}
		if (err != nil) != (want == "refused") {
			t.Errorf("%q: %v", line, err)
		} else if err == nil && target.Line() != want {
			t.Errorf("%q: %q, want %q", line, target.Line(), want)
		}
	}
}

// FuzzParseTargetLine: what is taken is written as what is read again.
func FuzzParseTargetLine(f *testing.F) {
	f.Add("availability | availability | 可用性 | 99.9% per quarter")
	f.Add("a | b | mean at least 4.2 points")
	f.Add("a | b | response within 15m for P1 in 24x7, 95%")
	f.Fuzz(func(t *testing.T, line string) {
		target, err := ParseTargetLine(line)
		if err != nil {
			return
		}
		again, err := ParseTargetLine(target.Line())
		if err != nil || again != target {
			t.Errorf("%q: %+v, then %+v (%v)", line, target, again, err)
		}
	})
}
