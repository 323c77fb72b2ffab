package commands

import (
	"context"
	"strings"
	"sync"

	"steward/ask"
	"steward/slm"
	"steward/store"
)

// A Command is one word after /sla.
type Command struct {
	Name string
	// Usage is what follows the name. About is the key of a short sentence.
	Usage, About string
	Run          func(context.Context, *Desk, Request) (Reply, error)
	// Form, if there is one, is opened instead when nothing follows the name
	// but the word Opens. It asks nobody: Slack gives three seconds for it.
	Form  func(Request) Form
	Opens string
	// Fills are those who may fill the form in. Empty: everybody. Others are
	// told by Run.
	Fills []slm.RoleKey
}

// All lists the commands in the order in which people see them. A new one goes
// here. Help stands apart, since it lists them all.
var All = []Command{
	who, status, list, show,
	explained, exclude,
	agreement, sign, check, renewals,
	hours, oneCase, cases,
	roles, role, survey, feedback, cover, assign, history, questions,
}

// A Click is what a button does. Form, if there is one, is opened before Run
// and without asking anybody: Slack gives three seconds for it.
type Click struct {
	ID   string
	Form func(Request) Form
	Run  func(context.Context, *Desk, Request) (Reply, error)
}

// Clicks lists the buttons' deeds. An empty reply says nothing: the message
// itself changes.
var Clicks = []Click{
	acknowledge, explain, escalate, showCase, rate, remark, askThem, choose, details, endCover, whole, wrong, link, mean, unteach, teach, unname, settle, mergeRoles, undoMerge,
	editAgreement, growIntoSLA, accept, decline, askSign, confirmSign, signInSpite, step, endAgreement,
	entries, approveExclusion, withdrawExclusion,
}

// A Submit is what a form does when it is sent.
type Submit struct {
	ID  string
	Run func(context.Context, *Desk, Request) (Reply, error)
}

// Submits lists the forms' deeds.
var Submits = []Submit{
	saveRemark, saveCover, saveAssignment, saveAlias, saveMeaning, saveRole, saveExclusion,
	saveAgreement, saveSign, saveEnd,
}

// A Desk is where questions are answered.
type Desk struct {
	db  *store.Store
	all []Command // All, which commands that answer for help must not name themselves

	mu      sync.Mutex
	version int64 // of the directory that the rest was made from
	parts   map[string]*slm.Directory
	indexes map[*slm.Directory]*ask.Index
}

// New gives a desk that answers from db.
func New(db *store.Store) *Desk { return &Desk{db: db, all: All} }

// Command answers what was typed after /sla. Words that are no command are
// taken as a question.
func (d *Desk) Command(ctx context.Context, r Request) (Reply, error) {
	name, rest, _ := strings.Cut(strings.TrimSpace(r.Text), " ")
	if name == "" || strings.EqualFold(name, "help") || name == "帮助" {
		return d.help(r), nil
	}
	for _, c := range d.all {
		if strings.EqualFold(name, c.Name) {
			r.Text = strings.TrimSpace(rest)
			return c.Run(ctx, d, r)
		}
	}
	return d.Question(ctx, r)
}

// Said answers what was said to Steward in a channel or in private: a command
// without its slash works too.
func (d *Desk) Said(ctx context.Context, r Request) (Reply, error) {
	return d.Command(ctx, r)
}

// Click does what a button says.
func (d *Desk) Click(ctx context.Context, id string, r Request) (Reply, error) {
	for _, c := range Clicks {
		if c.ID == id {
			return c.Run(ctx, d, r)
		}
	}
	return Reply{}, slm.Refuse(slm.NotFound, "button")
}

// FormOf gives the form that the button opens at once, if it opens one.
func FormOf(id string, r Request) (Form, bool) {
	for _, c := range Clicks {
		if c.ID == id && c.Form != nil {
			return c.Form(r), true
		}
	}
	return Form{}, false
}

// FormFor gives the form that a command without further words opens.
func FormFor(r Request) (Form, bool) {
	if r.Dir == nil {
		return Form{}, false
	}
	name := strings.Join(strings.Fields(r.Text), " ")
	for _, c := range All {
		if c.Form == nil || !strings.EqualFold(name, strings.TrimSpace(c.Name+" "+c.Opens)) {
			continue
		}
		if len(c.Fills) > 0 && mayFor(r, slm.Scope{Kind: slm.Organisation}, c.Fills...) != nil {
			return Form{}, false
		}
		return c.Form(r), true
	}
	return Form{}, false
}

// Submit does what a form says.
func (d *Desk) Submit(ctx context.Context, id string, r Request) (Reply, error) {
	for _, s := range Submits {
		if s.ID == id {
			return s.Run(ctx, d, r)
		}
	}
	return Reply{}, slm.Refuse(slm.NotFound, "button")
}

// names gives the index of all names in the directory, or in a part of it, made
// anew when it changed.
func (d *Desk) names(dir *slm.Directory) *ask.Index {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.forget(dir.Version)
	if d.indexes[dir] == nil {
		d.indexes[dir] = ask.NewIndex(dir)
	}
	return d.indexes[dir]
}

// Seen gives the directory as the person who asks may see it: guests see the
// agreements of their own organisation, and who answers for everything.
func (d *Desk) Seen(r Request) *slm.Directory {
	if !r.Guest {
		return r.Dir
	}
	codes, all := r.Dir.OpenTo(r.Person, r.At)
	if all {
		return r.Dir
	}
	key := strings.Join(codes, "\n")
	d.mu.Lock()
	defer d.mu.Unlock()
	d.forget(r.Dir.Version)
	if d.parts[key] == nil {
		d.parts[key] = r.Dir.Only(codes)
	}
	return d.parts[key]
}

// forget drops what was made from another version of the directory; d.mu is
// held.
func (d *Desk) forget(version int64) {
	if d.version != version || d.indexes == nil {
		d.version, d.parts, d.indexes = version, map[string]*slm.Directory{}, map[*slm.Directory]*ask.Index{}
	}
}

// find gives the agreement or service that a few words name. It refuses, as
// NotFound, words that name none, and asks back when they name several.
func (d *Desk) find(r Request, words string) (*slm.Agreement, *slm.Service, error) {
	words = strings.TrimSpace(words)
	if a := r.Dir.Agreement(strings.ToUpper(words)); a != nil {
		return a, nil, nil
	}
	if s := r.Dir.Service(strings.ToUpper(words)); s != nil {
		return nil, s, nil
	}
	m := d.names(r.Dir).Understand(ask.Question{Text: words, Asker: r.ID()})
	if len(m.Candidates) > 1 {
		var codes []string
		for _, c := range m.Candidates {
			codes = append(codes, c.ID)
		}
		return nil, nil, slm.Refuse(slm.Invalid, "several", "words", words, "codes", strings.Join(codes, ", "))
	}
	switch {
	case m.Agreement != "":
		return r.Dir.Agreement(m.Agreement), nil, nil
	case m.Service != "":
		return nil, r.Dir.Service(m.Service), nil
	}
	return nil, nil, slm.Refuse(slm.NotFound, "name", "words", words).Try("/sla list")
}

// agreement is find for where only an agreement will do.
func (d *Desk) agreement(r Request, usage string) (*slm.Agreement, error) {
	if strings.TrimSpace(r.Text) == "" {
		return nil, slm.Refuse(slm.Invalid, "usage").Try(usage)
	}
	a, s, err := d.find(r, r.Text)
	if err != nil || a != nil {
		return a, err
	}
	on := agreementsOn(r.Dir, s.Code)
	if len(on) == 1 {
		return on[0], nil
	}
	var codes []string
	for _, a := range on {
		codes = append(codes, a.Code)
	}
	if len(codes) == 0 {
		return nil, slm.Refuse(slm.NotFound, "name", "words", r.Text).Try("/sla list")
	}
	return nil, slm.Refuse(slm.Invalid, "several", "words", r.Text, "codes", strings.Join(codes, ", "))
}

// agreementsOn gives the agreements about a service.
func agreementsOn(d *slm.Directory, service string) []*slm.Agreement {
	var on []*slm.Agreement
	for i := range d.Agreements {
		for _, s := range d.Agreements[i].Services {
			if s == service {
				on = append(on, &d.Agreements[i])
			}
		}
	}
	return on
}
