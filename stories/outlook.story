# What lies ahead: the pace of late beside that of the month, values, and
# shares of cases.
at 2026-06-15T09:00:00+08:00

# Ten quiet days, two on which nobody measured, and an hour that burns.
days OLA-DATABASES availability 2026-06-01 30 30 30 30 30 30 30 30 - - 30 30 30
at 2026-06-15T10:00:00+08:00
measure OLA-DATABASES availability good=3500 total=3600
> to liu.yang: :large_orange_circle: *OLA-DATABASES* 可用性 99.9549 %，承诺 99.95 %
>   *目前不合格*
>   430，按已测总量最多允许 477
>   *您的身份*
>   服务级别管理员
>   承诺尚未违反；一旦违约，我会另行通知。
emily.carter in #general: /sla status OLA-DATABASES
> only emily.carter: *OLA-DATABASES* Databases for the business applications
>   :large_orange_circle: 1 at risk  :white_circle: 1 unknown
>   :large_orange_circle: *at risk* · availability 99.9549 %, agreed 99.95 % · June 2026, measured 76 % of it
>         9 min 22 s of bad time left this month · at this pace the month is kept · in the last 1 h 55.6 times as fast as an even pace: so the month is lost on 15 Jun · last measured 22:00
>   :white_circle: *unknown* · backups that could be restored: nothing measured in June 2026, agreed 100.0 %
>   [line chart: availability, day by day: measured 99.97 at 1 Jun to 97.22 at 15 Jun; agreed 99.95 at 1 Jun to 99.95 at 15 Jun]
>   [line chart: availability: budget left: budget left 96.98 at 1 Jun to 56.65 at 15 Jun; even pace 96.67 at 1 Jun to 51.94 at 15 Jun]
>   · “?”: on these days nothing was measured that counts; the line only bridges them.
>   · @liu.yang: Service Level Administrator
sun.li in #general: /sla status OLA-DATABASES
> only sun.li: *OLA-DATABASES* 应用系统数据库支撑
>   :large_orange_circle: 1 项有风险  :white_circle: 1 项未知
>   :large_orange_circle: *有风险* · 可用性 99.9549 %，承诺 99.95 % · 2026年6月，已度量 76 %
>         本月还可不达标 9 分钟 22 秒 · 照此速度，本月可以达标 · 最近 1 小时的消耗速度为匀速的 55.6 倍，照此本月目标将在 今天 17:20 失守 · 数据截至 10:00
>   :white_circle: *未知* · 可恢复备份率：2026年6月尚无度量数据，承诺 100.0 %
>   [line chart: 可用性：逐日: 实际 99.97 at 6月1日 to 97.22 at 6月15日; 承诺 99.95 at 6月1日 to 99.95 at 6月15日]
>   [line chart: 可用性：剩余额度: 剩余额度 96.98 at 6月1日 to 56.65 at 6月15日; 匀速消耗 96.67 at 6月1日 to 51.94 at 6月15日]
>   · “?”：这些日子没有计入考核的度量数据，折线在此仅作连接。
>   · @liu.yang：服务级别管理员

# A value is judged by its mean over a quarter: what the rest of it has to be.
at 2026-06-13T09:00:00+08:00
measure SLA-VEGA-LAB satisfaction value=4.4
at 2026-06-14T09:00:00+08:00
measure SLA-VEGA-LAB satisfaction value=4.25
at 2026-06-15T09:00:00+08:00
measure SLA-VEGA-LAB satisfaction value=4.0
emily.carter in #general: /sla status SLA-VEGA-LAB
> only emily.carter: *SLA-VEGA-LAB* Mail for the Optics Laboratory
>   :white_circle: 2 unknown  :large_green_circle: 1 kept
>   :white_circle: *unknown* · availability: nothing measured in June 2026, agreed 99.5 %
>   :white_circle: *unknown* · mail delivered within 5 min: nothing measured in June 2026, agreed 98.0 %
>   :large_green_circle: *kept* · satisfaction 4.216666 points, agreed at least 4.2 points · Q2 2026, measured < 1 % of it
>         the rest of the quarter has to be at least 4.1196 points on average · last measured 21:00
>   [line chart: satisfaction, day by day: measured 4.4 at 13 Jun to 4 at 15 Jun; agreed 4.2 at 13 Jun to 4.2 at 15 Jun]
>   · @wang.fang: Service Level Manager
sun.li in #general: /sla status SLA-VEGA-LAB
> only sun.li: *SLA-VEGA-LAB* 光学实验室邮箱服务
>   :white_circle: 2 项未知  :large_green_circle: 1 项达标
>   :white_circle: *未知* · 可用性：2026年6月尚无度量数据，承诺 99.5 %
>   :white_circle: *未知* · 五分钟内送达率：2026年6月尚无度量数据，承诺 98.0 %
>   :large_green_circle: *达标* · 满意度 4.216666 points，承诺 不低于 4.2 points · 2026年第2季度，已度量 < 1 %
>         本季度余下的平均值须不低于 4.1196 points · 数据截至 09:00
>   [line chart: 满意度：逐日: 实际 4.4 at 6月13日 to 4 at 6月15日; 承诺 4.2 at 6月13日 to 4.2 at 6月15日]
>   · @wang.fang：服务级别经理

# Of the cases nine in ten have to be solved within two working days.
at 2026-06-15T09:00:00+08:00
case OLA-FIRST-CALL INC-1 start
case OLA-FIRST-CALL INC-2 start
at 2026-06-15T11:00:00+08:00
case OLA-FIRST-CALL INC-1 stop clock=resolution
at 2026-06-16T11:00:00+08:00
case OLA-FIRST-CALL INC-2 stop clock=resolution
case OLA-FIRST-CALL INC-3 start
emily.carter in #general: /sla status OLA-FIRST-CALL
> only emily.carter: *OLA-FIRST-CALL* First answers by the Service Desk
>   :white_circle: 3 unknown  :large_green_circle: 1 kept
>   :white_circle: *unknown* · calls answered within 30 s: nothing measured in June 2026, agreed 90.0 %
>   :white_circle: *unknown* · first answer to urgent cases: judged case by case, agreed within 30 min each (P1)
>   :white_circle: *unknown* · urgent cases solved: judged case by case, agreed within 8 h each (P1)
>   :large_green_circle: *kept* · cases solved within two days 100.0 %, agreed 90.0 % within 16 h · June 2026, measured 100 % of it
>         none of these 3 cases may be late any more · 1 of them is open: at best 100.0 %, at worst 66.6666 %
>   [line chart: cases solved within two days, day by day: measured 100 at 1 Jun ? to 100 at 16 Jun; agreed 90 at 1 Jun ? to 90 at 16 Jun]
>   · “?”: on these days no case was decided; the line only bridges them.
>   · @liu.yang: Service Level Administrator
sun.li in #general: /sla status OLA-FIRST-CALL
> only sun.li: *OLA-FIRST-CALL* 服务台首次响应支撑
>   :white_circle: 3 项未知  :large_green_circle: 1 项达标
>   :white_circle: *未知* · 三十秒内接听率：2026年6月尚无度量数据，承诺 90.0 %
>   :white_circle: *未知* · 紧急工单首次响应：按工单逐一判定，承诺 每单 30 分钟 内（P1）
>   :white_circle: *未知* · 紧急工单解决：按工单逐一判定，承诺 每单 8 小时 内（P1）
>   :large_green_circle: *达标* · 两个工作日内解决的工单 100.0 %，承诺 90.0 % 在 16 小时 内 · 2026年6月，已度量 100 %
>         这 3 个工单不能再有超时 · 其中 1 个未了结：最好 100.0 %，最差 66.6666 %
>   [line chart: 两个工作日内解决的工单：逐日: 实际 100 at 6月1日 ? to 100 at 6月16日; 承诺 90 at 6月1日 ? to 90 at 6月16日]
>   · “?”：这些日子没有工单得出结果，折线在此仅作连接。
>   · @liu.yang：服务级别管理员

# A workspace without Slack's charts.
fault refuse_block data_visualization
emily.carter in #general: /sla status SLA-VEGA-LAB
> only emily.carter: *SLA-VEGA-LAB* Mail for the Optics Laboratory
>   :white_circle: 2 unknown  :large_green_circle: 1 kept
>   :white_circle: *unknown* · availability: nothing measured in June 2026, agreed 99.5 %
>   :white_circle: *unknown* · mail delivered within 5 min: nothing measured in June 2026, agreed 98.0 %
>   :large_green_circle: *kept* · satisfaction 4.216666 points, agreed at least 4.2 points · Q2 2026, measured < 1 % of it
>         the rest of the quarter has to be at least 4.112369 points on average · last measured 14 Jun 21:00
>   `█▅▁` 13 Jun to 15 Jun, day by day; from 4 points to 4.4 points
>   · @wang.fang: Service Level Manager
emily.carter in #general: /sla status OLA-FIRST-CALL
> only emily.carter: *OLA-FIRST-CALL* First answers by the Service Desk
>   :white_circle: 3 unknown  :large_green_circle: 1 kept
>   :white_circle: *unknown* · calls answered within 30 s: nothing measured in June 2026, agreed 90.0 %
>   :white_circle: *unknown* · first answer to urgent cases: judged case by case, agreed within 30 min each (P1)
>   :white_circle: *unknown* · urgent cases solved: judged case by case, agreed within 8 h each (P1)
>   :large_green_circle: *kept* · cases solved within two days 100.0 %, agreed 90.0 % within 16 h · June 2026, measured 100 % of it
>         none of these 3 cases may be late any more · 1 of them is open: at best 100.0 %, at worst 66.6666 %
>   `??????????????██` 1 Jun to 16 Jun, day by day; worst 100.0 % on 15 Jun
>   · “?”: on these days no case was decided; the line only bridges them.
>   · @liu.yang: Service Level Administrator
faults end
