package slacksim

import (
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
)

// bodyLimit bounds every request body.
const bodyLimit = 1 << 20

// args are the arguments of one call, however they came: text from a query or form, any JSON value from a JSON body.
type args map[string]any

// readArgs collects the arguments from the query and the body.
func readArgs(r *http.Request) (args, error) {
	r.Body = http.MaxBytesReader(nil, r.Body, bodyLimit)
	all := args{}
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case kind == "application/json":
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, fmt.Errorf("read body: %w", err)
		}
		if len(strings.TrimSpace(string(body))) > 0 {
			if err := json.Unmarshal(body, &all); err != nil {
				return nil, fmt.Errorf("read JSON body: %w", err)
			}
		}
	case kind == "multipart/form-data":
		if err := r.ParseMultipartForm(bodyLimit); err != nil {
			return nil, fmt.Errorf("read multipart body: %w", err)
		}
	default:
		if err := r.ParseForm(); err != nil {
			return nil, fmt.Errorf("read form: %w", err)
		}
	}
	if r.Form == nil {
		r.Form = r.URL.Query()
	}
	for name, values := range r.Form {
		if len(values) > 0 {
			all[name] = values[0]
		}
	}
	return all, nil
}

func (a args) text(name string) string {
	switch v := a[name].(type) {
	case nil:
		return ""
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	default:
		text, _ := json.Marshal(v)
		return string(text)
	}
}

func (a args) flag(name string) bool {
	v := a.text(name)
	return v == "1" || v == "true"
}

func (a args) number(name string, otherwise int) int {
	n, err := strconv.Atoi(a.text(name))
	if err != nil {
		return otherwise
	}
	return n
}

// decode reads a nested argument: JSON text in a form field, or real JSON. It says whether there was one.
func (a args) decode(name string, into any) (bool, error) {
	text := a.text(name)
	if text == "" || text == "null" {
		return false, nil
	}
	if err := json.Unmarshal([]byte(text), into); err != nil {
		return true, fmt.Errorf("read argument %s: %w", name, err)
	}
	return true, nil
}
