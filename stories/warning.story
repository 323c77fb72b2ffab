# Before a level is broken, the first person on its ladder is told, once; the
# message then follows how the promise stands.
at 2026-06-15T09:00:00+08:00

# 99.9 % of four days allow 345 bad seconds. After three quarters of them Mei Lin is told.
days SLA-ORION-HR availability 2026-06-11 0 0 0 270
> to mei.lin: :large_orange_circle: *SLA-ORION-HR* 可用性 99.9218 %，承诺 99.9 %
>   *目前不合格*
>   270，按已测总量最多允许 345
>   *您的身份*
>   服务级别管理员
>   承诺尚未违反；一旦违约，我会另行通知。

# It does not come again while nothing changes.
at 2026-06-15T10:00:00+08:00
measure SLA-ORION-HR availability good=3590 total=3600
emily.carter in #general: /sla status SLA-ORION-HR
> only emily.carter: *SLA-ORION-HR* Orion payroll for Human Resources
>   :large_orange_circle: 1 at risk  :white_circle: 1 unknown
>   :large_orange_circle: *at risk* · availability 99.9198 %, agreed 99.9 % · June 2026, measured 28 % of it
>         7 min 26 s of bad time left this month · at this pace the month is kept · in the last 24 h 3.2 times as fast as an even pace: so the month is lost on 20 Jun · last measured 22:00
>   :white_circle: *unknown* · payslips on time: nothing measured in June 2026, agreed 99.5 %
>   [line chart: availability, day by day: measured 100 at 1 Jun ? to 99.72 at 15 Jun; agreed 99.9 at 1 Jun ? to 99.9 at 15 Jun]
>   [line chart: availability: budget left: budget left 100 at 1 Jun ? to 61.43 at 15 Jun; even pace 96.67 at 1 Jun ? to 51.94 at 15 Jun]
>   · “?”: on these days nothing was measured that counts; the line only bridges them.
>   · @mei.lin: Service Level Administrator

# A good day makes it less, and the message says so.
at 2026-06-16T09:00:00+08:00
days SLA-ORION-HR availability 2026-06-10 0
> edit to mei.lin: :large_green_circle: *SLA-ORION-HR* 可用性 99.9357 %，承诺 99.9 %
>   目前：达标。

# What comes after that is a breach, with a message of its own.
at 2026-06-16T10:00:00+08:00
measure SLA-ORION-HR availability good=3000 total=3600
> edit to mei.lin: :red_circle: *SLA-ORION-HR* 可用性 99.7996 %，承诺 99.9 %
>   目前：违约。
> to mei.lin: :red_circle: *SLA-ORION-HR* 可用性 99.7996 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   09:00
>   *度量结果*
>   2026年6月 共 439,200，合格 438,320
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 10:01 通知 @jonas.weber
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]
