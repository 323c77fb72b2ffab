package bot

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/slack-go/slack"

	"steward/commands"
)

// Slack's limits of charts.
const (
	maxChartTitle = 50
	maxChartName  = 20
	maxPoints     = 20
	maxSeries     = 6
)

// chartless is how long we believe that a workspace takes no charts. New
// blocks reach workspaces one after the other, so it may take them tomorrow.
const chartless = 24 * time.Hour

// drawn posts a reply with Slack's charts. Where the workspace refuses them it
// posts once more without, and remembers that: a refusal is of the message as
// a whole, so nothing was shown.
func (b *Bot) drawn(ctx context.Context, reply commands.Reply, post func([]slack.MsgOption) (string, string, error)) (string, string, error) {
	if !hasCharts(reply) || b.Store.Cached(ctx, b.noCharts()) != "" {
		return post(message(reply, false))
	}
	channel, ts, err := post(message(reply, true))
	if !refusesBlocks(err) {
		return channel, ts, err
	}
	channel, ts, plainErr := post(message(reply, false))
	if plainErr != nil {
		return channel, ts, plainErr // it was not the charts
	}
	b.Log.Info("this workspace refuses charts; they are drawn with signs for a day", "err", err)
	b.Store.Cache(ctx, b.noCharts(), "refused", chartless)
	return channel, ts, nil
}

// noCharts is the key under which a refusal is remembered.
func (b *Bot) noCharts() string { return "no charts:" + b.self.TeamID }

func hasCharts(r commands.Reply) bool {
	return slices.ContainsFunc(r.Parts, func(p commands.Part) bool { return p.Chart != nil })
}

// refusesBlocks reports whether an error may mean that Slack does not know a
// block. A response_url says no more than 400 or 404.
func refusesBlocks(err error) bool {
	var refusal slack.SlackErrorResponse
	if errors.As(err, &refusal) {
		return refusal.Err == "invalid_blocks" || refusal.Err == "invalid_blocks_format"
	}
	var status slack.StatusCodeError
	return errors.As(err, &status) && (status.Code == http.StatusBadRequest || status.Code == http.StatusNotFound)
}

// withoutCharts puts words and signs in the place of charts.
func withoutCharts(parts []commands.Part) []commands.Part {
	parts = slices.Clone(parts)
	for i, p := range parts {
		if p.Chart != nil {
			parts[i] = commands.Part{Body: p.Chart.Instead}
		}
	}
	return parts
}

// chart draws a chart with lines. What breaks a limit is cut or left out:
// Slack would refuse the whole message.
func chart(c commands.Chart) slack.Block {
	n := min(maxPoints, len(c.Points))
	labels := distinct(c.Points[:n])
	var names []string
	for _, s := range c.Series[:min(maxSeries, len(c.Series))] {
		names = append(names, s.Name)
	}
	var series []slack.DataVisualizationDataSeries
	for k, name := range distinct(names) {
		if len(c.Series[k].Values) < n {
			return nil
		}
		var points []slack.DataVisualizationDataPoint
		for i, label := range labels {
			points = append(points, slack.NewDataVisualizationDataPoint(label, c.Series[k].Values[i]))
		}
		series = append(series, slack.NewDataVisualizationDataSeries(name, points...))
	}
	if n == 0 || len(series) == 0 {
		return nil
	}
	axis := slack.NewDataVisualizationAxisConfig(labels...)
	if c.Unit != "" {
		axis = axis.WithYLabel(clip(c.Unit, maxChartTitle))
	}
	return &slack.DataVisualizationBlock{
		Type: slack.MBTDataVisualization, Title: clip(c.Title, maxChartTitle),
		Chart: slack.NewDataVisualizationLineChart(axis, series...),
	}
}

// distinct cuts names for a chart, in which no two may be the same.
func distinct(names []string) []string {
	var all []string
	for i, name := range names {
		if name = clip(name, maxChartName); slices.Contains(all, name) {
			name = clip(strconv.Itoa(i+1)+" "+name, maxChartName)
		}
		all = append(all, name)
	}
	return all
}
