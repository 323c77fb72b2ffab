package commands

import (
	"testing"
	"time"

	"steward/slm"
)

// TestCheckSaysWhatToDo: a support that was never signed is to be signed, one
// that is over needs something after it.
func TestCheckSaysWhatToDo(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 6, 15, 9, 0, 0, 0, time.UTC)
	over := now.AddDate(0, -1, 0)
	const sign, renew = "Sign it: `/sla sign OLA-1`", "Agree on what comes after it with `/sla agreement new`, then take SLA-1 out of what it carries: `/sla agreement OLA-1`"
	const signZH, renewZH = "请签署：`/sla sign OLA-1`", "请用 `/sla agreement new` 签订后续协议，再用 `/sla agreement OLA-1` 将 SLA-1 从其支撑的协议中去掉"
	const binds, bindsZH = ", so nothing binds it to carry *SLA-1* (state). ", "状态，无法约束其支撑 *SLA-1* 状态。"
	tests := []struct {
		state  slm.State
		to     *time.Time
		en, zh string // the one gap, without its beginning; or none
	}{
		{slm.Draft, nil, "draft" + binds + sign, "“草案”" + bindsZH + signZH},
		{slm.Negotiating, nil, "being negotiated" + binds + sign, "“协商中”" + bindsZH + signZH},
		{slm.Signed, nil, "", ""},
		{slm.InForce, nil, "", ""},
		{slm.InForce, &over, "expired" + binds + renew, "“已到期”" + bindsZH + renewZH},
		{slm.Terminated, &over, "terminated" + binds + renew, "“已终止”" + bindsZH + renewZH},
	}
	for _, tt := range tests {
		name := string(tt.state)
		if tt.to != nil {
			name += ", over"
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := (&slm.Directory{Zone: "UTC", Agreements: []slm.Agreement{
				{Code: "SLA-1", Kind: slm.SLA, State: slm.InForce, Zone: "UTC", From: now.AddDate(-1, 0, 0)},
				{Code: "OLA-1", Kind: slm.OLA, State: tt.state, Zone: "UTC", From: now.AddDate(-1, 0, 0), To: tt.to, Underpins: []string{"SLA-1"}},
			}}).Index()
			for lang, want := range map[slm.Lang]string{slm.English: tt.en, slm.Chinese: tt.zh} {
				begin := map[slm.Lang]string{slm.English: ":warning: *1 gap*\n• *OLA-1* (state): ", slm.Chinese: ":warning: *发现 1 处缺口*\n• *OLA-1* 状态：处于"}[lang]
				if want == "" {
					begin = map[slm.Lang]string{slm.English: ":white_check_mark: 1 agreement carries it directly, and I find no gap.", slm.Chinese: ":white_check_mark: 有 1 份协议直接支撑它，未发现缺口。"}[lang]
				}
				r := Request{Lang: lang, Dir: d, At: now}
				if got := string(r.voice().chained("SLA-1", r)); got != begin+want {
					t.Errorf("%s: %s\nwant %s", lang, got, begin+want)
				}
			}
		})
	}
}
