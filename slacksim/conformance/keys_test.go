package conformance_test

import (
	"bufio"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// keySet is one file of keys/: all the keys that Slack has in one payload, answer or object, each a path from the
// top with dots (arrays make no difference). What stands below a key without any keys below it may be anything.
//
//	user.name                    ours must have it somewhere
//	user.color - no colours here ours must not have it, and why; the same goes for what stands below it
//	user @user                   has the keys of keys/objects/user.txt, too; "." is the top
type keySet struct {
	name   string
	keys   map[string]string  // path -> why ours lacks it
	object map[string]*keySet // path -> whose keys it has, too
	sent   map[string]bool    // path -> seen in ours
}

// keySets are all files of keys/ by their names without extension, such as "events/message".
type keySets map[string]*keySet

func readKeySets(t *testing.T) keySets {
	t.Helper()
	files, err := filepath.Glob("keys/*/*.txt")
	must(t, err)
	sets := keySets{}
	for _, file := range files {
		sets.named(strings.TrimSuffix(filepath.ToSlash(file)[len("keys/"):], ".txt"))
	}
	for name, set := range sets {
		sets.read(t, set, filepath.Join("keys", filepath.FromSlash(name)+".txt"))
	}
	return sets
}

func (sets keySets) named(name string) *keySet {
	if sets[name] == nil {
		sets[name] = &keySet{name: name, keys: map[string]string{}, object: map[string]*keySet{}, sent: map[string]bool{}}
	}
	return sets[name]
}

func (sets keySets) read(t *testing.T, set *keySet, file string) {
	t.Helper()
	f, err := os.Open(file)
	must(t, err)
	defer func() { _ = f.Close() }()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line, why, _ := strings.Cut(lines.Text(), " - ")
		path, object, isObject := strings.Cut(line, " @")
		if path == "" || path[0] == '#' {
			continue
		}
		if path != "." {
			set.keys[path] = why
		}
		if isObject {
			if sets["objects/"+object] == nil {
				t.Fatalf("%s: there is no object %s", file, object)
			}
			set.object[path] = sets["objects/"+object]
		}
	}
	must(t, lines.Err())
}

// compare marks the keys of v, which stands at path, and reports those that Slack does not have.
func (set *keySet) compare(v any, path string, unknown func(key string)) {
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			set.compare(one, path, unknown)
		}
	case map[string]any:
		for key, below := range v {
			in, at := set.find(path, key)
			if in == nil {
				unknown(set.name + ": " + strings.TrimPrefix(path+"."+key, "."))
				continue
			}
			in.sent[at] = true
			if in.opens(at) {
				in.compare(below, at, unknown)
			}
		}
	}
}

// find gives the set that has a key below path, and where.
func (set *keySet) find(path, key string) (in *keySet, at string) {
	at = strings.TrimPrefix(path+"."+key, ".")
	if _, has := set.keys[at]; has {
		return set, at
	}
	if path == "" {
		path = "."
	}
	if object := set.object[path]; object != nil {
		return object.find("", key)
	}
	return nil, ""
}

// opens says whether the file says anything about what stands below the key.
func (set *keySet) opens(path string) bool {
	if set.object[path] != nil {
		return true
	}
	for key := range set.keys {
		if strings.HasPrefix(key, path+".") {
			return true
		}
	}
	return false
}

// stale reports keys that ours lacks without a reason, and reasons that are no longer true.
func (set *keySet) stale(report func(what string)) {
	for _, key := range slices.Sorted(maps.Keys(set.keys)) {
		switch {
		case set.lacks(key) && set.sent[key]:
			report(set.name + ": " + key + " is sent, so take the reason away")
		case !set.lacks(key) && !set.sent[key]:
			report(set.name + ": " + key + " is never sent, so say why")
		}
	}
}

// lacks says whether the file gives a reason why ours lacks the key, or one above it.
func (set *keySet) lacks(key string) bool {
	for key != "" {
		if set.keys[key] != "" {
			return true
		}
		key = key[:max(strings.LastIndexByte(key, '.'), 0)]
	}
	return false
}

// TestKeys plays everything that the simulator can send and answer, and compares the keys with those of Slack.
func TestKeys(t *testing.T) {
	t.Parallel()
	sets := readKeySets(t)
	sent := play(t)
	for _, s := range sent {
		set := sets[s.name]
		if set == nil {
			t.Errorf("there is no keys/%s.txt", s.name)
			continue
		}
		set.compare(s.body, "", func(key string) { t.Errorf("Slack does not have %s", key) })
	}
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		if !slices.ContainsFunc(sent, func(s sample) bool { return s.name == name }) && !strings.HasPrefix(name, "objects/") {
			t.Errorf("nothing was sent to compare with keys/%s.txt", name)
			continue
		}
		sets[name].stale(func(what string) { t.Error(what) })
	}
}
