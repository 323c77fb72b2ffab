package slm

import "time"

// A Day is what counted on one day. On some nothing did.
type Day struct {
	Period
	Sum
	Values Values
}

// Known reports whether something counted on the day.
func (d Day) Known() bool { return d.Total > 0 || d.Values.Count > 0 }

// EachDay gives every day in zone from the beginning of a span on that has begun
// before its end, also those on which nothing counted. The last of them is left
// out as long as nothing does. Known days are in order and may be cut short.
func EachDay(known []Day, span Period, zone *time.Location) []Day {
	var all []Day
	for day := DayOf(span.From, zone); day.From.Before(span.To); day = DayOf(day.To, zone) {
		next := Day{Period: day}
		for len(known) > 0 && known[0].From.Before(day.To) {
			next, known = known[0], known[1:]
		}
		if next.Known() || !day.To.After(span.To) {
			all = append(all, next)
		}
	}
	return all
}

// A Point is how a target stood at the end of some days.
type Point struct {
	Day      Period // the last of the days
	Known    bool   // something counted on these days
	Attained Share  // of what counted on these days alone
	Values   Values // likewise
	Left     Share  // of what the whole period allows to be bad: what was not used up by then; below 0 when overdrawn
}

// Points gives the course of a target, at most n points of it: where there are
// more days, as many as needed share one. Allowed is that of the forecast;
// without any, Left is 0.
func Points(days []Day, allowed int64, n int) []Point {
	if n < 1 || len(days) == 0 {
		return nil
	}
	share := (len(days) + n - 1) / n
	first := len(days) % share // the short group comes first, so that the last point is now
	if first == 0 {
		first = share
	}
	var points []Point
	var bad int64
	for len(days) > 0 {
		var sum Day
		for _, d := range days[:first] {
			sum.Good, sum.Total, sum.Values = sum.Good+d.Good, sum.Total+d.Total, sum.Values.plus(d.Values)
		}
		bad += sum.Total - sum.Good
		p := Point{Day: days[first-1].Period, Known: sum.Known(), Attained: Judge(Whole, sum.Sum).Attained, Values: sum.Values}
		if allowed > 0 {
			spent := product(bad, int64(Whole))
			p.Left = Whole - Share(ceil(spent, product(allowed, 1)))
		}
		points = append(points, p)
		days, first = days[first:], share
	}
	return points
}
