# A level is broken by what was measured wrongly. The record stays; what turned
# out later is added to it, and everybody who was told sees it.
at 2026-06-15T09:00:00+08:00
measure SLA-ORION-HR availability good=3000 total=3600 key=wrong
> to mei.lin: :red_circle: *SLA-ORION-HR* 可用性 83.3333 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   08:00
>   *度量结果*
>   2026年6月 共 3,600，合格 3,000
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 09:01 通知 @jonas.weber
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]

# The source corrects itself: there was no breach, and nobody has to answer any more.
at 2026-06-15T09:10:00+08:00
> to jonas.weber: :red_circle: *SLA-ORION-HR* availability 83.3333 %, agreed 99.9 %
>   Orion payroll for Human Resources
>   *Since*
>   02:00
>   *Measured*
>   3,000 of 3,600 good in June 2026
>   *You are told as*
>   Service Level Administrator, as deputy
>   *Unless somebody answers*
>   I tell @wang.fang at 03:11
>   Nobody answered in time.
>   Acknowledge if you take care of it. Escalate if somebody else has to.
>   [Acknowledge] [Explain] [Escalate]
> edit to mei.lin: :red_circle: *SLA-ORION-HR* 可用性 83.3333 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   08:00
>   *度量结果*
>   2026年6月 共 3,600，合格 3,000
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 09:11 通知 @wang.fang
>   已于 09:10 通知 @jonas.weber。规定时间内无人应答。
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]
measure SLA-ORION-HR availability good=3600 total=3600 key=mended corrects=wrong
> edit to jonas.weber: :white_circle: *SLA-ORION-HR* availability 83.3333 %, agreed 99.9 %
>   No breach after all, found at 03:10. What was measured was corrected (`mended`).
>   [Explain]
> edit to mei.lin: :white_circle: *SLA-ORION-HR* 可用性 83.3333 %，承诺 99.9 %
>   于 09:10 查明并未违约。度量数据已更正（`mended`）。
>   [查看依据]
at 2026-06-15T09:40:00+08:00
mei.lin clicks 查看依据
> only mei.lin: # SLA-ORION-HR 可用性：计算依据
>   发现时（09:00）：2026年6月共 1 条度量数据，3,600 中合格 *3,000*：*83.3333 %*，承诺 99.9 %。
>   按承诺最多允许不合格 3，实际 600。
>   *计算*（1 条度量数据，单位为秒）
>   `(3,600 - 0) / 3,600 = 100.0 %`（向下取整）：不达标 0 秒。
>   按承诺最多允许 0.1 % 不合格：目前 3,600 中为 3。
>   *已更正*
>   • 08:00 至 09:00：3,600 中合格 3,000（`probe` `wrong`），已由 `mended` 更正
>   *未度量的时段*（已度量 < 1 %）
>   • 6月1日 00:00 至 6月15日 08:10：未度量（14 天 8 小时）
>   • 09:10 至 09:40：未度量（30 分钟）
>   [全部 5 个时段]
>   *通知记录及原因*
>   • 09:00 通知您（服务级别管理员）。发现违约。
>   • 09:10 通知 @jonas.weber（服务级别管理员）。规定时间内无人应答。
>   • 09:10 查明并未违约。度量数据已更正（`mended`）。
>   · 于 09:00 依据协议第 1 版判定。违约编号 1。
emily.carter in #general: /sla explain SLA-ORION-HR availability
> only emily.carter: # SLA-ORION-HR availability: what was counted
>   :large_green_circle: *kept* · availability 100.0 %, agreed 99.9 % · June 2026, measured < 1 % of it
>   *Calculation* (1 measurement, in seconds)
>   `(3,600 - 0) / 3,600 = 100.0 %`, rounded down: 0 s were bad.
>   The promise allows 0.1 % to go wrong: 3 of these 3,600.
>   *Corrected since*
>   • 20:00 to 21:00: 3,000 of 3,600 (`probe` `wrong`), replaced by `mended`
>   *Not measured* (measured < 1 % of the time so far)
>   • 31 May 12:00 to 14 Jun 20:10: not measured (14 d 8 h)
>   • 21:10 to 21:40: not measured (30 min)
>   [All 5 spans of time]
>   · By version 1 of the agreement, windows of Asia/Shanghai, hours 24x7

# The correction was wrong, too: the same breach, and it goes on from there.
at 2026-06-15T10:00:00+08:00
measure SLA-ORION-HR availability good=3300 total=3600 key=worse corrects=mended
> edit to jonas.weber: :red_circle: *SLA-ORION-HR* availability 83.3333 %, agreed 99.9 %
>   Orion payroll for Human Resources
>   *Since*
>   02:00
>   *Measured*
>   3,000 of 3,600 good in June 2026
>   *You are told as*
>   Service Level Administrator, as deputy
>   *Unless somebody answers*
>   I tell @wang.fang at 04:01
>   Nobody answered in time.
>   Acknowledge if you take care of it. Escalate if somebody else has to.
>   [Acknowledge] [Explain] [Escalate]
> edit to mei.lin: :red_circle: *SLA-ORION-HR* 可用性 83.3333 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   08:00
>   *度量结果*
>   2026年6月 共 3,600，合格 3,000
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 10:01 通知 @wang.fang
>   已于 09:10 通知 @jonas.weber。规定时间内无人应答。
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]
mei.lin clicks 确认
> edit to mei.lin: :white_check_mark: *SLA-ORION-HR* 可用性 83.3333 %，承诺 99.9 %
>   您已于 10:00 确认。
>   [查看依据]
> edit to jonas.weber: :white_check_mark: *SLA-ORION-HR* availability 83.3333 %, agreed 99.9 %
>   Acknowledged by @mei.lin at 04:00.
>   [Explain]
