package commands

import (
	"strings"
	"time"

	"steward/slm"
)

// pointsShown is how many points a chart of Slack takes.
const pointsShown = 20

// charts shows the course of a target: each day beside the promise, and how
// the budget was used up beside an even pace. One day is no course.
func (v voice) charts(t slm.Target, days []slm.Measurement, f slm.Forecast, window slm.Period, zone *time.Location, now time.Time) []Part {
	v.zone = zone // the days are those of the agreement
	points := slm.Points(days, f.Allowed, pointsShown)
	if len(points) < 2 {
		return nil
	}
	var labels []string
	daily, agreed := Series{Name: v.plain("chart.daily")}, Series{Name: v.plain("chart.agreed")}
	left, even := Series{Name: v.plain("chart.left")}, Series{Name: v.plain("chart.even")}
	for _, p := range points {
		labels = append(labels, string(v.day(p.Day.From, now)))
		daily.Values, agreed.Values = append(daily.Values, percents(p.Attained)), append(agreed.Values, percents(f.Objective))
		left.Values = append(left.Values, percents(p.Left))
		even.Values = append(even.Values, 100-100*float64(p.Day.To.Sub(window.From))/float64(window.Length()))
	}
	parts := []Part{{Chart: &Chart{
		Title: v.plain("chart.dailytitle", "target", v.text(t.Name)), Points: labels, Series: []Series{daily, agreed}, Unit: "%",
		Instead: v.dailyLine(points, f.Objective, now),
	}}}
	if f.Allowed > 0 && t.Window.Unit != slm.Rolling {
		parts = append(parts, Part{Chart: &Chart{
			Title: v.plain("chart.lefttitle", "target", v.text(t.Name)), Points: labels, Series: []Series{left, even}, Unit: "%",
			Instead: v.leftLine(points, now),
		}})
	}
	return parts
}

func percents(s slm.Share) float64 { return float64(s) / float64(slm.Whole/100) }

// dailyLine draws each day with one sign: full where the promise was kept,
// lower the worse it was.
func (v voice) dailyLine(points []slm.Point, objective slm.Share, now time.Time) Markup {
	worst := points[0]
	for _, p := range points {
		if p.Attained < worst.Attained {
			worst = p
		}
	}
	var line strings.Builder
	for _, p := range points {
		level := 7
		if p.Attained < objective {
			level = int(6 * (p.Attained - worst.Attained) / (objective - worst.Attained))
		}
		line.WriteRune(bar[level])
	}
	return v.say("chart.dailyline", "line", line.String(), "from", v.day(points[0].Day.From, now),
		"to", v.day(points[len(points)-1].Day.From, now), "worst", worst.Attained, "day", v.day(worst.Day.From, now))
}

// leftLine draws what was left of the budget with one sign a day, from full to
// a dot where nothing was.
func (v voice) leftLine(points []slm.Point, now time.Time) Markup {
	var line strings.Builder
	for _, p := range points {
		if p.Left <= 0 {
			line.WriteRune('·')
			continue
		}
		line.WriteRune(bar[min(7, int(8*p.Left/slm.Whole))])
	}
	last := points[len(points)-1]
	return v.say("chart.leftline", "line", line.String(), "left", wholePercent(last.Left), "day", v.day(last.Day.From, now))
}

var bar = []rune("▁▂▃▄▅▆▇█")
