package main

import (
	"fmt"
	"slices"
	"strings"

	"steward/bot"
	"steward/slacksim"
	"steward/slm"
)

// workspaceOf gives a workspace with an account for everybody who has not
// left, a few channels, and Steward.
func workspaceOf(d *slm.Directory) slacksim.Workspace {
	w := slacksim.Workspace{Name: "Orion Works", Domain: "orion-works"}
	var handles []string
	locales := map[slm.Lang]string{slm.English: "en-US", slm.Chinese: "zh-CN"}
	for i, p := range d.People {
		handle, _, _ := strings.Cut(p.Email, "@")
		name := p.Name.EN
		if p.Lang == slm.Chinese {
			name = p.Name.ZH
		}
		if p.LeftAt == nil {
			handles = append(handles, handle)
		}
		title := ""
		if party := d.Party(p.Party); party != nil {
			title = party.Name.In(p.Lang)
		}
		w.People = append(w.People, slacksim.Person{
			ID: fmt.Sprintf("U%08d", i+1), Handle: handle, RealName: name, DisplayName: name, Email: p.Email,
			Locale: locales[p.Lang], TZ: p.Zone, Title: title, Guest: p.Guest, Deactivated: p.LeftAt != nil,
		})
	}
	for i, c := range []slacksim.Channel{
		{Name: "general", Topic: "Everybody at Orion Works"},
		{Name: "helpdesk", Topic: "Ask here"},
		{Name: "orion-payroll", Topic: "The payroll service"},
		{Name: "service-levels", Topic: "Agreements and how they stand"},
	} {
		c.ID = fmt.Sprintf("C%08d", i+1)
		c.Members = append(append([]string{}, handles...), "steward")
		w.Channels = append(w.Channels, c)
	}
	w.Apps = []slacksim.App{{
		Name: "Steward", ID: "A00000001", BotHandle: "steward", BotUserID: "U00STEWARD", BotID: "B00STEWARD",
		BotScopes: bot.Scopes, Events: bot.Events, // exactly those of the manifest: what the demo does, a real app may do
		Shortcuts: []slacksim.Shortcut{{Name: "Who is responsible?", Type: "message", CallbackID: "who"}},
		Commands:  []slacksim.Command{{Name: "/sla", Usage: "who | status | list | roles | survey | feedback | help", About: "Service promises", Escape: true}},
	}}
	return w
}

// withPane gives an app the pane for agents, with what bot.AppManifest.WithPane
// asks for.
func withPane(a *slacksim.App) {
	a.AgentView = true
	a.BotScopes, a.Events = slices.Concat(a.BotScopes, bot.PaneScopes), slices.Concat(a.Events, bot.PaneEvents)
}
