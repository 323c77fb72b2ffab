package ask

// A view is what the cues of a sentence show at first sight, before names are
// looked up.
type view struct {
	cue     map[cue]bool
	roles   bool    // a role is named
	person  bool    // somebody is named in full, or mentioned
	content bool    // there are words that must be names, or a mention
	act     bool    // an activity of the process is named
	clarity float64 // how clearly
	quality float64 // how clearly a qualification is named
	context bool    // the thread or channel is about something
	day     bool    // a day is said
	long    bool    // there are more than two words
	sense   sense   // that the classifier is sure of, or ""
	yesNo   bool    // it can be answered with yes or no
	brings  bool    // the classifier takes it for one about what a role must bring
	aside   bool    // somebody is away, but that is told and not asked about
	which   bool    // "which" stands before a role
	greets  bool    // a greeting says from where it comes
	silent  bool    // somebody does not answer, but who holds a role is asked
	asks    bool    // who escalates is asked, and not where to escalate to
}

// A wish is an intent and when it is the one. The first that fits counts.
type wish struct {
	intent Intent
	when   func(v view) bool
}

var wishes = []wish{
	{Unknown, func(v view) bool { return v.cue[instruct] }},
	{Thanks, func(v view) bool { return v.cue[thank] && v.chat() && !v.cue[handle] && !v.cue[absent] }},
	{Help, func(v view) bool { return v.cue[help] && v.chat() }},
	{Greeting, func(v view) bool {
		return v.greets && !v.cue[who] && !v.cue[what] && !v.cue[handle] && !v.roles && !v.cue[agreement]
	}},
	{Greeting, func(v view) bool { return v.cue[greet] && v.chat() && !v.cue[handle] && !v.act }},
	{Who, func(v view) bool {
		return isDuty(v.sense) && (v.cue[who] || v.long && !v.cue[what] && !v.cue[other] && !v.yesNo)
	}},
	{Who, func(v view) bool {
		return v.roles && !v.person && v.sense == senseHolder && !v.cue[next] && !v.cue[stead] && !v.cue[qualify]
	}},
	{Next, func(v view) bool { return v.cue[next] && !v.silent }},
	{Next, func(v view) bool { return v.cue["escalate"] && (v.content || v.roles) && !v.asks }},
	{Who, func(v view) bool { return v.cue[absent] && v.aside && (v.act || v.roles) }},
	{Cover, func(v view) bool { return v.cue[absent] || v.cue[stead] && v.cue[who] && v.content && !v.roles }},
	{Who, func(v view) bool { return v.cue[vacant] && !v.roles }},
	{Unknown, func(v view) bool { return v.cue[other] && !v.cue[who] }},
	{Who, func(v view) bool { return v.which && v.content }},
	{RoleInfo, func(v view) bool { return v.roles && v.sense == senseRole && v.tells() }},
	{Qualifications, func(v view) bool { return v.roles && v.cue[qualify] }},
	{Qualifications, func(v view) bool { return v.roles && v.cue["need"] && !v.cue[who] }},
	{Qualifications, func(v view) bool { return v.roles && v.brings && v.cue[what] && !v.cue[duty] && !v.cue[who] }},
	{Duties, func(v view) bool { return v.cue["role"] && v.cue[me] && v.cue[what] && !v.cue[who] }},
	{Qualifications, func(v view) bool {
		return v.needs() && (v.cue[who] || v.cue["role"] || v.cue[duty] || v.roles || v.cue[what] && isQuality(v.sense))
	}},
	{Duties, func(v view) bool { return v.person && v.cue["role"] && !v.cue[who] && !v.roles && v.clarity < 1 }},
	{Duties, func(v view) bool { return v.person && v.tells() && (!v.roles || v.cue["process"]) && v.clarity < 1.4 }},
	{RoleInfo, func(v view) bool { return v.roles && v.tells() }},
	{Duties, func(v view) bool { return v.cue["role"] && v.cue[what] && v.content && !v.act && !v.cue[who] }},
	{RoleInfo, func(v view) bool { return v.cue["role"] && !v.act && !v.content && v.tells() }},
	{Duties, func(v view) bool { return !v.cue[who] && v.asksDuty() && (v.content || v.cue[me]) }},
	{Who, func(v view) bool { return v.cue[who] || v.cue[handle] || v.cue["role"] && v.clarity >= 1 }},
	{Unknown, func(v view) bool { return v.cue[what] || v.yesNo && !v.roles && !v.act }},
	{Who, func(v view) bool { return v.roles && v.sense == senseHolder }},
	{RoleInfo, func(v view) bool {
		return v.roles && v.cue["role"] && !v.content && v.clarity < 1 && !v.context && !v.day
	}},
	{Who, func(v view) bool { return v.roles || v.content || v.act || v.context && (v.day || v.cue[agreement]) }},
}

// chat reports whether the sentence may be small talk: it asks for nobody.
func (v view) chat() bool { return !v.cue[who] && !v.content && !v.roles }

// tells reports whether the sentence wants to be told about something.
func (v view) tells() bool { return (v.cue[what] || v.cue[duty]) && !v.cue[who] }

// needs reports whether a qualification is named as clearly as an activity.
func (v view) needs() bool {
	even := v.cue[able] || v.cue[qualify] || v.cue["need"] && v.cue["role"]
	return v.quality > v.clarity || even && v.quality > 0 && v.quality >= v.clarity
}

func (v view) asksDuty() bool { return v.cue[duty] || v.cue[what] && v.cue[handle] }

// intent is what the cues ask for.
func (x *Index) intent(s *sentence, q Question) Intent {
	act, clarity := x.activity(s)
	_, quality := x.quality(s)
	v := view{
		cue:     s.cues,
		roles:   len(s.roles()) > 0,
		person:  s.person != 0 || x.somebody(s),
		content: !s.contentMask().empty() || s.person != 0 || q.told.speaksOf(s),
		act:     len(act) > 0,
		clarity: clarity,
		quality: quality,
		context: q.Agreement != "" || q.Service != "",
		day:     !s.day.at.IsZero(),
		long:    len(s.units) > 2,
		sense:   s.decided(),
		yesNo:   s.yesNo(),
		brings:  s.brings(),
		aside:   s.told(absent),
		silent:  s.told(next) && s.asksHolder(),
		asks:    s.escalates(),
		which:   s.whichRole(),
		greets:  s.greetsFrom(),
	}
	for _, w := range wishes {
		if w.when(v) {
			return w.intent
		}
	}
	return Unknown
}
