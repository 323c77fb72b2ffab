package commands

import "steward/slm"

// sourceWords are what is said about sources of data.
var sourceWords = map[string]slm.Text{
	"refuse.source.expect": {EN: "A source is expected to be heard within 1 minute to 7 days.", ZH: "数据来源的预期间隔须在 1 分钟到 7 天之间。"},

	"silence.title":   {EN: "*{n} {n|source has|sources have} fallen silent*", ZH: "*有 {n} 个数据来源没有消息*"},
	"silence.line":    {EN: "• {source}: nothing since {at}, though it is expected every {every}", ZH: "• {source}：自 {at} 起没有消息，预期间隔为 {every}"},
	"silence.learned": {EN: "• {source}: nothing since {at}, though going by the last weeks it is heard within {every}; `steward token make --expect` says otherwise", ZH: "• {source}：自 {at} 起没有消息，而近几周它都在 {every} 内有消息；可用 `steward token make --expect` 另行设定"},
	"silence.note":    {EN: "What it measures is unknown until it is heard again. I say this once, and tell you when it returns.", ZH: "恢复之前，它所度量的内容视为未知。此事只提醒一次，恢复时会再告知。"},
	"silence.over":    {EN: "{source} is heard again, after {lasts} of silence.", ZH: "{source} 已恢复，此前中断 {lasts}。"},
}
