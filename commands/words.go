package commands

import (
	"maps"

	"steward/slm"
)

// words are all sentences that Steward says, each in English and in Chinese.
// {name} is a slot; {n|answer|answers} chooses by the number in slot n. What
// people wrote is escaped when it is put into a slot.
var words = joined(wordTables...)

// wordTables are the sentences by what they are about. No key stands in two.
var wordTables = []map[string]slm.Text{
	generalWords, answerWords, standingWords, breachWords, peopleWords, agreementWords, levelWords, sourceWords, historyWords, refusalWords,
}

// joined puts tables of sentences together.
func joined(tables ...map[string]slm.Text) map[string]slm.Text {
	all := map[string]slm.Text{}
	for _, table := range tables {
		maps.Copy(all, table)
	}
	return all
}

// generalWords are the sentences that are said everywhere.
var generalWords = map[string]slm.Text{
	"you":      {EN: "you", ZH: "您"},
	"somebody": {EN: "somebody", ZH: "某人"},
	"sorry": {
		EN: "Something broke on my side, and nothing was changed. Please try again, or tell whoever runs me: `{ref}`",
		ZH: "我这边出了点问题，未做任何更改。请重试，或把编号告诉管理员：`{ref}`",
	},
	"greeting": {
		EN: "Hello. Ask me who is responsible for what, for example: who handles the payroll SLA?",
		ZH: "您好！您可以问我某件事由谁负责，例如：薪资 SLA 由谁负责？",
	},
	"thanks": {EN: "You are welcome.", ZH: "不客气。"},
	"unknown": {
		EN: "I don't know that. I can tell who is responsible for an agreement, a service or an activity of service level management. `/sla list` shows the agreements, `/sla roles` the roles.",
		ZH: "这个我不知道。我可以告诉您某个协议、服务或服务级别管理工作由谁负责。`/sla list` 列出协议，`/sla roles` 列出角色。",
	},
	"notice.title": {EN: "Steward", ZH: "Steward"},
	"notice.close": {EN: "Close", ZH: "关闭"},
	"pointed.unknown": {
		EN: "I find no service or agreement in this message. Ask me with its name: `/sla who handles …`",
		ZH: "这条消息中没有我认识的服务或协议。请带上名称提问：`/sla who …由谁负责`",
	},
	"askback": {EN: "Which one do you mean?", ZH: "您指的是哪一个？"},

	// What can be asked.
	"help.title": {EN: "What I can do", ZH: "我能做什么"},
	"help.intro": {
		EN: "I know who is responsible for the company's service promises, bring every breach to the right person, and collect feedback.",
		ZH: "我知道公司每一项服务承诺由谁负责，出现违约时立即通知到责任人，并收集满意度反馈。",
	},
	"help.line":      {EN: "`{usage}`  {about}", ZH: "`{usage}`  {about}"},
	"help.ask":       {EN: "You can also just ask, here, in private or by mentioning me in a channel.", ZH: "您也可以直接提问：在这里、私信，或在频道里 @ 我。"},
	"about.who":      {EN: "who is responsible, in your own words", ZH: "谁负责，用您自己的话问"},
	"about.status":   {EN: "how promises stand this month", ZH: "本月各项承诺的达成情况"},
	"about.list":     {EN: "the agreements", ZH: "列出协议"},
	"about.roles":    {EN: "the roles of the process and who holds them", ZH: "流程角色及现任人员"},
	"about.role":     {EN: "what a role does and asks for; the process owner adds and merges roles", ZH: "某个角色的职责与任职要求；流程主管可增设、合并角色"},
	"about.survey":   {EN: "ask everybody concerned how satisfied they are", ZH: "发起一轮满意度调查"},
	"about.feedback": {EN: "what came back, beside what was measured", ZH: "查看反馈，并与度量结果对照"},
	"usage.who":      {EN: "&lt;question&gt;", ZH: "&lt;问题&gt;"},
	"usage.status":   {EN: "[service or agreement]", ZH: "[服务或协议]"},
	"usage.list":     {EN: "[words]", ZH: "[关键词]"},
	"usage.role":     {EN: "&lt;role&gt; | add | merge A into B | undo", ZH: "&lt;角色&gt; | add | merge A into B | undo"},
	"usage.survey":   {EN: "&lt;agreement&gt;", ZH: "&lt;协议&gt;"},
	"usage.feedback": {EN: "&lt;agreement&gt;", ZH: "&lt;协议&gt;"},
}

// English gives a refusal as one English sentence, for callers that are no
// people, such as those of the HTTP interface.
func English(e *slm.Error) string {
	if text, ok := e.Sentence(); ok {
		return text.EN
	}
	pairs := make([]any, len(e.Args))
	for i, arg := range e.Args {
		pairs[i] = arg
	}
	return voice{lang: slm.English}.plain("refuse."+e.Key, pairs...)
}
