package commands

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"steward/slm"
)

// agreementForm asks for all that an agreement says; nil stands for a new one.
func agreementForm(r Request, a *slm.Agreement) Form {
	v := r.voice()
	form := Form{ID: "agreement", Title: v.plain("agreement.new"), Send: v.plain("agreement.preview"), Cancel: v.plain("form.cancel")}
	code := Input{ID: "code", Label: v.plain("agreement.code"), Hint: v.plain("agreement.codehint"), Max: 60}
	from := today(r, r.Dir.Zone)
	if a == nil {
		a = &slm.Agreement{Kind: slm.SLA, Zone: r.Dir.Zone}
		form.Inputs = append(form.Inputs, code)
	} else if slr := r.Dir.Agreement(a.Requirement); slr != nil && r.Dir.Agreement(a.Code) == nil {
		form.Value, code.Initial = slr.Code, a.Code
		form.Body = v.say("requirement.growing", "code", slr.Code, "title", v.text(slr.Title))
		form.Inputs = append(form.Inputs, code)
		from = a.From.In(v.zoneOf(slr.Code)).Format(time.DateOnly)
	} else {
		form.Title, form.Value = v.plain("agreement.editing"), a.Code
		form.Body = v.say("who.about", "code", a.Code, "title", v.text(a.Title))
		from = a.From.In(v.zoneOf(a.Code)).Format(time.DateOnly)
	}
	to := ""
	if a.To != nil {
		to = a.To.Add(-1).In(v.zoneOf(a.Code)).Format(time.DateOnly)
	}
	form.Inputs = append(form.Inputs,
		Input{ID: "kind", Kind: ChoiceInput, Label: v.plain("agreement.kind"), Initial: string(a.Kind), Options: v.kinds()},
		Input{ID: "title", Label: v.plain("agreement.title"), Hint: v.plain("addrole.both"), Initial: both(a.Title), Max: 410},
		v.partyInput(r, "provider", v.plain("agreement.provider"), a.Provider),
		v.partyInput(r, "consumer", v.plain("agreement.consumer"), a.Consumer),
		Input{ID: "services", Label: v.plain("agreement.services"), Hint: v.plain("agreement.codes"), Initial: strings.Join(a.Services, ", "), Max: 1000},
		Input{ID: "underpins", Label: v.plain("agreement.underpins"), Hint: v.plain("agreement.codes"), Initial: strings.Join(a.Underpins, ", "), Max: 1000, May: true},
		Input{ID: "from", Kind: DateInput, Label: v.plain("form.from"), Hint: v.dayHint(a.Zone), Initial: from},
		Input{ID: "to", Kind: DateInput, Label: v.plain("assign.to"), Initial: to, May: true},
		Input{ID: "notice", Label: v.plain("agreement.notice"), Hint: v.plain("agreement.termhint"), Initial: a.Notice.String(), Max: 40, May: true},
		Input{ID: "renewal", Label: v.plain("agreement.renewal"), Hint: v.plain("agreement.termhint"), Initial: a.Renewal.String(), Max: 40, May: true},
		Input{ID: "reminder", Label: v.plain("agreement.reminder"), Hint: v.plain("agreement.reminderhint"), Initial: a.Reminder.String(), Max: 40, May: true},
		Input{ID: "calendar", Label: v.plain("agreement.calendar"), Hint: v.plain("agreement.calendarhint"), Initial: a.Calendar, Max: 60, May: true},
		Input{ID: "targets", Label: v.plain("agreement.targets"), Hint: v.plain("agreement.targethint"), Initial: targetLines(a), Max: 3000, Long: true, May: true},
	)
	form.Inputs = slices.DeleteFunc(form.Inputs, func(in Input) bool { return !fits(in, a) })
	return form
}

// fits reports whether what an agreement says fits into a field and comes back
// from it as it is. Else it is not asked for and stays, until the company file
// changes it: Slack would refuse the whole form.
func fits(in Input, a *slm.Agreement) bool {
	if in.Kind == TextInput && utf8.RuneCountInString(in.Initial) > in.Max {
		return false
	}
	return in.ID != "targets" || !slices.ContainsFunc(a.Targets, func(t slm.Target) bool {
		again, err := slm.ParseTargetLine(t.Line())
		again.ID, again.Agreement = t.ID, t.Agreement
		return err != nil || again != t
	})
}

func (v voice) kinds() []Option {
	var all []Option
	for _, kind := range []slm.AgreementKind{slm.SLR, slm.SLA, slm.OLA, slm.UC} {
		all = append(all, Option{v.plain("kind." + string(kind)), string(kind)})
	}
	return all
}

// partyInput asks for a party: a choice where there are few, else a code.
func (v voice) partyInput(r Request, id, label, initial string) Input {
	in := Input{ID: id, Label: label, Hint: v.plain("agreement.codes"), Initial: initial, Max: 60}
	if len(r.Dir.Parties) > thingsListed {
		return in
	}
	in.Kind, in.Hint = ChoiceInput, ""
	for _, p := range r.Dir.Parties {
		in.Options = append(in.Options, Option{p.Code + " " + p.Name.In(v.lang), p.Code})
	}
	return in
}

// both writes a text as bilingual reads it.
func both(t slm.Text) string {
	if t.EN == "" || t.ZH == "" {
		return t.EN + t.ZH
	}
	return t.EN + " | " + t.ZH
}

func targetLines(a *slm.Agreement) string {
	var lines []string
	for _, t := range a.Targets {
		lines = append(lines, t.Line())
	}
	return strings.Join(lines, "\n")
}

// agreementFields reads what was filled in. What the form does not ask for
// stays as it is.
func agreementFields(r Request) (slm.Agreement, error) {
	a := slm.Agreement{
		Code: strings.ToUpper(strings.TrimSpace(r.Fields["code"])), Version: 1, Zone: r.Dir.Zone,
		AlertRole: slm.ServiceLevelAdministrator, AnswerWithin: 30 * time.Minute,
	}
	if r.Value != "" {
		have := r.Dir.Agreement(r.Value)
		if have == nil {
			return a, slm.Refuse(slm.NotFound, "agreement", "code", r.Value)
		}
		code := a.Code
		if a = *have; code != "" { // the form of an edit does not ask for it
			var err error
			if a, err = r.Dir.Become(have, code); err != nil {
				return a, err
			}
		}
	} else if r.Dir.Agreement(a.Code) != nil {
		return a, slm.Refuse(slm.Invalid, "agreement.taken", "code", a.Code)
	}
	a.Kind, a.Title = slm.AgreementKind(r.Fields["kind"]), bilingual(r.Fields["title"])
	a.Provider, a.Consumer = strings.TrimSpace(r.Fields["provider"]), strings.TrimSpace(r.Fields["consumer"])
	for field, codes := range map[string]*[]string{"services": &a.Services, "underpins": &a.Underpins} {
		if words, asked := r.Fields[field]; asked {
			*codes = codesOf(words)
		}
	}
	slices.Sort(a.Underpins)
	if a.Calendar = strings.TrimSpace(r.Fields["calendar"]); a.Calendar == slm.Always {
		a.Calendar = ""
	}
	if err := terms(r, &a); err != nil {
		return a, err
	}
	lines, asked := r.Fields["targets"]
	if !asked {
		return a, nil
	}
	a.Targets = nil
	for line := range strings.Lines(lines) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		t, err := slm.ParseTargetLine(strings.TrimSpace(line))
		if err != nil {
			return a, err
		}
		a.Targets = append(a.Targets, t)
	}
	return a, nil
}

// terms reads days and lengths of time. A day that was not touched keeps its
// moment.
func terms(r Request, a *slm.Agreement) (err error) {
	from, err := firstMoment(r.Fields["from"], a.Zone)
	if err != nil {
		return err
	}
	if zone := from.Location(); a.From.IsZero() || a.From.In(zone).Format(time.DateOnly) != r.Fields["from"] {
		a.From = from
	}
	switch last := r.Fields["to"]; {
	case last == "":
		a.To = nil
	case a.To == nil || a.To.Add(-1).In(from.Location()).Format(time.DateOnly) != last:
		day, err := firstMoment(last, a.Zone)
		if err != nil {
			return err
		}
		end := day.AddDate(0, 0, 1) // the last day is included
		a.To = &end
	}
	a.Notice, a.Renewal, a.Reminder = slm.Term{}, slm.Term{}, slm.Term{}
	for field, term := range map[string]*slm.Term{"notice": &a.Notice, "renewal": &a.Renewal, "reminder": &a.Reminder} {
		if words := strings.TrimSpace(r.Fields[field]); words != "" {
			if *term, err = slm.ParseTerm(words); err != nil {
				return err
			}
		}
	}
	return nil
}

// codesOf takes a list of codes apart.
func codesOf(words string) []string {
	codes := []string{}
	for _, code := range strings.FieldsFunc(words, func(c rune) bool { return strings.ContainsRune(",;，；、 \n", c) }) {
		codes = append(codes, strings.ToUpper(code))
	}
	return codes
}

// A provision is something that an agreement says, in words.
type provision struct {
	name  string
	value Markup
}

// provisions gives what an agreement says, in the order of the form.
func (v voice) provisions(a *slm.Agreement, r Request) []provision {
	plain := func(s string) Markup { return Markup(escape(s)) }
	kind := Markup("")
	if a.Kind != "" {
		kind = v.say("kind." + string(a.Kind))
	}
	all := []provision{
		{v.plain("agreement.kind"), kind},
		{v.plain("agreement.title"), plain(both(a.Title))},
		{v.plain("agreement.provider"), plain(a.Provider)},
		{v.plain("agreement.consumer"), plain(a.Consumer)},
		{v.plain("agreement.services"), plain(strings.Join(a.Services, ", "))},
		{v.plain("agreement.underpins"), plain(strings.Join(a.Underpins, ", "))},
		{v.plain("form.from"), ""},
		{v.plain("assign.to"), ""},
		{v.plain("agreement.notice"), v.termOf(a.Notice)},
		{v.plain("agreement.renewal"), v.termOf(a.Renewal)},
		{v.plain("agreement.reminder"), v.termOf(a.Reminder)},
		{v.plain("agreement.calendar"), plain(a.Calendar)},
		{v.plain("agreement.requirement"), plain(a.Requirement)},
	}
	if zone, err := time.LoadLocation(a.Zone); err == nil {
		v.zone = zone
	}
	if !a.From.IsZero() {
		all[6].value = v.day(a.From, r.At)
	}
	if a.To != nil {
		all[7].value = v.day(a.To.Add(-1), r.At)
	}
	for _, t := range a.Targets {
		all = append(all, provision{t.Key, plain(strings.TrimPrefix(t.Line(), t.Key+" | "))})
	}
	return all
}

// differences says what changes from one version to another, a line each.
func (v voice) differences(before, after *slm.Agreement, r Request) []Markup {
	old := map[string]Markup{}
	was := v.provisions(before, r)
	for _, p := range was {
		old[p.name] = p.value
	}
	var lines []Markup
	now := map[string]bool{}
	for _, p := range v.provisions(after, r) {
		now[p.name] = true
		switch before := old[p.name]; {
		case before == p.value:
		case before == "":
			lines = append(lines, v.say("change.added", "field", p.name, "new", p.value))
		case p.value == "":
			lines = append(lines, v.say("change.gone", "field", p.name, "old", before))
		default:
			lines = append(lines, v.say("change.changed", "field", p.name, "old", before, "new", p.value))
		}
	}
	for _, p := range was {
		if !now[p.name] {
			lines = append(lines, v.say("change.gone", "field", p.name, "old", p.value))
		}
	}
	return lines
}
