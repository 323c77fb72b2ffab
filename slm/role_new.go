package slm

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A RoleDraft is what somebody writes to add a role: everything but the ids of
// its clauses.
type RoleDraft struct {
	Key              RoleKey // empty: made from the English name
	Name             Text
	Purpose          Text
	Responsibilities []Text
	Qualifications   []Text
}

// Draft gives what a role was made of.
func (r Role) Draft() RoleDraft {
	return RoleDraft{
		Key: r.Key, Name: r.Name, Purpose: r.Purpose,
		Responsibilities: textsOf(r.Responsibilities), Qualifications: textsOf(r.Qualifications),
	}
}

func textsOf(clauses []Clause) []Text {
	var texts []Text
	for _, c := range clauses {
		texts = append(texts, c.Text)
	}
	return texts
}

// The most that a role may have of each.
const (
	maxClauses = 20
	maxClause  = 200 // characters in each language
	maxName    = 75  // what a choice in a form can show
)

var roleKey = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

var noKey = regexp.MustCompile(`[^a-z0-9]+`)

// NewRole makes a role of a draft, and gives its clauses ids such as DS-1 and
// DS-Q1, from the initials of the key. It refuses, as Invalid, a key or name
// that is malformed or taken, and a role without a responsibility.
func (d *Directory) NewRole(draft RoleDraft) (Role, error) {
	role := Role{Key: draft.Key, Name: draft.Name, Purpose: draft.Purpose}
	if role.Key == "" {
		role.Key = RoleKey(strings.Trim(noKey.ReplaceAllString(strings.ToLower(draft.Name.EN), "-"), "-"))
	}
	if !roleKey.MatchString(string(role.Key)) || len(role.Key) > 40 {
		return role, Refuse(Invalid, "role.key", "key", string(role.Key))
	}
	for _, name := range []string{role.Name.EN, role.Name.ZH} {
		if name == "" || len([]rune(name)) > maxName {
			return role, Refuse(Invalid, "role.name", "letters", strconv.Itoa(maxName))
		}
	}
	for _, words := range []string{string(role.Key), role.Name.EN, role.Name.ZH} {
		if other, taken := d.RoleNamed(words); taken {
			return role, Refuse(Invalid, "role.taken", "words", words, "role", string(other.Key))
		}
	}
	if len(draft.Responsibilities) == 0 {
		return role, Refuse(Invalid, "role.idle")
	}
	for _, texts := range [][]Text{draft.Responsibilities, draft.Qualifications, {draft.Purpose}} {
		long := func(t Text) bool { return len([]rune(t.EN)) > maxClause || len([]rune(t.ZH)) > maxClause }
		if len(texts) > maxClauses || slices.ContainsFunc(texts, long) {
			return role, Refuse(Invalid, "role.long", "lines", strconv.Itoa(maxClauses), "letters", strconv.Itoa(maxClause))
		}
	}
	prefix := d.freePrefix(role.Key)
	role.Responsibilities = numbered(prefix+"-", draft.Responsibilities)
	role.Qualifications = numbered(prefix+"-Q", draft.Qualifications)
	return role, nil
}

// RoleNamed gives the role whose key or one of whose names the words are, in
// any case, and whether there is one.
func (d *Directory) RoleNamed(words string) (Role, bool) {
	words = strings.TrimSpace(words)
	for _, r := range d.Roles {
		for _, name := range []string{string(r.Key), r.Name.EN, r.Name.ZH, r.Short.EN, r.Short.ZH} {
			if words != "" && strings.EqualFold(name, words) {
				return r, true
			}
		}
	}
	return Role{}, false
}

// freePrefix gives the letters before the numbers of a role's clauses: the
// initials of its key, with a digit behind them where they are taken.
func (d *Directory) freePrefix(key RoleKey) string {
	initials := ""
	for word := range strings.SplitSeq(string(key), "-") {
		initials += word[:1]
	}
	if len(initials) == 1 {
		initials = string(key[:min(2, len(key))])
	}
	initials = strings.ToUpper(initials)
	prefix := initials
	for n := 2; d.prefixTaken(prefix); n++ {
		prefix = initials + strconv.Itoa(n)
	}
	return prefix
}

func (d *Directory) prefixTaken(prefix string) bool {
	return slices.ContainsFunc(d.Roles, func(r Role) bool {
		return slices.ContainsFunc(slices.Concat(r.Responsibilities, r.Qualifications), func(c Clause) bool {
			return strings.HasPrefix(c.ID, prefix+"-")
		})
	})
}

func numbered(prefix string, texts []Text) []Clause {
	var clauses []Clause
	for i, text := range texts {
		clauses = append(clauses, Clause{prefix + strconv.Itoa(i+1), text})
	}
	return clauses
}
