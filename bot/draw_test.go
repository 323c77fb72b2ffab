package bot

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"steward/commands"
	"steward/slacksim"
)

// words are what random texts are made of: other scripts, emoji, mentions,
// escaped characters, lines.
var words = []string{"服务级别", "可用性", "😀", "👩‍💻", "<@U0123456789>", "&amp;", "&lt;", "&gt;", "word", "é", "\n", " ", "*bold*", "`code`", "{n}"}

// a scribe writes random replies.
type scribe struct{ *rand.Rand }

// text gives a text of about so many words at the most; never an empty one.
func (s scribe) text(most int) string {
	b := strings.Builder{}
	b.WriteString("·")
	for range s.IntN(most) {
		b.WriteString(words[s.IntN(len(words))])
	}
	return b.String()
}

func (s scribe) markup(most int) commands.Markup { return commands.Markup(s.text(most)) }

func (s scribe) button() commands.Button {
	return commands.Button{Label: s.text(60), Action: "act", Value: "1 2", Primary: s.IntN(2) == 0, Danger: s.IntN(2) == 0}
}

func (s scribe) part() commands.Part {
	switch s.IntN(9) {
	case 0:
		return commands.Part{Head: s.text(200)}
	case 1:
		return commands.Part{Note: s.markup(1000)}
	case 2:
		return commands.Part{Line: true}
	case 3:
		p := commands.Part{}
		for range 1 + s.IntN(14) {
			p.Fields = append(p.Fields, s.markup(700))
		}
		return p
	case 4:
		p := commands.Part{}
		for range 1 + s.IntN(30) {
			p.Buttons = append(p.Buttons, s.button())
		}
		return p
	case 5:
		b := s.button()
		return commands.Part{Body: s.markup(100), Accessory: &b}
	case 6:
		return commands.Part{Body: " \n "}
	case 7:
		return commands.Part{Chart: s.chart()}
	}
	return commands.Part{Body: s.markup(1200)}
}

// chart gives one that may be too large in every way, with names that are the
// same once they are cut.
func (s scribe) chart() *commands.Chart {
	c := &commands.Chart{Title: s.text(60), Unit: s.text(60), Instead: s.markup(1200)}
	for range 1 + s.IntN(30) {
		c.Points = append(c.Points, strings.Repeat("same", s.IntN(10))+"·")
	}
	for range 1 + s.IntN(8) {
		line := commands.Series{Name: "a name of more than twenty characters"}
		for range c.Points {
			line.Values = append(line.Values, s.NormFloat64())
		}
		c.Series = append(c.Series, line)
	}
	return c
}

func (s scribe) reply() commands.Reply {
	r := commands.Reply{Text: s.markup(1500)}
	for range s.IntN(80) {
		r.Parts = append(r.Parts, s.part())
	}
	return r
}

// asJSON turns what slack-go would send into what the simulator checks.
func asJSON[T any](t *testing.T, v any) T {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var out T
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDrawKeepsSlacksLimits(t *testing.T) {
	t.Parallel()
	s := scribe{rand.New(rand.NewPCG(3, 5))}
	for i := range 10 {
		r := s.reply()
		drawn := asJSON[[]slacksim.Block](t, blocks(r.Parts, maxBlocks))
		problems := slacksim.CheckBlocks(drawn, slacksim.SurfaceMessage)
		home := asJSON[slacksim.View](t, homeTab(r))
		problems = append(problems, slacksim.CheckView(home)...)
		form := commands.Form{
			ID: "remark", Value: "1", Title: s.text(50), Send: s.text(50), Cancel: s.text(50), Body: s.markup(1200),
			Inputs: []commands.Input{{ID: "a", Label: s.text(700), Hint: s.text(700), Max: 3000, Long: true}},
		}
		problems = append(problems, slacksim.CheckView(asJSON[slacksim.View](t, modal(form)))...)
		for _, p := range problems {
			t.Errorf("reply %d: %s %s", i, p.Pointer, p.Message)
		}
		if most := len(drawn); most > 50 {
			t.Errorf("reply %d has %d blocks", i, most)
		}
	}
}

// TestPostKeepsSlacksLimits sends some of them, text and all.
func TestPostKeepsSlacksLimits(t *testing.T) {
	t.Parallel()
	sim, api := workspace(t)
	s := scribe{rand.New(rand.NewPCG(7, 11))}
	for range 5 {
		if _, _, err := api.PostMessageContext(t.Context(), sim.ChannelID("helpdesk"), message(s.reply(), true)...); err != nil {
			t.Error(err)
		}
	}
	for _, v := range sim.Violations() {
		t.Errorf("%s %s %s", v.Where, v.Pointer, v.Message)
	}
}

func TestBlocksSayWhatIsLeftOut(t *testing.T) {
	t.Parallel()
	var parts []commands.Part
	for i := range 60 {
		parts = append(parts, commands.Part{Body: commands.Markup(fmt.Sprint(i))})
	}
	drawn := blocks(parts, maxBlocks)
	last, ok := drawn[len(drawn)-1].(*slack.ContextBlock)
	if !ok || len(drawn) != 50 || last.ContextElements.Elements[0].(*slack.TextBlockObject).Text != "… +11" {
		t.Errorf("%d blocks, the last is %+v", len(drawn), drawn[len(drawn)-1])
	}
	if whole := blocks(parts[:maxBlocks], maxBlocks); len(whole) != maxBlocks {
		t.Errorf("%d parts give %d blocks", maxBlocks, len(whole))
	}
}

// torn finds mentions and escaped characters of which a part is missing.
var torn = regexp.MustCompile(`<[^>]*$|&(?:[^algt]|$)|&[a-z]*(?:[^a-z;]|$)`)

func TestCutTearsNothing(t *testing.T) {
	t.Parallel()
	s := scribe{rand.New(rand.NewPCG(13, 17))}
	for range 60 {
		text := s.text(40)
		for limit := 1; limit <= utf8.RuneCountInString(text)+1; limit++ {
			short := cut(text, limit)
			if utf8.RuneCountInString(short) > limit || !utf8.ValidString(short) {
				t.Fatalf("cut(%q, %d) = %q", text, limit, short)
			}
			if found := torn.FindString(short); found != "" {
				t.Fatalf("cut(%q, %d) tears %q: %q", text, limit, found, short)
			}
			if rest, whole := strings.CutSuffix(short, "…"); whole && !strings.HasPrefix(text, rest) || !whole && short != text {
				t.Fatalf("cut(%q, %d) = %q, which it does not begin with", text, limit, short)
			}
		}
	}
}

// TestPlainTextIsCutAtItsLimit: in plain text these characters mean nothing.
func TestPlainTextIsCutAtItsLimit(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"R&D of telescopes and domes in Wuxi", "a < b and much more of it in here", "研发&测试中心的服务级别管理员与执行负责人以及流程主管"} {
		got := plain(text, 20).Text
		if want := string([]rune(text)[:19]) + "…"; got != want {
			t.Errorf("plain(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestWithoutUs(t *testing.T) {
	t.Parallel()
	b := &Bot{self: &slack.AuthTestResponse{UserID: "UBOT"}}
	for text, want := range map[string]string{
		"<@UBOT> who is <@UJONAS>?":          "who is <@UJONAS>?",
		"hey <@UBOT|steward>, who signs?":    "hey , who signs?",
		"<@UBOT> <@UBOT> who signs? <@UBOT>": "who signs?",
		"<@UBOTTOM> signs":                   "<@UBOTTOM> signs",
		"who signs?":                         "who signs?",
		"<@UBOT":                             "<@UBOT",
	} {
		if got := b.withoutUs(text); got != want {
			t.Errorf("withoutUs(%q) = %q, want %q", text, got, want)
		}
	}
}
