package ask

// A sense is what a text means: the id of a clause, or one of the other senses.
type sense = string

// The senses that are no clauses.
const (
	senseNone   sense = "none"   // nothing that the roles are about
	senseThing  sense = "thing"  // who is responsible for something that is named
	senseHolder sense = "holder" // who holds a role
	senseRole   sense = "role"   // what a role does
	senseQuals  sense = "quals"  // what the holder of a role must bring
)

// nameSign stands in place of a name.
const nameSign = "◦"
