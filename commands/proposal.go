package commands

import (
	"context"
	"strconv"
	"strings"
	"time"

	"steward/slm"
	"steward/store"
)

// daysListed is how many dates of a calendar's change one message lists.
const daysListed = 30

// drawProposal shows somebody what waits for them to accept it.
func (d *Desk) drawProposal(ctx context.Context, r Request, id int64) (Reply, error) {
	p, err := d.db.Proposal(ctx, id)
	if err != nil {
		return Reply{}, err
	}
	if p == nil {
		return Reply{}, slm.Refuse(slm.NotFound, "button")
	}
	v := r.voice()
	parts, err := v.proposed(r, p)
	if err != nil {
		return Reply{}, err
	}
	if p.SettledAt != nil {
		return v.settled(r, p), nil
	}
	text := v.say("proposal.waits", "code", p.Code, "by", v.author(p.By))
	if r.Person != nil && r.Person.Email == p.By {
		text = parts[0].Body // it waits for whoever may accept it
	}
	return Reply{Text: text, Parts: parts, About: p.Code}, nil
}

// settled says what became of a proposal. What it would have changed stands in
// the versions.
func (v voice) settled(r Request, p *store.Proposal) Reply {
	key := "proposal.new"
	if p.Base > 0 {
		key = "proposal.title"
	}
	text := v.say(key, "code", p.Code, "version", p.Base+1, "by", v.author(p.By), "at", v.at(p.At, r.At))
	outcome := "proposal.taken"
	if !*p.Accepted {
		outcome = "proposal.aside"
	}
	text += "\n" + v.say(outcome, "by", v.author(*p.SettledBy), "at", v.at(*p.SettledAt, r.At))
	return Reply{Text: text, Parts: []Part{{Body: text}}, About: p.Code}
}

// settling are the buttons that settle a proposal.
func (v voice) settling(p *store.Proposal) Part {
	id := strconv.FormatInt(p.ID, 10)
	return Part{Buttons: []Button{
		{Label: v.plain("proposal.accept"), Action: acceptID, Value: id, Primary: true},
		{Label: v.plain("proposal.decline"), Action: declineID, Value: id},
	}}
}

// calendarProposed shows what another version of a calendar would change: the
// dates, the open time of each year, and for whom.
func (v voice) calendarProposed(r Request, p *store.Proposal) ([]Part, error) {
	after, err := p.Calendar()
	if err != nil {
		return nil, err
	}
	text := v.say("proposal.title", "code", p.Code, "version", p.Base+1, "by", v.author(p.By), "at", v.at(p.At, r.At))
	before := r.Dir.NamedCalendar(p.Code)
	if before == nil {
		return []Part{{Body: text}, v.settling(p)}, nil
	}
	changes, err := slm.DayChanges(before, &after)
	if err != nil {
		return nil, err
	}
	for _, c := range changes[:min(daysListed, len(changes))] {
		text += "\n" + v.say("days.line", "day", v.weekdayDate(c.Date, r), "was", v.openHours(c.Was), "now", v.openHours(c.Now), "name", v.text(c.Name))
	}
	if more := len(changes) - daysListed; more > 0 {
		text += "\n" + v.say("list.more", "n", more)
	}
	was, err := before.Calendar()
	if err != nil {
		return nil, err
	}
	now, err := after.Calendar()
	if err != nil {
		return nil, err
	}
	for _, y := range slm.OpenYears(was, now, changes) {
		text += "\n" + v.say("days.year", "year", strconv.Itoa(y.Year), "was", v.spell(y.Was), "now", v.spell(y.Now))
	}
	var users []string
	for _, a := range r.Dir.UsersOf(p.Code) {
		users = append(users, a.Code)
	}
	text += "\n" + v.say("days.users", "n", len(users), "codes", v.some(users))
	return []Part{{Body: text}, v.settling(p)}, nil
}

// weekdayDate tells a date with its day of the week.
func (v voice) weekdayDate(date slm.Date, r Request) Markup {
	v.zone = time.UTC
	return v.say("days.date", "weekday", v.say("weekday."+strconv.Itoa(int(date.Weekday()))), "day", v.day(date.In(time.UTC, 0), r.At))
}

// openHours tells the hours of a date.
func (v voice) openHours(hours []slm.Hours) Markup {
	if len(hours) == 0 {
		return v.say("days.closed")
	}
	words := make([]string, len(hours))
	for i, h := range hours {
		words[i] = h.String()
	}
	return Markup(strings.Join(words, ", "))
}
