package slacksim_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"steward/slacksim"
)

func TestGroupsAreMentionedAndChange(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	group, err := sim.AddGroup(slacksim.Group{Handle: "team", Members: []string{"mei.lin"}})
	must(t, err)
	ts, err := sim.As("mei.lin").Say("helpdesk", "hello @team!")
	must(t, err)
	must(t, sim.SetGroup("team", "jonas.weber"))
	if m := sim.As("mei.lin").Messages("helpdesk")[0]; m.TS != ts || m.Text != "hello <!subteam^"+group.ID+">!" {
		t.Errorf("message %+v", m)
	}
	groups, err := client(t, sim, srv).GetUserGroups(slack.GetUserGroupsOptionIncludeUsers(true), slack.GetUserGroupsOptionIncludeCount(true))
	jonas, _ := sim.Person("jonas.weber")
	if err != nil || len(groups) != 1 || groups[0].UserCount != 1 || groups[0].Users[0] != jonas.ID {
		t.Errorf("groups %+v, %v", groups, err)
	}
	want := "message,subteam_created,subteam_members_changed,subteam_updated"
	if got := heard(t, sim, srv); strings.Join(got, ",") != want {
		t.Errorf("heard %q, want %s", got, want)
	}
}

func TestNarrowEventsGoToThoseWhoNameThem(t *testing.T) {
	t.Parallel()
	sim, _ := fixture(t, slacksim.Config{})
	_, err := sim.AddApp(slacksim.App{
		Name: "Watch", Events: []string{"user_status_changed", "dnd_updated_user", "link_shared", "channel_archive", "member_left_channel"},
		UnfurlDomains: []string{"desk.test"}, MetadataEvents: []slacksim.MetadataEvent{{EventType: "ping"}},
	})
	must(t, err)
	must(t, sim.Join("helpdesk", "watch"))
	must(t, sim.ChangePerson("mei.lin", func(p *slacksim.Person) { p.StatusText, p.DNDStart, p.DNDEnd = "x", 1, 2 }))
	_, err = sim.As("mei.lin").Say("helpdesk", "https://a.desk.test/1 https://other.test")
	must(t, err)
	must(t, sim.Leave("helpdesk", "mei.lin"))
	must(t, sim.Archive("helpdesk", true))
	got := make(chan string, 10)
	listenAs(t, sim, "Watch", func(_ http.ResponseWriter, r *http.Request) {
		var f frame
		_ = json.NewDecoder(r.Body).Decode(&f.Payload)
		got <- f.Payload.Event.Type
	})
	must(t, sim.Quiet(t.Context()))
	close(got)
	var all []string
	for kind := range got {
		all = append(all, kind)
	}
	slices.Sort(all)
	if want := "channel_archive,dnd_updated_user,link_shared,member_left_channel,user_status_changed"; strings.Join(all, ",") != want {
		t.Errorf("heard %q, want %s", all, want)
	}
}

func TestMetadataEvents(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	_, err := sim.AddApp(slacksim.App{Name: "Watch", MetadataEvents: []slacksim.MetadataEvent{{EventType: "ping"}}, Events: []string{
		"message_metadata_posted", "message_metadata_updated", "message_metadata_deleted",
	}})
	must(t, err)
	must(t, sim.Join("helpdesk", "watch"))
	got := make(chan string, 10)
	listenAs(t, sim, "Watch", func(_ http.ResponseWriter, r *http.Request) {
		var f frame
		_ = json.NewDecoder(r.Body).Decode(&f.Payload)
		got <- f.Payload.Event.Type
	})
	api := client(t, sim, srv)
	meta := func(k string) slack.MsgOption {
		return slack.MsgOptionMetadata(slack.SlackMetadata{EventType: "ping", EventPayload: map[string]any{"k": k}})
	}
	channel, ts, err := api.PostMessage("helpdesk", slack.MsgOptionText("x", false), meta("1"))
	must(t, err)
	_, _, _, err = api.UpdateMessage(channel, ts, slack.MsgOptionText("y", false), meta("2"))
	must(t, err)
	_, _, err = api.DeleteMessage(channel, ts)
	must(t, err)
	all := []string{waitFor(t, got), waitFor(t, got), waitFor(t, got)}
	slices.Sort(all)
	if want := "message_metadata_deleted,message_metadata_posted,message_metadata_updated"; strings.Join(all, ",") != want {
		t.Errorf("heard %q", all)
	}
}
