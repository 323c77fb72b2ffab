package commands

import (
	"strings"
	"testing"
	"time"

	"steward/ask"
	"steward/slm"
)

// TestAskBackNamesTheThings: a code alone tells nobody which agreement it is.
func TestAskBackNamesTheThings(t *testing.T) {
	t.Parallel()
	for lang, want := range map[slm.Lang]string{slm.English: "SLA-1 Mail for the laboratory", slm.Chinese: "SLA-1 实验室邮箱服务"} {
		r := historian(lang)
		reply := r.voice().askBack(r, ask.Meaning{Candidates: []ask.Candidate{{Kind: "agreement", ID: "SLA-1"}}})
		if got := reply.Plain(); !strings.Contains(got, "["+want+"]") {
			t.Errorf("asked back %q, want a button %q", got, want)
		}
	}
}

// TestTermsInWords: what a form takes as "3 months" is told in words.
func TestTermsInWords(t *testing.T) {
	t.Parallel()
	r := historian(slm.Chinese)
	a := slm.Agreement{Kind: slm.SLA, Notice: slm.Term{Days: 30}, Renewal: slm.Term{Months: 12}, Zone: "UTC"}
	said := map[string]string{}
	for _, p := range r.voice().provisions(&a, r) {
		said[p.name] = string(p.value)
	}
	for name, want := range map[string]string{"通知期": "30 天", "自动续期": "12 个月", "提前提醒": ""} {
		if got, ok := said[name]; !ok || got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestDaysOfAnExclusion: it is read in other zones, where today may be another
// day, so that its own day is always said.
func TestDaysOfAnExclusion(t *testing.T) {
	t.Parallel()
	r := historian(slm.English)
	from := r.At.Add(time.Hour)
	tests := map[string]time.Time{
		"1 Jun 01:00 to 02:00 (UTC)":       from.Add(time.Hour),
		"1 Jun 01:00 to 2 Jun 01:00 (UTC)": from.Add(24 * time.Hour),
	}
	for want, to := range tests {
		e := slm.Exclusion{Scope: slm.Scope{Kind: slm.AgreementScope, Code: "SLA-1"}, Period: slm.Period{From: from, To: to}}
		if got := string(r.voice().leftOutSpan(e, r.At)); got != want {
			t.Errorf("span %q, want %q", got, want)
		}
	}
}

// TestAbsenceWithoutCover: nobody stands in, and so nobody does it for anybody.
func TestAbsenceWithoutCover(t *testing.T) {
	t.Parallel()
	from := time.Date(2026, 6, 2, 0, 0, 0, 0, time.UTC)
	c := slm.Cover{Person: 1, From: from, To: from.AddDate(0, 0, 2), Reason: "leave"}
	for lang, want := range map[slm.Lang]string{
		slm.English: "Lin Mei is away, 2 Jun until 3 Jun, leave; nobody stands in",
		slm.Chinese: "林梅 缺勤，6月2日 至 6月3日，leave；无人代理",
	} {
		r := historian(lang)
		if got := string(r.voice().coverLine(&c, r)); got != want {
			t.Errorf("cover %q, want %q", got, want)
		}
	}
}

// TestPointedHasButtons: an answer about a message that somebody points at can
// be looked into and contradicted like any other.
func TestPointedHasButtons(t *testing.T) {
	t.Parallel()
	r := farApart(t)
	r.Text = "SLA-1 is slow again"
	reply, err := New(nil).Pointed(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	got := reply.Plain()
	for _, want := range []string{"SLA-1", "[Message Bob]", "[Details]", "[Who is next?]", "[This is wrong]"} {
		if !strings.Contains(got, want) {
			t.Errorf("answered %q, want %q in it", got, want)
		}
	}
}
