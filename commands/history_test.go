package commands

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"time"

	"steward/slm"
	"steward/store"
)

// historian gives a request in a small directory.
func historian(lang slm.Lang) Request {
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	d := (&slm.Directory{
		Zone:      "UTC",
		People:    []slm.Person{{ID: 1, Email: "lin.mei@x.example", SlackID: "ULIN", Name: slm.Text{EN: "Lin Mei", ZH: "林梅"}}},
		Parties:   []slm.Party{{Code: "HR", Name: slm.Text{EN: "Human Resources", ZH: "人力资源部"}}},
		Services:  []slm.Service{{Code: "MAIL", Name: slm.Text{EN: "Vega mail", ZH: "织女邮箱"}, State: "live"}},
		Calendars: []slm.NamedCalendar{{Code: "OFFICE", Zone: "UTC"}},
		Agreements: []slm.Agreement{{
			Code: "SLA-1", Kind: slm.SLA, Title: slm.Text{EN: "Mail for the laboratory", ZH: "实验室邮箱服务"},
			Provider: "HR", Consumer: "HR", Services: []string{"MAIL"}, Zone: "UTC", From: from, State: slm.InForce,
		}},
	}).Index()
	return Request{Lang: lang, Zone: time.UTC, Dir: d, Person: d.Person(1), At: from.AddDate(0, 5, 0)}
}

// TestHistoryInChinese: a Chinese page has no English words but codes.
func TestHistoryInChinese(t *testing.T) {
	t.Parallel()
	r := historian(slm.Chinese)
	raw := func(s string) map[string]json.RawMessage {
		var fields map[string]json.RawMessage
		if err := json.Unmarshal([]byte(s), &fields); err != nil {
			t.Fatal(err)
		}
		return fields
	}
	tests := []struct {
		subject, before, after string
		want                   string
	}{
		{"company", `{"Zone": "UTC"}`, `{"Zone": "Asia/Shanghai"}`, "公司：变更（时区）"},
		{"party HR", `{}`, `{"Side": "internal", "Name": {}}`, "相关方 HR：变更（名称、性质）"},
		{"service MAIL", `{"Aliases": ["信"]}`, `{"Aliases": ["邮"]}`, "服务 MAIL：变更（别名 +“邮” −“信”）"},
		{"calendar OFFICE", `null`, `{}`, "日历 OFFICE：新增"},
		{"person lin.mei@x.example", `{"account": ""}`, `{"account": "ULIN"}`, "人员 林梅：变更（Slack 账号）"},
		{"agreement SLA-1", `{"State": "draft", "Version": 1}`, `{"State": "signed", "Version": 2}`, "协议 SLA-1：变更（草案 → 已签署）"},
		{"agreement SLA-1", `{"State": "draft"}`, `{"State": "signed", "Reason": "急"}`, "协议 SLA-1：变更（草案 → 已签署），原因：“急”"},
		{"role process-lead", `null`, `{}`, "角色“流程执行负责人”：新增"},
		{"merge of role process-lead into process-owner", `{}`, `null`, "“流程执行负责人”并入“服务级别管理流程主管”：撤销"},
		{"assignment of lin.mei@x.example as process-lead for the organisation", `null`, `{}`, "任命 林梅 为流程执行负责人（适用于全公司）：新增"},
		{"assignment of lin.mei@x.example as process-lead for SLA-1", `{"to": null}`, `{"to": "2026-06-01"}`, "任命 林梅 为流程执行负责人（适用于协议 SLA-1）：变更（结束日期）"},
		{"cover of lin.mei@x.example", `{"Reason": ""}`, `{"Reason": "x"}`, "林梅 的缺勤与代理：变更（原因）"},
		{"lesson 7", `{}`, `null`, "指定答案 7：撤销"},
	}
	english := regexp.MustCompile(`[a-z]{4,}`)
	for _, tt := range tests {
		c := store.Change{At: r.At, By: "lin.mei@x.example", Subject: tt.subject, Before: raw(tt.before), After: raw(tt.after)}
		got := string(r.voice().changeLine(r, c))
		if want := "• 00:00 林梅：" + tt.want; got != want || english.MatchString(strings.ReplaceAll(got, "Slack", "")) {
			t.Errorf("%s: %q, want %q", tt.subject, got, want)
		}
	}
	many := string(r.voice().changeLine(r, store.Change{At: r.At, By: store.BySlack, People: 12}))
	if want := "• 00:00 Slack：同步了 12 人的账号、姓名、语言或时区"; many != want {
		t.Errorf("twelve accounts: %q, want %q", many, want)
	}
}

// TestWhoseHistory reads after what people may ask for the record.
func TestWhoseHistory(t *testing.T) {
	t.Parallel()
	tests := []struct {
		words string
		want  store.ChangesOf
	}{
		{"", store.ChangesOf{}},
		{"assignment", store.ChangesOf{Kind: "assignment"}},
		{"任命", store.ChangesOf{Kind: "assignment"}},
		{"sla-1", store.ChangesOf{Name: "SLA-1"}},
		{"mail for the laboratory", store.ChangesOf{Name: "SLA-1"}},
		{"MAIL", store.ChangesOf{Name: "MAIL"}},
		{"hr", store.ChangesOf{Name: "hr"}},
		{"OFFICE", store.ChangesOf{Name: "OFFICE"}},
		{"process-lead", store.ChangesOf{Name: "process-lead"}},
		{"林梅", store.ChangesOf{Name: "lin.mei@x.example"}},
		{"lin mei", store.ChangesOf{Name: "lin.mei@x.example"}},
		{"@lin.mei", store.ChangesOf{Name: "lin.mei@x.example"}},
		{"Lin.Mei@x.example", store.ChangesOf{Name: "lin.mei@x.example"}},
		{"<@ULIN|lin.mei>", store.ChangesOf{Name: "lin.mei@x.example"}},
		{"<@ULIN>", store.ChangesOf{Name: "lin.mei@x.example"}},
		{"<@UNOBODY>", store.ChangesOf{Words: "<@UNOBODY>"}},
		{"steward import", store.ChangesOf{Words: "steward import"}},
	}
	for _, tt := range tests {
		for _, lang := range []slm.Lang{slm.English, slm.Chinese} {
			r := historian(lang)
			r.Text = tt.words
			if got, _ := New(nil).lookedFor(r); got != tt.want {
				t.Errorf("%q in %s looks for %+v, want %+v", tt.words, lang, got, tt.want)
			}
		}
	}
}
