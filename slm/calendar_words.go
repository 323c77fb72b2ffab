package slm

import "strings"

// deny refuses as Invalid with a sentence from calendarWords.
func deny(key string, args ...string) *Error {
	return &Error{Kind: Invalid, Key: key, Args: args}
}

// Sentence gives the words for a refusal by a calendar, a clock, a budget or
// a country's holidays, for callers that have no catalogue of their own.
func (e *Error) Sentence() (Text, bool) {
	text, ok := calendarWords[e.Key]
	for i := 0; i+1 < len(e.Args); i += 2 {
		slot := "{" + e.Args[i] + "}"
		text.EN = strings.ReplaceAll(text.EN, slot, e.Args[i+1])
		text.ZH = strings.ReplaceAll(text.ZH, slot, e.Args[i+1])
	}
	return text, ok
}

// calendarWords are the sentences for what deny refuses.
var calendarWords = map[string]Text{
	"date.form":        {EN: "“{value}” is no date. Write it as 2026-10-01.", ZH: "“{value}”不是日期，请写成 2026-10-01。"},
	"hours.form":       {EN: "“{value}” are no hours. Write them as 09:00-17:00; 24:00 is the end of the day.", ZH: "“{value}”不是时段，请写成 09:00-17:00；24:00 表示当日结束。"},
	"hours.backward":   {EN: "The hours {value} end before they start. A night is two spans: until 24:00, and from 00:00 on the next day.", ZH: "时段 {value} 的结束不晚于开始。跨夜请分成两段：当日至 24:00，次日从 00:00 起。"},
	"hours.overlap":    {EN: "The hours {first} and {second} overlap.", ZH: "时段 {first} 与 {second} 重叠。"},
	"calendar.closed":  {EN: "This calendar never opens: give at least one day hours.", ZH: "此日历没有任何工作时间，请至少为一天设定时段。"},
	"calendar.ends":    {EN: "This calendar has too little open time from {at} on: no day of its week is open, and its exceptions are over.", ZH: "自 {at} 起，此日历的工作时间不足：每周都不开放，例外日期也已用完。"},
	"calendar.far":     {EN: "{open} of open time from {at} lead outside the years 1 to 9999.", ZH: "从 {at} 起计算 {open} 工作时间，超出了公元 1 年至 9999 年。"},
	"clock.target":     {EN: "A target of {target} cannot be kept: it must be more than nothing.", ZH: "目标时长 {target} 无法兑现：必须大于零。"},
	"budget.period":    {EN: "A period needs a from that is before its to.", ZH: "考核周期的 from 必须早于 to。"},
	"budget.span":      {EN: "Measurement {number} needs a from that is before its to.", ZH: "第 {number} 条度量数据的 from 必须早于 to。"},
	"budget.counts":    {EN: "Measurement {number}: {good} good of {total} cannot be. Both must be 0 or more, and good at most total.", ZH: "第 {number} 条度量数据：{total} 中合格 {good} 不成立：两者须不小于 0，且合格数不超过总数。"},
	"budget.large":     {EN: "With measurement {number} the totals add up to more than 1,000,000,000,000,000,000, which cannot be counted.", ZH: "计入第 {number} 条度量数据后，总数超过 1,000,000,000,000,000,000，无法计数。"},
	"budget.outside":   {EN: "Measurement {number} lies only in part in the period: split it at the border.", ZH: "第 {number} 条度量数据只有一部分在考核周期内，请在周期边界处拆分。"},
	"budget.future":    {EN: "Measurement {number} begins before now and ends after it: give what was measured until now.", ZH: "第 {number} 条度量数据跨越当前时刻，请只提供截至当前的数据。"},
	"budget.overlap":   {EN: "Measurements {first} and {second} overlap: something would count twice.", ZH: "第 {first} 条与第 {second} 条度量数据重叠，会重复计数。"},
	"term":             {EN: "“{value}” is no length of time. Write it as 12 months, 90 days or 1 year.", ZH: "“{value}”不是时长，请写成 12 months、90 days 或 1 year。"},
	"window":           {EN: "“{value}” is no window. Write month, quarter, year or a number of days up to 366, such as 30 days.", ZH: "“{value}”不是考核窗口，请写成 month、quarter、year，或不超过 366 的天数，如 30 days。"},
	"bound":            {EN: "“{value}” is no bound. Write a number and its unit, such as 300 ms or 4.2 points.", ZH: "“{value}”不是界限值，请写成数字加单位，如 300 ms 或 4.2 points。"},
	"target.line":      {EN: "“{value}” is no target. Write its key, its name and its promise with strokes between them: availability | availability | 可用性 | 99.9%", ZH: "“{value}”不是指标。请依次写出标识、名称与承诺，以竖线分隔：availability | availability | 可用性 | 99.9%"},
	"target.promise":   {EN: "“{value}” is no promise. Write 99.9%, or 95% at most 300 ms, or mean at least 4.2 points, or response within 15m for P1.", ZH: "“{value}”不是承诺。请写成 99.9%，或 95% at most 300 ms，或 mean at least 4.2 points，或 response within 15m for P1。"},
	"target.within":    {EN: "“{value}” is no length of time from 1s to 720h. Write one such as 15m, 2h or 1h30m.", ZH: "“{value}”不是 1s 至 720h 之间的时长，请写成 15m、2h 或 1h30m。"},
	"target.objective": {EN: "“{value}” is no percentage above 0% and up to 100% with at most four decimals.", ZH: "“{value}”不是大于 0%、不超过 100% 且最多四位小数的百分比。"},
	"holidays.country": {EN: "The holidays of {country} are not known; known are {known}.", ZH: "没有 {country} 的节假日数据；已有：{known}。"},
	"holidays.year":    {EN: "The holidays of {country} in {year} are not known, only from {first} to {last}.", ZH: "没有 {country} {year} 年的节假日数据，仅有 {first} 年至 {last} 年。"},
}
