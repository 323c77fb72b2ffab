// Package slacksim is a Slack workspace simulated on loopback: the Web API, Socket Mode, the Events API over HTTP,
// interactions, Block Kit's limits, rate limits and faults, as far as Steward needs them. Real clients talk to it
// unchanged; tests, stories and a web page play the people. It keeps everything in memory, and it is a simulator of
// a protocol: it is not Slack, and looks not like it.
//
// # Setting up
//
//	sim := slacksim.New(slacksim.Config{})            // Config{Now, Log, Limits, AckTimeout, RetryAfter, Speed ...}
//	err := sim.Load(slacksim.Workspace{...})          // or ReadWorkspace(json), AddPerson, AddApp, AddChannel
//	srv, err := sim.Start(ctx, "127.0.0.1:0")         // or mount sim.Handler(); srv.URL, srv.APIURL(), srv.Close()
//	app, ok := sim.App("Steward")                     // its BotToken, AppToken, SigningSecret, BotUserID ...
//	p, ok := sim.Person("mei.lin")                    // also Channel, ChannelID, DMWith, Apps, Connections
//	err = sim.Join("helpdesk", "mei.lin")             // also ChangePerson (status, DND, time zone ...), AddGroup, SetGroup
//	sim.Tick()                                        // after Config.Now was moved: scheduled messages, statuses
//
// A client is slack.New(app.BotToken, slack.OptionAppLevelToken(app.AppToken), slack.OptionAPIURL(srv.APIURL())).
// An app with a RequestURL gets its events over HTTP instead of a socket; SetRequestURL verifies and switches.
//
// # Playing people
//
//	mei := sim.As("mei.lin")                          // by handle or id
//	ts, err := mei.Say("helpdesk", "@Steward who ...")// also Reply, DM, OpenDM, React
//	err = mei.Command("helpdesk", "/sla", "who ...")
//	at, err := mei.Newest("Acknowledge")              // Place{Channel, TS, ViewID} of a button by label or action id
//	err = mei.Click(at, "Acknowledge")                // ClickNewest does both; Choose sets selects and inputs
//	done, err := mei.Submit("", map[string]string{"comment": "fine"}) // modal on top; done.Errors by block id
//	err = mei.CloseView("")                           // Views, OpenHome, Home, Shortcut
//	at, err = mei.OpenAssistant("Steward", "helpdesk") // the app's pane, looking at a channel; also LookAt, sim.Prompts
//	ts, err = mei.Share("helpdesk", "a.pdf", bytes, "")// also Edit, Delete, Unreact, StopStream; Find(words) a message
//	list := mei.Messages("helpdesk")                  // Thread; "@steward" means the DM with steward
//
// Deeds return when the workspace has taken them; sim.Quiet(ctx) waits until the apps have acknowledged and their
// answers are applied. sim.Changes(since) is the journal of all that somebody could see change; sim.LastChange()
// and sim.More() help to follow it. sim.Traffic() are the exchanges with apps, sim.Violations() what Slack would have
// refused.
//
// # Making things go wrong
//
//	h := sim.Hold("chat.postMessage", slacksim.AfterApply) // or HoldIn(method, channel, when); BeforeApply
//	<-h.Reached()                                     // the message is there, nobody has read the answer
//	h.Release()
//	err = sim.Inject(slacksim.Fault{Method: "chat.update", Kind: slacksim.FaultRateLimited, Seconds: 2, Count: 1})
//	sim.DropSockets(); sim.SilenceSockets(); sim.Refresh(); sim.ClearFaults()
//	err = sim.Inject(slacksim.Fault{Kind: slacksim.FaultStatus, Status: 503, Rate: 0.1, Seed: 1}) // one call in ten
//	err = sim.RevokeToken("Steward")                  // also Uninstall, DisableSocketMode, Archive, Leave; Restore
//
// Faults can be set on the page, too (its API is /control/, for this machine only). Package story runs transcripts
// against a workspace; ExampleWorkspace and cmd/slacksim are for trying things out.
//
// A call held before it is applied is never applied if its client goes away; one held after is.
package slacksim
