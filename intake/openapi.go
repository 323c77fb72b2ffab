package intake

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"sync"

	"go.yaml.in/yaml/v3"
)

// description says in OpenAPI what may be sent.
//
//go:embed openapi.yaml
var description string

// describeJSON serves the description as JSON, for programs that read no YAML.
// It is made from the same text, once it is asked for.
func describeJSON() http.HandlerFunc {
	text := sync.OnceValues(func() ([]byte, error) {
		var root yaml.Node
		if err := yaml.Unmarshal([]byte(description), &root); err != nil {
			return nil, err
		}
		value, err := plain(root.Content[0])
		if err != nil {
			return nil, err
		}
		return json.MarshalIndent(value, "", "  ")
	})
	return func(w http.ResponseWriter, _ *http.Request) {
		body, err := text()
		if err != nil {
			http.Error(w, "the description cannot be written as JSON: ask for /v1/openapi.yaml", http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(body) // the asker is gone if this fails
	}
}

// describeYAML serves the description as it is.
func describeYAML(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/yaml")
	_, _ = io.WriteString(w, description) // the asker is gone if this fails
}

// plain gives what a node means as JSON has it. Times stay the text that they
// are, and the keys of a map are texts whatever they look like.
func plain(n *yaml.Node) (any, error) {
	switch n.Kind {
	case yaml.AliasNode:
		return plain(n.Alias)
	case yaml.MappingNode:
		all := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			value, err := plain(n.Content[i+1])
			if err != nil {
				return nil, err
			}
			all[n.Content[i].Value] = value
		}
		return all, nil
	case yaml.SequenceNode:
		all := make([]any, len(n.Content))
		for i, item := range n.Content {
			var err error
			if all[i], err = plain(item); err != nil {
				return nil, err
			}
		}
		return all, nil
	}
	if n.ShortTag() == "!!str" || n.ShortTag() == "!!timestamp" {
		return n.Value, nil
	}
	var value any
	if err := n.Decode(&value); err != nil {
		return nil, fmt.Errorf("line %d: %w", n.Line, err)
	}
	return value, nil
}
