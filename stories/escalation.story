# A breach goes up the ladder: by a click, by time, past a vacant rung, until somebody answers.
at 2026-06-15T10:00:00+08:00
measure SLA-ORION-HR availability good=980 total=1000
> to mei.lin: :red_circle: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   09:00
>   *度量结果*
>   2026年6月 共 1,000，合格 980
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 10:01 通知 @jonas.weber
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]

# Escalate goes to the next at once.
at 2026-06-15T10:00:20+08:00
mei.lin clicks 升级
> edit to mei.lin: :red_circle: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   09:00
>   *度量结果*
>   2026年6月 共 1,000，合格 980
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 10:01 通知 @wang.fang
>   已于 10:00 通知 @jonas.weber。由您升级。
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]
> to jonas.weber: :red_circle: *SLA-ORION-HR* availability 98.0 %, agreed 99.9 %
>   Orion payroll for Human Resources
>   *Since*
>   03:00
>   *Measured*
>   980 of 1,000 good in June 2026
>   *You are told as*
>   Service Level Administrator, as deputy
>   *Unless somebody answers*
>   I tell @wang.fang at 04:01
>   Escalated by @mei.lin.
>   Acknowledge if you take care of it. Escalate if somebody else has to.
>   [Acknowledge] [Explain] [Escalate]

# Nobody answers.
at 2026-06-15T10:02:00+08:00
> edit to jonas.weber: :red_circle: *SLA-ORION-HR* availability 98.0 %, agreed 99.9 %
>   Orion payroll for Human Resources
>   *Since*
>   03:00
>   *Measured*
>   980 of 1,000 good in June 2026
>   *You are told as*
>   Service Level Administrator, as deputy
>   *Unless somebody answers*
>   I tell @zhao.ming at 04:03
>   Escalated by @mei.lin.
>   At 04:02 I told @wang.fang. Nobody answered in time.
>   Acknowledge if you take care of it. Escalate if somebody else has to.
>   [Acknowledge] [Explain] [Escalate]
> edit to mei.lin: :red_circle: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   09:00
>   *度量结果*
>   2026年6月 共 1,000，合格 980
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 10:03 通知 @zhao.ming
>   已于 10:02 通知 @wang.fang。规定时间内无人应答。
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]
> to wang.fang: :red_circle: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   09:00
>   *度量结果*
>   2026年6月 共 1,000，合格 980
>   *您的身份*
>   服务级别经理
>   *若无人应答*
>   将于 10:03 通知 @zhao.ming
>   规定时间内无人应答。
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]

# Nobody holds the role above: it is skipped at once, and said.
at 2026-06-15T10:04:00+08:00
> edit to jonas.weber: :red_circle: *SLA-ORION-HR* availability 98.0 %, agreed 99.9 %
>   Orion payroll for Human Resources
>   *Since*
>   03:00
>   *Measured*
>   980 of 1,000 good in June 2026
>   *You are told as*
>   Service Level Administrator, as deputy
>   *Unless somebody answers*
>   I remind @zhao.ming at 04:05
>   Escalated by @mei.lin.
>   At 04:04 I told @zhao.ming. Nobody answered in time.
>   Acknowledge if you take care of it. Escalate if somebody else has to.
>   [Acknowledge] [Explain] [Escalate]
> edit to mei.lin: :red_circle: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   09:00
>   *度量结果*
>   2026年6月 共 1,000，合格 980
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 10:05 再次提醒 @zhao.ming
>   已于 10:04 通知 @zhao.ming。规定时间内无人应答。
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]
> edit to wang.fang: :red_circle: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   09:00
>   *度量结果*
>   2026年6月 共 1,000，合格 980
>   *您的身份*
>   服务级别经理
>   *若无人应答*
>   将于 10:05 再次提醒 @zhao.ming
>   规定时间内无人应答。
>   已于 10:04 通知 @zhao.ming。规定时间内无人应答。
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]
> to zhao.ming: :red_circle: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   09:00
>   *度量结果*
>   2026年6月 共 1,000，合格 980
>   *您的身份*
>   服务级别管理流程主管
>   *若无人应答*
>   将于 10:05 再次提醒您
>   规定时间内无人应答。
>   已跳过：“流程执行负责人”一职空缺。
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]

# Everybody was told, so the last one is reminded, after twice the time.
at 2026-06-15T10:06:00+08:00
> edit to jonas.weber: :red_circle: *SLA-ORION-HR* availability 98.0 %, agreed 99.9 %
>   Orion payroll for Human Resources
>   *Since*
>   03:00
>   *Measured*
>   980 of 1,000 good in June 2026
>   *You are told as*
>   Service Level Administrator, as deputy
>   *Unless somebody answers*
>   I remind @zhao.ming at 04:08
>   Escalated by @mei.lin.
>   At 04:06 I told @zhao.ming. Nobody answered in time.
>   Acknowledge if you take care of it. Escalate if somebody else has to.
>   [Acknowledge] [Explain] [Escalate]
> edit to mei.lin: :red_circle: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   09:00
>   *度量结果*
>   2026年6月 共 1,000，合格 980
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 10:08 再次提醒 @zhao.ming
>   已于 10:06 通知 @zhao.ming。规定时间内无人应答。
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]
> edit to wang.fang: :red_circle: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   09:00
>   *度量结果*
>   2026年6月 共 1,000，合格 980
>   *您的身份*
>   服务级别经理
>   *若无人应答*
>   将于 10:08 再次提醒 @zhao.ming
>   规定时间内无人应答。
>   已于 10:06 通知 @zhao.ming。规定时间内无人应答。
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]
> edit to zhao.ming: :red_circle: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   09:00
>   *度量结果*
>   2026年6月 共 1,000，合格 980
>   *您的身份*
>   服务级别管理流程主管
>   *若无人应答*
>   将于 10:08 再次提醒您
>   规定时间内无人应答。
>   已跳过：“流程执行负责人”一职空缺。
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]
> to zhao.ming thread: *SLA-ORION-HR* 仍无人应答，请在上方消息中确认或升级。

# Whoever was told may answer.
wang.fang clicks 确认
> edit to wang.fang: :white_check_mark: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   您已于 10:06 确认。
>   [查看依据]
> edit to jonas.weber: :white_check_mark: *SLA-ORION-HR* availability 98.0 %, agreed 99.9 %
>   Acknowledged by @wang.fang at 04:06.
>   [Explain]
> edit to mei.lin: :white_check_mark: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   @wang.fang 已于 10:06 确认。
>   [查看依据]
> edit to zhao.ming: :white_check_mark: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   @wang.fang 已于 10:06 确认。
>   [查看依据]
> edit to zhao.ming thread: @wang.fang 已于 10:06 确认。

# Who comes later is told who was first; here the message itself says it, and the home tab is empty.
zhao.ming opens home
> home of zhao.ming: # 与我相关
>   *待应答的违约：0*
>   ---
>   *待填写的调查：0*
>   ---
>   *您的角色*
>   • 服务级别管理流程主管，适用于全公司，自 2024年3月1日 起
>   · 可在“消息”标签页直接提问，或在频道里 @ 我。`/sla help` 列出我能做的事。
