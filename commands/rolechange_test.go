package commands

import (
	"slices"
	"strings"
	"testing"

	"steward/slm"
)

func TestBilingual(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]slm.Text{
		"files agreements":        {EN: "files agreements"},
		"归档 SLA":                  {ZH: "归档 SLA"},
		"files agreements | 归档协议": {EN: "files agreements", ZH: "归档协议"},
		"归档协议｜files agreements":   {EN: "files agreements", ZH: "归档协议"},
		" | ":                     {},
		"reads a|b, then c | 阅读":  {EN: "reads a", ZH: "b, then c | 阅读"},
		"files the 协议 (agreements) | 归档协议": {EN: "files the 协议 (agreements)", ZH: "归档协议"},
	} {
		if got := bilingual(words); got != want {
			t.Errorf("bilingual(%q) = %+v, want %+v", words, got, want)
		}
	}
}

func TestLinesOf(t *testing.T) {
	t.Parallel()
	got := linesOf("files\r\n\n|\n  finds | 查找 \n")
	if want := []slm.Text{{EN: "files"}, {EN: "finds", ZH: "查找"}}; !slices.Equal(got, want) {
		t.Errorf("linesOf = %+v, want %+v", got, want)
	}
}

func TestIntoWords(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"a into b": "a/b", "A INTO B": "A/B", "a to b": "a/b", "a -> b": "a/b", "a→b": "a/b",
		"服务级别管理员并入服务级别经理": "服务级别管理员/服务级别经理", "管理员 合并到 经理": "管理员/经理",
		"Service Level Administrator into Service Level Manager": "Service Level Administrator/Service Level Manager",
		"a": "", "a into": "", "into b": "",
	} {
		got := ""
		if names := intoWords.FindStringSubmatch(words); names != nil {
			got = strings.Join(names[1:], "/")
		}
		if got != want {
			t.Errorf("%q is read as %q, want %q", words, got, want)
		}
	}
}
