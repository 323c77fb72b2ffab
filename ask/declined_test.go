package ask_test

import (
	"testing"

	"steward/ask"
)

// Questions that look like those that have an answer, but are about something
// that the directory or the process does not have.
func TestDeclined(t *testing.T) {
	check(t, []row{
		{"who maintains the Jupiter catalogue", "unknown"},
		{"谁维护火星的服务目录", "unknown"},
		{"火星报告谁做", "unknown"},
		{"谁签火星的OLA", "unknown"},
		{"和木星谈OLA的是谁", "unknown"},
		{"谁处理土星的问题", "unknown"},
		{"who reports on Neptune", "unknown"},
		{"who collects feedback on Pluto", "unknown"},
		{"who reviews Saturn", "unknown"},
		{"Saturn review meeting who", "unknown"},
		{"谁负责土星SLA的评审", "unknown"},
		{"土星系统的满意度调查谁做", "unknown"},
		{"who handles Bob's laptop", "unknown"},
		{"谁报销", "unknown"},
		{"谁订会议室", "unknown"},
		{"谁管打印机", "unknown"},
		{"谁给我开门", "unknown"},
		{"who teaches French", "unknown"},
		{"who trains the dog", "unknown"},
		{"who reviews my pull request", "unknown"},
		{"who fixes the printer", "unknown"},
		{"who signs holiday forms", "unknown"},
		{"谁签字报销单", "unknown"},
		{"谁批假条", "unknown"},
		{"谁组织年会", "unknown"},
		{"谁主持婚礼", "unknown"},
		{"谁培训新司机", "unknown"},
		{"who organizes the christmas party", "unknown"},
		{"who writes the newsletter", "unknown"},
		{"who records the podcast", "unknown"},
		{"who maintains the garden", "unknown"},
		{"who improves the weather", "unknown"},
		{"who negotiates my salary", "unknown"},
		{"who decides the menu", "unknown"},
		{"who compares prices of phones", "unknown"},
		{"who updates the website", "unknown"},
		{"who is responsible for climate change", "unknown"},
		{"who analyses blood samples", "unknown"},
		{"who escalates in Zanzibar", "unknown"},
	}, ask.Question{Asker: 6})
}
