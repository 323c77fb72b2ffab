package company

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"steward/slm"
)

// A schema is the part of JSON Schema that ours uses; others are refused.
type schema struct {
	Meta                 string             `json:"$schema"`
	Ref                  string             `json:"$ref"`
	Defs                 map[string]*schema `json:"$defs"`
	Title                string             `json:"title"`
	Description          string             `json:"description"`
	Type                 any                `json:"type"`
	Enum                 []string           `json:"enum"`
	Pattern              string             `json:"pattern"`
	MaxLength            int                `json:"maxLength"`
	Properties           map[string]*schema `json:"properties"`
	MinProperties        int                `json:"minProperties"`
	AdditionalProperties *bool              `json:"additionalProperties"`
	Required             []string           `json:"required"`
	Items                *schema            `json:"items"`
	MinItems             int                `json:"minItems"`
	AnyOf                []*schema          `json:"anyOf"`
}

func readSchema(t *testing.T) *schema {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(Schema))
	decoder.DisallowUnknownFields()
	var s schema
	if err := decoder.Decode(&s); err != nil {
		t.Fatal(err)
	}
	return &s
}

// check gives what is wrong with a value by the schema s of root.
func (root *schema) check(s *schema, n *yaml.Node, path string) (wrong []string) {
	say := func(format string, args ...any) { wrong = append(wrong, path+": "+fmt.Sprintf(format, args...)) }
	if s.Ref != "" {
		return root.check(root.Defs[strings.TrimPrefix(s.Ref, "#/$defs/")], n, path)
	}
	if s.AnyOf != nil && !slices.ContainsFunc(s.AnyOf, func(one *schema) bool { return root.check(one, n, path) == nil }) {
		say("fits none")
	}
	kinds := map[string][]string{
		"!!map": {"object"}, "!!seq": {"array"}, "!!null": {"null"}, "!!bool": {"boolean"}, "!!int": {"integer", "number"}, "!!float": {"number"},
	}
	kind, known := kinds[n.ShortTag()]
	if !known {
		kind = []string{"string"}
	}
	if s.Type != nil && !slices.ContainsFunc(kind, func(k string) bool { return strings.Contains(fmt.Sprint(" ", s.Type, " "), k) }) {
		say("is %v, not %v", kind, s.Type)
	}
	if s.Enum != nil && !slices.Contains(s.Enum, n.Value) || s.Pattern != "" && !regexp.MustCompile(s.Pattern).MatchString(n.Value) {
		say("%q is none of %v%s", n.Value, s.Enum, s.Pattern)
	}
	if s.MaxLength > 0 && utf8.RuneCountInString(n.Value) > s.MaxLength {
		say("is too long")
	}
	switch n.Kind {
	case yaml.SequenceNode:
		if len(n.Content) < s.MinItems {
			say("has too few")
		}
		for i, c := range n.Content {
			if s.Items != nil {
				wrong = append(wrong, root.check(s.Items, c, fmt.Sprintf("%s[%d]", path, i))...)
			}
		}
	case yaml.MappingNode:
		if len(n.Content) < 2*s.MinProperties {
			say("has too few")
		}
		for i := 0; i < len(n.Content); i += 2 {
			key := n.Content[i].Value
			if p := s.Properties[key]; p != nil {
				wrong = append(wrong, root.check(p, n.Content[i+1], path+"."+key)...)
			} else if s.AdditionalProperties != nil {
				say("has a key %s", key)
			}
		}
		for _, key := range s.Required {
			if value(n, key) == nil {
				say("needs %s", key)
			}
		}
	}
	return wrong
}

func parsed(t *testing.T, text string) *yaml.Node {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(text), &n); err != nil {
		t.Fatal(err)
	}
	return n.Content[0]
}

func TestSchemaIsPublished(t *testing.T) {
	published, err := os.ReadFile("../docs/company.schema.json")
	if err != nil || string(published) != Schema {
		t.Errorf("docs/company.schema.json is another (%v): steward import --schema > docs/company.schema.json", err)
	}
}

// TestSchemaTakesFiles: what Read takes satisfies the schema.
func TestSchemaTakesFiles(t *testing.T) {
	s := readSchema(t)
	example, err := os.ReadFile("../docs/example-company.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"demo": written(t, demo(t)), "questions": written(t, heron(t)), "small": small, "promises": promises, "example": string(example), "chain": chain("[B]", "")} {
		if wrong := s.check(s, parsed(t, text), name); wrong != nil {
			t.Error(strings.Join(wrong, "\n"))
		}
	}
}

// TestSchemaRefuses: the mistakes that an editor can see.
func TestSchemaRefuses(t *testing.T) {
	s := readSchema(t)
	for _, c := range []struct{ old, new string }{
		{"side: business", "side: busyness"},
		{"zone: Asia/Shanghai}", "zoen: Asia/Shanghai}"},
		{"code: HR,", ""},
		{"code: HR", "code: hr"},
		{"kind: SLA", "kind: SLB"},
		{"from: 2026-01-01", "from: 1.1.2026"},
		{"99.9 %", "99.9"},
		{"services: [ORION-PAYROLL]", "services: []"},
		{"deputy: true", "deputy: yes please"},
		{"service-level-manager", "Manager"},
		{"name: 林梅", "name: {}"},
	} {
		text := strings.Replace(small, c.old, c.new, 1)
		if wrong := s.check(s, parsed(t, text), ""); text == small || wrong == nil {
			t.Errorf("%s for %s is taken", c.new, c.old)
		}
	}
}

// TestSchemaKnowsTheWords: its words are those of the program.
func TestSchemaKnowsTheWords(t *testing.T) {
	s := readSchema(t)
	for what, pair := range map[string][2]any{
		"roles":    {s.Defs["roleKey"].AnyOf[0].Enum, rolesOf(&slm.Directory{})},
		"states":   {s.Defs["agreement"].Properties["state"].Enum, states},
		"holidays": {s.Defs["calendar"].Properties["holidays"].Enum, slm.Countries()},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Errorf("%s: the schema has %v, the program %v", what, pair[0], pair[1])
		}
	}
	for _, sheet := range sheets {
		for _, c := range sheet.columns {
			entry := s.Properties[sheet.name]
			column := ""
			if in := innerNamed(sheet.name); in != nil {
				entry, column = s.Defs[in.column].Properties[in.name], in.column
				if c.key == in.item && entry != nil {
					continue // it is all there is of an item
				}
			}
			if entry.Items != nil {
				entry = entry.Items
			}
			if s.Defs[strings.TrimPrefix(entry.Ref, "#/$defs/")].Properties[c.key] == nil && c.key != column {
				t.Errorf("the schema of %s has no %s", sheet.name, c.key)
			}
		}
	}
}
