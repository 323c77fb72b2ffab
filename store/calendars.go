package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"steward/slm"
)

func readCalendars(ctx context.Context, tx pgx.Tx) ([]slm.NamedCalendar, error) {
	rows, _ := tx.Query(ctx, `SELECT code, version, definition FROM calendars ORDER BY code`)
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (c slm.NamedCalendar, err error) {
		var code string
		var version int
		err = row.Scan(&code, &version, &c)
		c.Code, c.Version = code, version
		return c, err
	})
}

// calendars writes the calendars that are new or changed, each as a version of
// its own. A calendar that the import does not have stays. It refuses calendars
// that never open.
func (im *importer) calendars() error {
	for _, c := range im.want.Calendars {
		if _, err := c.Calendar(); err != nil {
			return fmt.Errorf("calendar %s: %w", c.Code, err)
		}
		have := im.have.NamedCalendar(c.Code)
		if c.Version = 1; have != nil {
			c.Version = have.Version
		}
		if !differs(im, "calendar "+c.Code, have, c) {
			continue
		}
		if have != nil {
			c.Version++
		}
		queueCalendar(&im.batch, &c, im.now)
	}
	return nil
}

// queueCalendar writes a calendar, and keeps it as a version of its own.
func queueCalendar(batch *pgx.Batch, c *slm.NamedCalendar, now time.Time) {
	batch.Queue(`
		INSERT INTO calendars (code, version, definition) VALUES ($1, $2, $3)
		ON CONFLICT (code) DO UPDATE SET version = $2, definition = $3`, c.Code, c.Version, c)
	batch.Queue(`
		INSERT INTO calendar_versions (code, version, definition, at) VALUES ($1, $2, $3, $4)`, c.Code, c.Version, c, now)
}
