package bot

import (
	"context"
	"time"
)

// slot waits for the moment at which something may be posted in a channel. If
// that is too far away it says when to come back.
func (b *Bot) slot(ctx context.Context, channel string) (time.Duration, bool) {
	if b.Spacing == 0 {
		return 0, true
	}
	wait, ok := b.Store.Slot(ctx, channel, b.Spacing, patient)
	if !ok || wait == 0 {
		return wait, ok
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return 0, true
	case <-ctx.Done():
		return wait, false
	}
}

// call makes one call of Slack, bounded in time and in number at once.
func (b *Bot) call(ctx context.Context, do func(context.Context) (string, string, error)) (string, string, error) {
	select {
	case b.posts <- struct{}{}:
	case <-ctx.Done():
		return "", "", ctx.Err()
	}
	defer func() { <-b.posts }()
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	return do(ctx)
}
