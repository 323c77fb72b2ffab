package commands

// A Prompt is something to ask that is offered to click on: what stands there,
// and what is said for it.
type Prompt struct{ Title, Message string }

// Prompts offers somebody who opens the pane up to four things to ask, with a
// heading: about what they look at, about themselves, and in general.
func Prompts(r Request) (heading string, prompts []Prompt) {
	v := r.voice()
	if name := v.placeName(r); name != "" {
		asked := v.plain("prompt.place", "name", name)
		prompts = append(prompts, Prompt{asked, asked})
	}
	if r.Person != nil {
		asked := v.plain("prompt.mine")
		prompts = append(prompts, Prompt{asked, asked})
	}
	example := v.plain("prompt.example")
	prompts = append(prompts, Prompt{example, example}, Prompt{v.plain("prompt.status"), "status"}, Prompt{v.plain("prompt.roles"), "roles"})
	return v.plain("prompt.heading"), prompts[:min(4, len(prompts))]
}

// placeName names the agreement or service that somebody looks at.
func (v voice) placeName(r Request) string {
	if a := r.Dir.Agreement(r.Place.Agreement); a != nil {
		return a.Code
	}
	if s := r.Dir.Service(r.Place.Service); s != nil {
		return s.Name.In(v.lang)
	}
	return ""
}

// Working says that an answer is being looked for, behind the name of the app.
func Working(r Request) string { return r.voice().plain("prompt.working") }
