package story_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"steward/slacksim/story"
)

// TestManyStories plays one story in 200 workspaces at once, each with a bot of its own. It says how long that took
// and holds nobody to it.
func TestManyStories(t *testing.T) {
	if testing.Short() {
		t.Skip("200 stories")
	}
	const stories = 200
	source, err := os.ReadFile("testdata/echo.story")
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	t.Run("all", func(t *testing.T) {
		for i := range stories {
			t.Run(fmt.Sprint(i), func(t *testing.T) {
				t.Parallel()
				file := filepath.Join(t.TempDir(), "echo.story")
				if err := os.WriteFile(file, source, 0o600); err != nil {
					t.Fatal(err)
				}
				story.Run(t, file, world(t))
			})
		}
	})
	t.Logf("%d stories took %v", stories, time.Since(began).Round(time.Millisecond))
}
