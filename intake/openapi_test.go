package intake

import (
	"bytes"
	"encoding/json"
	stderrors "errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/pb33f/libopenapi"
	validator "github.com/pb33f/libopenapi-validator"
	"github.com/pb33f/libopenapi-validator/errors"
	v3 "github.com/pb33f/libopenapi/datamodel/high/v3"
	"go.yaml.in/yaml/v3"

	"steward/slm"
)

// a described is the description, and what holds requests and answers against
// it.
type described struct {
	validator.Validator
	model *v3.Document
}

// describe gives the description of all tests; it is slow to make.
var describe = sync.OnceValues(func() (described, error) {
	document, err := libopenapi.NewDocument([]byte(description))
	if err != nil {
		return described{}, err
	}
	model, err := document.BuildV3Model()
	if err != nil {
		return described{}, err
	}
	v, wrong := validator.NewValidator(document)
	return described{v, &model.Model}, stderrors.Join(wrong...)
})

func descriptionOf(t testing.TB) described {
	t.Helper()
	d, err := describe()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// asDescribed fails unless the answer is one that the description has.
func asDescribed(t testing.TB, r *http.Request, w *httptest.ResponseRecorder) {
	t.Helper()
	if w.Body.Len() > 1<<16 {
		return // thousands of results, as a few before them
	}
	answer := w.Result()
	answer.Body = io.NopCloser(bytes.NewReader(w.Body.Bytes()))
	if ok, wrong := descriptionOf(t).ValidateHttpResponse(r, answer); !ok {
		t.Errorf("the description has no such answer: %d %s\n%s", w.Code, w.Body, reasons(wrong))
	}
}

func reasons(wrong []*errors.ValidationError) string {
	var all []string
	for _, w := range wrong {
		all = append(all, w.Error())
		for _, s := range w.SchemaValidationErrors {
			all = append(all, "  "+s.Reason)
		}
	}
	return strings.Join(all, "\n")
}

func TestDescriptionIsValid(t *testing.T) {
	t.Parallel()
	if ok, wrong := descriptionOf(t).ValidateDocument(); !ok {
		t.Error(reasons(wrong))
	}
	w := httptest.NewRecorder()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/v1/openapi.yaml", nil)
	Handler(Config{}).ServeHTTP(w, r)
	if w.Code != 200 || w.Body.String() != description {
		t.Errorf("it is served as %d %.100s", w.Code, w.Body)
	}
	asDescribed(t, r, w)
}

// TestDescriptionAsJSON: it says the same in JSON.
func TestDescriptionAsJSON(t *testing.T) {
	t.Parallel()
	w := httptest.NewRecorder()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/v1/openapi.json", nil)
	Handler(Config{}).ServeHTTP(w, r)
	if w.Code != 200 || w.Header().Get("Content-Type") != "application/json" || !json.Valid(w.Body.Bytes()) {
		t.Fatalf("it is served as %d %.100s", w.Code, w.Body)
	}
	var asJSON, asYAML any // JSON is YAML, too
	if err := yaml.Unmarshal(w.Body.Bytes(), &asJSON); err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal([]byte(description), &asYAML); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(asYAML, asJSON); diff != "" {
		t.Error(diff)
	}
	document, err := libopenapi.NewDocument(w.Body.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := document.BuildV3Model(); err != nil {
		t.Error(err)
	}
	asDescribed(t, r, w)
}

// TestExamples: every example of a request fits its schema, and is taken.
func TestExamples(t *testing.T) {
	t.Parallel()
	h, s, token := serve(t)
	d := company()
	d.Agreements[0].Code = "SLA-PAYROLL-HR"
	d.Agreements[0].Targets = append(d.Agreements[0].Targets,
		slm.Target{Key: "latency", Kind: slm.LevelTarget, Objective: 950_000, Bound: slm.Bound{Sense: slm.AtMost, At: 300_000_000, Unit: "ms"}},
		slm.Target{Key: "satisfaction", Kind: slm.ValueTarget, Objective: slm.Whole, Bound: slm.Bound{Sense: slm.AtLeast, At: 4_200_000}, Statistic: slm.Mean},
		slm.Target{Key: "answer", Kind: slm.ClockTarget, Clock: "response", Within: time.Hour, Objective: slm.Whole})
	if _, err := s.Import(t.Context(), d, "test", false, noon); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for path, item := range descriptionOf(t).model.Paths.PathItems.FromOldest() {
		if item.Post == nil {
			continue
		}
		for name, example := range item.Post.RequestBody.Content.GetOrZero("application/json").Examples.FromOldest() {
			t.Run(strings.TrimPrefix(path, "/v1/")+" "+name, func(t *testing.T) {
				var value any
				if err := example.Value.Decode(&value); err != nil {
					t.Fatal(err)
				}
				body, err := json.Marshal(value)
				if err != nil {
					t.Fatal(err)
				}
				r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, bytes.NewReader(body))
				r.Header.Set("Content-Type", "application/json")
				r.Header.Set("Authorization", "Bearer "+token)
				if ok, wrong := descriptionOf(t).ValidateHttpRequest(r); !ok {
					t.Error(reasons(wrong))
				}
				r.Body = io.NopCloser(bytes.NewReader(body))
				w := httptest.NewRecorder()
				h.ServeHTTP(w, r)
				asDescribed(t, r, w)
				if w.Code != 200 || !strings.Contains(w.Body.String(), `"stored"`) || strings.Contains(w.Body.String(), "refused") {
					t.Errorf("%s: %d %s", body, w.Code, w.Body)
				}
				seen++
			})
		}
	}
	if seen < 5 {
		t.Errorf("only %d examples", seen)
	}
}

// TestDescriptionRefuses what the handlers refuse by how it is written.
func TestDescriptionRefuses(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"unknown field": sample("a", `, "god": 9`), "text for a number": sample("a", `, "good": "9"`), "half": sample("a", `, "good": 0.5`),
		"no key": `{"agreement": "A"}`, "no item": `[]`, "no object": `7`,
	} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/v1/measurements", strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", "Bearer x")
		if ok, _ := descriptionOf(t).ValidateHttpRequest(r); ok {
			t.Errorf("%s: %s is as described", name, body)
		}
	}
}
