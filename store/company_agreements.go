package store

import (
	"cmp"
	"slices"

	"steward/slm"
)

func (im *importer) agreements() error {
	var written []slm.Agreement
	for _, a := range im.want.Agreements {
		if err := im.have.CheckGrowth(&a); err != nil {
			return err
		}
		a = im.aligned(a)
		have := im.have.Agreement(a.Code)
		if !differs(im, "agreement "+a.Code, have, a) {
			continue
		}
		if have != nil {
			a.Version = have.Version + 1
		}
		written = append(written, a)
		queueAgreement(&im.batch, &a, im.by, im.now)
	}
	for i := range written { // after all of them exist
		queueUnderpins(&im.batch, &written[i])
	}
	return nil
}

// aligned gives the agreement of the file as it would read from the database,
// so that both can be compared.
func (im *importer) aligned(a slm.Agreement) slm.Agreement {
	a.Version = 1
	a.Services = append([]string{}, a.Services...)
	a.Underpins = append([]string{}, a.Underpins...)
	a.Targets = append([]slm.Target(nil), a.Targets...)
	have := im.have.Agreement(a.Code)
	ids := map[string]int64{}
	if have != nil {
		im.keep(&a, have)
		a.Version = have.Version
		if a.From.Equal(have.From) {
			a.From = have.From
		}
		a.To = same(a.To, have.To)
		for _, t := range have.Targets {
			ids[t.Key] = t.ID
		}
	}
	for i := range a.Targets {
		a.Targets[i].ID = ids[a.Targets[i].Key]
		a.Targets[i].Agreement = a.Code
		a.Targets[i] = a.Targets[i].Complete()
	}
	a.Targets = byID(a.Targets)
	slices.Sort(a.Underpins)
	a.State = a.StateAt(im.now) // the file may be older than that
	return a
}

// keep leaves an agreement what a file that is not complete does not mention.
func (im *importer) keep(a, have *slm.Agreement) {
	if im.complete {
		return
	}
	if a.Requirement == "" && a.Kind == slm.SLA {
		a.Requirement = have.Requirement
	}
	for _, code := range have.Underpins {
		if !slices.Contains(a.Underpins, code) {
			a.Underpins = append(a.Underpins, code)
		}
	}
	for _, t := range have.Targets {
		if !slices.ContainsFunc(a.Targets, func(other slm.Target) bool { return other.Key == t.Key }) {
			a.Targets = append(a.Targets, t)
		}
	}
}

// endAgreements ends what the file does not have. Targets and what it carries
// stay with it, to be seen.
func (im *importer) endAgreements() {
	for _, have := range im.have.Agreements {
		end := have.EndsAt()
		over := end != nil && !end.After(im.now)
		if im.want.Agreement(have.Code) != nil || over || have.State == slm.Terminated {
			continue
		}
		a := have
		a.State, a.Version = slm.Terminated, have.Version+1
		if a.From.Before(im.now) {
			a.To = &im.now
		}
		im.record("agreement "+a.Code, have, a)
		im.batch.Queue(`UPDATE agreements SET state = $2, version = $3, to_at = $4 WHERE code = $1`, a.Code, a.State, a.Version, a.To)
		queueVersion(&im.batch, &a, im.by, im.now)
	}
}

// byID orders targets as the database gives them; new ones, which have no id
// yet, come last.
func byID(targets []slm.Target) []slm.Target {
	slices.SortStableFunc(targets, func(a, b slm.Target) int {
		if (a.ID == 0) != (b.ID == 0) {
			return cmp.Compare(b.ID, a.ID)
		}
		return cmp.Compare(a.ID, b.ID)
	})
	return targets
}
