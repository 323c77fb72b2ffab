package commands

import (
	"context"
	"strconv"
	"strings"

	"steward/slm"
)

const becomeID = "become"

// growIntoSLA asks for the SLA into which a requirement grows, filled in with what
// was negotiated.
var growIntoSLA = Click{
	ID: becomeID,
	Form: func(r Request) Form {
		slr := r.Dir.Agreement(r.Value)
		if slr == nil {
			return agreementForm(r, nil)
		}
		a, _ := r.Dir.Become(slr, slaCode(r.Dir, slr)) // what is refused is said when the form is sent
		return agreementForm(r, &a)
	},
	Run: func(context.Context, *Desk, Request) (Reply, error) { return Reply{}, nil },
}

// slaCode suggests a code for the SLA into which a requirement grows.
func slaCode(d *slm.Directory, slr *slm.Agreement) string {
	code := "SLA-" + strings.TrimPrefix(slr.Code, "SLR-")
	free := code
	for n := 2; d.Agreement(free) != nil; n++ {
		free = code + "-" + strconv.Itoa(n)
	}
	return free
}

// grown says out of which requirement an agreement grew, and into which SLA a
// requirement did, or "".
func (v voice) grown(a *slm.Agreement) Markup {
	if slr := v.dir.Agreement(a.Requirement); slr != nil {
		return v.say("requirement.of", "code", slr.Code, "title", v.text(slr.Title))
	}
	if sla := v.dir.BecameOf(a.Code); sla != nil {
		return v.say("requirement.is", "code", sla.Code, "title", v.text(sla.Title), "state", v.say("state."+string(sla.State)))
	}
	return ""
}
