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

	"over.month":   {EN: "month", ZH: "月"},
	"over.quarter": {EN: "quarter", ZH: "季度"},
	"over.year":    {EN: "year", ZH: "年"},

	"spell.h": {EN: "{n} h", ZH: "{n} 小时"},
	"spell.m": {EN: "{n} min", ZH: "{n} 分钟"},
	"spell.s": {EN: "{n} s", ZH: "{n} 秒"},

	"about.check": {EN: "whether what carries an agreement is enough for what it promises", ZH: "检查下层协议能否支撑本协议的承诺"},
	"check.title": {EN: "*{code}* {title}: what carries it", ZH: "*{code}* {title}：支撑检查"},
	"check.alone": {EN: "Nothing is entered that carries it. Write `underpins` under the OLAs and UCs that do.", ZH: "尚未登记任何支撑协议。请在相应的 OLA、UC 中写明 `underpins`。"},
	"check.fits":  {EN: ":white_check_mark: {n} {n|agreement carries|agreements carry} it directly, and I find no gap.", ZH: ":white_check_mark: 有 {n} 份协议直接支撑它，未发现缺口。"},
	"check.gaps":  {EN: ":warning: *{n} {n|gap|gaps}*", ZH: ":warning: *发现 {n} 处缺口*"},
	"check.rules": {
		EN: "Levels of the same key multiply, times of the same clock add up (of response the longest counts), hours contain the hours above over the next year, and nothing ends or can be given notice sooner.",
		ZH: "规则：同名指标的比率相乘；同名时限相加（首次响应取最长者）；未来一年内，下层服务时段须涵盖上层时段；下层协议不得先于上层到期或被通知终止。",
	},
	"chain.target":   {EN: "*{code}* {target} `{field}`", ZH: "*{code}* {target} `{field}`"},
	"chain.field":    {EN: "*{code}* `{field}`", ZH: "*{code}* `{field}`"},
	"chain.value":    {EN: " ({value})", ZH: "（{value}）"},
	"chain.unsigned": {EN: "• {below}: it is {state}, so nothing binds it to carry {above}", ZH: "• {below}：处于“{state}”状态，无法约束其支撑 {above}"},
	"chain.later":    {EN: "• {below}: it begins on {day}, but {above} needs it from {from} on", ZH: "• {below}：{day} 才开始，而 {above} 自 {from} 起就需要它"},
	"chain.sooner":   {EN: "• {below}: it is sure until {sure} only, but {above} binds until {until}", ZH: "• {below}：仅确定有效至 {sure}，而 {above} 的约束至 {until}"},
	"chain.endless":  {EN: "• {below}: it is sure until {sure} only, but {above} has no end", ZH: "• {below}：仅确定有效至 {sure}，而 {above} 未约定终止日"},
	"chain.hours":    {EN: "• {below}: closed for {missing} within a year while {above} is open, first {first} to {to}", ZH: "• {below}：未来一年内有 {missing} 不在服务时段，而 {above} 需要服务；首次为 {first} 至 {to}"},
	"chain.level":    {EN: "• {above} promises {promised}, but {below} give {carried} only", ZH: "• {above} 承诺 {promised}，而 {below} 合计仅为 {carried}"},
	"chain.window":   {EN: "• {below} is judged by the {longer}, but {above} by the {window}: a bad {window} may hide in it", ZH: "• {below} 按 {longer} 考核，而 {above} 按 {window} 考核：个别周期不达标时可能被掩盖"},
	"chain.time":     {EN: "• {above} promises {within}, but {below} need up to {needed}", ZH: "• {above} 承诺 {within}，而 {below} 最长需要 {needed}"},

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
