# What Steward does not know it keeps, and can be taught.
at 2026-06-15T09:00:00+08:00

marcus.bell to Steward: who handles Moneybags?
> to marcus.bell: I don't know that. I can tell who is responsible for an agreement, a service or an activity of service level management. `/sla list` shows the agreements, `/sla roles` the roles.
>   I keep the question for the service level administrator.

# The list is for those who can teach.
marcus.bell in #general: /sla questions
> only marcus.bell: Your roles do not allow this.
>   @liu.yang (Service Level Administrator) may.

liu.yang in #general: /sla questions
> only liu.yang: *1 个问题待处理*
>   @marcus.bell 于 09:00 提问：
>   “who handles Moneybags?”
>   [添加别名] [已处理]

liu.yang clicks 添加别名
> form for liu.yang: 添加别名
>   今后大家用这个叫法时，我会知道指的是哪项服务。
>   大家的叫法: [____]
>   所指的服务: [____]
>   [添加]

liu.yang submits alias=Moneybags service=ORION-PAYROLL
> to liu.yang: 今后“Moneybags”即 ORION-PAYROLL。

# Learned.
marcus.bell to Steward: who handles Moneybags?
> to marcus.bell: *ORION-PAYROLL* Orion payroll
>   @wang.fang: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun
>   @liu.yang: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for the whole organisation, since 1 Nov 2024 · confirmed by the company file, 15 Jun
>   [Message Wang Fang] [Details] [This is wrong]

# An answer that is wrong is kept, too.
marcus.bell clicks "This is wrong"
> only marcus.bell: Thank you. The service level administrator will look at it.

liu.yang in #general: /sla questions
> only liu.yang: *1 个问题待处理*
>   @marcus.bell 于 09:00 指出以下问题的答案有误：
>   “who handles Moneybags?”
>   [添加别名] [已处理]

liu.yang clicks 已处理
> only liu.yang: 已处理。

# The rest of the ladder, on demand.
emily.carter to Steward: who handles SLA-ORION-HR?
> to emily.carter: *SLA-ORION-HR* Orion payroll for Human Resources
>   @wang.fang: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun
>   @mei.lin: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement SLA-ORION-HR, since 1 Jan · confirmed by the company file, 15 Jun · then @jonas.weber (deputy)
>   [Message Wang Fang] [Details] [Who is next?] [This is wrong]

emily.carter clicks "Who is next?"
> only emily.carter: If nobody answers, I tell one after the other:
>   1. @mei.lin: Service Level Administrator
>   2. @jonas.weber (deputy): Service Level Administrator
>   3. @wang.fang: Service Level Manager
>   4. nobody: SLM Process Execution Lead
>   5. @zhao.ming: SLM Process Owner
