package slacksim

import (
	"fmt"
	"slices"
	"strings"
)

// Group is one user group ("@payroll-team"). Members are handles or ids.
type Group struct {
	ID          string   `json:"id,omitempty"`
	Handle      string   `json:"handle"`
	Name        string   `json:"name,omitempty"`
	Description string   `json:"description,omitempty"`
	Members     []string `json:"members,omitempty"`
	Channels    []string `json:"channels,omitempty"`
}

type group struct {
	Group
	created, updated, deleted int64
	creator                   string
}

// AddGroup adds a user group, tells the apps, and returns it completed.
func (s *Sim) AddGroup(g Group) (Group, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	g.Handle = strings.TrimPrefix(g.Handle, "@")
	if g.Handle == "" || s.group(g.Handle) != nil || s.named(g.Handle) != nil {
		return Group{}, fmt.Errorf("add group %q: handle is empty or taken", g.Handle)
	}
	members := g.Members
	g.Members = nil
	for _, who := range members {
		p := s.person(who)
		if p == nil {
			return Group{}, fmt.Errorf("add group %s: no person %s", g.Handle, who)
		}
		g.Members = append(g.Members, p.ID)
	}
	return s.addGroup(g, "").Group, nil
}

// Group finds a user group by handle or id.
func (s *Sim) Group(name string) (Group, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if g := s.group(name); g != nil {
		return g.Group, true
	}
	return Group{}, false
}

// SetGroup replaces the members (handles or ids) of a user group and tells the apps.
func (s *Sim) SetGroup(name string, members ...string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	g := s.group(name)
	if g == nil {
		return fmt.Errorf("set group %s: no such group", name)
	}
	ids := make([]string, 0, len(members))
	for _, who := range members {
		p := s.person(who)
		if p == nil {
			return fmt.Errorf("set group %s: no person %s", name, who)
		}
		ids = append(ids, p.ID)
	}
	s.setMembers(g, ids)
	return nil
}

func (s *Sim) addGroup(g Group, creator string) *group {
	g.ID, g.Name = or(g.ID, s.nextID("S")), or(g.Name, g.Handle)
	added := &group{Group: g, created: s.now().Unix(), updated: s.now().Unix(), creator: creator}
	s.groups = append(s.groups, added)
	s.emitGroup("subteam_created", added)
	return added
}

// group finds by id or handle; s.mu is held.
func (s *Sim) group(name string) *group {
	for _, g := range s.groups {
		if g.ID == name || strings.EqualFold(g.Handle, strings.TrimPrefix(name, "@")) {
			return g
		}
	}
	return nil
}

func (s *Sim) emitGroup(name string, g *group) {
	s.emit(event{name: name, scope: "usergroups:read", body: func(*app) object {
		return object{"type": name, "subteam": s.groupObject(g, true), "event_ts": s.stampNow()}
	}})
}

func (s *Sim) groupObject(g *group, withUsers bool) object {
	o := object{
		"id": g.ID, "team_id": s.team.id, "is_usergroup": true, "is_subteam": true, "name": g.Name, "handle": g.Handle,
		"description": g.Description, "is_external": false, "date_create": g.created, "date_update": g.updated,
		"date_delete": g.deleted, "auto_type": nil, "created_by": g.creator, "updated_by": g.creator, "deleted_by": nil,
		"prefs": object{"channels": append([]string{}, g.Channels...), "groups": []string{}}, "user_count": len(g.Members),
	}
	if withUsers {
		o["users"] = append([]string{}, g.Members...)
	}
	return o
}

func (c *call) listGroups() (object, error) {
	list := []object{}
	for _, g := range c.groups {
		if g.deleted == 0 || c.args.flag("include_disabled") {
			o := c.groupObject(g, c.args.flag("include_users"))
			if !c.args.flag("include_count") {
				delete(o, "user_count")
			}
			list = append(list, o)
		}
	}
	return object{"usergroups": list}, nil
}

// theGroup finds the group that a call names.
func (c *call) theGroup() (*group, error) {
	for _, g := range c.groups {
		if g.ID == c.args.text("usergroup") {
			return g, nil
		}
	}
	return nil, fail("no_such_subteam")
}

func (c *call) createGroup() (object, error) {
	name := c.args.text("name")
	handle := or(strings.TrimPrefix(c.args.text("handle"), "@"), strings.ToLower(strings.ReplaceAll(name, " ", "-")))
	if name == "" {
		return nil, fail("invalid_arguments", "[ERROR] missing required field: name")
	}
	if err := c.freeHandle(handle, nil); err != nil {
		return nil, err
	}
	g := c.addGroup(Group{
		Handle: handle, Name: name, Description: c.args.text("description"), Channels: split(c.args.text("channels")),
	}, c.app.BotUserID)
	return object{"usergroup": c.groupObject(g, false)}, nil
}

func (c *call) freeHandle(handle string, self *group) error {
	other := c.group(handle)
	if other != nil && other != self {
		if strings.EqualFold(other.Handle, handle) {
			return fail("handle_already_exists")
		}
		return fail("name_already_exists")
	}
	if c.named(handle) != nil {
		return fail("handle_already_exists")
	}
	return nil
}

func (c *call) updateGroup() (object, error) {
	g, err := c.theGroup()
	if err != nil {
		return nil, err
	}
	if handle := strings.TrimPrefix(c.args.text("handle"), "@"); handle != "" {
		if err := c.freeHandle(handle, g); err != nil {
			return nil, err
		}
		g.Handle = handle
	}
	g.Name, g.Description = or(c.args.text("name"), g.Name), or(c.args.text("description"), g.Description)
	if _, given := c.args["channels"]; given {
		g.Channels = split(c.args.text("channels"))
	}
	g.updated = c.now().Unix()
	c.emitGroup("subteam_updated", g)
	return object{"usergroup": c.groupObject(g, false)}, nil
}

func (c *call) enableGroup() (object, error) { return c.switchGroup(0, "already_enabled") }

func (c *call) disableGroup() (object, error) {
	return c.switchGroup(c.now().Unix(), "already_disabled")
}

func (c *call) switchGroup(deleted int64, already string) (object, error) {
	g, err := c.theGroup()
	switch {
	case err != nil:
		return nil, err
	case (g.deleted == 0) == (deleted == 0):
		return nil, fail(already)
	}
	g.deleted, g.updated = deleted, c.now().Unix()
	c.emitGroup("subteam_updated", g)
	return object{"usergroup": c.groupObject(g, false)}, nil
}

func (c *call) listGroupUsers() (object, error) {
	g, err := c.theGroup()
	if err != nil {
		return nil, err
	}
	return object{"users": append([]string{}, g.Members...)}, nil
}

// setGroupUsers replaces the members.
func (c *call) setGroupUsers() (object, error) {
	g, err := c.theGroup()
	if err != nil {
		return nil, err
	}
	users := split(c.args.text("users"))
	if len(users) == 0 {
		return nil, fail("no_users_provided")
	}
	for _, id := range users {
		if p := c.person(id); p == nil || p.ID != id || p.Deactivated {
			return nil, fail("invalid_users")
		}
	}
	c.setMembers(g, users)
	return object{"usergroup": c.groupObject(g, true)}, nil
}

func (s *Sim) setMembers(g *group, users []string) {
	before := g.Members
	g.Members, g.updated = users, s.now().Unix()
	missing := func(in, from []string) []string {
		return slices.DeleteFunc(append([]string{}, in...), func(id string) bool { return slices.Contains(from, id) })
	}
	added, removed := missing(users, before), missing(before, users)
	s.emit(event{name: "subteam_members_changed", scope: "usergroups:read", body: func(*app) object {
		return object{
			"type": "subteam_members_changed", "subteam_id": g.ID, "team_id": s.team.id, "added_users": added,
			"added_users_count": len(added), "removed_users": removed, "removed_users_count": len(removed),
			"date_update": g.updated, "date_previous_update": g.created, "event_ts": s.stampNow(),
		}
	}})
	s.emitGroup("subteam_updated", g)
}
