package commands

import "steward/slm"

// words are all sentences that Steward says, each in English and in Chinese.
// {name} is a slot; {n|answer|answers} chooses by the number in slot n. What
// people wrote is escaped when it is put into a slot.
var words = map[string]slm.Text{
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
	"askback":      {EN: "Which one do you mean?", ZH: "您指的是哪一个？"},

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
	"about.role":     {EN: "what a role does and what it asks for", ZH: "某个角色的职责与任职要求"},
	"about.survey":   {EN: "ask everybody concerned how satisfied they are", ZH: "发起一轮满意度调查"},
	"about.feedback": {EN: "what came back, beside what was measured", ZH: "查看反馈，并与度量结果对照"},
	"usage.who":      {EN: "question", ZH: "问题"},
	"usage.status":   {EN: "[service or agreement]", ZH: "[服务或协议]"},
	"usage.list":     {EN: "[words]", ZH: "[关键词]"},
	"usage.role":     {EN: "role", ZH: "角色"},
	"usage.survey":   {EN: "agreement", ZH: "协议"},
	"usage.feedback": {EN: "agreement", ZH: "协议"},

	// Who is responsible.
	"who.about":          {EN: "*{code}* {title}", ZH: "*{code}* {title}"},
	"who.line":           {EN: "{holder}: *{role}*", ZH: "{holder}：*{role}*"},
	"who.since":          {EN: "{scope}, since {day}", ZH: "{scope}，自 {day} 起"},
	"who.then":           {EN: "then {person}", ZH: "其次 {person}"},
	"who.left":           {EN: "{for} has left", ZH: "{for} 已离职"},
	"who.away":           {EN: "{for} is away until {until} and nobody covers", ZH: "{for} 缺勤至 {until}，且无人代理"},
	"who.vacant":         {EN: "The role {role} is vacant. The process owner can fill it.", ZH: "“{role}”一职空缺，可由流程主管任命。"},
	"rung.covers":        {EN: "{person} (covers for {for} until {until}{reason})", ZH: "{person}（代理 {for}，至 {until}{reason}）"},
	"rung.reason":        {EN: ", {reason}", ZH: "，{reason}"},
	"rung.absent":        {EN: "nobody ({for} is away until {until} and nobody covers)", ZH: "无人（{for} 缺勤至 {until}，且无人代理）"},
	"rung.left":          {EN: "nobody ({for} has left)", ZH: "无人（{for} 已离职）"},
	"rung.none":          {EN: "nobody", ZH: "无人"},
	"rung.deputy":        {EN: "{person} (deputy)", ZH: "{person}（副手）"},
	"scope.organisation": {EN: "for the whole organisation", ZH: "适用于全公司"},
	"scope.service":      {EN: "for service {code}", ZH: "适用于服务 {code}"},
	"scope.agreement":    {EN: "for agreement {code}", ZH: "适用于协议 {code}"},
	"duties.title":       {EN: "*{person}* is responsible as", ZH: "*{person}* 担任："},
	"duties.none":        {EN: "{person} holds no role at present.", ZH: "{person} 目前未担任任何角色。"},
	"duties.line":        {EN: "• {role} {scope}, since {day}", ZH: "• {role}，{scope}，自 {day} 起"},
	"duties.deputy":      {EN: "• Deputy {role} {scope}, since {day}", ZH: "• {role}（副手），{scope}，自 {day} 起"},
	"duties.cover":       {EN: "• {role} {scope}, covering for {for}", ZH: "• {role}，{scope}，代理 {for}"},
	"ladder.title":       {EN: "If nobody answers, I tell one after the other:", ZH: "若无人应答，我会依次通知："},
	"ladder.line":        {EN: "{n}. {person}: {role}", ZH: "{n}. {person}：{role}"},
	"cover.here":         {EN: "{person} is not entered as absent, so nobody covers.", ZH: "{person} 没有缺勤登记，因此无人代理。"},
	"roles.title":        {EN: "Roles of service level management", ZH: "服务级别管理的角色"},
	"roles.line":         {EN: "*{role}*\n{purpose}", ZH: "*{role}*\n{purpose}"},
	"roles.held":         {EN: "Whole organisation: {holders} · `/sla role {key}`", ZH: "全公司：{holders} · `/sla role {key}`"},
	"role.does":          {EN: "*Responsibilities*", ZH: "*职责*"},
	"role.asks":          {EN: "*Qualifications*", ZH: "*任职要求*"},
	"role.clause":        {EN: "`{id}` {text}", ZH: "`{id}` {text}"},
	"list.title":         {EN: "{n} {n|agreement|agreements}", ZH: "{n} 份协议"},
	"list.line":          {EN: "*{code}* {title}\n      {provider} → {consumer}", ZH: "*{code}* {title}\n      {provider} → {consumer}"},
	"list.more":          {EN: "and {n} more", ZH: "另有 {n} 项"},

	// How promises stand.
	"status.mine":      {EN: "*Your agreements this month*", ZH: "*本月与您相关的协议*"},
	"status.all":       {EN: "*All agreements this month*", ZH: "*本月全部协议*"},
	"status.agreement": {EN: "*{code}* {title}", ZH: "*{code}* {title}"},
	"status.line": {
		EN: "{mark} *{standing}* · {target} {attained}, agreed {objective} · {month}, measured {coverage} of it",
		ZH: "{mark} *{standing}* · {target} {attained}，承诺 {objective} · {month}，已度量 {coverage}",
	},
	"status.unknown": {
		EN: ":white_circle: *unknown* · {target}: nothing measured in {month}, agreed {objective}",
		ZH: ":white_circle: *未知* · {target}：{month}尚无度量数据，承诺 {objective}",
	},
	"status.none":       {EN: "No targets are agreed.", ZH: "尚未约定指标。"},
	"status.who":        {EN: "{person}: {role}", ZH: "{person}：{role}"},
	"standing.kept":     {EN: "kept", ZH: "达标"},
	"standing.at risk":  {EN: "at risk", ZH: "有风险"},
	"standing.breached": {EN: "breached", ZH: "违约"},
	"standing.unknown":  {EN: "unknown", ZH: "未知"},

	// Breaches.
	"breach.head":     {EN: "{mark} *{code}* {target} {attained}, agreed {objective}", ZH: "{mark} *{code}* {target} {attained}，承诺 {objective}"},
	"breach.since":    {EN: "*Since*\n{since}", ZH: "*开始时间*\n{since}"},
	"breach.measured": {EN: "*Measured*\n{good} of {total} good in {month}", ZH: "*度量结果*\n{month} 共 {total}，合格 {good}"},
	"breach.you":      {EN: "*You are told as*\n{role}{cover}", ZH: "*您的身份*\n{role}{cover}"},
	"breach.cover":    {EN: ", covering for {for}", ZH: "（代理 {for}）"},
	"breach.deputy":   {EN: ", as deputy", ZH: "（副手）"},
	"breach.next":     {EN: "*Unless somebody answers*\nI tell {person} at {at}", ZH: "*若无人应答*\n将于 {at} 通知 {person}"},
	"breach.again":    {EN: "*Unless somebody answers*\nI remind {person} at {at}", ZH: "*若无人应答*\n将于 {at} 再次提醒 {person}"},
	"breach.nextnone": {EN: "*Unless somebody answers*\nI remind you", ZH: "*若无人应答*\n我会再次提醒您"},
	"breach.reminder": {EN: "Nobody has answered for *{code}* yet. Please acknowledge or escalate above.", ZH: "*{code}* 仍无人应答，请在上方消息中确认或升级。"},
	"breach.because":  {EN: "{why}", ZH: "{why}"},
	"breach.do": {
		EN: "Acknowledge if you take care of it. Escalate if somebody else has to.",
		ZH: "如由您处理，请点“确认”；如需他人处理，请点“升级”。",
	},
	"breach.answered": {EN: "Acknowledged by {person} at {at}.", ZH: "{person} 已于 {at} 确认。"},
	"breach.already":  {EN: "{person} answers for this already, since {at}.", ZH: "{person} 已于 {at} 确认，无需再处理。"},
	"breach.after":    {EN: "At {at} I told {person}. {why}", ZH: "已于 {at} 通知 {person}。{why}"},

	"because.breach":      {EN: "The breach was found.", ZH: "发现违约。"},
	"because.time":        {EN: "Nobody answered in time.", ZH: "规定时间内无人应答。"},
	"because.hand":        {EN: "Escalated by {by}.", ZH: "由 {by} 升级。"},
	"because.reroute":     {EN: "The person responsible changed.", ZH: "责任人发生变更。"},
	"because.unreachable": {EN: "The person before could not be reached.", ZH: "前一位责任人无法联系。"},
	"because.":            {EN: "", ZH: ""},
	"skipped.none":        {EN: "Skipped: nobody holds the role {role}.", ZH: "已跳过：“{role}”一职空缺。"},
	"skipped.absent":      {EN: "Skipped {role}: {person} is away and nobody covers.", ZH: "已跳过“{role}”：{person} 缺勤且无人代理。"},
	"skipped.left":        {EN: "Skipped {role}: {person} has left.", ZH: "已跳过“{role}”：{person} 已离职。"},

	"event.told":         {EN: "• {at} told {person} as {role}. {why}", ZH: "• {at} 通知 {person}（{role}）。{why}"},
	"event.reminded":     {EN: "• {at} reminded {person}. {why}", ZH: "• {at} 提醒 {person}。{why}"},
	"event.nobody":       {EN: "• {at} nobody could be told: every role on the ladder is vacant.", ZH: "• {at} 无人可通知：升级链上的角色全部空缺。"},
	"event.acknowledged": {EN: "• {at} acknowledged by {person}.", ZH: "• {at} {person} 确认。"},
	"event.unreachable":  {EN: "• {at} {person} could not be reached in Slack.", ZH: "• {at} 无法在 Slack 中联系到 {person}。"},
	"event.rerouted":     {EN: "• {at} not sent to {person}, who is not responsible any more.", ZH: "• {at} 未发送给 {person}：已不再负责。"},

	"explain.title":   {EN: "{code} {target}: what was counted", ZH: "{code} {target}：计算依据"},
	"explain.sum":     {EN: "*{good} of {total}* good in {month}, from {n} {n|measurement|measurements}: *{attained}*, agreed {objective}.", ZH: "{month}共 {n} 条度量数据，{total} 中合格 *{good}*：*{attained}*，承诺 {objective}。"},
	"explain.allowed": {EN: "The promise allows {allowed} bad of that many; there were {bad}.", ZH: "按承诺最多允许 {allowed} 次不合格，实际 {bad} 次。"},
	"explain.worst":   {EN: "*Worst first*", ZH: "*最差的在前*"},
	"explain.line":    {EN: "• {from} to {to}: {good} of {total} (`{source}` `{key}`)", ZH: "• {from} 至 {to}：{total} 中合格 {good}（`{source}` `{key}`）"},
	"explain.told":    {EN: "*Who was told, and why*", ZH: "*通知记录及原因*"},
	"explain.pinned":  {EN: "Judged at {found} by version {version} of the agreement. Breach {id}.", ZH: "于 {found} 依据协议第 {version} 版判定。违约编号 {id}。"},

	"button.acknowledge": {EN: "Acknowledge", ZH: "确认"},
	"button.explain":     {EN: "Explain", ZH: "查看依据"},
	"button.escalate":    {EN: "Escalate", ZH: "升级"},
	"button.comment":     {EN: "Add a comment", ZH: "补充说明"},
	"button.recomment":   {EN: "Change the comment", ZH: "修改说明"},

	// Feedback.
	"survey.started": {
		EN: "Started: {n} {n|person is|people are} asked about *{code}* until {until}. `{command}` shows what comes back.",
		ZH: "调查已发起：就 *{code}* 询问 {n} 人，截止 {until}。用 `{command}` 查看反馈。",
	},
	"survey.question": {EN: "How satisfied are you with *{title}* ({code})?", ZH: "您对 *{title}*（{code}）的服务满意吗？"},
	"survey.note": {
		EN: "One click answers. Open until {until}. Scores are shown to all as figures; those responsible for the agreement see comments with names.",
		ZH: "点一下即可作答，截止 {until}。评分仅以统计数字公开；协议负责人可看到署名的说明。",
	},
	"survey.thanks": {EN: "Thank you for your answer about *{code}*.", ZH: "感谢您对 *{code}* 的反馈。"},
	"survey.said":   {EN: "You said: *{score}*", ZH: "您的评价：*{score}*"},
	"survey.change": {EN: "You can change it until {until}.", ZH: "{until} 前可以修改。"},
	"survey.over":   {EN: "The round about *{code}* is closed.", ZH: "关于 *{code}* 的调查已结束。"},
	"score.1":       {EN: "1 Very dissatisfied", ZH: "1 很不满意"},
	"score.2":       {EN: "2 Dissatisfied", ZH: "2 不满意"},
	"score.3":       {EN: "3 Neutral", ZH: "3 一般"},
	"score.4":       {EN: "4 Satisfied", ZH: "4 满意"},
	"score.5":       {EN: "5 Very satisfied", ZH: "5 很满意"},
	"remark.title":  {EN: "Your comment", ZH: "补充说明"},
	"remark.send":   {EN: "Send", ZH: "提交"},
	"remark.cancel": {EN: "No comment", ZH: "不填写"},
	"remark.label":  {EN: "What should we know?", ZH: "您想让我们了解什么？"},
	"remark.hint":   {EN: "Those responsible for the agreement see it with your name.", ZH: "协议负责人会看到署名的说明。"},

	"feedback.title":   {EN: "Feedback on {code}", ZH: "{code} 的满意度反馈"},
	"feedback.average": {EN: "*{average} of 5* on average, spread {spread}", ZH: "平均 *{average} 分*（满分 5 分），标准差 {spread}"},
	"feedback.count":   {EN: "{n} of {invited} answered ({rate})", ZH: "{invited} 人中 {n} 人作答（{rate}）"},
	"feedback.open":    {EN: "Open until {until}", ZH: "截止 {until}"},
	"feedback.closed":  {EN: "Closed {at}", ZH: "已于 {at} 结束"},
	"feedback.level":   {EN: "*Measured*", ZH: "*度量结果*"},
	"feedback.side":    {EN: "{side} {average} ({n})", ZH: "{side} {average}（{n} 人）"},
	"feedback.comment": {EN: "*{score}* {person}, {side}", ZH: "*{score} 分* {person}，{side}"},
	"feedback.hidden": {
		EN: "{n} {n|comment is|comments are} shown to those responsible for the agreement.",
		ZH: "{n} 条说明仅对协议负责人可见。",
	},
	"side.business": {EN: "business", ZH: "业务部门"},
	"side.internal": {EN: "internal IT", ZH: "内部 IT"},
	"side.supplier": {EN: "supplier", ZH: "供应商"},

	// The home tab.
	"home.title":    {EN: "What is mine", ZH: "与我相关"},
	"home.stranger": {EN: "You are not in the directory yet, so nothing is yours here. You can ask me anything all the same.", ZH: "您尚未录入人员名录，因此这里没有与您相关的内容。您仍可随时提问。"},
	"home.breaches": {EN: "*Breaches that wait for an answer: {n}*", ZH: "*待应答的违约：{n}*"},
	"home.since":    {EN: "since {since}", ZH: "自 {since} 起"},
	"home.surveys":  {EN: "*Surveys to answer: {n}*", ZH: "*待填写的调查：{n}*"},
	"home.roles":    {EN: "*Your roles*", ZH: "*您的角色*"},
	"home.noroles":  {EN: "You hold no role at present.", ZH: "您目前未担任任何角色。"},

	// Asking somebody who may.
	"request.body": {EN: "{person} asks you to run `{command}`, which your role may.", ZH: "{person} 请您执行 `{command}`（您的角色有此权限）。"},
	"request.note": {EN: "Type the command, or leave it.", ZH: "可直接输入该命令，也可以忽略。"},
	"request.sent": {EN: "Sent to {person}.", ZH: "已发送给 {person}。"},

	// Refusals.
	"refuse.try":                 {EN: "Try `{hint}`", ZH: "可以试试 `{hint}`"},
	"refuse.may":                 {EN: "{person} ({role}) may.", ZH: "{person}（{role}）有此权限。"},
	"refuse.nobody":              {EN: "The role {role} may, but nobody holds it now.", ZH: "“{role}”有此权限，但目前无人担任。"},
	"refuse.ask":                 {EN: "Ask {person}", ZH: "请 {person} 处理"},
	"refuse.usage":               {EN: "Something is missing after the command.", ZH: "命令后面缺少内容。"},
	"refuse.name":                {EN: "I know no agreement or service called “{words}”.", ZH: "没有找到名为“{words}”的协议或服务。"},
	"refuse.several":             {EN: "“{words}” could be several: {codes}. Please name one.", ZH: "“{words}”可能是：{codes}。请指明其中一个。"},
	"refuse.role":                {EN: "I know no role called “{words}”.", ZH: "没有名为“{words}”的角色。"},
	"refuse.forbidden":           {EN: "Your roles do not allow this for {code}.", ZH: "您的角色无权对 {code} 执行此操作。"},
	"refuse.stranger":            {EN: "You are not in the directory, so I cannot note this under your name. The administrator can add you.", ZH: "您不在人员名录中，无法以您的名义记录。请管理员将您加入名录。"},
	"refuse.button":              {EN: "This button belongs to something that is not there any more.", ZH: "此按钮对应的内容已不存在。"},
	"refuse.breach":              {EN: "I know no such breach.", ZH: "没有找到这条违约记录。"},
	"refuse.breach.forbidden":    {EN: "You are not among those who answer for {code}.", ZH: "您不在 {code} 的责任人之列。"},
	"refuse.survey.none":         {EN: "There was no survey about it yet.", ZH: "尚未就此发起过调查。"},
	"refuse.survey.open":         {EN: "A round about {code} is open already.", ZH: "{code} 已有一轮调查正在进行。"},
	"refuse.survey.nobody":       {EN: "Nobody who is party to {code} has a Slack account.", ZH: "{code} 的相关方均没有 Slack 账号。"},
	"refuse.survey.uninvited":    {EN: "You were not asked in this round.", ZH: "您不在本轮调查的范围内。"},
	"refuse.survey.closed":       {EN: "This round is closed; answers are taken no more.", ZH: "本轮调查已结束，不再接受反馈。"},
	"refuse.survey.scoreless":    {EN: "Please choose a score first.", ZH: "请先选择评分。"},
	"refuse.agreement":           {EN: "I know no agreement {code}.", ZH: "没有协议 {code}。"},
	"refuse.target":              {EN: "{code} has no target {target}.", ZH: "{code} 没有指标 {target}。"},
	"refuse.share.form":          {EN: "“{value}” is no percentage. Write it as 99.9%, with at most four decimals.", ZH: "“{value}”不是百分比。请写成 99.9%，最多四位小数。"},
	"refuse.share.range":         {EN: "{value} is more than 100 %.", ZH: "{value} 超过了 100 %。"},
	"refuse.token.source":        {EN: "A source needs a name of 1 to 100 characters.", ZH: "数据来源的名称须为 1 到 100 个字符。"},
	"refuse.measurement.key":     {EN: "A measurement needs a key of 1 to 200 characters.", ZH: "每条度量数据需要 1 到 200 个字符的 key。"},
	"refuse.measurement.span":    {EN: "A measurement needs a from that is before its to.", ZH: "度量数据的 from 必须早于 to。"},
	"refuse.measurement.long":    {EN: "A measurement spans 31 days at the most.", ZH: "一条度量数据最长跨 31 天。"},
	"refuse.measurement.future":  {EN: "{to} is in the future. Check the clock of the source.", ZH: "{to} 在未来，请检查数据来源的时钟。"},
	"refuse.measurement.counts":  {EN: "{good} good of {total} cannot be. Both must be 0 or more, and good at most total.", ZH: "{total} 中合格 {good} 不成立：两者须不小于 0，且合格数不超过总数。"},
	"refuse.measurement.large":   {EN: "A total above 1,000,000,000,000,000 cannot be counted.", ZH: "总数超过 1,000,000,000,000,000，无法计数。"},
	"refuse.measurement.outside": {EN: "{code} was not in force then.", ZH: "当时 {code} 未生效。"},
}

// English gives a refusal as one English sentence, for callers that are no
// people, such as those of the HTTP interface.
func English(e *slm.Error) string {
	pairs := make([]any, len(e.Args))
	for i, arg := range e.Args {
		pairs[i] = arg
	}
	return voice{lang: slm.English}.plain("refuse."+e.Key, pairs...)
}
