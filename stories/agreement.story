# An agreement is written down, negotiated, signed, changed and ended.
at 2026-06-15T09:00:00+08:00

# Who may not keep the records is told who may.
emily.carter in #general: /sla agreement new
> only emily.carter: Your roles do not allow this.
>   @wang.fang (Service Level Manager) may.
>   [Ask Wang Fang]

# The service level manager writes a new one down. Nothing is stored yet.
wang.fang in #general: /sla agreement new
> form for wang.fang: 新建协议
>   编号: [____]
>   类型: [服务级别需求（SLR） | 服务级别协议（SLA） | 运营级别协议（OLA） | 支撑合同（UC）]
>   标题: [____]
>   承诺方: [FINANCE 财务部 | HR 人力资源部 | IT-APPS 应用系统部 | IT-DESK 服务台 | IT-NET 网络组 | IT-OPS 信息运维部 | JADE-TEL 玉通电信 | LAB 光学实验室 | NORDLICHT 北光云 | PAYWELL 佩维软件 | PLANT 无锡工厂 | SALES 销售部 | SLM 服务级别办公室]
>   承诺对象: [FINANCE 财务部 | HR 人力资源部 | IT-APPS 应用系统部 | IT-DESK 服务台 | IT-NET 网络组 | IT-OPS 信息运维部 | JADE-TEL 玉通电信 | LAB 光学实验室 | NORDLICHT 北光云 | PAYWELL 佩维软件 | PLANT 无锡工厂 | SALES 销售部 | SLM 服务级别办公室]
>   服务: [____]
>   支撑的协议: [____]
>   开始日期: [2026-06-15]
>   最后一天（如有）: [____]
>   通知期: [____]
>   自动续期: [____]
>   提前提醒: [____]
>   服务时段: [____]
>   指标: [____]
>   [预览]
wang.fang submits code="SLA-VEGA-HR" kind="服务级别协议（SLA）" title="Mail for HR | 人力资源部邮箱" provider="IT-OPS 信息运维部" consumer="HR 人力资源部" services="VEGA-MAIL" from=2026-07-01 to=2027-06-30 notice="3 months" renewal="12 months" targets="availability | availability | 可用性 | 99.9%\nresponse | first answer | 首次响应 | response within 30m for P1 in OFFICE-CN"
> to wang.fang: *SLA-VEGA-HR*：拟新建（王芳，09:00）
>   • 类型：服务级别协议（SLA）
>   • 标题：Mail for HR | 人力资源部邮箱
>   • 承诺方：IT-OPS
>   • 承诺对象：HR
>   • 服务：VEGA-MAIL
>   • 开始日期：7月1日
>   • 最后一天（如有）：2027年6月30日
>   • 通知期：3 个月
>   • 自动续期：12 个月
>   • availability：availability | 可用性 | 99.9%
>   • response：first answer | 首次响应 | response within 30m for P1 in OFFICE-CN
>   [采纳] [搁置]
wang.fang clicks 采纳
> only wang.fang: 已完成：*SLA-VEGA-HR* 自现在起为第 1 版。
> edit to wang.fang: *SLA-VEGA-HR*：拟新建（王芳，09:00）
>   :white_check_mark: 王芳 已采纳（09:00）。
wang.fang in #general: /sla agreement SLA-VEGA-HR
> only wang.fang: *SLA-VEGA-HR* 人力资源部邮箱
>   *状态* 草案 · 自 6月15日 起内容未变（王芳）
>   • 类型：服务级别协议（SLA）
>   • 标题：Mail for HR | 人力资源部邮箱
>   • 承诺方：IT-OPS
>   • 承诺对象：HR
>   • 服务：VEGA-MAIL
>   • 开始日期：7月1日
>   • 最后一天（如有）：2027年6月30日
>   • 通知期：3 个月
>   • 自动续期：12 个月
>   • availability：availability | 可用性 | 99.9%
>   • response：first answer | 首次响应 | response within 30m for P1 in OFFICE-CN
>   [修改] [开始协商] [终止]
wang.fang clicks 开始协商
> only wang.fang: 已完成：*SLA-VEGA-HR* 现为“协商中”。

# The administrator keeps the records as well, but does not sign.
liu.yang in #general: /sla sign SLA-VEGA-HR
> only liu.yang: 您的角色无权执行此操作。
>   @wang.fang（服务级别经理）有此权限。
>   [请 王芳 处理]
emily.carter in #general: /sla agreement SLA-VEGA-HR
> only emily.carter: *SLA-VEGA-HR* Mail for HR
>   *State* being negotiated · as it is since 15 Jun, by Wang Fang
>   • Kind: Service level agreement (SLA)
>   • Title: Mail for HR | 人力资源部邮箱
>   • Who promises: IT-OPS
>   • To whom: HR
>   • Services: VEGA-MAIL
>   • From: 1 Jul
>   • Last day, if it ends: 30 Jun 2027
>   • Notice: 3 months
>   • Prolonged by: 12 months
>   • availability: availability | 可用性 | 99.9%
>   • response: first answer | 首次响应 | response within 30m for P1 in OFFICE-CN
>   · @wang.fang manages it, and may change it.

# An OLA shall carry it. The check finds what is wrong below that.
at 2026-06-15T10:00:00+08:00
wang.fang in #general: /sla agreement edit OLA-NETWORK
> only wang.fang: *OLA-NETWORK* 信息运维部园区网络支撑
>   *状态* 生效中 · 自 6月15日 起内容未变（story）
>   • 类型：运营级别协议（OLA）
>   • 标题：Campus network for IT Operations | 信息运维部园区网络支撑
>   • 承诺方：IT-NET
>   • 承诺对象：IT-OPS
>   • 服务：LYRA-PLANNING, VEGA-MAIL, POLARIS-LOGIN
>   • 支撑的协议：OLA-DATABASES, SLA-LYRA-PLANT, SLA-VEGA-LAB
>   • 开始日期：2025年1月1日
>   • availability：availability | 可用性 | 99.98%
>   [修改] [终止]
wang.fang clicks 修改
> form for wang.fang: 修改协议
>   *OLA-NETWORK* 信息运维部园区网络支撑
>   类型: [服务级别需求（SLR） | 服务级别协议（SLA） | 运营级别协议（OLA） | 支撑合同（UC）]
>   标题: [Campus network for IT Operations | 信息运维部园区网络支撑]
>   承诺方: [FINANCE 财务部 | HR 人力资源部 | IT-APPS 应用系统部 | IT-DESK 服务台 | IT-NET 网络组 | IT-OPS 信息运维部 | JADE-TEL 玉通电信 | LAB 光学实验室 | NORDLICHT 北光云 | PAYWELL 佩维软件 | PLANT 无锡工厂 | SALES 销售部 | SLM 服务级别办公室]
>   承诺对象: [FINANCE 财务部 | HR 人力资源部 | IT-APPS 应用系统部 | IT-DESK 服务台 | IT-NET 网络组 | IT-OPS 信息运维部 | JADE-TEL 玉通电信 | LAB 光学实验室 | NORDLICHT 北光云 | PAYWELL 佩维软件 | PLANT 无锡工厂 | SALES 销售部 | SLM 服务级别办公室]
>   服务: [LYRA-PLANNING, VEGA-MAIL, POLARIS-LOGIN]
>   支撑的协议: [OLA-DATABASES, SLA-LYRA-PLANT, SLA-VEGA-LAB]
>   开始日期: [2025-01-01]
>   最后一天（如有）: [____]
>   通知期: [____]
>   自动续期: [____]
>   提前提醒: [____]
>   服务时段: [____]
>   指标: [availability | availability | 可用性 | 99.98%]
>   [预览]
wang.fang submits underpins="OLA-DATABASES, SLA-LYRA-PLANT, SLA-VEGA-HR, SLA-VEGA-LAB, SLA-NONE"
> errors for wang.fang: kind: 没有可供支撑的协议 SLA-NONE。
wang.fang submits underpins="OLA-DATABASES, SLA-LYRA-PLANT, SLA-VEGA-HR, SLA-VEGA-LAB"
> to wang.fang: *OLA-NETWORK*：拟定第 2 版（王芳，10:00）
>   • 支撑的协议：~OLA-DATABASES, SLA-LYRA-PLANT, SLA-VEGA-LAB~ → OLA-DATABASES, SLA-LYRA-PLANT, SLA-VEGA-HR, SLA-VEGA-LAB
>   [采纳] [搁置]
wang.fang clicks 采纳
> only wang.fang: 已完成：*OLA-NETWORK* 自现在起为第 2 版。
> edit to wang.fang: *OLA-NETWORK*：拟定第 2 版（王芳，10:00）
>   :white_check_mark: 王芳 已采纳（10:00）。
wang.fang in #general: /sla sign SLA-VEGA-HR
> only wang.fang: *SLA-VEGA-HR* 人力资源部邮箱：拟签署第 1 版
>   • 类型：服务级别协议（SLA）
>   • 标题：Mail for HR | 人力资源部邮箱
>   • 承诺方：IT-OPS
>   • 承诺对象：HR
>   • 服务：VEGA-MAIL
>   • 开始日期：7月1日
>   • 最后一天（如有）：2027年6月30日
>   • 通知期：3 个月
>   • 自动续期：12 个月
>   • availability：availability | 可用性 | 99.9%
>   • response：first answer | 首次响应 | response within 30m for P1 in OFFICE-CN
>   :warning: *发现 1 处缺口*
>   • *OLA-NETWORK* 可用性 目标值 承诺 99.98 %，而 *UC-JADE-LINES* 可用性 目标值（99.9 %） 合计仅为 99.9 %
>   [带缺口签署]
wang.fang clicks 带缺口签署
> form for wang.fang: 带缺口签署
>   :warning: *发现 1 处缺口*
>   • *OLA-NETWORK* 可用性 目标值 承诺 99.98 %，而 *UC-JADE-LINES* 可用性 目标值（99.9 %） 合计仅为 99.9 %
>   为何在支撑不足时仍要签署: [____]
>   [签署]
wang.fang submits reason="Jade Telecom signs 99.99 % in July."
> to wang.fang: 已签署：*SLA-VEGA-HR* 第 1 版，7月1日 至 2027年6月30日。当前状态：已签署。

# Its first day comes.
at 2026-07-01T09:00:00+08:00
check
> to wang.fang: *有 1 份协议到了约定的日期*
>   • *SLA-VEGA-HR* 人力资源部邮箱：现已生效
>   · 您负责管理这些协议，因此收到此通知。可用 `/sla renewals` 查看一年内须决定的事项。
> to zhao.ming: *有 1 处一旦违约将无人可通知*
>   • 全公司的“流程执行负责人”一职空缺
>   · 可用 `/sla assign` 任命，用 `/sla cover` 登记代理。以上情况只提醒一次。

# The administrator writes a change of what is signed down; the manager accepts it.
liu.yang in #general: /sla agreement edit SLA-VEGA-HR
> only liu.yang: *SLA-VEGA-HR* 人力资源部邮箱
>   *状态* 生效中 · 自 6月15日 起内容未变（王芳） · 2027年6月30日 到期；若未在 2027年3月31日 前（含当日）通知终止，将自动续期 12 个月
>   • 类型：服务级别协议（SLA）
>   • 标题：Mail for HR | 人力资源部邮箱
>   • 承诺方：IT-OPS
>   • 承诺对象：HR
>   • 服务：VEGA-MAIL
>   • 开始日期：7月1日
>   • 最后一天（如有）：2027年6月30日
>   • 通知期：3 个月
>   • 自动续期：12 个月
>   • availability：availability | 可用性 | 99.9%
>   • response：first answer | 首次响应 | response within 30m for P1 in OFFICE-CN
>   [修改]
liu.yang clicks 修改
> form for liu.yang: 修改协议
>   *SLA-VEGA-HR* 人力资源部邮箱
>   类型: [服务级别需求（SLR） | 服务级别协议（SLA） | 运营级别协议（OLA） | 支撑合同（UC）]
>   标题: [Mail for HR | 人力资源部邮箱]
>   承诺方: [FINANCE 财务部 | HR 人力资源部 | IT-APPS 应用系统部 | IT-DESK 服务台 | IT-NET 网络组 | IT-OPS 信息运维部 | JADE-TEL 玉通电信 | LAB 光学实验室 | NORDLICHT 北光云 | PAYWELL 佩维软件 | PLANT 无锡工厂 | SALES 销售部 | SLM 服务级别办公室]
>   承诺对象: [FINANCE 财务部 | HR 人力资源部 | IT-APPS 应用系统部 | IT-DESK 服务台 | IT-NET 网络组 | IT-OPS 信息运维部 | JADE-TEL 玉通电信 | LAB 光学实验室 | NORDLICHT 北光云 | PAYWELL 佩维软件 | PLANT 无锡工厂 | SALES 销售部 | SLM 服务级别办公室]
>   服务: [VEGA-MAIL]
>   支撑的协议: [____]
>   开始日期: [2026-07-01]
>   最后一天（如有）: [2027-06-30]
>   通知期: [3 months]
>   自动续期: [12 months]
>   提前提醒: [____]
>   服务时段: [____]
>   指标: [availability | availability | 可用性 | 99.9%
>   response | first answer | 首次响应 | response within 30m for P1 in OFFICE-CN]
>   [预览]
liu.yang submits targets="availability | availability | 可用性 | 99.95%" notice="6 months"
> to liu.yang: *SLA-VEGA-HR*：拟定第 2 版（刘洋，09:00）
>   • 通知期：~3 个月~ → 6 个月
>   • availability：~availability | 可用性 | 99.9%~ → availability | 可用性 | 99.95%
>   • response：~first answer | 首次响应 | response within 30m for P1 in OFFICE-CN~
>   [采纳] [搁置]
> to wang.fang: *SLA-VEGA-HR*：拟定第 2 版（刘洋，09:00）
>   • 通知期：~3 个月~ → 6 个月
>   • availability：~availability | 可用性 | 99.9%~ → availability | 可用性 | 99.95%
>   • response：~first answer | 首次响应 | response within 30m for P1 in OFFICE-CN~
>   [采纳] [搁置]
liu.yang clicks 采纳
> only liu.yang: 您的角色无权执行此操作。
>   @wang.fang（服务级别经理）有此权限。
>   [请 王芳 处理]
wang.fang in #general: /sla agreement SLA-VEGA-HR
> only wang.fang: *SLA-VEGA-HR* 人力资源部邮箱
>   *状态* 生效中 · 自 6月15日 起内容未变（王芳） · 2027年6月30日 到期；若未在 2027年3月31日 前（含当日）通知终止，将自动续期 12 个月
>   • 类型：服务级别协议（SLA）
>   • 标题：Mail for HR | 人力资源部邮箱
>   • 承诺方：IT-OPS
>   • 承诺对象：HR
>   • 服务：VEGA-MAIL
>   • 开始日期：7月1日
>   • 最后一天（如有）：2027年6月30日
>   • 通知期：3 个月
>   • 自动续期：12 个月
>   • availability：availability | 可用性 | 99.9%
>   • response：first answer | 首次响应 | response within 30m for P1 in OFFICE-CN
>   *SLA-VEGA-HR*：拟定第 2 版（刘洋，09:00）
>   • 通知期：~3 个月~ → 6 个月
>   • availability：~availability | 可用性 | 99.9%~ → availability | 可用性 | 99.95%
>   • response：~first answer | 首次响应 | response within 30m for P1 in OFFICE-CN~
>   [采纳] [搁置]
>   [修改] [终止]
wang.fang clicks 采纳
> edit only wang.fang: 已完成：*SLA-VEGA-HR* 自现在起为第 2 版。
> edit to liu.yang: *SLA-VEGA-HR*：拟定第 2 版（刘洋，09:00）
>   :white_check_mark: 王芳 已采纳（09:00）。
> edit to wang.fang: *SLA-VEGA-HR*：拟定第 2 版（刘洋，09:00）
>   :white_check_mark: 王芳 已采纳（09:00）。

# What it said on a day can be asked for ever.
emily.carter in #general: /sla agreement SLA-VEGA-HR 2026-06-30
> only emily.carter: *SLA-VEGA-HR* on 30 Jun: version 1, since 14 Jun 21:00, by Wang Fang
>   • Kind: Service level agreement (SLA)
>   • Title: Mail for HR | 人力资源部邮箱
>   • Who promises: IT-OPS
>   • To whom: HR
>   • Services: VEGA-MAIL
>   • From: 1 Jul
>   • Last day, if it ends: 30 Jun 2027
>   • Notice: 3 months
>   • Prolonged by: 12 months
>   • availability: availability | 可用性 | 99.9%
>   • response: first answer | 首次响应 | response within 30m for P1 in OFFICE-CN
emily.carter in #general: /sla agreement SLA-VEGA-HR 2026-06-01
> only emily.carter: I know no version of SLA-VEGA-HR from 1 Jun or before.

# It ends sooner than agreed.
wang.fang in #general: /sla agreement SLA-VEGA-HR
> only wang.fang: *SLA-VEGA-HR* 人力资源部邮箱
>   *状态* 生效中 · 自 7月1日 起内容未变（王芳） · 2027年6月30日 到期；若未在 12月31日 前（含当日）通知终止，将自动续期 12 个月
>   • 类型：服务级别协议（SLA）
>   • 标题：Mail for HR | 人力资源部邮箱
>   • 承诺方：IT-OPS
>   • 承诺对象：HR
>   • 服务：VEGA-MAIL
>   • 开始日期：7月1日
>   • 最后一天（如有）：2027年6月30日
>   • 通知期：6 个月
>   • 自动续期：12 个月
>   • availability：availability | 可用性 | 99.95%
>   [修改] [终止]
wang.fang clicks 终止
> form for wang.fang: 终止
>   *SLA-VEGA-HR* 人力资源部邮箱
>   单方通知最早可于 2027年6月30日 后终止；更早终止须双方同意。
>   最后一天: [2027-06-30]
>   原因: [____]
>   [终止]
wang.fang submits last=2026-07-31 reason="HR moves to another mail system."
> to wang.fang: 已完成：*SLA-VEGA-HR* 的最后一天为 7月31日，不再续期。
wang.fang in #general: /sla history SLA-VEGA-HR
> only wang.fang: *变更记录（最新在前）* · *SLA-VEGA-HR* 人力资源部邮箱
>   • 09:00 王芳：协议 SLA-VEGA-HR：变更（生效中 → 即将到期、结束日期、续期），原因：“HR moves to another mail system.”
>   • 09:00 王芳：协议 SLA-VEGA-HR：变更（指标、通知期）
>   • 09:00 按日期自动：协议 SLA-VEGA-HR：变更（已签署 → 生效中）
>   • 6月15日 10:00 王芳：协议 SLA-VEGA-HR：变更（协商中 → 已签署），原因：“Jade Telecom signs 99.99 % in July.”
>   • 6月15日 09:00 王芳：协议 SLA-VEGA-HR：变更（草案 → 协商中）
>   • 6月15日 09:00 王芳：协议 SLA-VEGA-HR：新增
at 2026-08-01T09:00:00+08:00
check
> to grace.hopkins: *1 agreement has come to a date*
>   • *SLA-DRACO-SALES* Web shop for Sales: its term is over and nothing follows it
>   · You are told because you manage them. `/sla renewals` shows what is due within a year.
> to wang.fang: *有 1 份协议到了约定的日期*
>   • *SLA-VEGA-HR* 人力资源部邮箱：期限已满，未续期
>   · 您负责管理这些协议，因此收到此通知。可用 `/sla renewals` 查看一年内须决定的事项。
