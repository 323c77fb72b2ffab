package ask

import (
	"regexp"
	"strings"
	"time"
)

// A feast is a day that people name instead of its date.
type feast struct {
	names      string // a pattern, in both languages
	month, day int    // by the sun
	lunar      *[7]monthDay
}

type monthDay struct {
	month time.Month
	day   int
}

// lunarFrom is the first year of the tables of feasts by the moon, which are
// those of the Hong Kong Observatory's calendar.
const lunarFrom = 2024

var (
	spring = [7]monthDay{{2, 10}, {1, 29}, {2, 17}, {2, 6}, {1, 26}, {2, 13}, {2, 3}}
	dragon = [7]monthDay{{6, 10}, {5, 31}, {6, 19}, {6, 9}, {5, 28}, {6, 16}, {6, 5}}
	autumn = [7]monthDay{{9, 17}, {10, 6}, {9, 25}, {9, 15}, {10, 3}, {9, 22}, {9, 12}}
)

var feasts = []feast{
	{`christmas eve|xmas eve|平安夜`, 12, 24, nil},
	{`boxing day`, 12, 26, nil},
	{`christmas|xmas|圣诞节?`, 12, 25, nil},
	{`new year['’]?s eve|跨年夜?`, 12, 31, nil},
	{`chinese new year|lunar new year|spring festival|春节|大年初一`, 0, 0, &spring},
	{`dragon boat(?: festival| day)?|端午节?`, 0, 0, &dragon},
	{`mid-?autumn(?: festival| day)?|moon festival|中秋节?`, 0, 0, &autumn},
	{`new year(?:['’]?s(?: day)?)?|元旦`, 1, 1, nil},
	{`(?:labou?r|may) day|五一(?:节|假期|长假)?|劳动节`, 5, 1, nil},
	{`国庆(?:节|假期|长假|期间|当天|那天|前后)|十一(?:假期|长假)`, 10, 1, nil},
}

// in gives the day of the feast in a year, or zero where that is not known.
func (f feast) in(c calendar, year int) time.Time {
	if f.lunar == nil {
		return c.on(year, f.month, f.day)
	}
	if i := year - lunarFrom; i >= 0 && i < len(f.lunar) {
		return c.on(year, int(f.lunar[i].month), f.lunar[i].day)
	}
	return time.Time{}
}

// feastDatings are the ways to say a day by a feast: in English after a word
// that makes it a time, so that a Christmas party is none.
func feastDatings() []dating {
	var all []dating
	for _, f := range feasts {
		english, chinese := splitNames(f.names)
		day := func(c calendar, s []string) time.Time { return f.said(c, s[1], s[2]) }
		if english != "" {
			all = append(all, dating{saying(`\b(?:(?:on|over|at|during|around|by|until|since|from|for|before|after) )?(last|next|this|on|over|at|during|around|by|until|since|from) (?:` +
				english + `)\b(?: day)?(?: (?:of )?(20\d{2}|this year|last year|next year))?`), true, day})
			all = append(all, dating{saying(`\b()(?:` + english + `)(?: day)? (20\d{2}|this year|last year|next year)\b`), true, day})
		}
		if chinese != "" {
			all = append(all, dating{
				saying(`(20\d{2}年?|今年|去年|明年|后年|前年|)的?(?:` + chinese + `)(当天|那天|期间|假期|放假|前后|)`), true,
				func(c calendar, s []string) time.Time { return f.said(c, s[1], "") },
			})
		}
	}
	return all
}

func splitNames(names string) (english, chinese string) {
	var en, zh []string
	for name := range strings.SplitSeq(names, "|") {
		if name[0] < 0x80 && !strings.ContainsFunc(name, func(r rune) bool { return r > 0x2e80 }) {
			en = append(en, name)
		} else {
			zh = append(zh, name)
		}
	}
	return strings.Join(en, "|"), strings.Join(zh, "|")
}

var digits4 = regexp.MustCompile(`20\d{2}`)

// said gives the feast of the year that was said, or of the one that fits the
// tense; without one the next to come, if that of this year is long over.
func (f feast) said(c calendar, words ...string) time.Time {
	for _, w := range words {
		switch {
		case digits4.MatchString(w):
			return f.in(c, number(digits4.FindString(w)))
		case strings.HasPrefix(w, "last"), w == "去年":
			if t := f.in(c, c.now.Year()); w == "last" && !t.IsZero() && t.Before(c.now) {
				return t
			}
			return f.in(c, c.now.Year()-1)
		case w == "next":
			c.tense = 1
		case w == "next year", w == "明年":
			return f.in(c, c.now.Year()+1)
		case w == "前年":
			return f.in(c, c.now.Year()-2)
		case w == "后年":
			return f.in(c, c.now.Year()+2)
		case w == "this year", w == "今年":
			return f.in(c, c.now.Year())
		}
	}
	t := f.in(c, c.now.Year())
	switch {
	case t.IsZero():
	case c.tense < 0 && t.After(c.now):
		return f.in(c, c.now.Year()-1)
	case c.tense > 0 && t.Before(c.now), c.tense == 0 && t.Before(c.now.AddDate(0, -3, 0)):
		return f.in(c, c.now.Year()+1)
	}
	return t
}
