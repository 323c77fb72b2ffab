package slm

import (
	"regexp"
	"strings"
	"time"
)

// The forms of a promise on a line; see ParseTargetLine.
var (
	levelLine = regexp.MustCompile(`^([0-9.]+ ?%)(?: (at most|at least) (.+))?$`)
	valueLine = regexp.MustCompile(`^(mean|highest|lowest|last) (at most|at least) (.+)$`)
	clockLine = regexp.MustCompile(`^([a-z0-9]+(?:-[a-z0-9]+)*) within ([0-9hms]+)(?: for ([^ ,]+))?(?: in ([A-Z0-9-]+|24x7))?(?:, ([0-9.]+ ?%))?$`)
	keyLine   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

// maxNames is how many characters a key or a name on a line may have.
const maxNames = 200

// ParseTargetLine reads a target from one line: its key, its name in English,
// in Chinese or in both, and the promise, with strokes between them:
//
//	availability | availability | 可用性 | 99.9%
//	fast-pages | pages within 300 ms | 95% at most 300 ms per quarter
//	satisfaction | 满意度 | mean at least 4.2 points per 30 days
//	response | first answer | 首次响应 | response within 15m for P1 in OFFICE-CN, 95%
//
// The window is a month unless written, of a clock all cases have to be in
// time. Line writes what it reads.
func ParseTargetLine(line string) (Target, error) {
	fields := strings.Split(strings.ReplaceAll(line, "｜", "|"), "|")
	for i := range fields {
		fields[i] = strings.Join(strings.Fields(fields[i]), " ")
	}
	n := len(fields)
	if n < 3 || n > 4 || fields[1] == "" || !keyLine.MatchString(fields[0]) || len([]rune(line)) > 3*maxNames {
		return Target{}, deny("target.line", "value", line)
	}
	t := Target{Key: fields[0], Name: Text{EN: fields[1]}}
	switch {
	case n == 4:
		t.Name.ZH = fields[2]
	case chinese(fields[1]):
		t.Name = Text{ZH: fields[1]}
	}
	if err := t.promise(fields[n-1]); err != nil {
		return Target{}, err
	}
	return t.Complete(), nil
}

func chinese(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool { return c >= 0x4E00 && c <= 0x9FFF })
}

// promise reads what follows the names.
func (t *Target) promise(s string) (err error) {
	if promise, window, found := cutLast(s, " per "); found {
		if t.Window, err = ParseWindow(window); err != nil {
			return err
		}
		s = promise
	}
	if m := levelLine.FindStringSubmatch(s); m != nil {
		t.Kind = LevelTarget
		if t.Objective, err = objective(m[1]); err == nil && m[2] != "" {
			t.Bound, err = ParseBound(Sense(m[2]), m[3])
		}
		return err
	}
	if m := valueLine.FindStringSubmatch(s); m != nil {
		t.Kind, t.Objective, t.Statistic = ValueTarget, Whole, Statistic(m[1])
		t.Bound, err = ParseBound(Sense(m[2]), m[3])
		return err
	}
	m := clockLine.FindStringSubmatch(s)
	if m == nil {
		return deny("target.promise", "value", s)
	}
	t.Kind, t.Objective, t.Clock, t.Priority, t.Calendar = ClockTarget, Whole, m[1], m[3], m[4]
	t.Within, err = time.ParseDuration(m[2])
	if err != nil || t.Within < time.Second || t.Within > maxWithin || t.Within%time.Second != 0 {
		return deny("target.within", "value", m[2])
	}
	if m[5] != "" {
		t.Objective, err = objective(m[5])
	}
	return err
}

// maxWithin is the longest time that a clock may give.
const maxWithin = 30 * 24 * time.Hour

func objective(s string) (Share, error) {
	share, err := ParseShare(s)
	if err != nil || share == 0 {
		return 0, deny("target.objective", "value", s)
	}
	return share, nil
}

// cutLast is strings.Cut at the last separator.
func cutLast(s, separator string) (before, after string, found bool) {
	if i := strings.LastIndex(s, separator); i >= 0 {
		return s[:i], s[i+len(separator):], true
	}
	return s, "", false
}

// Line writes the target as ParseTargetLine reads it.
func (t Target) Line() string {
	fields := []string{t.Key}
	for _, name := range []string{t.Name.EN, t.Name.ZH} {
		if name != "" {
			fields = append(fields, name)
		}
	}
	return strings.Join(append(fields, t.Promise()), " | ")
}

// Promise writes what the target promises, without its names.
func (t Target) Promise() string {
	share := strings.Replace(strings.Replace(t.Objective.String(), ".0 ", " ", 1), " ", "", 1)
	s := share
	switch t.Kind {
	case ValueTarget:
		s = string(t.Statistic)
	case ClockTarget:
		s = t.Clock + " within " + Shortly(t.Within)
		if t.Priority != "" {
			s += " for " + t.Priority
		}
		if t.Calendar != "" {
			s += " in " + t.Calendar
		}
		if t.Objective != Whole {
			s += ", " + share
		}
	}
	if t.Bound.Sense != "" {
		s += " " + string(t.Bound.Sense) + " " + t.Bound.Number()
	}
	if t.Window.Unit != Month && t.Window.Unit != "" {
		s += " per " + t.Window.String()
	}
	return s
}

// Shortly writes a length of time such as 1h30m.
func Shortly(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}
