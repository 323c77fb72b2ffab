package company

import (
	"cmp"
	"errors"
	"slices"

	"go.yaml.in/yaml/v3"

	"steward/slm"
)

// merge reads that a role became part of another.
func (r *reader) merge(n *yaml.Node) {
	f := r.fields(n, "a merge", "role", "into", "by", "from", "to", "undone by")
	_, loc := r.zoneOf(f)
	from, to := r.span(f, loc, false)
	m := slm.Merge{
		ID:       int64(len(r.dir.Merges) + 1),
		From:     r.role(f.must("role", string(slm.ProcessLead))),
		Into:     r.role(f.must("into", string(slm.ProcessOwner))),
		At:       from,
		By:       r.idOf(f.must("by", "zhao.ming@orion.example")),
		UndoneAt: to,
	}
	if to != nil {
		m.UndoneBy = r.idOf(f.must("undone by", "zhao.ming@orion.example"))
	} else if by := f.may("undone by"); by != nil {
		r.problems.add(by.Line, `"undone by" needs the day; write it as "to"`)
	}
	if m.From != "" && m.Into != "" && !from.IsZero() {
		r.merges = append(r.merges, n)
		r.dir.Merges = append(r.dir.Merges, m)
	}
}

// checkMerges reports the merges that could not have been made, one after the
// other as they were.
func (r *reader) checkMerges() {
	order := make([]int, len(r.dir.Merges))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(r.dir.Merges[a].At.Compare(r.dir.Merges[b].At), a-b)
	})
	made := slm.Directory{Roles: r.roles()}
	for _, i := range order {
		m := r.dir.Merges[i]
		_, err := made.Index().PlanMerge(m.From, m.Into, m.At)
		var refusal *slm.Error
		switch {
		case err == nil:
			made.Merges = append(made.Merges, m)
		case errors.As(err, &refusal) && refusal.Key == "merge.self":
			r.problems.add(r.merges[i].Line, "a role cannot become part of itself; name another one")
		default:
			r.problems.add(r.merges[i].Line, "one of the two roles is part of another already then; write when that was undone, or take one of the merges out")
		}
	}
}

// merge draws a merge, also one that was undone.
func (w *drawing) merge(m *slm.Merge) *yaml.Node {
	return flow(mapping("role", word(string(m.From)), "into", word(string(m.Into)), "by", w.who(m.By),
		"from", first(m.At, w.zone), "to", last(m.UndoneAt, w.zone), "undone by", w.who(m.UndoneBy)))
}
