package slm

import "testing"

func TestParseWindow(t *testing.T) {
	for text, want := range map[string]string{
		"month": "month", "Quarter": "quarter", "year": "year", "30 days": "30 days", " 1  day ": "1 day", "366 days": "366 days",
		"": "", "367 days": "", "0 days": "", "week": "", "days": "", "3 months": "", "-1 days": "",
	} {
		w, err := ParseWindow(text)
		if got := w.String(); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestParseBound(t *testing.T) {
	for text, want := range map[string]string{
		"300 ms": "300 ms", "300ms": "300 ms", "4.2 points": "4.2 points", "4.200000": "4.2", "-18 °C": "-18 °C", "-0.5": "-0.5",
		"0.000001 s": "0.000001 s", "5 分": "5 分", "99.5 %": "99.5 %", "0": "0",
		"": "", "ms": "", "1,000 ms": "", "4.": "", "0.0000001": "", "1e3": "", "1 2": "", "1234567890123": "", "5 a\nb": "",
		"3 abcdefghijklmnopqrstuvwxyz": "",
	} {
		b, err := ParseBound(AtMost, text)
		if (err == nil) != (want != "") || err == nil && b.Number() != want {
			t.Errorf("%q: %q, %v; want %q", text, b.Number(), err, want)
		}
	}
}
