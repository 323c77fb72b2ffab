package intake

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/iotest"
	"testing/synctest"
)

func packed(body string) string {
	var buffer bytes.Buffer
	w := gzip.NewWriter(&buffer)
	_, _ = io.WriteString(w, body) // a buffer takes everything
	_ = w.Close()
	return buffer.String()
}

func TestBodies(t *testing.T) {
	t.Parallel()
	h, _, token := serve(t)
	const lines = "application/x-ndjson"
	tests := []struct {
		name, kind, encoding, body string
		status                     int
		says                       string
	}{
		{"lines", lines, "", sample("l1", "") + "\n" + sample("l2", "") + "\n", 200, `[{"key":"l1","outcome":"stored"},{"key":"l2","outcome":"stored"}]`},
		{"blank lines and CRLF", lines + "; charset=utf-8", "", "\r\n" + sample("m1", "") + "\r\n \r\n" + sample("m2", ""), 200, `"m1","outcome":"stored"},{"key":"m2","outcome":"stored"}`},
		{
			"one bad line", lines, "", sample("n1", "") + "\n\n{\"key\": \"n2\n" + sample("n3", ""), 200,
			`"n1","outcome":"stored"},{"key":"","outcome":"refused","item":3,"why":"This is no JSON: unexpected EOF."},{"key":"n3","outcome":"stored"}`,
		},
		{"two on a line", lines, "", sample("o1", "") + " " + sample("o2", ""), 200, `"refused","item":1,"why":"There is something after the object. Send one object a line."`},
		{"an array on a line", lines, "", "[" + sample("p1", "") + "]", 200, "This is no object."},
		{"no lines", lines, "", "\n \n", 400, "Send 1 to 10000 items at once, not 0."},
		{"too many lines", lines, "", strings.Repeat("{}\n", maxItems+1), 400, "not 10001."},
		{"packed", "", "gzip", packed(sample("q1", "")), 200, `"q1","outcome":"stored"`},
		{"packed lines", lines, "GZIP", packed(sample("r1", "") + "\n" + sample("r2", "")), 200, `"r2","outcome":"stored"`},
		{"said to be packed", "", "gzip", sample("s1", ""), 400, "no gzip"},
		{"packed and cut", "", "gzip", packed(sample("t1", ""))[:60], 400, "broke off"},
		{"packed and damaged", "", "gzip", packed(sample("u1", ""))[:len(packed(sample("u1", "")))-8] + "12345678", 400, "no gzip"},
		{"a bomb", "", "gzip", packed(strings.Repeat(" ", 2*maxBody)), 413, "larger than 8 MiB"},
		{"packed otherwise", "", "br", sample("v1", ""), 415, `"br\" is not understood`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/v1/measurements", strings.NewReader(tt.body))
			r.Header.Set("Authorization", "Bearer "+token)
			r.Header.Set("Content-Type", tt.kind)
			r.Header.Set("Content-Encoding", tt.encoding)
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			asDescribed(t, r, w)
			if w.Code != tt.status || !strings.Contains(w.Body.String(), tt.says) || !json.Valid(w.Body.Bytes()) {
				t.Errorf("%d %s\nwant %d ... %s", w.Code, w.Body, tt.status, tt.says)
			}
		})
	}
}

// TestBodyBreaksOff: of a body that does not arrive whole nothing is stored,
// even if what arrived is whole items.
func TestBodyBreaksOff(t *testing.T) {
	t.Parallel()
	h, _, token := serve(t)
	whole := sample("a", "") + "\n"
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/v1/measurements",
		io.MultiReader(strings.NewReader(whole), iotest.ErrReader(io.ErrUnexpectedEOF)))
	r.Header.Set("Authorization", "Bearer "+token)
	r.Header.Set("Content-Type", "application/x-ndjson")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	asDescribed(t, r, w)
	if w.Code != 400 || !strings.Contains(w.Body.String(), "Nothing of it was stored") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if _, answer, _ := post(t, h, "Bearer "+token, whole); !strings.Contains(answer, `"stored"`) {
		t.Errorf("sent again: %s", answer)
	}
}

// TestPlacesAreFew: who finds no place among the requests in hand is told to
// come again, and one that is left can be taken.
func TestPlacesAreFew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := api{places: make(chan struct{}, 1)}
		leave, err := a.enter(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		_, err = a.enter(t.Context())
		w := httptest.NewRecorder()
		a.answer(w, nil, err)
		if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" || !strings.Contains(w.Body.String(), "Too many requests") {
			t.Errorf("%d %s", w.Code, w.Body)
		}
		leave()
		if _, err := a.enter(t.Context()); err != nil {
			t.Errorf("after somebody left: %v", err)
		}
	})
}
