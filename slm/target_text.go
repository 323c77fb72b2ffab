package slm

import (
	"regexp"
	"strconv"
	"strings"
)

// ParseWindow reads "month", "quarter", "year" or a number of days from 1 to
// 366, such as "30 days".
func ParseWindow(s string) (Window, error) {
	words := strings.Fields(strings.ToLower(s))
	switch {
	case len(words) == 1 && (words[0] == string(Month) || words[0] == string(Quarter) || words[0] == string(Year)):
		return Window{Unit: WindowUnit(words[0])}, nil
	case len(words) == 2 && strings.TrimSuffix(words[1], "s") == "day":
		if days, err := strconv.Atoi(words[0]); err == nil && days >= 1 && days <= 366 {
			return Window{Unit: Rolling, Days: days}, nil
		}
	}
	return Window{}, deny("window", "value", s)
}

// String writes the window as ParseWindow reads it.
func (w Window) String() string {
	if w.Unit == Rolling {
		return count(w.Days, "day")
	}
	return string(w.Unit)
}

var boundForm = regexp.MustCompile(`^(-?)(\d{1,12})(?:\.(\d{1,6}))?\s*(\PC{0,20})$`)

// ParseBound reads a number with a unit, such as "300 ms", "4.2 points" or
// "-18 °C". It refuses more than six decimals, since a bound counts in
// millionths, and units of more than 20 characters.
func ParseBound(sense Sense, s string) (Bound, error) {
	m := boundForm.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil || strings.ContainsAny(m[4], "0123456789.,") {
		return Bound{}, deny("bound", "value", s)
	}
	at, err := strconv.ParseInt(m[2]+m[3]+strings.Repeat("0", 6-len(m[3])), 10, 64)
	if err != nil {
		return Bound{}, deny("bound", "value", s)
	}
	if m[1] == "-" {
		at = -at
	}
	return Bound{Sense: sense, At: at, Unit: m[4]}, nil
}

// Number writes what the bound is at, as ParseBound reads it: "4.2 points".
func (b Bound) Number() string {
	return strings.TrimSpace(Decimal(b.At) + " " + b.Unit)
}

// Decimal writes millionths as a number with no more decimals than it needs:
// 4_200_000 is "4.2".
func Decimal(millionths int64) string {
	digits, sign := strconv.FormatInt(millionths, 10), ""
	if digits[0] == '-' {
		digits, sign = digits[1:], "-"
	}
	digits = strings.Repeat("0", max(0, 7-len(digits))) + digits
	whole, fraction := digits[:len(digits)-6], strings.TrimRight(digits[len(digits)-6:], "0")
	if fraction != "" {
		fraction = "." + fraction
	}
	return sign + whole + fraction
}
