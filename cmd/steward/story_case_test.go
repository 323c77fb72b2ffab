package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"steward/slm"
	"steward/store"
)

// happens is the verb
//
//	case OLA-FIRST-CALL INC-7 start priority=P1 clock=response at=2026-06-15T09:00:00+08:00
//
// for an event of a case: now unless it says when, for all clocks unless it
// says for which.
func (s *stage) happens(ctx context.Context, args []string) error {
	if len(args) < 3 {
		return fmt.Errorf("case AGREEMENT CASE EVENT [priority=P] [clock=NAME] [at=TIME] [link=URL]")
	}
	s.count++
	r := slm.CaseReport{Key: strconv.Itoa(s.count), Agreement: args[0], Case: args[1], What: slm.Happening(args[2]), At: s.clock.now()}
	for _, arg := range args[3:] {
		name, value, _ := strings.Cut(arg, "=")
		switch name {
		case "priority":
			r.Priority = value
		case "clock":
			r.Clock = value
		case "link":
			r.Link = value
		case "at":
			at, err := time.Parse(time.RFC3339, value)
			if err != nil {
				return err
			}
			r.At = at
		default:
			return fmt.Errorf("what is %s?", arg)
		}
	}
	taken, err := s.db.TakeEvents(ctx, "helpdesk", []slm.CaseReport{r}, s.clock.now())
	if err == nil && taken[0].Outcome != store.Stored {
		err = fmt.Errorf("%s: %v", taken[0].Outcome, taken[0].Refusal)
	}
	return err
}
