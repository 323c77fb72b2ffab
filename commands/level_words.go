package commands

import "steward/slm"

// levelWords are what is said about levels: what is measured, corrected and
// left out.
var levelWords = map[string]slm.Text{
	"refuse.measurement.itself":    {EN: "A measurement cannot correct itself. Give it a key of its own.", ZH: "度量数据不能更正自身，请为它使用新的 key。"},
	"refuse.measurement.buckets":   {EN: "A histogram needs 1 to 200 buckets in rising order, each counting those of the smaller ones too and at most total.", ZH: "直方图需要 1 到 200 个按升序排列的桶；每个桶的计数包含较小的桶，且不超过 total。"},
	"refuse.measurement.clock":     {EN: "{target} is judged by its cases. Send what happened to each case instead.", ZH: "{target} 按工单判定，请改为发送每个工单的事件。"},
	"refuse.measurement.value":     {EN: "{target} compares a value. Send value alone, without good and total.", ZH: "{target} 比较的是数值，请只发送 value，不要发送 good 和 total。"},
	"refuse.measurement.events":    {EN: "{target} counts events or seconds. Send good and total.", ZH: "{target} 统计的是事件数或秒数，请发送 good 和 total。"},
	"refuse.measurement.either":    {EN: "{target} takes one way of counting at a time: good and total, a histogram with total, or a value.", ZH: "{target} 每次只接受一种计数方式：good 和 total，直方图和 total，或 value。"},
	"refuse.measurement.atleast":   {EN: "{target} asks for at least its bound. A histogram counts what is exactly there as below, so send good and total.", ZH: "{target} 要求不低于界限值；直方图会把恰好等于界限值的计入较低一侧，因此请发送 good 和 total。"},
	"refuse.measurement.border":    {EN: "{target} is bounded at {bound}, which is no border of this histogram ({borders}). Add a bucket that ends there.", ZH: "{target} 的界限值是 {bound}，而它不是此直方图的桶边界（{borders}）。请增加一个以它为上限的桶。"},
	"refuse.measurement.corrects":  {EN: "There is no measurement {key} of this source to correct.", ZH: "该来源没有 key 为 {key} 的度量数据可供更正。"},
	"refuse.measurement.target":    {EN: "{key} was measured of another target. A correction stays with its target.", ZH: "{key} 属于另一个指标；更正只能针对同一指标。"},
	"refuse.measurement.corrected": {EN: "{key} was corrected by {by} already. Correct {by} instead.", ZH: "{key} 已由 {by} 更正，请改为更正 {by}。"},

	"refuse.exclusion":           {EN: "There is no such exclusion window.", ZH: "没有这个排除时段。"},
	"refuse.exclusion.reason":    {EN: "An exclusion window needs a reason of 1 to 1000 characters.", ZH: "排除时段需要 1 到 1000 个字符的理由。"},
	"refuse.exclusion.scope":     {EN: "Name the agreement or the service that the exclusion window is for.", ZH: "请指明该排除时段所属的协议或服务。"},
	"refuse.exclusion.span":      {EN: "An exclusion window needs an end after its beginning, and lasts a year at the most.", ZH: "排除时段的结束必须晚于开始，且最长一年。"},
	"refuse.exclusion.ended":     {EN: "This exclusion window has ended. Propose a new one.", ZH: "该排除时段已结束，请重新提出。"},
	"refuse.exclusion.second":    {EN: "You proposed this yourself. Somebody else has to approve it.", ZH: "这是您自己提出的，须由另一人批准。"},
	"refuse.exclusion.forbidden": {EN: "Exclusion windows are approved by a service level manager or the process owner.", ZH: "排除时段须由服务级别经理或流程负责人批准。"},

	"breach.value":  {EN: "{mark} *{code}* {target} {value}, agreed {sense} {bound}", ZH: "{mark} *{code}* {target} {value}，承诺{sense} {bound}"},
	"breach.valued": {EN: "*Measured*\n{value} in {month}, from {n} {n|value|values}", ZH: "*度量结果*\n{month} {value}（{n} 个数值）"},
	"explain.valuefound": {
		EN: "When it was found, at {at}: *{value}* in {month}, from {n} {n|value|values}, agreed {sense} {bound}.",
		ZH: "发现时（{at}）：{month} {n} 个数值，结果为 *{value}*，承诺{sense} {bound}。",
	},
	"sense.at most":  {EN: "at most", ZH: "不高于"},
	"sense.at least": {EN: "at least", ZH: "不低于"},

	"warning.bad":  {EN: "*Bad so far*\n{bad}, of {allowed} that what was measured allows", ZH: "*目前不合格*\n{bad}，按已测总量最多允许 {allowed}"},
	"warning.now":  {EN: "Now: {standing}.", ZH: "目前：{standing}。"},
	"warning.gone": {EN: "The target that this was about is not promised any more.", ZH: "此消息所指的指标已不再承诺。"},

	"because.correction": {EN: "What was measured was corrected (`{key}`).", ZH: "度量数据已更正（`{key}`）。"},
	"because.exclusion":  {EN: "A window of time was left out, or counts again.", ZH: "某个时段被排除，或重新计入。"},
	"because.late":       {EN: "More was measured since.", ZH: "此后又有新的度量数据。"},
}
