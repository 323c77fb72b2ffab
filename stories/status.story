# How promises stand: the worst first, with what may still go wrong, where it
# leads, and who is responsible.
at 2026-06-15T09:00:00+08:00

# Half a month: 99.9 % of June are 2,592 bad seconds. 1,500 are gone.
days SLA-ORION-HR availability 2026-06-01 0 900 0 0 0 0 0 600 0 0 0 0 0 0
> to mei.lin: :red_circle: *SLA-ORION-HR* 可用性 99.4791 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   6月2日 00:00
>   *度量结果*
>   2026年6月 共 172,800，合格 171,900
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 09:01 通知 @jonas.weber
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]
# 99.5 % are 12,960. All of them are gone on the second day.
days SLA-TIME-HR availability 2026-06-01 6000 14000 0 0 0 0 0 0 0 0 0 0 0 0
> to liu.yang: :red_circle: *SLA-TIME-HR* 可用性 93.0555 %，承诺 99.5 %
>   人力资源部考勤服务
>   *开始时间*
>   6月1日 00:00
>   *度量结果*
>   2026年6月 共 86,400，合格 80,400
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 09:30 通知 @wang.fang
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]

emily.carter in #general: /sla status
> only emily.carter: *Your agreements this month*
>   :red_circle: 2 breached  :white_circle: 2 unknown
>   *SLA-ORION-HR* Orion payroll for Human Resources
>   :red_circle: *breached* · availability 99.8759 %, agreed 99.9 % · June 2026, measured 97 % of it
>         17 min 4 s of bad time left this month · at this pace the month is lost on 24 Jun · nothing bad in the last 24 h · last measured 12:00
>   :white_circle: *unknown* · payslips on time: nothing measured in June 2026, agreed 99.5 % [Explain]
>   · @mei.lin: Service Level Administrator
>   *SLA-TIME-HR* Time clock for Human Resources
>   :red_circle: *breached* · availability 98.3465 %, agreed 99.5 % · June 2026, measured 97 % of it
>         2 h 2 min more bad time than this month allows · the month was lost on 1 Jun · nothing bad in the last 24 h · last measured 12:00
>   :white_circle: *unknown* · pages within 300 ms: nothing measured in June 2026, agreed 95.0 % of them at most 300 ms [Explain]
>   · @liu.yang: Service Level Administrator
sun.li in #general: /sla status
> only sun.li: *本月与您相关的协议*
>   :red_circle: 2 项违约  :white_circle: 2 项未知
>   *SLA-ORION-HR* 人力资源部猎户薪资服务
>   :red_circle: *违约* · 可用性 99.8759 %，承诺 99.9 % · 2026年6月，已度量 97 %
>         本月还可不达标 17 分钟 4 秒 · 照此速度，本月目标将在 6月25日 失守 · 最近 24 小时内全部达标 · 数据截至 00:00
>   :white_circle: *未知* · 工资条准时率：2026年6月尚无度量数据，承诺 99.5 % [查看依据]
>   · @mei.lin：服务级别管理员
>   *SLA-TIME-HR* 人力资源部考勤服务
>   :red_circle: *违约* · 可用性 98.3465 %，承诺 99.5 % · 2026年6月，已度量 97 %
>         不达标时间已比本月允许的多 2 小时 2 分钟 · 本月目标已于 6月2日 失守 · 最近 24 小时内全部达标 · 数据截至 00:00
>   :white_circle: *未知* · 三百毫秒内打开的页面：2026年6月尚无度量数据，承诺 95.0 % 不超过 300 ms [查看依据]
>   · @liu.yang：服务级别管理员

# One agreement, by its own words.
sun.li in #general: /sla status SLA-ORION-HR
> only sun.li: *SLA-ORION-HR* 人力资源部猎户薪资服务
>   :red_circle: 1 项违约  :white_circle: 1 项未知
>   :red_circle: *违约* · 可用性 99.8759 %，承诺 99.9 % · 2026年6月，已度量 97 %
>         本月还可不达标 17 分钟 4 秒 · 照此速度，本月目标将在 6月25日 失守 · 最近 24 小时内全部达标 · 数据截至 00:00
>   :white_circle: *未知* · 工资条准时率：2026年6月尚无度量数据，承诺 99.5 % [查看依据]
>   [line chart: 可用性：逐日: 实际 100 at 6月1日 to 100 at 6月14日; 承诺 99.9 at 6月1日 to 99.9 at 6月14日]
>   [line chart: 可用性：剩余额度: 剩余额度 100 at 6月1日 to 40.57 at 6月14日; 匀速消耗 96.67 at 6月1日 to 53.33 at 6月14日]
>   · @mei.lin：服务级别管理员

# A workspace that does not have Slack's charts yet shows the same with signs.
fault refuse_block data_visualization
emily.carter in #general: /sla status SLA-ORION-HR
> only emily.carter: *SLA-ORION-HR* Orion payroll for Human Resources
>   :red_circle: 1 breached  :white_circle: 1 unknown
>   :red_circle: *breached* · availability 99.8759 %, agreed 99.9 % · June 2026, measured 97 % of it
>         17 min 4 s of bad time left this month · at this pace the month is lost on 24 Jun · nothing bad in the last 24 h · last measured 12:00
>   :white_circle: *unknown* · payslips on time: nothing measured in June 2026, agreed 99.5 % [Explain]
>   `█▁█████▃██████` 1 Jun to 14 Jun, day by day; worst 98.9583 % on 2 Jun
>   `█▆▆▆▆▆▆▄▄▄▄▄▄▄` budget left, 40 % on 14 Jun
>   · @mei.lin: Service Level Administrator
faults end
sun.li in #general: /sla status SLA-ORION-HR
> only sun.li: *SLA-ORION-HR* 人力资源部猎户薪资服务
>   :red_circle: 1 项违约  :white_circle: 1 项未知
>   :red_circle: *违约* · 可用性 99.8759 %，承诺 99.9 % · 2026年6月，已度量 97 %
>         本月还可不达标 17 分钟 4 秒 · 照此速度，本月目标将在 6月25日 失守 · 最近 24 小时内全部达标 · 数据截至 00:00
>   :white_circle: *未知* · 工资条准时率：2026年6月尚无度量数据，承诺 99.5 % [查看依据]
>   `█▁█████▃██████` 6月1日 至 6月14日 逐日；最差 98.9583 %（6月2日）
>   `█▆▆▆▆▆▆▄▄▄▄▄▄▄` 剩余额度，6月14日 为 40 %
>   · @mei.lin：服务级别管理员
