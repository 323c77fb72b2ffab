package commands

// help lists what one can do.
func (d *Desk) help(r Request) Reply {
	v := r.voice()
	reply := Reply{Text: v.say("help.title"), Parts: []Part{{Body: v.say("help.intro")}}}
	var lines Markup
	for _, c := range d.all {
		usage := "/sla " + c.Name
		if c.Usage != "" {
			usage += " " + v.plain(c.Usage)
		}
		lines += v.say("help.line", "usage", usage, "about", v.say(c.About)) + "\n"
	}
	reply.Parts = append(reply.Parts, Part{Body: lines}, Part{Note: v.say("help.ask")})
	return reply
}
