package slm_test

import (
	"errors"
	"testing"

	"steward/slm"
)

func TestParseShare(t *testing.T) {
	t.Parallel()
	tests := []struct {
		typed string
		want  slm.Share
		key   string // of the refusal
	}{
		{typed: "99.9%", want: 999_000},
		{typed: "99.9 %", want: 999_000},
		{typed: "100%", want: slm.Whole},
		{typed: "100.0000 %", want: slm.Whole},
		{typed: "0%", want: 0},
		{typed: "0.0001%", want: 1},
		{typed: "99.9995%", want: 999_995},
		{typed: "007%", want: 70_000},
		{typed: "", key: "share.form"},
		{typed: "%", key: "share.form"},
		{typed: "99.9", key: "share.form"},
		{typed: "99,9%", key: "share.form"},
		{typed: ".5%", key: "share.form"},
		{typed: "99.99999%", key: "share.form"},
		{typed: "9 9%", key: "share.form"},
		{typed: "99  %", key: "share.form"},
		{typed: " 99%", key: "share.form"},
		{typed: "99% ", key: "share.form"},
		{typed: "99%%", key: "share.form"},
		{typed: "-1%", key: "share.form"},
		{typed: "1e2%", key: "share.form"},
		{typed: "1.2.3%", key: "share.form"},
		{typed: "0100%", key: "share.form"},
		{typed: "٩٩%", key: "share.form"},
		{typed: "100.0001%", key: "share.range"},
		{typed: "999%", key: "share.range"},
	}
	for _, tt := range tests {
		t.Run(tt.typed, func(t *testing.T) {
			t.Parallel()
			got, err := slm.ParseShare(tt.typed)
			var refusal *slm.Error
			if errors.As(err, &refusal) != (tt.key != "") || got != tt.want || (refusal != nil && refusal.Key != tt.key) {
				t.Errorf("ParseShare(%q) = %d, %v; want %d, %q", tt.typed, got, err, tt.want, tt.key)
			}
		})
	}
}

func TestShareString(t *testing.T) {
	t.Parallel()
	for s, want := range map[slm.Share]string{
		0: "0.0 %", 1: "0.0001 %", 980_000: "98.0 %", 999_000: "99.9 %", 999_995: "99.9995 %", slm.Whole: "100.0 %", -5: "-0.0005 %",
	} {
		if got := s.String(); got != want {
			t.Errorf("Share(%d) = %q, want %q", s, got, want)
		}
	}
}

// FuzzShare reads what it wrote, and never gives a share outside 0 to 100 %.
func FuzzShare(f *testing.F) {
	for _, s := range []string{"99.9%", "100 %", "0.0001%", "99.99999%", "%", "1 %x", "99. %", "１００%"} {
		f.Add(s, int64(len(s))*123_456)
	}
	f.Fuzz(func(t *testing.T, typed string, n int64) {
		if got, err := slm.ParseShare(typed); err == nil && (got < 0 || got > slm.Whole) {
			t.Errorf("ParseShare(%q) = %d", typed, got)
		}
		s := slm.Share(((n % 1_000_001) + 1_000_001) % 1_000_001)
		if got, err := slm.ParseShare(s.String()); err != nil || got != s {
			t.Errorf("ParseShare(%q) = %d, %v; want %d", s.String(), got, err, s)
		}
	})
}

func TestLangOf(t *testing.T) {
	t.Parallel()
	for locale, want := range map[string]slm.Lang{
		"zh-CN": slm.Chinese, "zh-TW": slm.Chinese, "zh": slm.Chinese, "ZH-cn": slm.Chinese, "zh_Hans": slm.Chinese,
		"en-GB": slm.English, "de-DE": slm.English, "": slm.English, "z": slm.English, "fr-zh": slm.English,
	} {
		if got := slm.LangOf(locale); got != want {
			t.Errorf("LangOf(%q) = %s, want %s", locale, got, want)
		}
	}
}

func TestTextFallsBack(t *testing.T) {
	t.Parallel()
	both, en, zh := slm.Text{EN: "mail", ZH: "邮箱"}, slm.Text{EN: "mail"}, slm.Text{ZH: "邮箱"}
	tests := []struct {
		text slm.Text
		lang slm.Lang
		want string
	}{
		{both, slm.English, "mail"},
		{both, slm.Chinese, "邮箱"},
		{en, slm.Chinese, "mail"},
		{zh, slm.English, "邮箱"},
		{both, "fr", "mail"},
		{slm.Text{}, slm.Chinese, ""},
	}
	for _, tt := range tests {
		if got := tt.text.In(tt.lang); got != tt.want {
			t.Errorf("%+v in %s = %q, want %q", tt.text, tt.lang, got, tt.want)
		}
	}
}
