package slacksim

import (
	"strings"
	"testing"
)

func TestBroadcastTyped(t *testing.T) {
	t.Parallel()
	s := New(Config{})
	for typed, want := range map[string]string{
		"@channel lunch":      "<!channel> lunch",
		"hi @here.":           "hi <!here>.",
		"@everyone":           "<!everyone>",
		"@channels":           "@channels",
		"mail me@here.test":   "mail me@here.test",
		"no <!channel> typed": "no &lt;!channel&gt; typed",
	} {
		text, blocks := s.sayText(typed)
		if text != want {
			t.Errorf("%q is stored as %q, want %q", typed, text, want)
		}
		if v := CheckBlocks(blocks, "message"); len(v) > 0 {
			t.Errorf("%q makes blocks that Slack refuses: %v", typed, v)
		}
	}
}

func TestFaultOfNoMethod(t *testing.T) {
	t.Parallel()
	s := New(Config{})
	err := s.Inject(Fault{Method: "chat.postMesage", Kind: FaultError, Error: "fatal_error"})
	if err == nil || !strings.Contains(err.Error(), "chat.postMesage") {
		t.Errorf("Inject = %v", err)
	}
}
