# Where nobody can be reached is told to the process owner, once.
at 2026-06-15T22:00:00+08:00
check
> to zhao.ming: *有 1 处一旦违约将无人可通知*
>   • 全公司的“流程执行负责人”一职空缺
>   · 可用 `/sla assign` 任命，用 `/sla cover` 登记代理。以上情况只提醒一次。

# Said once.
check

# Somebody leaves: only that is new.
leaves xu.wei
check
> to zhao.ming: *有 1 处一旦违约将无人可通知*
>   • 服务级别管理员，适用于协议 OLA-NETWORK：徐伟 已离职
>   · 可用 `/sla assign` 任命，用 `/sla cover` 登记代理。以上情况只提醒一次。

# A closed gap that opens again is told again.
zhao.ming in #general: /sla assign
> form for zhao.ming: 任命角色
>   角色: [服务级别管理流程主管 | 流程执行负责人 | 服务级别经理 | 服务级别管理员]
>   人员: [____]
>   适用范围: [____]
>   方式: [接替现任 | 与现任共同担任 | 作为副职]
>   开始日期: [2026-06-15]
>   最后一天（如有）: [____]
>   [任命]
zhao.ming submits role="流程执行负责人" person=grace.hopkins from=2026-06-15
> to grace.hopkins: @zhao.ming made you SLM Process Execution Lead for the whole organisation, from 15 Jun. `/sla role process-lead` shows what that means.
> to zhao.ming: 格蕾丝 自 6月15日 起担任流程执行负责人，适用于全公司。
check
leaves grace.hopkins
check
> to zhao.ming: *有 2 处一旦违约将无人可通知*
>   • 服务级别经理，适用于服务 DRACO-SHOP：格蕾丝 已离职
>   • 流程执行负责人，适用于全公司：格蕾丝 已离职
>   · 可用 `/sla assign` 任命，用 `/sla cover` 登记代理。以上情况只提醒一次。

# A cover that ends is told on its last day, once.
at 2026-06-19T09:00:00+08:00
check
> to zhao.ming: *有 1 项代理将在一天内结束*
>   • 陈浩 代理 普丽娅，至 6月19日 为止，之后恢复通知 普丽娅
>   · 可用 `/sla assign` 任命，用 `/sla cover` 登记代理。以上情况只提醒一次。
after 1h
check
at 2026-06-20T09:00:00+08:00
check
