# Hours: open now, this week, holidays and make-up days ahead, in whose zone.
at 2026-06-15T09:00:00+08:00

# A line for each calendar.
sun.li in #general: /sla calendar
> only sun.li: *2 个日历*
>   *OFFICE-CN* 无锡办公时间
>         :large_green_circle: 现在是工作时间，至 12:00
>   *SHOP-US* 网店营业时间
>         :white_circle: 现在是非工作时间，下次开始：20:00（America/Chicago 07:00）
>   · 用 `/sla calendar` 加编号查看一周时间、节假日与调休
emily.carter in #general: /sla calendar
> only emily.carter: *2 calendars*
>   *OFFICE-CN* Office hours in Wuxi
>         :large_green_circle: open now, until 15 Jun 00:00 (12:00 in Asia/Shanghai)
>   *SHOP-US* Opening hours of the shop
>         :white_circle: closed now, opens again 15 Jun 08:00 (07:00 in America/Chicago)
>   · `/sla calendar` with a code shows the week, holidays and make-up days

# The Dragon Boat Festival is near.
sun.li in #general: /sla calendar OFFICE-CN
> only sun.li: *OFFICE-CN* 无锡办公时间
>   :large_green_circle: 现在是工作时间，至 12:00
>   *6月15日 起的一周*
>   *周一 6月15日：08:30-12:00, 13:00-17:30*
>   周二 6月16日：08:30-12:00, 13:00-17:30
>   周三 6月17日：08:30-12:00, 13:00-17:30
>   周四 6月18日：08:30-12:00, 13:00-17:30
>   周五 6月19日：休息 · 端午节
>   周六 6月20日：休息 · 端午节
>   周日 6月21日：休息 · 端午节
>   *此后 60 天内的节假日与调休*
>   无
>   *适用于* OLA-FIRST-CALL
>   · 以上为 Asia/Shanghai 时间 · 第 1 版
emily.carter in #general: /sla calendar office-cn
> only emily.carter: *OFFICE-CN* Office hours in Wuxi
>   :large_green_circle: open now, until 15 Jun 00:00 (12:00 in Asia/Shanghai)
>   *The week of 15 Jun*
>   *Mon 15 Jun: 08:30-12:00, 13:00-17:30*
>   Tue 16 Jun: 08:30-12:00, 13:00-17:30
>   Wed 17 Jun: 08:30-12:00, 13:00-17:30
>   Thu 18 Jun: 08:30-12:00, 13:00-17:30
>   Fri 19 Jun: closed · Dragon Boat Festival
>   Sat 20 Jun: closed · Dragon Boat Festival
>   Sun 21 Jun: closed · Dragon Boat Festival
>   *Holidays and other hours after that, 60 days ahead*
>   none
>   *Counts for* OLA-FIRST-CALL
>   · Hours are those of Asia/Shanghai · version 1

# Another day: October has a week of holidays and a Saturday of work.
sun.li in #general: /sla calendar OFFICE-CN 2026-10-10
> only sun.li: *OFFICE-CN* 无锡办公时间
>   :large_green_circle: 现在是工作时间，至 12:00
>   *10月5日 起的一周*
>   周一 10月5日：休息 · 国庆节
>   周二 10月6日：休息 · 国庆节
>   周三 10月7日：休息 · 国庆节
>   周四 10月8日：08:30-12:00, 13:00-17:30
>   周五 10月9日：08:30-12:00, 13:00-17:30
>   *周六 10月10日：08:30-12:00, 13:00-17:30 · 国庆节 · 调休上班*
>   周日 10月11日：休息
>   *此后 60 天内的节假日与调休*
>   无
>   *适用于* OLA-FIRST-CALL
>   · 以上为 Asia/Shanghai 时间 · 第 1 版

# What is known ends with the year.
sun.li in #general: /sla calendar OFFICE-CN 2026-12-24
> only sun.li: *OFFICE-CN* 无锡办公时间
>   :large_green_circle: 现在是工作时间，至 12:00
>   *12月21日 起的一周*
>   周一 12月21日：08:30-12:00, 13:00-17:30
>   周二 12月22日：08:30-12:00, 13:00-17:30
>   周三 12月23日：08:30-12:00, 13:00-17:30
>   *周四 12月24日：08:30-12:00 · 年会*
>   周五 12月25日：08:30-12:00, 13:00-17:30
>   周六 12月26日：休息
>   周日 12月27日：休息
>   *此后 60 天内的节假日与调休*
>   无
>   :warning: CN 2026 年之后的节假日安排尚未收录，在此之前按平常日期计算。
>   *适用于* OLA-FIRST-CALL
>   · 以上为 Asia/Shanghai 时间 · 第 1 版

# By an agreement, and what cannot be found.
emily.carter in #general: /sla calendar SLA-ORION-FINANCE
> only emily.carter: “SLA-ORION-FINANCE” has no calendar: it counts around the clock.
emily.carter in #general: /sla calendar zeppelin
> only emily.carter: I know no calendar, agreement or service called “zeppelin”.
>   Try `/sla calendar`
emily.carter in #general: /sla calendar OFFICE-CN 2026-13-01
> only emily.carter: “2026-13-01” is no date. Write it as 2026-06-15.

# Holidays are told in the reader's language, whatever the country's own.
emily.carter in #general: /sla calendar SHOP-US 2026-07-03
> only emily.carter: *SHOP-US* Opening hours of the shop
>   :white_circle: closed now, opens again 15 Jun 08:00 (07:00 in America/Chicago)
>   *The week of 29 Jun*
>   Mon 29 Jun: 07:00-23:00
>   Tue 30 Jun: 07:00-23:00
>   Wed 1 Jul: 07:00-23:00
>   Thu 2 Jul: 07:00-23:00
>   *Fri 3 Jul: closed · Independence Day, moved*
>   Sat 4 Jul: closed · Independence Day
>   Sun 5 Jul: 10:00-20:00
>   *Holidays and other hours after that, 60 days ahead*
>   none
>   No agreement counts in these hours.
>   · Hours are those of America/Chicago · version 1
sun.li in #general: /sla calendar SHOP-US 2026-07-03
> only sun.li: *SHOP-US* 网店营业时间
>   :white_circle: 现在是非工作时间，下次开始：20:00（America/Chicago 07:00）
>   *6月29日 起的一周*
>   周一 6月29日：07:00-23:00
>   周二 6月30日：07:00-23:00
>   周三 7月1日：07:00-23:00
>   周四 7月2日：07:00-23:00
>   *周五 7月3日：休息 · 独立日（补休）*
>   周六 7月4日：休息 · 独立日
>   周日 7月5日：10:00-20:00
>   *此后 60 天内的节假日与调休*
>   无
>   没有协议按此日历计时。
>   · 以上为 America/Chicago 时间 · 第 1 版
