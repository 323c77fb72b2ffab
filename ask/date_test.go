package ask

import (
	"testing"
	"time"
)

// The day of asking is Monday 15 June 2026, 10 o'clock in Xiamen.
func TestWhen(t *testing.T) {
	zone := time.FixedZone("CST", 8*3600)
	now := time.Date(2026, 6, 15, 10, 0, 0, 0, zone)
	for _, row := range []struct{ text, day string }{
		{"who was it on 3 March", "2026-03-03"},
		{"who was it on 3rd of March, 2024", "2024-03-03"},
		{"and on march 4th?", "2026-03-04"},
		{"who was it on 3 October", "2025-10-03"},
		{"who will be it on 3 March", "2027-03-03"},
		{"on 2026-04-15", "2026-04-15"},
		{"on 11/Nov/2024", "2024-11-11"},
		{"7月下旬", "2026-07-25"},
		{"2026/4/5", "2026-04-05"},
		{"in october", "2026-10-01"},
		{"who was manager last october", "2025-10-01"},
		{"in may 2025", "2025-05-01"},
		{"this may be wrong", ""},
		{"from 1 july", "2026-07-01"},
		{"end of june", "2026-06-30"},
		{"in 2024", "2024-07-01"},
		{"the SLR of 2027", ""},
		{"tomorrow", "2026-06-16"},
		{"the day after tomorrow", "2026-06-17"},
		{"on thursday", "2026-06-18"},
		{"who was it on thursday", "2026-06-11"},
		{"last wednesday", "2026-06-10"},
		{"next friday", "2026-06-26"},
		{"friday next week", "2026-06-26"},
		{"next week", "2026-06-22"},
		{"next month", "2026-07-01"},
		{"last year", "2025-07-01"},
		{"in two weeks", "2026-06-29"},
		{"3 days ago", "2026-06-12"},
		{"end of the year", "2026-12-31"},
		{"today", ""},
		{"on 31 june", ""},
		{"at 10:30", ""},
		{"2024年的流程主管", "2024-07-01"},
		{"2026年3月4日", "2026-03-04"},
		{"今年4月15日", "2026-04-15"},
		{"去年三月", "2025-03-01"},
		{"3月3号那会儿的管理员呢", "2026-03-03"},
		{"三月二十五号", "2026-03-25"},
		{"十月份", "2026-10-01"},
		{"下个月", "2026-07-01"},
		{"下个月5号", "2026-07-05"},
		{"上个月底", "2026-05-31"},
		{"下季度", "2026-07-01"},
		{"上周三", "2026-06-10"},
		{"下周三", "2026-06-24"},
		{"下周", "2026-06-22"},
		{"周五", "2026-06-19"},
		{"上周五谁负责", "2026-06-12"},
		{"每周一次", ""},
		{"大后天", "2026-06-18"},
		{"三天前", "2026-06-12"},
		{"两个月后", "2026-08-15"},
		{"明年", "2027-07-01"},
		{"年底", "2026-12-31"},
		{"20号", "2026-06-20"},
		{"3号仓库", ""},
		{"who was the owner in 1999", "1999-07-01"},
		{"who held it before 2026", "2025-12-31"},
		{"2026年以前谁是流程主管", "2025-12-31"},
		{"1998年谁是流程主管", "1998-07-01"},
		{"who was the manager on 3 March last year?", "2025-03-03"},
		{"on March 3rd, next year", "2027-03-03"},
		{"10/20 那天谁是管理员", "2026-10-20"},
		{"on 20/10", "2026-10-20"},
		{"who was manager on 3/4?", "2026-03-04"},
		{"on 24.12.", "2026-12-24"},
		{"support is 24/7, who handles it", ""},
		{"1/2 of the figures", ""},
		{"去年（2025年）11月11日", "2025-11-11"},
		{"who is it on Christmas day this year", "2026-12-25"},
		{"over christmas", "2026-12-25"},
		{"last christmas", "2025-12-25"},
		{"on new year's eve", "2026-12-31"},
		{"at new year", "2027-01-01"},
		{"the christmas party", ""},
		{"元旦当天谁值班", "2027-01-01"},
		{"去年国庆节", "2025-10-01"},
		{"五一期间", "2026-05-01"},
		{"圣诞节那天", "2026-12-25"},
		{"王国庆负责什么", ""},
		{"国庆期间谁顶班", "2026-10-01"},
		{"春节期间谁顶班", "2027-02-06"},
		{"本月", ""},
	} {
		_, said := when(row.text, now, func(n string) bool { return n == "2027" })
		got := ""
		if !said.at.IsZero() {
			got = said.at.Format(time.DateOnly)
		}
		if got != row.day {
			t.Errorf("%s: %s, want %s", row.text, got, row.day)
		}
	}
}
