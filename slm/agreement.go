package slm

import (
	"strconv"
	"strings"
)

// A State is where an agreement is in its life.
type State string

// The states of an agreement, in their order.
const (
	Draft       State = "draft"
	Negotiating State = "negotiating"
	Signed      State = "signed" // by both sides; not begun yet
	InForce     State = "in force"
	Expiring    State = "expiring" // in force, and its end or the last day of notice is near
	Expired     State = "expired"
	Terminated  State = "terminated" // ended before its time
)

// States are all of them, in order.
var States = []State{Draft, Negotiating, Signed, InForce, Expiring, Expired, Terminated}

// Binding reports whether both sides have signed, so that the content of this
// version can no longer change.
func (s State) Binding() bool { return s != Draft && s != Negotiating }

// Holds reports whether an agreement in the state binds anybody now: what is
// measured then is judged.
func (s State) Holds() bool { return s == InForce || s == Expiring }

// A Term is a length of time on the calendar: so many months and days. The
// empty one is none.
type Term struct{ Months, Days int }

// ParseTerm reads terms such as "12 months", "90 days", "1 year" and
// "2 months 15 days".
func ParseTerm(s string) (Term, error) {
	words := strings.Fields(strings.ToLower(s))
	if len(words) == 0 || len(words)%2 != 0 {
		return Term{}, deny("term", "value", s)
	}
	var t Term
	for i := 0; i < len(words); i += 2 {
		n, err := strconv.Atoi(words[i])
		if err != nil || n < 1 || n > 1200 {
			return Term{}, deny("term", "value", s)
		}
		switch strings.TrimSuffix(words[i+1], "s") {
		case "year":
			t.Months += 12 * n
		case "month":
			t.Months += n
		case "week":
			t.Days += 7 * n
		case "day":
			t.Days += n
		default:
			return Term{}, deny("term", "value", s)
		}
	}
	return t, nil
}

// String writes the term as ParseTerm reads it; the empty one as "".
func (t Term) String() string {
	var parts []string
	for _, p := range []struct {
		n    int
		unit string
	}{{t.Months, "month"}, {t.Days, "day"}} {
		if p.n != 0 {
			parts = append(parts, count(p.n, p.unit))
		}
	}
	return strings.Join(parts, " ")
}

// count writes "1 month", "2 months".
func count(n int, unit string) string {
	if n == 1 {
		return "1 " + unit
	}
	return strconv.Itoa(n) + " " + unit + "s"
}

// IsZero reports whether the term is none.
func (t Term) IsZero() bool { return t == Term{} }
