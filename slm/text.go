package slm

import "fmt"

// A Lang is a language that Steward speaks.
type Lang string

// The languages. Everything said to people exists in each of them.
const (
	English Lang = "en"
	Chinese Lang = "zh"
)

// LangOf gives the language for a Slack locale such as "zh-CN" or "en-GB", and
// English for every locale that Steward does not speak.
func LangOf(locale string) Lang {
	if len(locale) >= 2 && (locale[:2] == "zh" || locale[:2] == "ZH") {
		return Chinese
	}
	return English
}

// A Text is the same words in each language. A language left empty falls back
// to the other one.
type Text struct {
	EN string `yaml:"en" json:"en"`
	ZH string `yaml:"zh" json:"zh"`
}

// In gives the words in lang.
func (t Text) In(lang Lang) string {
	if (lang == Chinese && t.ZH != "") || t.EN == "" {
		return t.ZH
	}
	return t.EN
}

// A Share is a part of a whole in millionths, from 0 to Whole. Promises are
// judged in shares, never in floats.
type Share int64

// Whole is all of it: 100 %.
const Whole Share = 1_000_000

// String writes a share in percent with as many digits as it needs, one at
// least: "99.9 %", "98.0 %", "99.9995 %".
func (s Share) String() string {
	sign := ""
	if s < 0 {
		sign, s = "-", -s
	}
	digits := fmt.Sprintf("%04d", s%10_000)
	for len(digits) > 1 && digits[len(digits)-1] == '0' {
		digits = digits[:len(digits)-1]
	}
	return fmt.Sprintf("%s%d.%s %%", sign, s/10_000, digits)
}

// ParseShare reads a percentage such as "99.9%", "99.9 %" or "100%". It
// refuses more than four decimals, since a share counts in millionths, and
// anything outside 0 % to 100 %.
func ParseShare(s string) (Share, error) {
	var whole, fraction, scale int64 = 0, 0, 10_000
	digits, dot := 0, false
	for i, c := range s {
		switch {
		case c >= '0' && c <= '9' && !dot && digits < 3:
			whole, digits = whole*10+int64(c-'0'), digits+1
		case c >= '0' && c <= '9' && dot && scale > 1:
			scale /= 10
			fraction += int64(c-'0') * scale
		case c == '.' && !dot && digits > 0:
			dot = true
		case (c == '%' && i == len(s)-1 || c == ' ' && s[i+1:] == "%") && digits > 0:
			if c == ' ' {
				continue
			}
			if share := Share(whole*10_000 + fraction); share <= Whole {
				return share, nil
			}
			return 0, Refuse(Invalid, "share.range", "value", s)
		default:
			return 0, Refuse(Invalid, "share.form", "value", s)
		}
	}
	return 0, Refuse(Invalid, "share.form", "value", s)
}
