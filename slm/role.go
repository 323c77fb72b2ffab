package slm

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
// SA-Q1.
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
}
