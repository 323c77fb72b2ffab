# Who holds what, entered in Slack: covers, assignments, and the record of both.
at 2026-06-15T09:00:00+08:00

# Mei goes on leave and names who stands in.
mei.lin in #general: /sla cover
> form for mei.lin: 缺勤与代理
>   谁缺勤？: [____]
>   由谁代理？: [____]
>   开始日期: [2026-06-15]
>   最后一天: [2026-06-15]
>   原因: [____]
>   [登记]

mei.lin submits by=xu.wei from=2026-06-16 to=2026-06-18 reason="annual leave"
> to mei.lin: 已登记：徐伟 代理 林梅，6月16日 至 6月18日，annual leave
> to xu.wei: @mei.lin 登记由您代理 林梅，自 6月16日 至 6月18日。期间原应通知 林梅 的违约将通知您。

mei.lin in #general: /sla cover list
> only mei.lin: *与您有关的代理*
>   徐伟 代理 林梅，6月16日 至 6月18日，annual leave [撤销]

# Today nobody has to stand in; that somebody will is said, too.
emily.carter in #general: /sla who covers Lin Mei?
> only emily.carter: Lin Mei is not entered as absent, so nobody covers. Entered for later: Xu Wei for Lin Mei, 16 Jun until 18 Jun, annual leave
sun.li in #general: /sla who 林梅谁代理？
> only sun.li: 林梅 没有缺勤登记，因此无人代理。后续登记：徐伟 代理 林梅，6月16日 至 6月18日，annual leave

# Tomorrow her breaches go to Xu Wei.
at 2026-06-16T10:00:00+08:00
measure SLA-ORION-HR availability good=980 total=1000
> to xu.wei: :red_circle: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   09:00
>   *度量结果*
>   2026年6月 共 1,000，合格 980
>   *您的身份*
>   服务级别管理员（代理 林梅）
>   *若无人应答*
>   将于 10:01 通知 @jonas.weber
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]

# Nobody enters an absence for others unless the role allows it.
emily.carter in #general: /sla cover
> form for emily.carter: Away and covered
>   Who is away?: [____]
>   Who stands in?: [____]
>   From: [2026-06-15]
>   Last day: [2026-06-15]
>   Reason: [____]
>   [Enter]

emily.carter submits absent=mei.lin from=2026-06-20 to=2026-06-21
> errors for emily.carter: absent: Your roles do not allow this.
>   Zhao Ming (SLM Process Owner) may.

# The process owner fills the vacant role.
emily.carter in #general: /sla who is any role vacant?
> only emily.carter: nobody: *SLM Process Execution Lead*
>   · The role SLM Process Execution Lead is vacant. The process owner can fill it. · @zhao.ming can be reached: SLM Process Owner
>   [Details] [This is wrong]
zhao.ming in #general: /sla assign
> form for zhao.ming: 任命角色
>   角色: [服务级别管理流程主管 | 流程执行负责人 | 服务级别经理 | 服务级别管理员]
>   人员: [____]
>   适用范围: [____]
>   方式: [接替现任 | 与现任共同担任 | 作为副职]
>   开始日期: [2026-06-16]
>   最后一天（如有）: [____]
>   [任命]

zhao.ming submits role="流程执行负责人" person=grace.hopkins from=2026-06-16
> to grace.hopkins: @zhao.ming made you SLM Process Execution Lead for the whole organisation, from 16 Jun. `/sla role process-lead` shows what that means.
> to zhao.ming: 格蕾丝 自 6月16日 起担任流程执行负责人，适用于全公司。

emily.carter in #general: /sla who is any role vacant?
> only emily.carter: No role is vacant: each has a holder for the whole organisation. `/sla roles` shows them.
sun.li in #general: /sla who 现在有哪个角色空缺？
> only sun.li: 没有空缺的角色：各角色在全公司范围内均有人担任。可用 `/sla roles` 查看。

emily.carter in #general: /sla who is the process execution lead?
> only emily.carter: @grace.hopkins: *SLM Process Execution Lead*
>   · for the whole organisation, since 16 Jun · confirmed by Zhao Ming, 16 Jun
>   [Message Grace Hopkins] [Details] [This is wrong]

# The past stays as it was: nobody is made to have held a role in place of those who did.
zhao.ming in #general: /sla assign
> form for zhao.ming: 任命角色
>   角色: [服务级别管理流程主管 | 流程执行负责人 | 服务级别经理 | 服务级别管理员]
>   人员: [____]
>   适用范围: [____]
>   方式: [接替现任 | 与现任共同担任 | 作为副职]
>   开始日期: [2026-06-16]
>   最后一天（如有）: [____]
>   [任命]

zhao.ming submits role="服务级别经理" person=emily.carter from=2026-03-01
> errors for zhao.ming: from: 当时由王芳任职，过往记录不作改动。请选择今天或之后的日期。
# What is wrong is said where it was typed.
zhao.ming submits role="服务级别经理" person=emily.carter scope="no such thing"
> errors for zhao.ming: scope: 没有找到名为“no such thing”的协议或服务。
>   可以试试 /sla list
zhao.ming submits role="服务级别经理" person=emily.carter scope="" from=2026-06-20 to=2026-06-19
> errors for zhao.ming: to: 最后一天早于开始日期。
zhao.ming closes form

emily.carter in #general: /sla who was the service level manager on 3 March?
> only emily.carter: On 3 Mar:
>   @wang.fang: *Service Level Manager*
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun
>   [Message Wang Fang] [Details] [This is wrong]

# Others may not.
emily.carter in #general: /sla assign
> form for emily.carter: Assign a role
>   Role: [SLM Process Owner | SLM Process Execution Lead | Service Level Manager | Service Level Administrator]
>   Person: [____]
>   Where: [____]
>   How: [In place of the present holder | Besides the present holder | As deputy]
>   From: [2026-06-16]
>   Last day, if it ends: [____]
>   [Assign]

emily.carter submits role="Service Level Manager" person=emily.carter scope=SLA-ORION-HR
> errors for emily.carter: role: Your roles do not allow this.
>   Grace Hopkins (SLM Process Execution Lead) may.

# Every change is on record.
emily.carter in #general: /sla history assignment
> only emily.carter: *Changes, newest first* · assignment
>   • 22:00 Zhao Ming: Grace Hopkins as SLM Process Execution Lead for the whole organisation: added
>   • 14 Jun 21:00 story: Jonas Weber as Service Level Administrator for agreement UC-NORDLICHT-CLOUD: added
>   • 14 Jun 21:00 story: Xu Wei as Service Level Administrator for agreement OLA-NETWORK: added
>   • 14 Jun 21:00 story: Rahul Iyer as Service Level Manager for agreement SLA-ATLAS-SALES: added
>   • 14 Jun 21:00 story: Priya Nair as Service Level Administrator for agreement SLA-ATLAS-SALES: added
>   • 14 Jun 21:00 story: Jonas Weber as Service Level Administrator for agreement SLA-ORION-HR: added
>   • 14 Jun 21:00 story: Lin Mei as Service Level Administrator for agreement SLA-ORION-HR: added
>   • 14 Jun 21:00 story: Gao Peng as Service Level Administrator for agreement SLA-ORION-HR: added
>   • 14 Jun 21:00 story: Anna Kowalska as Service Level Administrator for service POLARIS-LOGIN: added
>   • 14 Jun 21:00 story: Grace Hopkins as Service Level Manager for service DRACO-SHOP: added
>   • 14 Jun 21:00 story: Liu Yang as Service Level Administrator for the whole organisation: added
>   • 14 Jun 21:00 story: Wang Fang as Service Level Manager for the whole organisation: added
>   • 14 Jun 21:00 story: Ingrid Solberg as SLM Process Execution Lead for the whole organisation: added
>   • 14 Jun 21:00 story: Zhao Ming as SLM Process Owner for the whole organisation: added

# Back earlier.
mei.lin in #general: /sla cover list
> only mei.lin: *与您有关的代理*
>   徐伟 代理 林梅，6月16日 至 6月18日，annual leave [撤销]

mei.lin clicks 撤销
> only mei.lin: 已撤销，林梅 不再登记为缺勤。

# What the form asks is not typed behind the command.
mei.lin in #general: /sla cover xu wei
> only mei.lin: 此命令后面不用再写内容，打开的表单会逐项询问。
>   可以试试 `/sla cover`
zhao.ming in #general: /sla assign xu wei
> only zhao.ming: 此命令后面不用再写内容，打开的表单会逐项询问。
>   可以试试 `/sla assign`

# What somebody says in Slack of the moment stands beside the name, and formats
# nothing. Guests do not see it.
says wang.fang "On *holiday* <!channel>"
emily.carter in #general: /sla who signs SLA-ORION-HR
> only emily.carter: *SLA-ORION-HR* Orion payroll for Human Resources
>   @wang.fang: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun · in Slack: “On ∗holiday∗ <!channel>”
>   [Message Wang Fang] [Details] [Who is next?] [This is wrong]
klara.lindqvist in #general: /sla who is the service level manager
> only klara.lindqvist: @wang.fang: *Service Level Manager*
>   · for the whole organisation, since 1 Jan 2025
>   [Message Wang Fang] [Details] [This is wrong]
says wang.fang ""
emily.carter in #general: /sla who signs SLA-ORION-HR
> only emily.carter: *SLA-ORION-HR* Orion payroll for Human Resources
>   @wang.fang: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun
>   [Message Wang Fang] [Details] [Who is next?] [This is wrong]
