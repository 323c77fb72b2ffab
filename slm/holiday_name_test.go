package slm

import (
	"maps"
	"slices"
	"testing"
	"unicode"
)

// TestEveryHolidayIsNamedInBothLanguages: one without its names would be told
// as nothing, and a name that no holiday has is a slip of the pen.
func TestEveryHolidayIsNamedInBothLanguages(t *testing.T) {
	t.Parallel()
	for _, country := range Countries() {
		t.Run(country, func(t *testing.T) {
			t.Parallel()
			h, err := HolidaysOf(country)
			if err != nil {
				t.Fatal(err)
			}
			used := map[string]bool{}
			for _, days := range []map[Date]string{h.off, h.makeUp} {
				for date, name := range days {
					used[name] = true
					if h.names[name] == (Text{}) {
						t.Errorf("%s, %s, has no names", date, name)
					}
				}
			}
			for name, text := range h.names {
				if !used[name] {
					t.Errorf("no holiday is called %q", name)
				}
				if !hasHan(text.ZH) || hasHan(text.EN) {
					t.Errorf("%q is %q in English and %q in Chinese", name, text.EN, text.ZH)
				}
			}
		})
	}
}

func hasHan(s string) bool {
	return slices.ContainsFunc([]rune(s), func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

func TestHolidayName(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, country, date, en, zh string
	}{
		{"translated", "DE", "2026-10-03", "Day of German Unity", "德国统一日"},
		{"its own name for a day", "JP", "2026-05-03", "Constitution Day", "宪法纪念日"},
		{"another land, another day of that name", "KR", "2026-07-17", "Constitution Day", "制宪节"},
		{"moved by a rule", "US", "2026-07-03", "Independence Day, moved", "独立日（补休）"},
		{"moved in the list", "KR", "2026-08-17", "Liberation Day, moved", "光复节（补休）"},
		{"between two", "JP", "2026-09-22", "Day between two holidays", "国民休息日"},
		{"a working day that makes up", "CN", "2026-10-10", "National Day", "国庆节"},
		{"no holiday", "DE", "2026-10-05", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			h, err := HolidaysOf(tt.country)
			if err != nil {
				t.Fatal(err)
			}
			date, err := ParseDate(tt.date)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := h.Name(date), (Text{EN: tt.en, ZH: tt.zh}); got != want {
				t.Errorf("%s in %s is %+v, want %+v", tt.date, tt.country, got, want)
			}
		})
	}
}

func TestReadNameRefuses(t *testing.T) {
	t.Parallel()
	for name, line := range map[string]string{
		"one field":     " Neujahr",
		"four fields":   " Neujahr; New Year; 元旦; 元旦",
		"an empty one":  " Neujahr; ; 元旦",
		"a second time": " Karfreitag; Good Friday; 耶稣受难日",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := Holidays{names: map[string]Text{"Karfreitag": {EN: "Good Friday", ZH: "耶稣受难日"}}}
			if h.readName(line) == nil {
				t.Errorf("read %q: %v", line, slices.Collect(maps.Keys(h.names)))
			}
		})
	}
}
