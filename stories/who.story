# Who is responsible: in a channel, in private, by command, in English and in Chinese.
at 2026-06-15T09:00:00+08:00

# In a channel, answered in the thread, in the language of the question.
emily.carter in #helpdesk: @Steward who handles the Orion payroll SLA?
> in thread: *SLA-ORION-HR* Orion payroll for Human Resources
>   @wang.fang: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun
>   @mei.lin: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement SLA-ORION-HR, since 1 Jan · confirmed by the company file, 15 Jun · then @jonas.weber (deputy)
>   [Message Wang Fang] [Details] [Who is next?] [This is wrong]

emily.carter in #helpdesk: @Steward 谁负责签订 OLA？
> in thread: @wang.fang：*服务级别经理*
>   `SM-4` 确定服务级别需求（SLR）；与客户协商并签订 SLA，与内部团队协商并签订 OLA，与供应商协商并签订 UC
>   · 适用于全公司，自 2025年1月1日 起 · 6月15日 由公司文件确认
>   [联系王芳] [查看详情] [答案有误]

# In private.
sun.li to Steward: 谁维护服务目录？
> to sun.li: @wang.fang：*服务级别经理*
>   `SM-2` 建立并维护当前可向客户提供的服务目录
>   · 适用于全公司，自 2025年1月1日 起 · 6月15日 由公司文件确认
>   @liu.yang：*服务级别管理员*
>   `SA-1` 日常维护服务目录
>   · 适用于全公司，自 2024年11月1日 起 · 6月15日 由公司文件确认
>   [联系王芳] [查看详情] [答案有误]

# By command: only the asker sees the answer. The holder is on leave, and a cover stands in.
marcus.bell in #general: /sla who maintains the records of SLA-ATLAS-SALES?
> only marcus.bell: *SLA-ATLAS-SALES* Customer file for Sales
>   @chen.hao (covers for @priya.nair until 19 Jun, annual leave): *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement SLA-ATLAS-SALES, since 1 Apr 2025 · confirmed by the company file, 15 Jun
>   [Message Chen Hao] [Details] [Who is next?] [This is wrong]

# A role that nobody holds.
marcus.bell in #general: /sla who is the process execution lead?
> only marcus.bell: nobody: *SLM Process Execution Lead*
>   · The role SLM Process Execution Lead is vacant. The process owner can fill it. · @zhao.ming can be reached: SLM Process Owner
>   [Details] [This is wrong]

# Not knowing is said.
marcus.bell in #general: /sla who handles the Zeppelin SLA?
> only marcus.bell: I don't know that. I can tell who is responsible for an agreement, a service or an activity of service level management. `/sla list` shows the agreements, `/sla roles` the roles.
>   I keep the question for the service level administrator.

marcus.bell to Steward: what is for lunch?
> to marcus.bell: I don't know that. I can tell who is responsible for an agreement, a service or an activity of service level management. `/sla list` shows the agreements, `/sla roles` the roles.
>   I keep the question for the service level administrator.

# Who covers, who is next, what somebody does.
marcus.bell to Steward: who covers Priya Nair?
> to marcus.bell: @chen.hao (covers for Priya Nair until 19 Jun, annual leave)

marcus.bell to Steward: who is next if nobody answers for SLA-ORION-HR?
> to marcus.bell: @jonas.weber (deputy) is next: *Service Level Administrator*
>   If nobody answers, I tell one after the other:
>   1. @mei.lin: Service Level Administrator
>   2. @jonas.weber (deputy): Service Level Administrator
>   3. @wang.fang: Service Level Manager
>   4. nobody: SLM Process Execution Lead
>   5. @zhao.ming: SLM Process Owner

marcus.bell to Steward: what is Wang Fang responsible for?
> to marcus.bell: *Wang Fang* is responsible as
>   • Service Level Manager for the whole organisation, since 1 Jan 2025

# Several things fit: Steward asks back.
arjun.mehta to Steward: who handles the sign-on agreement?
> to arjun.mehta: Which one do you mean?
>   [SLA-DRACO-SALES Web shop for Sales] [SLA-VEGA-LAB Mail for the Optics Laboratory] [OLA-NETWORK Campus network for IT Operations] [UC-NORDLICHT-CLOUD Servers in the cloud by Nordlicht]
