# How a figure came about: the calculation, what counted most against it, what
# was not measured, and by which versions it was judged.
at 2026-06-15T09:00:00+08:00

# 99.5 % of a month allow 12,960 bad seconds. Two days were not measured.
days SLA-TIME-HR availability 2026-06-01 0 520 0 - - 0 60 0 0 0 0 0 0 0

sun.li in #general: /sla explain SLA-TIME-HR
> only sun.li: # SLA-TIME-HR 可用性：计算依据
>   :large_green_circle: *达标* · 可用性 99.944 %，承诺 99.5 % · 2026年6月，已度量 83 %
>   *计算*（12 条度量数据，单位为秒）
>   `(1,036,800 - 580) / 1,036,800 = 99.944 %`（向下取整）：不达标 9 分钟 40 秒。
>   按承诺最多允许 0.5 % 不合格：目前 1,036,800 中为 5,184。
>   照此速度，本月共可有 10,818（3 小时），剩余 10,238（2 小时 50 分钟）。
>   最终结果将在 47.8898 % 至 99.9731 % 之间。
>   [line chart: 可用性：逐日: 实际 100 at 6月1日 to 100 at 6月14日; 承诺 99.5 at 6月1日 to 99.5 at 6月14日]
>   [line chart: 可用性：剩余额度: 剩余额度 100 at 6月1日 to 94.64 at 6月14日; 匀速消耗 96.67 at 6月1日 to 53.33 at 6月14日]
>   · “?”：这些日子没有计入考核的度量数据，折线在此仅作连接。
>   *最差的在前*
>   • 6月2日 00:00 至 6月3日 00:00：86,400 中合格 85,880（`probe` `2`）
>   • 6月7日 00:00 至 6月8日 00:00：86,400 中合格 86,340（`probe` `5`）
>   *未度量的时段*（已度量 83 %）
>   • 6月4日 00:00 至 6月6日 00:00：未度量（2 天）
>   • 00:00 至 09:00：未度量（9 小时）
>   [全部 9 个时段]
>   · 依据协议第 1 版，周期按 Asia/Shanghai 划分，服务时间 24x7
emily.carter in #general: /sla explain SLA-TIME-HR availability 2026-06
> only emily.carter: # SLA-TIME-HR availability: what was counted
>   :large_green_circle: *kept* · availability 99.944 %, agreed 99.5 % · June 2026, measured 83 % of it
>   *Calculation* (12 measurements, in seconds)
>   `(1,036,800 - 580) / 1,036,800 = 99.944 %`, rounded down: 9 min 40 s were bad.
>   The promise allows 0.5 % to go wrong: 5,184 of these 1,036,800.
>   At this pace that is 10,818 (3 h) for all of the month; 10,238 (2 h 50 min) are left.
>   It will end between 47.8898 % and 99.9731 %.
>   [line chart: availability, day by day: measured 100 at 1 Jun to 100 at 14 Jun; agreed 99.5 at 1 Jun to 99.5 at 14 Jun]
>   [line chart: availability: budget left: budget left 100 at 1 Jun to 94.64 at 14 Jun; even pace 96.67 at 1 Jun to 53.33 at 14 Jun]
>   · “?”: on these days nothing was measured that counts; the line only bridges them.
>   *Worst first*
>   • 1 Jun 12:00 to 2 Jun 12:00: 85,880 of 86,400 (`probe` `2`)
>   • 6 Jun 12:00 to 7 Jun 12:00: 86,340 of 86,400 (`probe` `5`)
>   *Not measured* (measured 83 % of the time so far)
>   • 3 Jun 12:00 to 5 Jun 12:00: not measured (2 d)
>   • 12:00 to 21:00: not measured (9 h)
>   [All 9 spans of time]
>   · By version 1 of the agreement, windows of Asia/Shanghai, hours 24x7
sun.li clicks "全部 9 个时段"
> only sun.li: *SLA-TIME-HR* 可用性：第 1 至 9 段，共 9 段
>   • 6月1日 00:00 至 6月2日 00:00：86,400 中合格 86,400（`probe` `1`）
>   • 6月2日 00:00 至 6月3日 00:00：86,400 中合格 85,880（`probe` `2`）
>   • 6月3日 00:00 至 6月4日 00:00：86,400 中合格 86,400（`probe` `3`）
>   • 6月4日 00:00 至 6月6日 00:00：未度量（2 天）
>   • 6月6日 00:00 至 6月7日 00:00：86,400 中合格 86,400（`probe` `4`）
>   • 6月7日 00:00 至 6月8日 00:00：86,400 中合格 86,340（`probe` `5`）
>   • 6月8日 00:00 至 6月15日 00:00：604,800 中合格 604,800（`probe`，7 条）
>   • 00:00 至 09:00：未度量（9 小时）
>   • 09:00 至 7月1日 00:00：尚未到来

# Nothing was measured, another month, and what cannot be found.
emily.carter in #general: /sla explain SLA-ORION-HR payslips-on-time
> only emily.carter: # SLA-ORION-HR payslips on time: what was counted
>   :white_circle: *unknown* · payslips on time: nothing measured in June 2026, agreed 99.5 %
>   · By version 1 of the agreement, windows of Asia/Shanghai, hours 24x7
emily.carter in #general: /sla explain SLA-TIME-HR availability 2026-05
> only emily.carter: # SLA-TIME-HR availability: what was counted
>   :white_circle: *unknown* · availability: nothing measured in May 2026, agreed 99.5 %
>   · By version 1 of the agreement, windows of Asia/Shanghai, hours 24x7
emily.carter in #general: /sla explain SLA-TIME-HR speed
> only emily.carter: SLA-TIME-HR has no target “speed”. It has availability, page-time.
emily.carter in #general: /sla explain SLA-TIME-HR availability 2027-01
> only emily.carter: “2027-01” is no month that has begun. Write it as 2026-06.
emily.carter in #general: /sla explain
> only emily.carter: Something is missing after the command.
>   Try `/sla explain SLA-…`

# What is judged by cases says where to look.
emily.carter in #general: /sla explain OLA-FIRST-CALL solution
> only emily.carter: # OLA-FIRST-CALL cases solved within two days: what was counted
>   :white_circle: *unknown* · cases solved within two days: judged case by case, agreed 90.0 % within 16 h
>   It is judged case by case: `/sla cases OLA-FIRST-CALL` lists them.
