package ask

import (
	"slices"
	"testing"

	"steward/slm"
)

func TestTaughtQuestions(t *testing.T) {
	t.Parallel()
	d := (&slm.Directory{
		People:     []slm.Person{{ID: 1, Email: "mei@x.example", SlackID: "UMEI", Name: slm.Text{EN: "Mei Lin"}}},
		Services:   []slm.Service{{Code: "TILLS", Name: slm.Text{EN: "Shop tills"}}},
		Agreements: []slm.Agreement{{Code: "SLR-NIGHT", Kind: slm.SLR, Title: slm.Text{EN: "Night"}}},
		Roles: append(slices.Clip(slm.Roles), slm.Role{
			Key: "librarian", Name: slm.Text{EN: "Librarian"}, Responsibilities: []slm.Clause{{ID: "L-1", Text: slm.Text{EN: "files"}}},
		}),
		Lessons: []slm.Lesson{
			{ID: 1, Text: "Who do I shout at?", Service: "TILLS"},
			{ID: 2, Text: "who kicks the night shift", Agreement: "SLR-NIGHT"},
			{ID: 3, Text: "机房冷气坏了找谁？", Role: slm.ProcessOwner},
			{ID: 4, Text: "where do papers go", Clause: "L-1"},
			{ID: 5, Text: "where does it hurt", Clause: "GONE-1"},
			{ID: 6, Text: "and <@UMEI>?", Service: "TILLS", Role: slm.ServiceLevelManager},
			{ID: 7, Text: "twice taught", Role: slm.ProcessOwner},
			{ID: 8, Text: "Twice taught!", Role: slm.ProcessLead},
			{ID: 9, Text: "?!", Role: slm.ProcessOwner},
		},
	}).Index()
	x := NewIndex(d)
	tests := []struct {
		name, text string
		intent     Intent
		roles      []slm.RoleKey
		clauses    []string
		code       string
	}{
		{"as it was typed", "Who do I shout at?", Who, []slm.RoleKey{slm.ServiceLevelManager, slm.ServiceLevelAdministrator}, []string{"SM-4", "SA-3"}, "TILLS"},
		{"case and marks make no difference", "who do i SHOUT at", Who, []slm.RoleKey{slm.ServiceLevelManager, slm.ServiceLevelAdministrator}, []string{"SM-4", "SA-3"}, "TILLS"},
		{"a word more is another question", "who do I shout at now", Unknown, nil, nil, ""},
		{"an agreement by its kind", "Who kicks the night shift?", Who, []slm.RoleKey{slm.ServiceLevelManager}, []string{"SM-4"}, "SLR-NIGHT"},
		{"full width", "机房冷气坏了找谁?", Who, []slm.RoleKey{slm.ProcessOwner}, nil, ""},
		{"a clause of an added role", "Where do papers go?", Who, []slm.RoleKey{"librarian"}, []string{"L-1"}, ""},
		{"a clause that is gone", "where does it hurt", Unknown, nil, nil, ""},
		{"a mention counts", "and <@UMEI>?", Who, []slm.RoleKey{slm.ServiceLevelManager}, nil, "TILLS"},
		{"another mention", "and <@UBOB>?", Unknown, nil, nil, ""},
		{"taught anew", "twice taught", Who, []slm.RoleKey{slm.ProcessLead}, nil, ""},
		{"nothing but marks", "?!", Unknown, nil, nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m := x.Understand(Question{Text: tt.text})
			if m.Intent != tt.intent || !slices.Equal(m.Roles, tt.roles) || !slices.Equal(m.Clauses, tt.clauses) || m.Service+m.Agreement != tt.code {
				t.Errorf("Understand(%q) = %+v", tt.text, m)
			}
		})
	}
}
