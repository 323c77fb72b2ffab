package slm

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"time"
)

// A Seal closes a record so that a later change of it, or of any record before
// it, shows. Whoever keeps a copy of one elsewhere can tell for all before it.
type Seal [sha256.Size]byte

// SealOf gives the seal of the record at a place, counted from 1, behind the
// one with the seal before (of none: the zero Seal): the SHA-256 of the place
// in eight bytes, the largest first, the seal before, and the content.
func SealOf(place int64, before Seal, content string) Seal {
	bytes := make([]byte, 0, 8+len(before)+len(content))
	bytes = binary.BigEndian.AppendUint64(bytes, uint64(place))
	bytes = append(bytes, before[:]...)
	return sha256.Sum256(append(bytes, content...))
}

// String writes the seal in hexadecimal digits.
func (s Seal) String() string { return hex.EncodeToString(s[:]) }

// A Pin is what a breach was judged by, beside the agreement's version, which
// is in its record.
type Pin struct {
	Calendar string `json:"calendar,omitempty"` // code; empty: the one that is never closed
	Version  int    `json:"calendar_version,omitempty"`
	Zone     string `json:"zone"`
	Rules    string `json:"zone_rules"` // see ZoneRules

	// SHA-256, in hexadecimal digits, of what the versions of the agreement and
	// the calendar said; empty where that was not kept.
	AgreementSum string `json:"agreement_sha256,omitempty"`
	CalendarSum  string `json:"calendar_sha256,omitempty"`
}

// PinOf gives what a target is judged by in a period. It is empty for a target
// that the agreement does not have any more.
func (d *Directory) PinOf(a *Agreement, target int64, p Period) (Pin, error) {
	zone, err := time.LoadLocation(a.Zone)
	if err != nil {
		return Pin{}, fmt.Errorf("zone of %s: %w", a.Code, err)
	}
	pin := Pin{Zone: a.Zone, Calendar: a.Calendar, Rules: ZoneRules(zone, p)}
	for i := range a.Targets {
		if t := &a.Targets[i]; t.ID == target {
			if t.Calendar != "" {
				pin.Calendar = t.Calendar
			}
			if _, pin.Version, err = d.CalendarOf(a, t); err != nil {
				return Pin{}, err
			}
		}
	}
	return pin, nil
}

// ZoneRules gives sixteen hexadecimal digits for the offsets of a zone in a
// period and a week around it. Neither Go nor a system says which release of
// the zone data it uses, and most releases change other zones or other years:
// so not the release is written down but what it says.
func ZoneRules(zone *time.Location, p Period) string {
	const week = 7 * 24 * time.Hour
	hash := sha256.New()
	for at, end := p.From.Add(-week).In(zone), p.To.Add(week); at.Before(end); {
		_, offset := at.Zone()
		until := steadyUntil(at)
		if until.IsZero() || until.After(end) {
			until = end
		}
		fmt.Fprintln(hash, at.Unix(), until.Unix(), offset)
		at = until
	}
	return hex.EncodeToString(hash.Sum(nil)[:8])
}
