package slacksim_test

import (
	"encoding/json"
	"net/http"
	"strings"
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
			resp, err := http.Post(srv.URL+"/control/upload?"+row.query, "application/octet-stream", strings.NewReader(row.body))
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
