package slacksim

import (
	"crypto/rand"
	"encoding/json"
	"slices"
)

// View is a modal or a Home tab as Slack's API shows it.
type View struct {
	ID                 string    `json:"id"`
	TeamID             string    `json:"team_id"`
	Type               string    `json:"type"`
	Title              Block     `json:"title,omitempty"`
	Submit             Block     `json:"submit"`
	Close              Block     `json:"close"`
	Blocks             []Block   `json:"blocks"`
	PrivateMetadata    string    `json:"private_metadata"`
	CallbackID         string    `json:"callback_id"`
	ExternalID         string    `json:"external_id"`
	ClearOnClose       bool      `json:"clear_on_close"`
	NotifyOnClose      bool      `json:"notify_on_close"`
	SubmitDisabled     bool      `json:"submit_disabled"`
	State              ViewState `json:"state"`
	Hash               string    `json:"hash"`
	PreviousViewID     *string   `json:"previous_view_id"`
	RootViewID         string    `json:"root_view_id"`
	AppID              string    `json:"app_id"`
	AppInstalledTeamID string    `json:"app_installed_team_id"`
	BotID              string    `json:"bot_id"`
}

// ViewState holds what stands in a view's inputs, by block and action id, as Slack's state.values.
type ViewState struct {
	Values Values `json:"values"`
}

// Values are the values of inputs by block and action id; each has "type" and the field of that type.
type Values = map[string]map[string]Block

type view struct {
	View
	app  *app
	user *person
}

// stackLimit is how many modals can lie on top of each other.
const stackLimit = 3

// viewsKept bounds the views that are remembered.
const viewsKept = 5_000

// addView makes a view out of what an app sent; s.mu is held.
func (s *Sim) addView(a *app, user *person, sent View) *view {
	v := &view{View: sent, app: a, user: user}
	v.ID, v.TeamID, v.AppInstalledTeamID = s.nextID("V"), s.team.id, s.team.id
	v.AppID, v.BotID, v.RootViewID = a.ID, a.BotID, v.ID
	v.Blocks = s.normalise(v.Blocks)
	v.Title, v.Submit, v.Close = s.label(v.Title), s.label(v.Submit), s.label(v.Close)
	v.State.Values = stateOf(v.Blocks, nil)
	v.Hash = s.newHash()
	if len(s.views) >= viewsKept {
		for id, old := range s.views {
			if !slices.Contains(s.stacks[old.user.ID], old) && old.app.homes[old.user.ID] != old {
				delete(s.views, id)
			}
		}
	}
	s.views[v.ID] = v
	return v
}

// label is a text around a view's blocks as Slack gives it back, or nothing.
func (s *Sim) label(l Block) Block {
	if l == nil {
		return nil
	}
	return s.filled(l)
}

func (s *Sim) newHash() string {
	return stamp(s.now().UnixMicro())[:10] + "." + rand.Text()[:8]
}

// changeView puts new contents into a view. What people typed stays where block, action and type stay the same.
func (s *Sim) changeView(v *view, sent View) {
	sent.ID, sent.TeamID, sent.AppInstalledTeamID, sent.AppID, sent.BotID = v.ID, v.TeamID, v.AppInstalledTeamID, v.AppID, v.BotID
	sent.RootViewID, sent.PreviousViewID = v.RootViewID, v.PreviousViewID
	sent.Blocks = s.normalise(sent.Blocks)
	sent.Title, sent.Submit, sent.Close = s.label(sent.Title), s.label(sent.Submit), s.label(sent.Close)
	sent.State.Values = stateOf(sent.Blocks, v.State.Values)
	sent.Hash = s.newHash()
	v.View = sent
}

// show puts a modal on top of the person's stack, or opens a new stack with it.
func (s *Sim) show(v *view, onTop bool) {
	user := v.user.ID
	stack := s.stacks[user]
	if !onTop {
		s.closeViews(stack)
		stack = nil
	}
	if len(stack) > 0 {
		below := stack[len(stack)-1]
		v.RootViewID, v.PreviousViewID = below.RootViewID, &below.ID
	}
	s.stacks[user] = append(slices.Clone(stack), v)
	s.noteView(ViewOpened, v)
}

// dismiss takes the upper modals off the person's stack, from v upwards.
func (s *Sim) dismiss(v *view) {
	stack := s.stacks[v.user.ID]
	i := slices.Index(stack, v)
	if i < 0 {
		return
	}
	s.stacks[v.user.ID] = slices.Clone(stack[:i])
	s.closeViews(stack[i:])
}

func (s *Sim) closeViews(views []*view) {
	for _, v := range slices.Backward(views) {
		s.noteView(ViewClosed, v)
	}
}

func (s *Sim) noteView(k Kind, v *view) {
	s.note(Change{Kind: k, User: v.app.BotUserID, VisibleTo: v.user.ID, View: &v.View})
}

// readView reads and checks the argument "view".
func (c *call) readView() (View, error) {
	raw := c.args.text("view")
	if raw == "" {
		return View{}, fail("invalid_arguments", "[ERROR] missing required field: view [json-pointer:/view]")
	}
	v, problems := parseView([]byte(raw))
	if len(problems) > 0 {
		c.violate(c.method, problems)
		return View{}, fail("invalid_arguments", messagesOf(problems, "/view")...)
	}
	return v, nil
}

// parseView reads a view and returns all that is wrong with it.
func parseView(raw []byte) (View, []Problem) {
	var v View
	if err := json.Unmarshal(raw, &v); err != nil {
		return View{}, []Problem{{Message: "must provide an object"}}
	}
	if len(raw) > viewBytes {
		return View{}, []Problem{{Message: "view_too_large"}}
	}
	return v, CheckView(v)
}

func (c *call) openView() (object, error) { return c.showView(false) }

func (c *call) pushView() (object, error) { return c.showView(true) }

func (c *call) showView(onTop bool) (object, error) {
	sent, err := c.readView()
	if err != nil {
		return nil, err
	}
	if sent.Type != "modal" {
		return nil, fail("invalid_arguments", "[ERROR] must be a modal [json-pointer:/view/type]")
	}
	if err := c.freeExternalID(sent.ExternalID, nil); err != nil {
		return nil, err
	}
	user, err := c.exchange(c.app, or(c.args.text("trigger_id"), c.args.text("interactivity_pointer")))
	if err != nil {
		return nil, err
	}
	stack := c.stacks[user.ID]
	switch {
	case onTop && len(stack) == 0:
		return nil, fail("not_found")
	case onTop && len(stack) >= stackLimit:
		return nil, fail("push_limit_reached")
	}
	v := c.addView(c.app, user, sent)
	c.show(v, onTop)
	return object{"view": v.View}, nil
}

func (c *call) freeExternalID(id string, self *view) error {
	for _, v := range c.views {
		open := slices.Contains(c.stacks[v.user.ID], v) || v.app.homes[v.user.ID] == v
		if id != "" && v != self && v.ExternalID == id && open {
			return fail("duplicate_external_id")
		}
	}
	return nil
}

func (c *call) updateView() (object, error) {
	sent, err := c.readView()
	if err != nil {
		return nil, err
	}
	v := c.views[c.args.text("view_id")]
	if id := c.args.text("external_id"); v == nil && id != "" {
		for _, other := range c.views {
			if other.ExternalID == id && other.app == c.app && slices.Contains(c.stacks[other.user.ID], other) {
				v = other
			}
		}
	}
	if v == nil || v.app != c.app || !slices.Contains(c.stacks[v.user.ID], v) {
		return nil, fail("not_found")
	}
	if hash := c.args.text("hash"); hash != "" && hash != v.Hash {
		return nil, fail("hash_conflict")
	}
	if err := c.freeExternalID(sent.ExternalID, v); err != nil {
		return nil, err
	}
	c.changeView(v, sent)
	c.noteView(ViewUpdated, v)
	return object{"view": v.View}, nil
}

func (c *call) publishView() (object, error) {
	sent, err := c.readView()
	if err != nil {
		return nil, err
	}
	user := c.person(c.args.text("user_id"))
	if user == nil {
		return nil, fail("invalid_arguments", "[ERROR] no such user [json-pointer:/user_id]")
	}
	if sent.Type != "home" {
		return nil, fail("invalid_arguments", "[ERROR] must be a home view [json-pointer:/view/type]")
	}
	v := c.app.homes[user.ID]
	if hash := c.args.text("hash"); hash != "" && v != nil && hash != v.Hash {
		return nil, fail("hash_conflict")
	}
	if v == nil {
		v = c.addView(c.app, user, sent)
		c.app.homes[user.ID] = v
	} else {
		c.changeView(v, sent)
	}
	c.noteView(HomePublished, v)
	return object{"view": v.View}, nil
}
