package devstack

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
)

// browsers are the names and places of what a browser test can drive.
var browsers = []string{
	"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "headless-shell", "chrome",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
}

// Chromium returns the path of a Chromium or Chrome. Where there is none it installs one if opt.Setup permits.
func Chromium(ctx context.Context, opt Options) (string, error) {
	if path := findChromium(); path != "" {
		return path, nil
	}
	l, err := newLauncher(opt)
	if err != nil {
		return "", err
	}
	if err := l.install(ctx, packages{apt: []string{"chromium", "fonts-noto-cjk"}, brew: []string{"--cask", "chromium"}}); err != nil {
		return "", fmt.Errorf("there is no Chromium: %w", err)
	}
	path := findChromium()
	if path == "" {
		return "", errors.New("Chromium was installed but cannot be found on PATH")
	}
	return path, nil
}

func findChromium() string {
	for _, name := range browsers {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}
