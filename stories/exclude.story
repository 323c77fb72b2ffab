# Time that does not count: one person proposes it, another approves, and both
# figures stay.
at 2026-06-15T09:00:00+08:00
days SLA-TIME-HR availability 2026-06-13 0 40000
> to liu.yang: :red_circle: *SLA-TIME-HR* 可用性 76.8518 %，承诺 99.5 %
>   人力资源部考勤服务
>   *开始时间*
>   6月14日 00:00
>   *度量结果*
>   2026年6月 共 172,800，合格 132,800
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 09:30 通知 @wang.fang
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]

# Liu Yang had agreed to maintenance on the whole of that day.
liu.yang in #general: /sla exclude
> form for liu.yang: 排除时段
>   须由另一人（服务级别经理）批准后生效；其间的度量数据仍会保留，并与考核结果一同显示。
>   适用于哪个协议或服务？: [____]
>   开始时间: [2026-06-15 09:00]
>   结束时间: [2026-06-15 10:00]
>   理由: [____]
>   [提议]
liu.yang submits scope=SLA-TIME-HR from="2026-06-14 00:00" to="2026-06-15 00:00" reason="Agreed <!channel> maintenance"
> to liu.yang: 已就 *SLA-TIME-HR* 提出：6月14日 00:00 至 6月15日 00:00（Asia/Shanghai）。已请 @wang.fang 批准。
> to wang.fang: @liu.yang 提议为 *SLA-TIME-HR* 设置排除时段，请批准或拒绝。
>   *6月14日 00:00 至 6月15日 00:00（Asia/Shanghai）*，SLA-TIME-HR，刘洋 提出：待批准
>   Agreed <!channel> maintenance
>   [批准] [拒绝]

# Nobody approves what they proposed themselves; the manager is asked.
liu.yang in #general: /sla exclude SLA-TIME-HR
> only liu.yang: *SLA-TIME-HR*：排除时段
>   *6月14日 00:00 至 6月15日 00:00（Asia/Shanghai）*，SLA-TIME-HR，刘洋 提出：待批准
>   Agreed <!channel> maintenance
>   [批准] [拒绝]
liu.yang clicks 批准
> only liu.yang: 排除时段须由服务级别经理或流程负责人批准。
>   @wang.fang（服务级别经理）有此权限。
wang.fang clicks 批准
> only wang.fang: *SLA-TIME-HR*，6月14日 00:00 至 6月15日 00:00（Asia/Shanghai）：王芳 已批准。
> edit to wang.fang: *6月14日 00:00 至 6月15日 00:00（Asia/Shanghai）*，SLA-TIME-HR，刘洋 提出：王芳 已批准
>   Agreed <!channel> maintenance
>   [撤销]
> edit to liu.yang: :white_circle: *SLA-TIME-HR* 可用性 76.8518 %，承诺 99.5 %
>   于 09:00 查明并未违约。某个时段被排除，或重新计入。
>   [查看依据]
emily.carter in #general: /sla explain SLA-TIME-HR availability
> only emily.carter: # SLA-TIME-HR availability: what was counted
>   :large_green_circle: *kept* · availability 100.0 %, agreed 99.5 % · June 2026, measured 13 % of it
>   *Calculation* (1 measurement, in seconds)
>   `(86,400 - 0) / 86,400 = 100.0 %`, rounded down: 0 s were bad.
>   The promise allows 0.5 % to go wrong: 432 of these 86,400.
>   With what is left out it would be `132,800 / 172,800 = 76.8518 %`.
>   *Agreed to be left out*
>   • 14 Jun 00:00 to 15 Jun 00:00 (Asia/Shanghai): Agreed <!channel> maintenance (proposed by Liu Yang, approved by Wang Fang)
>   • 14 Jun 00:00 to 15 Jun 00:00: left out, 46,400 of 86,400 (`probe` `2`)
>   *Not measured* (measured 13 % of the time so far)
>   • 31 May 12:00 to 12 Jun 12:00: not measured (12 d)
>   • 12:00 to 21:00: not measured (9 h)
>   [All 5 spans of time]
>   · By version 1 of the agreement, windows of Asia/Shanghai, hours 24x7

# What was approved can be withdrawn, and then it counts.
wang.fang in #general: /sla exclude SLA-TIME-HR
> only wang.fang: *SLA-TIME-HR*：排除时段
>   *6月14日 00:00 至 6月15日 00:00（Asia/Shanghai）*，SLA-TIME-HR，刘洋 提出：王芳 已批准
>   Agreed <!channel> maintenance
>   [撤销]
wang.fang clicks 撤销
> edit only wang.fang: *SLA-TIME-HR*，6月14日 00:00 至 6月15日 00:00（Asia/Shanghai）：王芳 已拒绝或撤销，该时段照常计入。
> edit to liu.yang: :red_circle: *SLA-TIME-HR* 可用性 76.8518 %，承诺 99.5 %
>   人力资源部考勤服务
>   *开始时间*
>   6月14日 00:00
>   *度量结果*
>   2026年6月 共 172,800，合格 132,800
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 09:30 通知 @wang.fang
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]
> edit to wang.fang: *6月14日 00:00 至 6月15日 00:00（Asia/Shanghai）*，SLA-TIME-HR，刘洋 提出：王芳 已拒绝或撤销，该时段照常计入
>   Agreed <!channel> maintenance
emily.carter in #general: /sla status SLA-TIME-HR
> only emily.carter: *SLA-TIME-HR* Time clock for Human Resources
>   :red_circle: 1 breached  :white_circle: 1 unknown
>   :red_circle: *breached* · availability 76.8518 %, agreed 99.5 % · June 2026, measured 13 % of it
>         too little measured to look ahead · last measured 12:00
>   :white_circle: *unknown* · pages within 300 ms: nothing measured in June 2026, agreed 95.0 % of them at most 300 ms [Explain]
>   [line chart: availability, day by day: measured 100 at 1 Jun ? to 53.7 at 14 Jun; agreed 99.5 at 1 Jun ? to 99.5 at 14 Jun]
>   [line chart: availability: budget left: budget left 100 at 1 Jun ? to -2119 at 14 Jun; even pace 96.67 at 1 Jun ? to 53.33 at 14 Jun]
>   · “?”: on these days nothing was measured that counts; the line only bridges them.
>   · @liu.yang: Service Level Administrator

# A form that cannot be read stays open, and other things are refused.
emily.carter in #general: /sla exclude
> form for emily.carter: Time that does not count
>   It counts from when a second person, a service level manager, approved it. What is measured in it is kept and shown beside the figure.
>   For which agreement or service?: [____]
>   From: [2026-06-15 09:00]
>   Until before: [2026-06-15 10:00]
>   Why?: [____]
>   [Propose]
emily.carter submits scope=SLA-TIME-HR from="tomorrow" to="2026-06-15 00:00" reason="x"
> errors for emily.carter: from: “tomorrow” is no time. Write it as 2026-06-15 22:00.
emily.carter in #general: /sla exclude SLA-ORION-HR
> only emily.carter: No time is left out for *SLA-ORION-HR*. `/sla exclude` proposes some.
