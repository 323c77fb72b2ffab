package slm

import "time"

// A RoleKey names a role of the service level management process.
type RoleKey string

// The four roles that every installation starts with.
const (
	ProcessOwner              RoleKey = "process-owner"
	ProcessLead               RoleKey = "process-lead"
	ServiceLevelManager       RoleKey = "service-level-manager"
	ServiceLevelAdministrator RoleKey = "service-level-administrator"
)

// A Clause is one responsibility or qualification of a role, such as SM-4 or
// SA-Q1. Its text is a phrase in the present tense without a subject, to be
// said behind the role's name: "The service level manager [determines ...]".
type Clause struct {
	ID   string
	Text Text
}

// A Role is a part to play in the process: what it is for, what its holder
// answers for, and what its holder must bring.
type Role struct {
	Key              RoleKey
	Name             Text
	Short            Text // a shorter name in everyday use, may be empty
	Purpose          Text
	Responsibilities []Clause
	Qualifications   []Clause
	AddedAt          *time.Time // nil for the four that every installation starts with
}

// Shared is work that two or more roles touch. An answer about it names all of
// them, each with what it does.
type Shared struct {
	Topic   string   // key of the topic, such as "catalogue"
	Clauses []string // ids, in the order in which they are named
}

// RoleOf gives the role of Roles with the key, and whether there is one.
func RoleOf(key RoleKey) (Role, bool) {
	for _, r := range Roles {
		if r.Key == key {
			return r, true
		}
	}
	return Role{}, false
}

// ClauseOf gives the responsibility or qualification of Roles with the id, such
// as "SM-4", and the role it belongs to, and whether there is one.
func ClauseOf(id string) (Role, Clause, bool) { return clauseIn(Roles, id) }

func clauseIn(roles []Role, id string) (Role, Clause, bool) {
	for _, r := range roles {
		for _, clauses := range [][]Clause{r.Responsibilities, r.Qualifications} {
			for _, c := range clauses {
				if c.ID == id {
					return r, c, true
				}
			}
		}
	}
	return Role{}, Clause{}, false
}
