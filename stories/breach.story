# A breach finds its person, and goes on to the next when nobody answers.
at 2026-06-15T09:00:00+08:00

# Good measurements say nothing.
measure SLA-ORION-HR availability good=1000 total=1000

# The promise of 99.9 % is broken: the administrator is told at once, in her language.
at 2026-06-15T10:00:00+08:00
measure SLA-ORION-HR availability good=980 total=1000
> to mei.lin: :red_circle: *SLA-ORION-HR* 可用性 99.0 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   09:00
>   *度量结果*
>   2026年6月 共 2,000，合格 1,980
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 10:01 通知 @jonas.weber
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]

# The same breach is told once.
at 2026-06-15T10:00:30+08:00
measure SLA-ORION-HR availability good=990 total=1000

mei.lin clicks 查看依据
> only mei.lin: # SLA-ORION-HR 可用性：计算依据
>   发现时（10:00）：2026年6月共 2 条度量数据，2,000 中合格 *1,980*：*99.0 %*，承诺 99.9 %。
>   按承诺最多允许不合格 2，实际 20。
>   *计算*（3 条度量数据）
>   `2,970 / 3,000 = 99.0 %`（向下取整）：3,000 中不合格 30。
>   按承诺最多允许 0.1 % 不合格：目前 3,000 中为 3。
>   *最差的在前*
>   • 09:00 至 10:00：1,000 中合格 980（`probe` `2`）
>   • 09:00 至 10:00：1,000 中合格 990（`probe` `3`）
>   *未度量的时段*（已度量 < 1 %）
>   • 6月1日 00:00 至 6月15日 08:00：未度量（14 天 8 小时）
>   [全部 5 个时段]
>   *通知记录及原因*
>   • 10:00 通知您（服务级别管理员）。发现违约。
>   · 于 10:00 依据协议第 1 版判定。违约编号 1。

# Nobody answers within the agreement's time: the next one is told.
at 2026-06-15T10:02:00+08:00
> to jonas.weber: :red_circle: *SLA-ORION-HR* availability 99.0 %, agreed 99.9 %
>   Orion payroll for Human Resources
>   *Since*
>   03:00
>   *Measured*
>   1,980 of 2,000 good in June 2026
>   *You are told as*
>   Service Level Administrator, as deputy
>   *Unless somebody answers*
>   I tell @wang.fang at 04:03
>   Nobody answered in time.
>   Acknowledge if you take care of it. Escalate if somebody else has to.
>   [Acknowledge] [Explain] [Escalate]
> edit to mei.lin: :red_circle: *SLA-ORION-HR* 可用性 99.0 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   09:00
>   *度量结果*
>   2026年6月 共 2,000，合格 1,980
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 10:03 通知 @wang.fang
>   已于 10:02 通知 @jonas.weber。规定时间内无人应答。
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]

# One click answers for it, and every message shows who it was.
at 2026-06-15T10:02:30+08:00
jonas.weber clicks Acknowledge
> edit to jonas.weber: :white_check_mark: *SLA-ORION-HR* availability 99.0 %, agreed 99.9 %
>   Acknowledged by you at 04:02.
>   [Explain]
> edit to mei.lin: :white_check_mark: *SLA-ORION-HR* 可用性 99.0 %，承诺 99.9 %
>   @jonas.weber 已于 10:02 确认。
>   [查看依据]

# Nothing is left to do.
mei.lin opens home
> home of mei.lin: # 与我相关
>   *待应答的违约：0*
>   ---
>   *待填写的调查：0*
>   ---
>   *您的角色*
>   • 服务级别管理员，适用于协议 SLA-ORION-HR，自 1月1日 起
>   · 可在“消息”标签页直接提问，或在频道里 @ 我。`/sla help` 列出我能做的事。
