package slm

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// A CaseReport is one event of a case as a source tells it. Source and Key
// together make it count once.
type CaseReport struct {
	Source    string
	Key       string
	Agreement string
	Case      string    // the source's name of the case, such as a ticket's number
	Clock     string    // which clocks it is about; empty: all of the case
	Priority  string    // of the case from now on; empty: as before
	What      Happening // empty: nothing but the priority changed
	At        time.Time
	Link      string // to the case in its source; empty: none, or as before
}

// Check refuses, as Invalid, what no event of a case can be or what cannot be
// kept: a key or case without a name, an event that is none, no time or one in
// the future, a link that is not https.
func (r CaseReport) Check(now time.Time) error {
	switch {
	case !isName(r.Key, 200):
		return Refuse(Invalid, "case.key")
	case !isName(r.Case, 200):
		return Refuse(Invalid, "case.ref")
	case r.Priority != "" && !isName(r.Priority, 100):
		return Refuse(Invalid, "case.priority")
	case r.What == "" && r.Priority == "":
		return Refuse(Invalid, "case.nothing")
	case r.What != "" && !slices.Contains(Happenings, r.What):
		return Refuse(Invalid, "case.what", "what", string(r.What))
	case r.At.IsZero():
		return Refuse(Invalid, "case.at")
	case r.At.After(now.Add(skew)):
		return Refuse(Invalid, "case.future", "at", r.At.UTC().Format(time.RFC3339))
	case r.Link != "" && !isLink(r.Link):
		return Refuse(Invalid, "case.link")
	}
	return nil
}

// isName reports whether a text names something: it is not empty, has at most
// so many characters and none that Postgres or a line cannot keep.
func isName(s string, most int) bool {
	return strings.TrimSpace(s) != "" && utf8.ValidString(s) && utf8.RuneCountInString(s) <= most && !strings.ContainsAny(s, "\x00\r\n")
}

// isLink reports whether a text is an address that people can safely be shown
// to click on.
func isLink(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Scheme == "https" && u.Host != "" && u.User == nil && len(s) <= 500 && !strings.ContainsAny(s, "<>|\"` \x00\r\n")
}

// CanBegin refuses, as Invalid, an event by which a case would begin to count
// while the agreement is not in force, or that is older than the agreement.
// What a case began in time is kept to its end, also after the agreement's.
func (r CaseReport) CanBegin(a *Agreement) error {
	if r.At.Before(a.From) || !a.State.Binding() || r.What == Start && !a.HoldsAt(r.At) {
		return Refuse(Invalid, "measurement.outside", "code", a.Code)
	}
	return nil
}

// sortReports sorts reports by time; at the same moment the key decides, so that
// the order in which they came changes nothing.
func sortReports(reports []CaseReport) []CaseReport {
	return slices.SortedFunc(slices.Values(reports), func(a, b CaseReport) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Key, b.Key))
	})
}
