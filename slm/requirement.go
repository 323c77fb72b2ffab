package slm

// BecameOf gives the SLA that grew out of a requirement and was not given up,
// or nil.
func (d *Directory) BecameOf(requirement string) *Agreement {
	for i := range d.Agreements {
		if a := &d.Agreements[i]; a.Requirement == requirement && requirement != "" && a.State != Terminated {
			return a
		}
	}
	return nil
}

// Become gives the SLA into which a requirement grows, as a draft under a code
// of its own: what was negotiated is what it says at first. It refuses, as
// Invalid, what is no requirement, one that has not been negotiated, and one
// that has become an SLA already.
func (d *Directory) Become(slr *Agreement, code string) (Agreement, error) {
	a := *slr
	a.Code, a.Kind, a.State, a.Version, a.Requirement = code, SLA, Draft, 1, slr.Code
	a.Targets = append([]Target(nil), slr.Targets...)
	for i := range a.Targets {
		a.Targets[i].ID, a.Targets[i].Agreement = 0, code
	}
	if d.Agreement(code) != nil {
		return a, Refuse(Invalid, "agreement.taken", "code", code)
	}
	return a, d.checkRequirement(&a)
}

// CheckGrowth refuses, as Invalid, a requirement that is to be an SLA itself:
// it stays as what was required, and the SLA grows out of it, by Become or in
// the company file.
func (d *Directory) CheckGrowth(a *Agreement) error {
	if have := d.Agreement(a.Code); have != nil && have.Kind == SLR && a.Kind == SLA {
		return Refuse(Invalid, "requirement.stays", "code", a.Code).At("kind")
	}
	return nil
}

// checkRequirement refuses an SLA that says it grew out of something else than
// a requirement which was negotiated, and a second one. What grew out of it
// before stays, whatever becomes of the requirement.
func (d *Directory) checkRequirement(a *Agreement) error {
	if have := d.Agreement(a.Code); a.Requirement == "" || have != nil && have.Requirement == a.Requirement && a.Kind == SLA {
		return nil
	}
	slr := d.Agreement(a.Requirement)
	switch {
	case a.Kind != SLA:
		return Refuse(Invalid, "requirement.kind", "code", a.Code)
	case slr == nil:
		return Refuse(NotFound, "agreement", "code", a.Requirement)
	case slr.Kind != SLR:
		return Refuse(Invalid, "requirement.slr", "code", slr.Code)
	case slr.State != Negotiating:
		return Refuse(Invalid, "requirement.state", "code", slr.Code)
	}
	if became := d.BecameOf(slr.Code); became != nil && became.Code != a.Code {
		return Refuse(Invalid, "requirement.became", "code", slr.Code, "sla", became.Code)
	}
	return nil
}
