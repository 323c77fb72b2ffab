# What an answer stands on: since when, confirmed by whom, and whether the holder can be reached.
at 2026-06-15T09:00:00+08:00

# Nobody holds the role: who can be reached instead is said.
emily.carter in #general: /sla who is the process execution lead?
> only emily.carter: nobody: *SLM Process Execution Lead*
>   · The role SLM Process Execution Lead is vacant. The process owner can fill it. · @zhao.ming can be reached: SLM Process Owner
>   [Details] [This is wrong]

# The company file names somebody who has no account in Slack.
file olga.petrova@orion.example process-lead
emily.carter in #general: /sla who is the process execution lead?
> only emily.carter: Olga Petrova: *SLM Process Execution Lead*
>   · for the whole organisation, since 15 Jun · confirmed by the company file, 15 Jun · :warning: Olga Petrova has no Slack account that I know · @zhao.ming can be reached: SLM Process Owner
>   [Details] [This is wrong]

sun.li in #general: /sla who 流程执行负责人是谁？
> only sun.li: 奥尔加：*流程执行负责人*
>   · 适用于全公司，自 6月15日 起 · 6月15日 由公司文件确认 · :warning: 奥尔加 没有已知的 Slack 账号 · 可联系 @zhao.ming：服务级别管理流程主管
>   [查看详情] [答案有误]

# The process owner makes somebody the deputy.
at 2026-06-16T10:00:00+08:00
zhao.ming in #general: /sla assign
> form for zhao.ming: 任命角色
>   角色: [服务级别管理流程主管 | 流程执行负责人 | 服务级别经理 | 服务级别管理员]
>   人员: [____]
>   适用范围: [____]
>   方式: [接替现任 | 与现任共同担任 | 作为副职]
>   开始日期: [2026-06-16]
>   最后一天（如有）: [____]
>   [任命]
zhao.ming submits role="流程执行负责人" person=grace.hopkins rank="作为副职" from=2026-06-16
> to grace.hopkins: @zhao.ming made you SLM Process Execution Lead for the whole organisation, from 16 Jun. `/sla role process-lead` shows what that means.
> to zhao.ming: 格蕾丝 自 6月16日 起担任流程执行负责人，适用于全公司。

emily.carter to Steward: who is the process execution lead?
> to emily.carter: Olga Petrova: *SLM Process Execution Lead*
>   · for the whole organisation, since 15 Jun · confirmed by the company file, 15 Jun · :warning: Olga Petrova has no Slack account that I know · @grace.hopkins (deputy) can be reached: SLM Process Execution Lead
>   [Details] [This is wrong]

# All that the answer rests on, on demand.
emily.carter clicks Details
> only emily.carter: *SLM Process Execution Lead*
>   Helps the process owner to improve the process and follows its execution day by day, so that it runs smoothly.
>   1. Olga Petrova · for the whole organisation, since 15 Jun · confirmed by the company file, 15 Jun · :warning: Olga Petrova has no Slack account that I know
>   2. @grace.hopkins (deputy) · for the whole organisation, since 16 Jun · confirmed by Zhao Ming, 16 Jun

sun.li to Steward: 谁推动流程的持续改进？
> to sun.li: @zhao.ming：*服务级别管理流程主管*
>   `PO-3` 确保流程得到持续改进
>   · 适用于全公司，自 2024年3月1日 起 · 6月15日 由公司文件确认
>   [联系赵明] [查看详情] [答案有误]
sun.li clicks 查看详情
> only sun.li: *服务级别管理流程主管*
>   对服务级别管理流程整体负责，从全局监督流程，确保全公司遵照执行；并视情况决定角色的增设与合并。
>   `PO-3` 确保流程得到持续改进
>   1. @zhao.ming · 适用于全公司，自 2024年3月1日 起 · 6月15日 由公司文件确认

# Wherever she is named it is said.
emily.carter to Steward: who is next if nobody answers for SLA-ORION-HR?
> to emily.carter: @jonas.weber (deputy) is next: *Service Level Administrator*
>   If nobody answers, I tell one after the other:
>   1. @mei.lin: Service Level Administrator
>   2. @jonas.weber (deputy): Service Level Administrator
>   3. @wang.fang: Service Level Manager
>   4. Olga Petrova: SLM Process Execution Lead · :warning: Olga Petrova has no Slack account that I know
>   5. @grace.hopkins (deputy): SLM Process Execution Lead
>   6. @zhao.ming: SLM Process Owner
sun.li to Steward: 奥尔加负责什么？
> to sun.li: *奥尔加* 担任：
>   • 流程执行负责人，适用于全公司，自 6月15日 起
>   · :warning: 奥尔加 没有已知的 Slack 账号

# The holder leaves.
leaves mei.lin
emily.carter to Steward: who maintains the records of SLA-ORION-HR?
> to emily.carter: *SLA-ORION-HR* Orion payroll for Human Resources
>   @jonas.weber (deputy): *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement SLA-ORION-HR, since 1 Feb · confirmed by the company file, 15 Jun · Lin Mei has left
>   [Message Jonas Weber] [Details] [Who is next?] [This is wrong]
emily.carter clicks Details
> only emily.carter: *SLA-ORION-HR* Orion payroll for Human Resources
>   *Service Level Administrator*
>   Keeps the catalogue, the agreements' records and the service level data in order, reports on them regularly, and listens to those who use and provide the services.
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   1. nobody (Lin Mei has left) · for agreement SLA-ORION-HR, since 1 Jan · confirmed by the company file, 15 Jun
>   2. @jonas.weber (deputy) · for agreement SLA-ORION-HR, since 1 Feb · confirmed by the company file, 15 Jun

# A question about a day past is asked back, and the details are of that day.
emily.carter to Steward: who maintained the records of SLA-ORION-HR on 3 March?
> to emily.carter: On 3 Mar:
>   *SLA-ORION-HR* Orion payroll for Human Resources
>   @mei.lin: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement SLA-ORION-HR, since 1 Jan · confirmed by the company file, 15 Jun · then @jonas.weber (deputy)
>   [Details] [Who is next?] [This is wrong]
emily.carter clicks Details
> only emily.carter: On 3 Mar:
>   *SLA-ORION-HR* Orion payroll for Human Resources
>   *Service Level Administrator*
>   Keeps the catalogue, the agreements' records and the service level data in order, reports on them regularly, and listens to those who use and provide the services.
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   1. @mei.lin · for agreement SLA-ORION-HR, since 1 Jan · confirmed by the company file, 15 Jun
>   2. @jonas.weber (deputy) · for agreement SLA-ORION-HR, since 1 Feb · confirmed by the company file, 15 Jun
