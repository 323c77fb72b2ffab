package slacksim_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"steward/slacksim"
)

// small is a workspace for fuzzing: no server, only its handler.
func small(f *testing.F) (*slacksim.Sim, http.Handler) {
	f.Helper()
	sim := build(f)
	f.Cleanup(sim.Close)
	return sim, sim.Handler()
}

func build(tb testing.TB) *slacksim.Sim {
	tb.Helper()
	sim := slacksim.New(slacksim.Config{})
	err := sim.Load(slacksim.Workspace{
		People:   []slacksim.Person{{Handle: "mei"}, {Handle: "jon"}},
		Apps:     []slacksim.App{{Name: "Echo", UnfurlDomains: []string{"x.test"}, Commands: []slacksim.Command{{Name: "/echo", Escape: true}}}},
		Channels: []slacksim.Channel{{Name: "helpdesk", Members: []string{"mei", "echo"}}},
		Groups:   []slacksim.Group{{Handle: "team", Members: []string{"mei"}}},
	})
	if err != nil {
		tb.Fatal(err)
	}
	return sim
}

// serve sends one request and wants an answer in JSON or a plain refusal, and no panic.
func serve(t *testing.T, h http.Handler, r *http.Request) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code == http.StatusInternalServerError {
		t.Errorf("%s: %s", r.URL, w.Body)
	}
	if strings.Contains(w.Body.String(), `"internal_error"`) {
		t.Errorf("%s: %s", r.URL, w.Body)
	}
}

// FuzzCalls sends arguments of any kind to every method, in every encoding.
func FuzzCalls(f *testing.F) {
	sim := build(f)
	h := sim.Handler()
	done := 0
	names := slacksim.MethodNames()
	for i, name := range names {
		f.Add(uint8(i), uint8(0), calls[name])
		f.Add(uint8(i), uint8(1), `{"channel":"helpdesk","users":[1],"files":[{"id":null}],"metadata":{"event_type":1},"blocks":{},"view":7}`)
		f.Add(uint8(i), uint8(2), "--b\r\nContent-Disposition: form-data; name=\"channel\"\r\n\r\nhelpdesk\r\n--b--\r\n")
	}
	kinds := []string{formKind, "application/json", "multipart/form-data; boundary=b"}
	f.Fuzz(func(t *testing.T, which, encoding uint8, body string) {
		name := names[int(which)%len(names)]
		if name == "auth.revoke" || name == "apps.uninstall" {
			return // they would end the test
		}
		if done++; done%1000 == 0 { // what calls leave behind slows the next ones down
			sim.Close()
			sim = build(t)
			h = sim.Handler()
		}
		app, _ := sim.App("Echo")
		level, _ := slacksim.MethodNeeds(name)
		token := map[string]string{"": app.BotToken, "app": app.AppToken, "config": "xoxe.xoxp-1-x"}[level]
		r := httptest.NewRequest(http.MethodPost, "/api/"+name, strings.NewReader(body))
		r.Header.Set("Content-Type", kinds[int(encoding)%len(kinds)])
		r.Header.Set("Authorization", "Bearer "+token)
		serve(t, h, r)
	})
}

// FuzzControl sends anything to the page's API.
func FuzzControl(f *testing.F) {
	_, h := small(f)
	deeds := []string{"say", "open_dm", "command", "action", "submit", "close", "home", "shortcut", "read", "react", "faults"}
	for i := range deeds {
		f.Add(uint8(i), `{"as":"mei","channel":"helpdesk","text":"hi @jon #helpdesk https://x.test <","with":"jon","app":"Echo","name":"eyes"}`)
		f.Add(uint8(i), `{"as":"mei","view_id":"V1","state":{"b":{"a":null}},"values":{"b":null},"kind":"error","rate":1e-9,"count":-1}`)
	}
	f.Fuzz(func(t *testing.T, which uint8, body string) {
		name := deeds[int(which)%len(deeds)]
		if name == "faults" && (strings.Contains(body, "hold") || strings.Contains(body, "delay")) {
			return // they would stop the test
		}
		r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/control/"+name, strings.NewReader(body))
		r.RemoteAddr = "127.0.0.1:1"
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Errorf("%s %q: %d %s", name, body, w.Code, w.Body)
		}
	})
}

// FuzzTyped types anything into a channel and as a command.
func FuzzTyped(f *testing.F) {
	sim, _ := small(f)
	for _, typed := range []string{"@mei hi", "#helpdesk", "@team and @Steward谁", "<@U000000001>", "/echo @mei", "https://x.test/a?b=<c>", "&lt;"} {
		f.Add(typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		ts, err := sim.As("mei").Say("helpdesk", typed)
		if err == nil && ts == "" {
			t.Errorf("%q was said without a time", typed)
		}
		_ = sim.As("mei").Command("helpdesk", "/echo", typed)
	})
}

// FuzzWorkspace reads anything as a workspace and a manifest.
func FuzzWorkspace(f *testing.F) {
	f.Add(`{"name":"x","people":[{"handle":"a"}],"channels":[{"name":"b","members":["a"]}],"apps":[{"name":"c"}]}`)
	f.Add(`{"groups":[{"handle":"a","members":["a"]}],"emoji":{"x":"alias:y"}}`)
	f.Fuzz(func(_ *testing.T, text string) {
		if w, err := slacksim.ReadWorkspace(strings.NewReader(text)); err == nil {
			sim := slacksim.New(slacksim.Config{})
			_ = sim.Load(w)
			sim.Close()
		}
	})
}

// FuzzUpload sends any bytes to an upload address and to a response URL.
func FuzzUpload(f *testing.F) {
	_, h := small(f)
	f.Add(formKind, "a=b")
	f.Add("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\nabc\r\n--b--\r\n")
	f.Fuzz(func(t *testing.T, kind, body string) {
		for _, path := range []string{"/upload/F1", "/hooks/actions/T1/" + url.PathEscape("x")} {
			r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
			r.Header.Set("Content-Type", kind)
			serve(t, h, r)
		}
	})
}
