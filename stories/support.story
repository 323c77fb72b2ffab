# A support that is over, or was never signed, and what to do about it.
at 2026-06-15T09:00:00+08:00

# A contract with a supplier is written down, but nobody has signed it.
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
wang.fang submits code=UC-SPARE-LINES kind="支撑合同（UC）" title="Spare lines | 备用专线" provider="JADE-TEL 玉通电信" consumer="IT-NET 网络组" services=VEGA-MAIL underpins=OLA-NETWORK from=2026-06-15
> to wang.fang: *UC-SPARE-LINES*：拟新建（王芳，09:00）
>   • 类型：支撑合同（UC）
>   • 标题：Spare lines | 备用专线
>   • 承诺方：JADE-TEL
>   • 承诺对象：IT-NET
>   • 服务：VEGA-MAIL
>   • 支撑的协议：OLA-NETWORK
>   • 开始日期：6月15日
>   [采纳] [搁置]
wang.fang clicks 采纳
> only wang.fang: 已完成：*UC-SPARE-LINES* 自现在起为第 1 版。
> edit to wang.fang: *UC-SPARE-LINES*：拟新建（王芳，09:00）
>   :white_check_mark: 王芳 已采纳（09:00）。
wang.fang in #general: /sla check OLA-NETWORK
> only wang.fang: *OLA-NETWORK* 信息运维部园区网络支撑：支撑检查
>   :warning: *发现 2 处缺口*
>   • *UC-SPARE-LINES* 状态：处于“草案”状态，无法约束其支撑 *OLA-NETWORK* 状态。请签署：`/sla sign UC-SPARE-LINES`
>   • *OLA-NETWORK* 可用性 目标值 承诺 99.98 %，而 *UC-JADE-LINES* 可用性 目标值（99.9 %） 合计仅为 99.9 %
>   · 规则：同名指标的比率相乘；同名时限相加（首次响应取最长者）；未来一年内，下层服务时段须涵盖上层时段；下层协议不得先于上层到期或被通知终止。
emily.carter in #general: /sla check OLA-NETWORK
> only emily.carter: *OLA-NETWORK* Campus network for IT Operations: what carries it
>   :warning: *2 gaps*
>   • *UC-SPARE-LINES* (state): draft, so nothing binds it to carry *OLA-NETWORK* (state). Sign it: `/sla sign UC-SPARE-LINES`
>   • *OLA-NETWORK* availability (objective) promises 99.98 %, but *UC-JADE-LINES* availability (objective) (99.9 %) give 99.9 % only
>   · Levels of the same key multiply, times of the same clock add up (of response the longest counts), hours contain the hours above over the next year, and nothing ends or can be given notice sooner.

# The team of the network gives up its part; from the day after, nothing binds it.
wang.fang in #general: /sla agreement OLA-NETWORK
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
wang.fang clicks 终止
> form for wang.fang: 终止
>   *OLA-NETWORK* 信息运维部园区网络支撑
>   最后一天: [2026-06-15]
>   原因: [____]
>   [终止]
wang.fang submits last=2026-06-30 reason="The network goes to the group."
> to wang.fang: 已完成：*OLA-NETWORK* 的最后一天为 6月30日，不再续期。
at 2026-07-01T09:00:00+08:00
wang.fang in #general: /sla check SLA-VEGA-LAB
> only wang.fang: *SLA-VEGA-LAB* 光学实验室邮箱服务：支撑检查
>   :warning: *发现 3 处缺口*
>   • *OLA-NETWORK* 状态：处于“已到期”状态，无法约束其支撑 *SLA-VEGA-LAB* 状态。请用 `/sla agreement new` 签订后续协议，再用 `/sla agreement OLA-NETWORK` 将 SLA-VEGA-LAB 从其支撑的协议中去掉
>   • *UC-SPARE-LINES* 状态：处于“草案”状态，无法约束其支撑 *OLA-NETWORK* 状态。请签署：`/sla sign UC-SPARE-LINES`
>   • *OLA-NETWORK* 可用性 目标值 承诺 99.98 %，而 *UC-JADE-LINES* 可用性 目标值（99.9 %） 合计仅为 99.9 %
>   · 规则：同名指标的比率相乘；同名时限相加（首次响应取最长者）；未来一年内，下层服务时段须涵盖上层时段；下层协议不得先于上层到期或被通知终止。
emily.carter in #general: /sla check SLA-VEGA-LAB
> only emily.carter: *SLA-VEGA-LAB* Mail for the Optics Laboratory: what carries it
>   :warning: *3 gaps*
>   • *OLA-NETWORK* (state): expired, so nothing binds it to carry *SLA-VEGA-LAB* (state). Agree on what comes after it with `/sla agreement new`, then take SLA-VEGA-LAB out of what it carries: `/sla agreement OLA-NETWORK`
>   • *UC-SPARE-LINES* (state): draft, so nothing binds it to carry *OLA-NETWORK* (state). Sign it: `/sla sign UC-SPARE-LINES`
>   • *OLA-NETWORK* availability (objective) promises 99.98 %, but *UC-JADE-LINES* availability (objective) (99.9 %) give 99.9 % only
>   · Levels of the same key multiply, times of the same clock add up (of response the longest counts), hours contain the hours above over the next year, and nothing ends or can be given notice sooner.
