# A source that falls silent is told once, and again when it returns.
at 2026-06-15T09:00:00+08:00
expects probe 4m
expects badge-readers 10m
check
> to zhao.ming: *有 1 处一旦违约将无人可通知*
>   • 全公司的“流程执行负责人”一职空缺
>   · 可用 `/sla assign` 任命，用 `/sla cover` 登记代理。以上情况只提醒一次。

at 2026-06-15T09:04:30+08:00
check
> to liu.yang: *有 1 个数据来源没有消息*
>   • probe：自 09:00 起没有消息，预期间隔为 4 分钟
>   · 恢复之前，它所度量的内容视为未知。此事只提醒一次，恢复时会再告知。

# Said once.
at 2026-06-15T09:08:00+08:00
check

# It measures again; another one has stopped meanwhile.
at 2026-06-15T09:11:00+08:00
measure SLA-ORION-HR availability good=3600 total=3600
check
> to liu.yang: probe 已恢复，此前中断 11 分钟。
>   *有 1 个数据来源没有消息*
>   • badge-readers：自 09:00 起没有消息，预期间隔为 10 分钟
>   · 恢复之前，它所度量的内容视为未知。此事只提醒一次，恢复时会再告知。

# Where nothing was expected, nothing is said.
at 2026-06-15T09:14:00+08:00
check
