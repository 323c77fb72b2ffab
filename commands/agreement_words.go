package commands

import "steward/slm"

// agreementWords are the sentences about the life of agreements.
var agreementWords = map[string]slm.Text{
	"state.draft":       {EN: "draft", ZH: "草案"},
	"state.negotiating": {EN: "being negotiated", ZH: "协商中"},
	"state.signed":      {EN: "signed", ZH: "已签署"},
	"state.in force":    {EN: "in force", ZH: "生效中"},
	"state.expiring":    {EN: "expiring", ZH: "即将到期"},
	"state.expired":     {EN: "expired", ZH: "已到期"},
	"state.terminated":  {EN: "terminated", ZH: "已终止"},
	"show.state":        {EN: "*State* {state}", ZH: "*状态* {state}"},
	"show.since":        {EN: "*State* {state} · as it is since {day}, by {by}", ZH: "*状态* {state} · 自 {day} 起内容未变（{by}）"},

	"term.months": {EN: "{n} {n|month|months}", ZH: "{n} 个月"},
	"term.days":   {EN: "{n} {n|day|days}", ZH: "{n} 天"},
	"term.both":   {EN: "{n} {n|month|months} {m} {m|day|days}", ZH: "{n} 个月零 {m} 天"},

	"ending.renews": {EN: "ends on {last}, and is prolonged by {term} unless notice is given by {notice}", ZH: "{last} 到期；若未在 {notice} 前（含当日）通知终止，将自动续期 {term}"},
	"ending.ends":   {EN: "ends on {last} and is not prolonged by itself", ZH: "{last} 到期，不会自动续期"},
	"ending.open":   {EN: "no end agreed; notice of {term} ends it", ZH: "未约定终止日；提前 {term} 通知即可终止"},

	"about.renewals": {EN: "what has to be decided within a year: ends, renewals, last days of notice", ZH: "一年内须决定的事项：到期、续期与最后通知日"},
	"renewals.none":  {EN: "Nothing ends or is prolonged within a year.", ZH: "一年内没有到期或续期的协议。"},
	"renewals.title": {EN: "*{n} {n|decision|decisions} due within a year*", ZH: "*一年内须作出 {n} 项决定*"},
	"renewals.line":  {EN: "• by *{by}* · *{code}* {title} · {what} · {who}", ZH: "• *{by}* 前 · *{code}* {title} · {what} · {who}"},

	"moved.title":     {EN: "*{n} {n|agreement has|agreements have} come to a date*", ZH: "*有 {n} 份协议到了约定的日期*"},
	"moved.line":      {EN: "• *{code}* {title}: {what}", ZH: "• *{code}* {title}：{what}"},
	"moved.begun":     {EN: "in force now", ZH: "现已生效"},
	"moved.over":      {EN: "its term is over and nothing follows it", ZH: "期限已满，未续期"},
	"moved.prolonged": {EN: "prolonged to {last}; the next notice is possible by {notice}", ZH: "已续期至 {last}；下次最晚可于 {notice} 通知终止"},
	"moved.note":      {EN: "You are told because you manage them. `/sla renewals` shows what is due within a year.", ZH: "您负责管理这些协议，因此收到此通知。可用 `/sla renewals` 查看一年内须决定的事项。"},
}
