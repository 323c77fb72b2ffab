package slm_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"steward/slm"
)

func TestHolidaysWorking(t *testing.T) {
	t.Parallel()
	tests := []struct {
		country string
		off     string // days of Monday to Friday
		working string // days that look off and are not
	}{
		{"CN", "2018-02-15 2018-12-31 2020-01-31 2023-01-02 2025-10-08 2026-02-23 2026-06-19", "2018-02-11 2018-02-24 2020-10-10 2026-01-04 2026-02-28 2026-09-20"},
		{"US", "2021-06-18 2021-12-31 2022-06-20 2022-12-26 2026-07-03 2026-11-26 2027-12-31", "2020-06-19 2026-02-12"},
		{"GB", "2020-05-08 2021-12-27 2021-12-28 2022-01-03 2022-06-02 2022-09-19 2023-05-08 2026-12-28", "2020-05-04 2022-05-30"},
		{"DE", "2017-10-31 2026-04-03 2026-04-06 2026-05-14 2026-05-25 2025-10-03", "2018-10-31 2026-06-04"},
		{"FR", "2026-07-14 2026-05-25 2024-11-11", "2026-04-03 2026-12-28"},
		{"JP", "2015-09-22 2019-04-30 2019-05-02 2020-07-24 2021-08-09 2024-02-12 2026-05-06 2026-09-22 2017-01-02", "2019-12-23 2020-08-11 2026-12-29"},
		{"IN", "2026-01-26 2025-08-15 2026-10-02 2026-12-25 2024-10-31 2021-05-26 2026-04-03", "2026-03-04 2026-11-09 2022-10-10"},
		{"SG", "2017-06-26 2019-10-28 2023-01-24 2024-02-12 2025-10-20 2026-06-01 2026-08-10 2026-11-09", "2026-03-20"},
		{"AU", "2022-01-03 2022-09-22 2026-01-26 2026-12-28 2024-04-25", "2026-04-27 2026-06-08"},
		{"NZ", "2022-01-03 2022-01-04 2026-07-10 2026-04-27 2026-10-26", "2026-01-26"},
		{"CA", "2026-05-18 2026-07-01 2023-10-02 2026-12-28 2021-09-30", "2020-09-30 2026-08-03"},
		{"NL", "2026-04-27 2025-05-05 2026-05-14", "2026-05-05 2026-04-03"},
		{"CH", "2025-08-01 2026-05-14", "2026-04-03"},
		{"BR", "2024-11-20 2026-04-21 2026-09-07", "2023-11-20 2026-02-17"},
		{"IT", "2026-06-02 2027-10-04 2026-12-08", "2023-10-04"},
		{"AT", "2026-06-04 2026-10-26", "2026-04-03"},
		{"BE", "2026-07-21 2026-11-11", "2026-04-03"},
		{"SE", "2025-06-06 2026-01-06", "2026-06-19 2026-12-24"},
		{"NO", "2026-04-02 2027-05-17", "2026-12-24"},
		{"DK", "2023-05-05 2026-04-02", "2024-04-26"},
		{"PL", "2018-11-12 2025-12-24 2026-06-04", "2024-12-24"},
		{"IE", "2022-03-18 2023-02-06 2026-03-17 2026-10-26 2030-02-01", "2021-12-27 2024-03-18 2026-04-03"},
		{"ES", "2026-01-06 2026-04-03 2026-10-12 2026-12-08", "2022-12-26 2026-04-06"},
		{"MX", "2024-10-01 2026-02-02 2026-03-16 2026-11-16 2026-09-16", "2024-12-02 2026-04-03 2026-02-05"},
		{"HK", "2017-01-31 2020-10-26 2021-04-06 2022-12-27 2023-10-02 2026-04-07 2026-05-25", "2021-04-07 2023-10-03 2026-10-20"},
		{"KR", "2018-06-13 2020-08-17 2021-08-16 2023-10-02 2025-01-27 2025-06-03 2025-10-08 2026-02-16 2026-07-17 2027-05-03", "2021-06-07 2025-05-01 2026-02-19 2026-06-08"},
		{"TW", "2020-01-23 2021-12-31 2023-01-20 2024-02-14 2025-09-29 2026-02-20 2026-10-26 2027-04-30", "2019-10-05 2020-02-15 2023-09-23 2024-02-17 2025-02-08 2025-05-01 2026-02-23"},
		{"PT", "2012-10-05 2026-06-10 2026-12-01", "2013-11-01 2015-06-04 2026-02-17"},
	}
	for _, tt := range tests {
		t.Run(tt.country, func(t *testing.T) {
			t.Parallel()
			h, err := slm.HolidaysOf(tt.country)
			if err != nil {
				t.Fatal(err)
			}
			for days, want := range map[string]bool{tt.off: false, tt.working: true} {
				for day := range strings.FieldsSeq(days) {
					if got, err := h.Working(date(t, day)); err != nil || got != want {
						t.Errorf("Working on %s = %v, %v", day, got, err)
					}
				}
			}
			for _, year := range []int{h.First - 1, h.Last + 1} {
				_, err := h.Working(slm.NewDate(year, time.June, 15))
				wantRefusal(t, err, "holidays.year")
			}
		})
	}
	if got := slm.Countries(); len(got) != len(tests) {
		t.Errorf("%d countries, of which %d are tested", len(got), len(tests))
	}
	_, err := slm.HolidaysOf("XX")
	wantRefusal(t, err, "holidays.country")
}

// TestHolidaysChinaYears counts working days: weekdays less days off plus days
// that are made up for.
func TestHolidaysChinaYears(t *testing.T) {
	t.Parallel()
	h, err := slm.HolidaysOf("CN")
	if err != nil {
		t.Fatal(err)
	}
	days := func(first, last slm.Date) (n int) {
		for d := first; d <= last; d++ {
			working, err := h.Working(d)
			if err != nil {
				t.Fatal(err)
			}
			if working {
				n++
			}
		}
		return n
	}
	// LKI/chinese-calendar counts 18 with both ends, 16 of them Monday to Friday.
	if got := days(date(t, "2018-02-01"), date(t, "2018-03-01")); got != 18 {
		t.Errorf("February 2018 until 1 March has %d working days, want 18", got)
	}
	// The totals of these years stand in many tables for payrolls.
	for year, want := range map[int]int{2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248} {
		if got := days(slm.NewDate(year, 1, 1), slm.NewDate(year, 12, 31)); got != want {
			t.Errorf("%d has %d working days, want %d", year, got, want)
		}
	}
}

// TestHolidaysExceptions counts with a calendar that is made of holidays.
func TestHolidaysExceptions(t *testing.T) {
	t.Parallel()
	h, err := slm.HolidaysOf("CN")
	if err != nil {
		t.Fatal(err)
	}
	c := calendar(t, "Asia/Shanghai", workdays(t, "09:00-18:00"), h.Exceptions(hours(t, "09:00-12:00")))
	if got := c.On(date(t, "2026-10-10")); !slices.Equal(got, hours(t, "09:00-12:00")) {
		t.Errorf("10 October 2026 is open %v", got)
	}
	// Three days of 9 hours before the holidays, two after, and the Saturday.
	got := c.Between(moment(t, "2026-09-28T00:00:00+08:00"), moment(t, "2026-10-12T00:00:00+08:00"))
	if want := (3*9 + 2*9 + 3) * time.Hour; got != want {
		t.Errorf("around National Day 2026 are %s, want %s", got, want)
	}
}
