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

// TestHoldingNothing: people are "you" to themselves, also as guests.
func TestHoldingNothing(t *testing.T) {
	t.Parallel()
	r := historian(slm.English)
	r.SlackID = "ULIN"
	for _, r.Guest = range []bool{false, true} {
		if got := r.voice().duties(r, 1).Text; got != "You hold no role at present." {
			t.Errorf("as a guest %v: %q", r.Guest, got)
		}
	}
}

// TestRenewalsThatAreLate: a day on which something had to be decided is not
// told as one to come.
func TestRenewalsThatAreLate(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		notice slm.Term
		want   string
	}{
		{slm.Term{}, "• by *30 Jun* · *SLA-1*"},
		{slm.Term{Days: 10}, "• by *20 Jun* · *SLA-1*"},
		{slm.Term{Days: 60}, "• late, was due by *1 May* · *SLA-1*"},
	} {
		r := historian(slm.English)
		end := time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)
		r.Dir.Agreements[0].To, r.Dir.Agreements[0].Notice = &end, tt.notice
		reply, err := runRenewals(t.Context(), New(nil), r)
		if err != nil {
			t.Fatal(err)
		}
		if got := reply.Plain(); !strings.Contains(got, tt.want) {
			t.Errorf("notice of %v: %q, want %q in it", tt.notice, got, tt.want)
		}
	}
}

// TestNobodyFormats: what people wrote looks as they wrote it. Signs that
// format look like themselves and do nothing.
func TestNobodyFormats(t *testing.T) {
	t.Parallel()
	v := historian(slm.English).voice()
	wrote := "*b* _i_ ~s~ `c` snake_case <@U1> & co_"
	if got, want := string(v.say("rung.reason", "reason", wrote)), ", ∗b∗ ˍiˍ ∼s∼ ˋcˋ snake_case &lt;@U1&gt; &amp; coˍ"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if got := string(v.text(slm.Text{EN: "*b*"})); got != "∗b∗" {
		t.Errorf("a name is %q", got)
	}
	if got := v.plain("rung.reason", "reason", wrote); got != ", "+wrote {
		t.Errorf("where nothing formats it is %q", got)
	}
}
