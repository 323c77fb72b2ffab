package slm

// A Lesson is what somebody who may teach said that a question means: the
// thing that it is about, what it asks for, or both.
type Lesson struct {
	ID   int64
	Text string // the question, as it was typed

	Agreement, Service, Party string  // code of the thing; at most one is set
	Role                      RoleKey // who holds it; not together with Clause
	Clause                    string  // id of the responsibility: who has it
}

// Scope gives the narrowest scope that a lesson names.
func (l Lesson) Scope() Scope {
	switch {
	case l.Agreement != "":
		return Scope{AgreementScope, l.Agreement}
	case l.Service != "":
		return Scope{ServiceScope, l.Service}
	}
	return Scope{Kind: Organisation}
}
