package slm

// A Point is how a target stood at the end of some days.
type Point struct {
	Day      Period // the last of the days
	Attained Share  // of what was measured on these days alone
	Left     Share  // of what the whole period allows to be bad: what was not used up by then; below 0 when overdrawn
}

// Points gives the course of a target, at most n points of it: where there are
// more days, as many as needed share one. Days are measurements that were added
// up, in order. Allowed is that of the forecast; without any, Left is 0.
func Points(days []Measurement, allowed int64, n int) []Point {
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
		var sum Sum
		for _, d := range days[:first] {
			sum.Good, sum.Total = sum.Good+d.Good, sum.Total+d.Total
		}
		last := days[first-1]
		bad += sum.Total - sum.Good
		p := Point{Day: Period{last.From, last.To}, Attained: Judge(Whole, sum).Attained}
		if allowed > 0 {
			spent := product(bad, int64(Whole))
			p.Left = Whole - Share(ceil(spent, product(allowed, 1)))
		}
		if sum.Total > 0 {
			points = append(points, p)
		}
		days, first = days[first:], share
	}
	return points
}
