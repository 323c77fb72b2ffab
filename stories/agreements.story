# Time moves agreements: who manages them is told once, in time to decide.
at 2026-06-15T09:00:00+08:00
marcus.bell in #general: /sla show UC-NORDLICHT-CLOUD
> only marcus.bell: *UC-NORDLICHT-CLOUD* Servers in the cloud by Nordlicht
>   *State* in force · as it is since 15 Jun, by story · ends on 20 Jul 2027, and is prolonged by 12 months unless notice is given by 20 Apr 2027
>   *Kind*
>   Underpinning contract (UC), version 1
>   *Who promises whom*
>   Nordlicht Cloud → IT Operations
>   *Services*
>   Atlas customer file, Draco web shop, Polaris sign-on
>   *In force*
>   1 Jan 2025 to 20 Jul 2027 (Europe/Stockholm)
>   *Promised, and delivered this month*
>   :white_circle: *unknown* · availability: nothing measured in June 2026, agreed 99.99 %
>   *What rests on what*
>   • carries *OLA-DATABASES* Databases for the business applications
>   • carries *SLA-DRACO-SALES* Web shop for Sales
>   If nobody answers, I tell one after the other:
>   1. @jonas.weber: Service Level Administrator
>   2. @grace.hopkins: Service Level Manager
>   3. nobody: SLM Process Execution Lead
>   4. @zhao.ming: SLM Process Owner
emily.carter in #general: /sla renewals
> only emily.carter: *3 decisions due within a year*
>   • by *10 Jul* · *SLA-DRACO-SALES* Web shop for Sales · ends on 10 Jul and is not prolonged by itself · @grace.hopkins
>   • by *2 Nov* · *SLA-ORION-HR* Orion payroll for Human Resources · ends on 2 Nov and is not prolonged by itself · @wang.fang
>   • by *20 Apr 2027* · *UC-NORDLICHT-CLOUD* Servers in the cloud by Nordlicht · ends on 20 Jul 2027, and is prolonged by 12 months unless notice is given by 20 Apr 2027 · @grace.hopkins
wang.fang in #general: /sla renewals
> only wang.fang: *一年内须作出 3 项决定*
>   • *7月10日* 前 · *SLA-DRACO-SALES* 销售部网店服务 · 7月10日 到期，不会自动续期 · @grace.hopkins
>   • *11月2日* 前 · *SLA-ORION-HR* 人力资源部猎户薪资服务 · 11月2日 到期，不会自动续期 · 您
>   • *2027年4月20日* 前 · *UC-NORDLICHT-CLOUD* 北光云服务器支撑合同 · 2027年7月20日 到期；若未在 2027年4月20日 前（含当日）通知终止，将自动续期 12 个月 · @grace.hopkins

# What carries an agreement has to be enough for it.
marcus.bell in #general: /sla check SLA-DRACO-SALES
> only marcus.bell: *SLA-DRACO-SALES* Web shop for Sales: what carries it
>   :white_check_mark: 2 agreements carry it directly, and I find no gap.
>   · Levels of the same key multiply, times of the same clock add up (of response the longest counts), hours contain the hours above over the next year, and nothing ends or can be given notice sooner.
wang.fang in #general: /sla check SLA-ORION-HR
> only wang.fang: *SLA-ORION-HR* 人力资源部猎户薪资服务：支撑检查
>   :warning: *发现 2 处缺口*
>   • *UC-NORDLICHT-CLOUD* 通知期：仅确定有效至 2027年7月20日，而 *OLA-DATABASES* 最后一天 未约定终止日
>   • *OLA-NETWORK* 可用性 目标值 承诺 99.98 %，而 *UC-JADE-LINES* 可用性 目标值（99.9 %） 合计仅为 99.9 %
>   · 规则：同名指标的比率相乘；同名时限相加（首次响应取最长者）；未来一年内，下层服务时段须涵盖上层时段；下层协议不得先于上层到期或被通知终止。
wang.fang in #general: /sla check UC-JADE-LINES
> only wang.fang: *UC-JADE-LINES* 玉通电信专线支撑合同：支撑检查
>   尚未登记任何支撑协议。请在相应的 OLA、UC 中写明 `underpins`。
>   · 规则：同名指标的比率相乘；同名时限相加（首次响应取最长者）；未来一年内，下层服务时段须涵盖上层时段；下层协议不得先于上层到期或被通知终止。

# Thirty days before the last day of notice.
at 2027-03-22T09:00:00+08:00
check
> to grace.hopkins: *2 agreements have come to a date*
>   • *SLA-DRACO-SALES* Web shop for Sales: its term is over and nothing follows it
>   • *UC-NORDLICHT-CLOUD* Servers in the cloud by Nordlicht: ends on 20 Jul, and is prolonged by 12 months unless notice is given by 20 Apr
>   · You are told because you manage them. `/sla renewals` shows what is due within a year.
> to wang.fang: *有 1 份协议到了约定的日期*
>   • *SLA-ORION-HR* 人力资源部猎户薪资服务：期限已满，未续期
>   · 您负责管理这些协议，因此收到此通知。可用 `/sla renewals` 查看一年内须决定的事项。
> to zhao.ming: *有 1 处一旦违约将无人可通知*
>   • 全公司的“流程执行负责人”一职空缺
>   · 可用 `/sla assign` 任命，用 `/sla cover` 登记代理。以上情况只提醒一次。
check
wang.fang in #general: /sla show UC-NORDLICHT-CLOUD
> only wang.fang: *UC-NORDLICHT-CLOUD* 北光云服务器支撑合同
>   *状态* 即将到期 · 自 2026年6月15日 起内容未变（story） · 7月20日 到期；若未在 4月20日 前（含当日）通知终止，将自动续期 12 个月
>   *类型*
>   支撑合同（UC），第 1 版
>   *承诺方 → 对象*
>   北光云 → 信息运维部
>   *服务*
>   阿特拉斯客户档案, 天龙网店, 北极星统一登录
>   *有效期*
>   2025年1月1日 至 7月20日（Europe/Stockholm）
>   *承诺与本月达成情况*
>   :white_circle: *未知* · 可用性：2027年3月尚无度量数据，承诺 99.99 %
>   *支撑关系*
>   • 上层：*OLA-DATABASES* 应用系统数据库支撑
>   • 上层：*SLA-DRACO-SALES* 销售部网店服务
>   若无人应答，我会依次通知：
>   1. @jonas.weber：服务级别管理员
>   2. @grace.hopkins：服务级别经理
>   3. 无人：流程执行负责人
>   4. @zhao.ming：服务级别管理流程主管

# Nobody gave notice.
at 2027-04-30T09:00:00+08:00
check
> to grace.hopkins: *1 agreement has come to a date*
>   • *UC-NORDLICHT-CLOUD* Servers in the cloud by Nordlicht: prolonged to 20 Jul 2028; the next notice is possible by 20 Apr 2028
>   · You are told because you manage them. `/sla renewals` shows what is due within a year.
