package slacksim_test

import (
	"encoding/json"
	"net/http"
	"testing"

	"steward/slacksim"
)

func TestThePageUploadsAFile(t *testing.T) {
	t.Parallel()
	_, srv := fixture(t, slacksim.Config{})
	for name, row := range map[string]struct {
		query, body string
		status      int
	}{
		"a picture": {"as=mei.lin&name=plan.png", "png", http.StatusOK},
		"nobody's":  {"as=nobody&name=plan.png", "png", http.StatusUnprocessableEntity},
		"nothing":   {"as=mei.lin&name=plan.png", "", http.StatusUnprocessableEntity},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			resp, err := http.DefaultClient.Do(request(t, http.MethodPost, srv.URL+"/control/upload?"+row.query, "application/octet-stream", row.body))
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = resp.Body.Close() }()
			var answer struct {
				File struct{ ID, Name, Mimetype string }
			}
			if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
				t.Fatal(err)
			}
			fine := row.status == http.StatusOK
			if resp.StatusCode != row.status || fine != (answer.File.ID != "" && answer.File.Mimetype == "image/png") {
				t.Errorf("%s %+v", resp.Status, answer)
			}
		})
	}
}

func TestThePageTakesBackAReaction(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	ts, err := sim.As("mei.lin").Say("helpdesk", "hello")
	if err != nil {
		t.Fatal(err)
	}
	body := `{"as":"mei.lin","channel":"helpdesk","ts":"` + ts + `","name":"wave"}`
	do(t, srv, "react", body)
	if n := len(sim.As("mei.lin").Messages("helpdesk")[0].Reactions); n != 1 {
		t.Fatalf("%d reactions", n)
	}
	do(t, srv, "unreact", body)
	if n := len(sim.As("mei.lin").Messages("helpdesk")[0].Reactions); n != 0 {
		t.Errorf("%d reactions are left", n)
	}
}

func TestThePageTakesBackOneFault(t *testing.T) {
	t.Parallel()
	sim, srv := fixture(t, slacksim.Config{})
	for _, kind := range []string{"error", "cut", "hold_before"} {
		do(t, srv, "faults", `{"kind":"`+kind+`"}`)
	}
	take := func(at string) {
		t.Helper()
		ask(t, request(t, http.MethodDelete, srv.URL+"/control/faults?index="+at, "", ""))
	}
	take("2")
	take("0")
	if left := sim.Faults(); len(left) != 1 || left[0].Kind != slacksim.FaultCut {
		t.Errorf("left: %+v", left)
	}
	if answer := ask(t, request(t, http.MethodDelete, srv.URL+"/control/faults?index=1", "", "")); answer["error"] == nil {
		t.Errorf("a fault that is not there: %v", answer)
	}
}
