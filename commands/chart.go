package commands

import (
	"slices"
	"strings"
	"time"

	"steward/slm"
)

// pointsShown is how many points a chart of Slack takes, and chartsShown how
// many charts one answer has.
const (
	pointsShown = 20
	chartsShown = 6
)

// a plot is the course of a target, ready to be drawn.
type plot struct {
	target slm.Target
	points []slm.Point
	labels []string // of the points; a question mark where nothing is known
	gaps   bool
	now    time.Time
}

// plotOf prepares the course of a target; nil where less than two days are
// known: one is no course. Slack wants a value for every point, so the lines
// bridge what is not known, and the labels and a note say where. Where so many
// days share a point that less than two are known, it begins with the first
// day that is.
func (v voice) plotOf(t slm.Target, days []slm.Day, allowed int64, now time.Time) *plot {
	isKnown := func(p slm.Point) bool { return p.Known }
	points := slm.Points(days, allowed, pointsShown)
	if first := slices.IndexFunc(days, slm.Day.Known); first > 0 && countOf(points, isKnown) < 2 {
		points = slm.Points(days[first:], allowed, pointsShown)
	}
	if countOf(points, isKnown) < 2 {
		return nil
	}
	p := plot{target: t, points: points, now: now}
	for _, point := range points {
		label := v.day(point.Day.From, now)
		if !point.Known {
			label, p.gaps = v.say("chart.unknown", "day", label), true
		}
		p.labels = append(p.labels, string(label))
	}
	return &p
}

// countOf counts the elements that are so.
func countOf[T any](all []T, so func(T) bool) (n int) {
	for _, one := range all {
		if so(one) {
			n++
		}
	}
	return n
}

// known gives for each point the one that stands for it: itself, or where
// nothing is known the one before, or at the beginning the first.
func (p *plot) known() []slm.Point {
	all := make([]slm.Point, len(p.points))
	var last *slm.Point
	for i := range p.points {
		if p.points[i].Known {
			last = &p.points[i]
		}
		for k := i; last != nil && k >= 0 && !all[k].Known; k-- {
			all[k] = *last
		}
	}
	return all
}

// charts shows the course of a target: each day beside the promise, and how
// the budget was used up beside an even pace.
func (v voice) charts(t slm.Target, days []slm.Day, f slm.Forecast, window slm.Period, zone *time.Location, now time.Time) []Part {
	v.zone = zone // the days are those of the agreement
	p := v.plotOf(t, days, f.Allowed, now)
	if p == nil {
		return nil
	}
	var parts []Part
	if t.Kind == slm.ValueTarget {
		parts = append(parts, Part{Chart: v.valueChart(p)})
	} else {
		parts = append(parts, Part{Chart: v.dailyChart(p)})
		if f.Allowed > 0 && t.Window.Unit != slm.Rolling {
			parts = append(parts, Part{Chart: v.leftChart(p, window)})
		}
	}
	if p.gaps {
		key := "chart.gaps"
		if t.Kind == slm.ClockTarget {
			key = "chart.nocases"
		}
		parts = append(parts, Part{Note: v.say(key)})
	}
	return parts
}

// dailyChart shows each day beside the promise.
func (v voice) dailyChart(p *plot) *Chart {
	daily, agreed := Series{Name: v.plain("chart.daily")}, Series{Name: v.plain("chart.agreed")}
	for _, point := range p.known() {
		daily.Values, agreed.Values = append(daily.Values, percents(point.Attained)), append(agreed.Values, percents(p.target.Objective))
	}
	return &Chart{
		Title: v.plain("chart.dailytitle", "target", v.text(p.target.Name)), Points: p.labels, Series: []Series{daily, agreed}, Unit: "%",
		Instead: v.dailyLine(p),
	}
}

// leftChart shows what was left of the budget beside an even pace.
func (v voice) leftChart(p *plot, window slm.Period) *Chart {
	left, even := Series{Name: v.plain("chart.left")}, Series{Name: v.plain("chart.even")}
	for _, point := range p.points {
		left.Values = append(left.Values, percents(point.Left))
		even.Values = append(even.Values, 100-100*float64(point.Day.To.Sub(window.From))/float64(window.Length()))
	}
	return &Chart{
		Title: v.plain("chart.lefttitle", "target", v.text(p.target.Name)), Points: p.labels, Series: []Series{left, even}, Unit: "%",
		Instead: v.leftLine(p),
	}
}

// valueChart shows the value of each day beside its bound.
func (v voice) valueChart(p *plot) *Chart {
	daily, agreed := Series{Name: v.plain("chart.daily")}, Series{Name: v.plain("chart.agreed")}
	for _, point := range p.known() {
		daily.Values = append(daily.Values, millionths(point.Values.Of(p.target.Statistic)))
		agreed.Values = append(agreed.Values, millionths(p.target.Bound.At))
	}
	return &Chart{
		Title: v.plain("chart.dailytitle", "target", v.text(p.target.Name)), Points: p.labels, Series: []Series{daily, agreed}, Unit: p.target.Bound.Unit,
		Instead: v.valueLine(p),
	}
}

func percents(s slm.Share) float64 { return float64(s) / float64(slm.Whole/100) }

func millionths(n int64) float64 { return float64(n) / float64(slm.Whole) }

// dailyLine draws each day with one sign: full where the promise was kept,
// lower the worse it was.
func (v voice) dailyLine(p *plot) Markup {
	worst, objective := slm.Point{Attained: slm.Whole + 1}, p.target.Objective
	for _, point := range p.points {
		if point.Known && point.Attained < worst.Attained {
			worst = point
		}
	}
	line := p.line(func(point slm.Point) rune {
		if point.Attained >= objective {
			return bar[7]
		}
		return bar[6*(point.Attained-worst.Attained)/(objective-worst.Attained)]
	})
	return v.say("chart.dailyline", "line", line, "from", v.day(p.points[0].Day.From, p.now),
		"to", v.day(p.last().Day.From, p.now), "worst", worst.Attained, "day", v.day(worst.Day.From, p.now))
}

// leftLine draws what was left of the budget with one sign a day, from full to
// a dot where nothing was.
func (v voice) leftLine(p *plot) Markup {
	line := p.line(func(point slm.Point) rune {
		if point.Left <= 0 {
			return '·'
		}
		return bar[min(7, int(8*point.Left/slm.Whole))]
	})
	return v.say("chart.leftline", "line", line, "left", wholePercent(p.last().Left), "day", v.day(p.last().Day.From, p.now))
}

// valueLine draws each day's value with one sign, from the lowest to the
// highest.
func (v voice) valueLine(p *plot) Markup {
	values := p.known()
	of := func(point slm.Point) int64 { return point.Values.Of(p.target.Statistic) }
	low, high := of(values[0]), of(values[0])
	for _, point := range values {
		low, high = min(low, of(point)), max(high, of(point))
	}
	line := p.line(func(point slm.Point) rune { return bar[int(7*float64(of(point)-low)/float64(max(1, high-low)))] })
	unit := p.target.Bound.Unit
	return v.say("chart.valueline", "line", line, "from", v.day(p.points[0].Day.From, p.now), "to", v.day(p.last().Day.From, p.now),
		"low", slm.Bound{At: low, Unit: unit}.Number(), "high", slm.Bound{At: high, Unit: unit}.Number())
}

// line draws each point that is known with a sign.
func (p *plot) line(sign func(slm.Point) rune) string {
	var line strings.Builder
	for _, point := range p.points {
		if !point.Known {
			line.WriteRune('?')
			continue
		}
		line.WriteRune(sign(point))
	}
	return line.String()
}

func (p *plot) last() slm.Point { return p.points[len(p.points)-1] }

var bar = []rune("▁▂▃▄▅▆▇█")
