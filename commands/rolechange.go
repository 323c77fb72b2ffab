package commands

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"steward/slm"
	"steward/store"
)

// decides refuses, as Forbidden, people who may not decide which roles there
// are; command is what they can ask of those who may.
func decides(r Request, command string) error {
	err := mayFor(r, slm.Scope{Kind: slm.Organisation}, slm.ProcessOwner)
	var refusal *slm.Error
	if errors.As(err, &refusal) {
		refusal.Hint = command
	}
	return err
}

// roleForm asks what a new role is called and does.
func roleForm(r Request) Form {
	v := r.voice()
	return Form{
		ID: "addrole", Title: v.plain("addrole.title"), Send: v.plain("addrole.send"), Cancel: v.plain("form.cancel"),
		Inputs: []Input{
			{ID: "en", Label: v.plain("addrole.en"), Max: 75},
			{ID: "zh", Label: v.plain("addrole.zh"), Max: 75},
			{ID: "key", Label: v.plain("addrole.key"), Hint: v.plain("addrole.keyhint"), Max: 40, May: true},
			{ID: "purpose", Label: v.plain("addrole.purpose"), Hint: v.plain("addrole.both"), Max: 410, Long: true},
			{ID: "does", Label: v.plain("addrole.does"), Hint: v.plain("addrole.lines"), Max: 3000, Long: true},
			{ID: "asks", Label: v.plain("addrole.asks"), Hint: v.plain("addrole.lines"), Max: 3000, Long: true, May: true},
		},
	}
}

// runRoleAdd is for those who may not, and for places where no form can be
// opened.
func runRoleAdd(r Request) (Reply, error) {
	if err := decides(r, "/sla role add"); err != nil {
		return Reply{}, err
	}
	return Reply{}, slm.Refuse(slm.Invalid, "form").Try("/sla role add")
}

var saveRole = Submit{ID: "addrole", Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	if err := decides(r, "/sla role add"); err != nil {
		return Reply{}, err
	}
	role, err := d.db.AddRole(ctx, slm.RoleDraft{
		Key:              slm.RoleKey(strings.ToLower(strings.TrimSpace(r.Fields["key"]))),
		Name:             slm.Text{EN: strings.TrimSpace(r.Fields["en"]), ZH: strings.TrimSpace(r.Fields["zh"])},
		Purpose:          bilingual(strings.Join(strings.Fields(r.Fields["purpose"]), " ")),
		Responsibilities: linesOf(r.Fields["does"]),
		Qualifications:   linesOf(r.Fields["asks"]),
	}, r.Person, r.At)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	reply := Reply{Text: v.say("addrole.saved", "role", v.text(role.Name), "key", string(role.Key))}
	reply.Parts = append(reply.Parts, Part{Body: reply.Text})
	reply.Parts = append(reply.Parts, v.clauses(v.say("role.does"), role.Responsibilities)...)
	reply.Parts = append(reply.Parts, v.clauses(v.say("role.asks"), role.Qualifications)...)
	return reply, nil
}}

// linesOf reads one text a line.
func linesOf(field string) []slm.Text {
	var texts []slm.Text
	for line := range strings.Lines(field) {
		if text := bilingual(line); text != (slm.Text{}) {
			texts = append(texts, text)
		}
	}
	return texts
}

// bilingual reads "English | 中文", in any order, or one of them.
func bilingual(words string) slm.Text {
	words = strings.TrimSpace(words)
	first, second, both := strings.Cut(strings.ReplaceAll(words, "｜", "|"), "|")
	first, second = strings.TrimSpace(first), strings.TrimSpace(second)
	han := func(s string) bool {
		return strings.ContainsFunc(s, func(c rune) bool { return unicode.Is(unicode.Han, c) })
	}
	switch {
	case both && han(first) && !han(second):
		return slm.Text{EN: second, ZH: first}
	case both:
		return slm.Text{EN: first, ZH: second}
	case han(words):
		return slm.Text{ZH: words}
	}
	return slm.Text{EN: words}
}

// intoWords part what is merged from what it is merged into.
var intoWords = regexp.MustCompile(`(?i)^(.+?)(?:\s+(?:into|to)\s+|\s*(?:->|→|并入|合并到|合并至)\s*)(.+)$`)

// runMerge shows what a merge would move, with the button that does it.
func runMerge(ctx context.Context, d *Desk, r Request) (Reply, error) {
	names := intoWords.FindStringSubmatch(strings.TrimSpace(r.Text))
	if names == nil {
		return Reply{}, slm.Refuse(slm.Invalid, "usage").
			Try("/sla role merge " + string(slm.ServiceLevelAdministrator) + " into " + string(slm.ServiceLevelManager))
	}
	from, err := d.roleNamed(r, names[1])
	if err != nil {
		return Reply{}, err
	}
	into, err := d.roleNamed(r, names[2])
	if err != nil {
		return Reply{}, err
	}
	return previewMerge(ctx, d, r, from.Key, into.Key)
}

func previewMerge(ctx context.Context, d *Desk, r Request, from, into slm.RoleKey) (Reply, error) {
	if err := decides(r, "/sla role merge "+string(from)+" into "+string(into)); err != nil {
		return Reply{}, err
	}
	p, err := d.db.PreviewMerge(ctx, from, into, r.At)
	if err != nil {
		return Reply{}, err
	}
	return r.voice().preview(r, p), nil
}

// moveShown is how many of a kind a preview lists.
const moveShown = 20

// preview shows what a merge would move.
func (v voice) preview(r Request, p store.MergePreview) Reply {
	text := v.say("merge.title", "from", v.role(p.From), "into", v.role(p.Into))
	reply := Reply{Text: text, Parts: []Part{{Body: text}}}
	holders := v.say("merge.holders", "n", len(p.Assignments))
	for i, a := range p.Assignments {
		if i == moveShown {
			holders += "\n" + v.say("list.more", "n", len(p.Assignments)-i)
			break
		}
		key := "merge.holder"
		if a.Deputy {
			key = "merge.deputy"
		}
		holders += "\n" + v.say(key, "person", v.nameOf(a.Person), "scope", v.scope(a.Scope, r), "day", v.date(a.From, r.At))
	}
	var open []string
	for _, ping := range p.Open {
		open = append(open, ping.Agreement+" ("+v.plainName(ping.Person)+")")
	}
	reply.Parts = append(reply.Parts, Part{Body: holders}, Part{Body: v.say("merge.rest",
		"does", v.some(p.Responsibilities), "asks", v.some(p.Qualifications), "agreements", v.some(p.Agreements), "open", v.some(open))},
		Part{Note: v.say("merge.note", "into", v.role(p.Into))},
		Part{Buttons: []Button{{
			Label: v.plain("merge.button"), Action: mergeRolesID, Danger: true,
			Value: strings.Join([]string{string(p.From), string(p.Into), p.State()}, " "),
		}}})
	return reply
}

func (v voice) plainName(person int64) string {
	if p := v.dir.Person(person); p != nil {
		return p.Name.In(v.lang)
	}
	return v.plain("somebody")
}

// some names the first of many.
func (v voice) some(names []string) Markup {
	if len(names) == 0 {
		return v.say("merge.none")
	}
	shown := Markup(escape(strings.Join(names[:min(moveShown, len(names))], ", ")))
	if more := len(names) - moveShown; more > 0 {
		shown += " · " + v.say("list.more", "n", more)
	}
	return shown
}

// mergeRolesID stands apart, since what the button does may show the preview
// once more.
const mergeRolesID = "mergeroles"

// mergeRoles does what a preview showed. If that is not so any more, it shows
// it anew.
var mergeRoles = Click{ID: mergeRolesID, Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	parts := strings.Fields(r.Value)
	if len(parts) != 3 {
		return Reply{}, slm.Refuse(slm.NotFound, "button")
	}
	from, into := slm.RoleKey(parts[0]), slm.RoleKey(parts[1])
	v := r.voice()
	if m := r.Dir.MergeOf(from, r.At); m != nil {
		return Reply{Text: v.say("merge.already", "line", v.merged(r, m))}, nil
	}
	m, err := d.db.MergeRoles(ctx, from, into, parts[2], r.Person, r.At)
	var refusal *slm.Error
	if errors.As(err, &refusal) && refusal.Key == "merge.changed" {
		reply, err := previewMerge(ctx, d, r, from, into)
		reply.Parts = append([]Part{{Body: d.Refusal(r, refusal).Text}}, reply.Parts...)
		return reply, err
	}
	if err != nil {
		return Reply{}, err
	}
	key := "merge.done"
	if plan, err := r.Dir.PlanMerge(from, into, r.At); err == nil && len(plan.Assignments) == 0 {
		key = "merge.unheld"
	}
	text := v.say(key, "from", v.role(from), "into", v.role(into))
	return Reply{Settles: true, Text: text, Parts: []Part{{Body: text}, {Buttons: []Button{v.undoButton(m)}}}}, nil
}}

func (v voice) undoButton(m slm.Merge) Button {
	return Button{Label: v.plain("merge.undo"), Action: undoMergeID, Value: strconv.FormatInt(m.ID, 10)}
}

// runUndo lists the merges there are, newest first, each with a button that
// undoes it.
func runUndo(r Request) (Reply, error) {
	if err := decides(r, "/sla role undo"); err != nil {
		return Reply{}, err
	}
	v := r.voice()
	reply := Reply{Text: v.say("merge.list")}
	reply.Parts = []Part{{Body: reply.Text}}
	for _, m := range slices.Backward(r.Dir.Merges) {
		if r.Dir.MergeOf(m.From, r.At) == nil || m.UndoneAt != nil || len(reply.Parts) > moveShown {
			continue
		}
		button := v.undoButton(m)
		reply.Parts = append(reply.Parts, Part{Body: v.merged(r, &m), Accessory: &button})
	}
	if len(reply.Parts) == 1 {
		return Reply{Text: v.say("merge.nothing")}, nil
	}
	return reply, nil
}

// undoMergeID stands apart, since what the button of a merge does may show the
// button once more.
const undoMergeID = "undomerge"

var undoMerge = Click{ID: undoMergeID, Run: func(ctx context.Context, d *Desk, r Request) (Reply, error) {
	id, err := number(r)
	if err != nil {
		return Reply{}, err
	}
	if err := decides(r, "/sla role undo"); err != nil {
		return Reply{}, err
	}
	m, err := d.db.UndoMerge(ctx, id, r.Person, r.At)
	if err != nil {
		return Reply{}, err
	}
	v := r.voice()
	return Reply{Text: v.say("merge.restored", "from", v.role(m.From), "into", v.role(m.Into))}, nil
}}

// drawMerge tells somebody that a role of theirs was merged, or is itself
// again.
func (v voice) drawMerge(p store.Ping) Reply {
	key := "merge.told"
	if p.Why.Rule == "unmerged" {
		key = "merge.untold"
	}
	return Reply{Text: v.say(key, "by", v.person(p.Why.By), "from", v.role(p.Why.Role), "into", v.role(p.Why.Into),
		"command", "/sla role "+string(p.Why.Into))}
}
