package commands

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"steward/slm"
)

var feedback = Command{Name: "feedback", Usage: "usage.feedback", About: "about.feedback", Run: runFeedback}

// comments is how many of them one answer shows.
const comments = 20

// runFeedback shows what came back in the newest round, beside what was
// measured of the same agreement. Comments are shown to those who collect them
// or answer for the agreement.
func runFeedback(ctx context.Context, d *Desk, r Request) (Reply, error) {
	a, err := d.agreement(r, "/sla feedback SLA-…")
	if err != nil {
		return Reply{}, err
	}
	s, err := d.db.LastSurvey(ctx, a.Code)
	if err != nil {
		return Reply{}, err
	}
	answers, invited, err := d.db.Answers(ctx, s.ID)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	sum := slm.Summarize(invited, answers)
	title := v.say("feedback.title", "code", a.Code)
	state := v.say("feedback.open", "until", v.at(s.ClosesAt, r.At))
	if !s.OpenAt(r.At) {
		state = v.say("feedback.closed", "at", v.at(s.ClosesAt, r.At))
	}
	may := mayManage(r, a, "", readers...) == nil
	figures := v.say("feedback.count", "n", sum.Count, "invited", sum.Invited, "rate", tenths(sum.Rate()))
	switch {
	case sum.Count == 0:
	case sum.Count < fewest && !may:
		figures = v.say("feedback.few", "n", sum.Count, "invited", sum.Invited)
	default:
		figures = v.say("feedback.average", "average", hundredths(sum.Average), "spread", hundredths(sum.Spread)) + "\n" + figures +
			"\n" + v.bars(sum)
		if may {
			figures += v.sides(answers)
		}
	}
	reply := Reply{Text: title, Parts: []Part{{Head: unescape(string(title))}, {Body: figures}, {Note: state}}}

	readings, err := d.db.Readings(ctx, a, r.At)
	if err != nil {
		return Reply{}, err
	}
	level := v.say("feedback.level")
	for _, reading := range readings {
		level += "\n" + v.reading(reading)
	}
	reply.Parts = append(reply.Parts, Part{Body: level})
	return v.withComments(reply, answers, may), nil
}

// fewest is how many answers it takes before figures are shown to everybody:
// of fewer, the average tells what one person said.
const fewest = 3

// readers are the roles that see comments, and figures from the first answer.
var readers = []slm.RoleKey{slm.ServiceLevelAdministrator, slm.ServiceLevelManager, slm.ProcessLead, slm.ProcessOwner}

// withComments adds what people wrote, for those who may read it.
func (v voice) withComments(reply Reply, answers []slm.Answer, may bool) Reply {
	var written []slm.Answer
	for _, answer := range answers {
		if answer.Comment != "" {
			written = append(written, answer)
		}
	}
	if len(written) == 0 {
		return reply
	}
	if !may {
		reply.Parts = append(reply.Parts, Part{Note: v.say("feedback.hidden", "n", len(written))})
		return reply
	}
	reply.Parts = append(reply.Parts, Part{Line: true})
	for _, answer := range written[:min(comments, len(written))] {
		reply.Parts = append(reply.Parts, Part{Body: v.say("feedback.comment", "score", answer.Score,
			"person", v.nameOf(answer.Person), "side", v.say("side."+string(answer.Side)))}, Part{Quote: quoted(answer.Comment)})
	}
	if more := len(written) - comments; more > 0 {
		reply.Parts = append(reply.Parts, Part{Note: v.say("list.more", "n", more)})
	}
	return reply
}

// tenths rounds a share to a tenth of a per cent: people are counted here, and
// nothing is judged.
func tenths(s slm.Share) Markup {
	n := (int64(s) + 500) / 1000
	return Markup(fmt.Sprintf("%d.%d %%", n/10, n%10))
}

// hundredths writes 425 as "4.25".
func hundredths(n int) Markup { return Markup(fmt.Sprintf("%d.%02d", n/100, n%100)) }

// bars draws how many gave each score, best first.
func (v voice) bars(s slm.Summary) Markup {
	var b strings.Builder
	for score := 5; score >= 1; score-- {
		width := 0
		if s.Count > 0 {
			width = (s.Scores[score]*12 + s.Count - 1) / s.Count
		}
		fmt.Fprintf(&b, "`%d %s%s` %d\n", score, strings.Repeat("█", width), strings.Repeat("·", 12-width), s.Scores[score])
	}
	return Markup(b.String())
}

// sides gives the average of business, internal IT and suppliers apart.
func (v voice) sides(answers []slm.Answer) Markup {
	var parts []string
	for _, side := range []slm.Side{slm.Business, slm.Internal, slm.Supplier} {
		var of []slm.Answer
		for _, a := range answers {
			if a.Side == side {
				of = append(of, a)
			}
		}
		if len(of) > 0 {
			parts = append(parts, string(v.say("feedback.side", "side", v.say("side."+string(side)),
				"average", hundredths(slm.Summarize(len(of), of).Average), "n", strconv.Itoa(len(of)))))
		}
	}
	return Markup(strings.Join(parts, " · "))
}

// cut shortens words to n characters.
func cut(words string, n int) string {
	if runes := []rune(words); len(runes) > n {
		return string(runes[:n-1]) + "…"
	}
	return words
}
