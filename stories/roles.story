# Roles are added and merged by the process owner, and nobody is lost on the way.
at 2026-06-15T09:00:00+08:00

# Others are told who may.
marcus.bell in #general: /sla role merge service-level-administrator into service-level-manager
> only marcus.bell: Your roles do not allow this.
>   @zhao.ming (SLM Process Owner) may.
>   [Ask Zhao Ming]

marcus.bell clicks "Ask Zhao Ming"
> only marcus.bell: Sent to @zhao.ming.
> to zhao.ming: @marcus.bell 请您执行 `/sla role merge service-level-administrator into service-level-manager`（您的角色有此权限）。
>   · 可直接输入该命令，也可以忽略。

marcus.bell in #general: /sla role add
> only marcus.bell: Your roles do not allow this.
>   @zhao.ming (SLM Process Owner) may.
>   [Ask Zhao Ming]

# A role of the company's own.
zhao.ming in #general: /sla role add
> form for zhao.ming: 增设角色
>   英文名称: [____]
>   中文名称: [____]
>   标识: [____]
>   角色定位: [____]
>   职责: [____]
>   任职要求: [____]
>   [增设]

zhao.ming submits en="Records Librarian" zh=档案管理员 purpose="Keeps what was promised findable | 让承诺有据可查" does="files each signed agreement | 归档每份签署的协议" asks="细心"
> to zhao.ming: 已增设“档案管理员”。可用 `/sla assign` 任命，用 `/sla role records-librarian` 查看。
>   *职责*
>   `RL-1` 归档每份签署的协议
>   *任职要求*
>   `RL-Q1` 细心

zhao.ming in #general: /sla role add
> form for zhao.ming: 增设角色
>   英文名称: [____]
>   中文名称: [____]
>   标识: [____]
>   角色定位: [____]
>   职责: [____]
>   任职要求: [____]
>   [增设]

zhao.ming submits en="records librarian" zh=档案员 purpose=x does=x
> errors for zhao.ming: en: “records-librarian”已是角色 records-librarian 的名称。

zhao.ming closes form

zhao.ming in #general: /sla role 档案管理员
> only zhao.ming: # 档案管理员
>   让承诺有据可查
>   · 全公司：无人 · `/sla role records-librarian`
>   *职责*
>   `RL-1` 归档每份签署的协议
>   *任职要求*
>   `RL-Q1` 细心

# It can be held.
zhao.ming in #general: /sla assign
> form for zhao.ming: 任命角色
>   角色: [服务级别管理流程主管 | 流程执行负责人 | 服务级别经理 | 服务级别管理员 | 档案管理员]
>   人员: [____]
>   适用范围: [____]
>   方式: [接替现任 | 与现任共同担任 | 作为副职]
>   开始日期: [2026-06-15]
>   最后一天（如有）: [____]
>   [任命]

zhao.ming submits role="服务级别管理流程主管" person=jonas.weber rank=作为副职 from=2026-06-15
> to jonas.weber: @zhao.ming made you SLM Process Owner for the whole organisation, from 15 Jun. `/sla role process-owner` shows what that means.
> to zhao.ming: 约纳斯 自 6月15日 起担任服务级别管理流程主管，适用于全公司。

zhao.ming in #general: /sla assign
> form for zhao.ming: 任命角色
>   角色: [服务级别管理流程主管 | 流程执行负责人 | 服务级别经理 | 服务级别管理员 | 档案管理员]
>   人员: [____]
>   适用范围: [____]
>   方式: [接替现任 | 与现任共同担任 | 作为副职]
>   开始日期: [2026-06-15]
>   最后一天（如有）: [____]
>   [任命]

zhao.ming submits role=档案管理员 person=emily.carter from=2026-06-15
> to emily.carter: @zhao.ming made you Records Librarian for the whole organisation, from 15 Jun. `/sla role records-librarian` shows what that means.
> to zhao.ming: 艾米莉 自 6月15日 起担任档案管理员，适用于全公司。

# Whoever asks is told: by the name of the role, and by what it does.
marcus.bell to Steward: who is the records librarian?
> to marcus.bell: @emily.carter: *Records Librarian*
>   · for the whole organisation, since 15 Jun · confirmed by Zhao Ming, 15 Jun
>   [Message Emily Carter] [Details] [This is wrong]
marcus.bell to Steward: who files the signed agreements?
> to marcus.bell: @emily.carter: *Records Librarian*
>   `RL-1` files each signed agreement
>   · for the whole organisation, since 15 Jun · confirmed by Zhao Ming, 15 Jun
>   [Message Emily Carter] [Details] [This is wrong]
sun.li to Steward: 档案管理员需要具备什么？
> to sun.li: *档案管理员* 的任职要求
>   `RL-Q1` 细心
>   · 全公司：@emily.carter · `/sla role records-librarian`

# A merge is shown before it is done; the deputy of the process owner may do it.
measure SLA-ORION-HR availability good=980 total=1000
> to mei.lin: :red_circle: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   人力资源部猎户薪资服务
>   *开始时间*
>   08:00
>   *度量结果*
>   2026年6月 共 1,000，合格 980
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 09:01 通知 @jonas.weber
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]

jonas.weber in #general: /sla role merge service-level-administrator into service-level-manager
> only jonas.weber: *Service Level Administrator* would become part of *Service Level Manager*. This is what moves:
>   *Holders* (7)
>   • Liu Yang for the whole organisation, since 1 Nov 2024
>   • Anna Kowalska for service POLARIS-LOGIN, since 15 May 2025
>   • Lin Mei for agreement SLA-ORION-HR, since 1 Jan
>   • Jonas Weber, deputy, for agreement SLA-ORION-HR, since 1 Feb
>   • Priya Nair for agreement SLA-ATLAS-SALES, since 1 Apr 2025
>   • Xu Wei for agreement OLA-NETWORK, since 1 Jan 2025
>   • Jonas Weber for agreement UC-NORDLICHT-CLOUD, since 1 Jan 2025
>   *Responsibilities* SA-1, SA-2, SA-3, SA-4, SA-5, SA-6, SA-7
>   *Qualifications* SA-Q1, SA-Q2, SA-Q3
>   *Agreements whose breaches it is told first* OLA-DATABASES, OLA-FIRST-CALL, OLA-NETWORK, SLA-ATLAS-SALES, SLA-DRACO-SALES, SLA-LYRA-PLANT, SLA-ORION-FINANCE, SLA-ORION-HR, SLA-TIME-HR, SLR-DRACO-NIGHT, SLR-PAVO-LAB, UC-JADE-LINES, UC-NORDLICHT-CLOUD, UC-PAYWELL-UPDATES
>   *Breaches told and not answered yet* SLA-ORION-HR (Lin Mei)
>   · Its holders will hold Service Level Manager at the same scope, behind those who do there, with all that it may. Past days are answered as they were, and it can be undone as long as nothing was built on it.
>   [Merge]

# Meanwhile somebody answers: the merge that was shown is not the one it would be.
mei.lin clicks 确认
> edit to mei.lin: :white_check_mark: *SLA-ORION-HR* 可用性 98.0 %，承诺 99.9 %
>   您已于 09:00 确认。
>   [查看依据]

jonas.weber clicks Merge
> only jonas.weber: Something changed since this was shown. Please look again:
>   *Service Level Administrator* would become part of *Service Level Manager*. This is what moves:
>   *Holders* (7)
>   • Liu Yang for the whole organisation, since 1 Nov 2024
>   • Anna Kowalska for service POLARIS-LOGIN, since 15 May 2025
>   • Lin Mei for agreement SLA-ORION-HR, since 1 Jan
>   • Jonas Weber, deputy, for agreement SLA-ORION-HR, since 1 Feb
>   • Priya Nair for agreement SLA-ATLAS-SALES, since 1 Apr 2025
>   • Xu Wei for agreement OLA-NETWORK, since 1 Jan 2025
>   • Jonas Weber for agreement UC-NORDLICHT-CLOUD, since 1 Jan 2025
>   *Responsibilities* SA-1, SA-2, SA-3, SA-4, SA-5, SA-6, SA-7
>   *Qualifications* SA-Q1, SA-Q2, SA-Q3
>   *Agreements whose breaches it is told first* OLA-DATABASES, OLA-FIRST-CALL, OLA-NETWORK, SLA-ATLAS-SALES, SLA-DRACO-SALES, SLA-LYRA-PLANT, SLA-ORION-FINANCE, SLA-ORION-HR, SLA-TIME-HR, SLR-DRACO-NIGHT, SLR-PAVO-LAB, UC-JADE-LINES, UC-NORDLICHT-CLOUD, UC-PAYWELL-UPDATES
>   *Breaches told and not answered yet* none
>   · Its holders will hold Service Level Manager at the same scope, behind those who do there, with all that it may. Past days are answered as they were, and it can be undone as long as nothing was built on it.
>   [Merge]

jonas.weber clicks Merge
> edit only jonas.weber: Done: *Service Level Administrator* is part of *Service Level Manager* from now on. Its holders are told.
>   [Undo]
> to anna.kowalska: @jonas.weber made the role *Service Level Administrator*, which you hold, part of *Service Level Manager*: you hold that now, at the same scope. `/sla role service-level-manager` shows what it means.
> to liu.yang: @jonas.weber 已将您担任的“服务级别管理员”并入“服务级别经理”，您今后在原范围内担任后者。用 `/sla role service-level-manager` 查看职责。
> to mei.lin: @jonas.weber 已将您担任的“服务级别管理员”并入“服务级别经理”，您今后在原范围内担任后者。用 `/sla role service-level-manager` 查看职责。
> to priya.nair: @jonas.weber made the role *Service Level Administrator*, which you hold, part of *Service Level Manager*: you hold that now, at the same scope. `/sla role service-level-manager` shows what it means.
> to xu.wei: @jonas.weber 已将您担任的“服务级别管理员”并入“服务级别经理”，您今后在原范围内担任后者。用 `/sla role service-level-manager` 查看职责。

jonas.weber clicks Merge
> only jonas.weber: That is done already. *Service Level Administrator* became part of *Service Level Manager*: Jonas Weber, 03:00

# From now on the holders answer as what the role has become.
emily.carter in #helpdesk: @Steward who keeps the records of SLA-ORION-HR?
> in thread: *SLA-ORION-HR* Orion payroll for Human Resources
>   @mei.lin: *Service Level Manager*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement SLA-ORION-HR, since 1 Jan · confirmed by the company file, 15 Jun · then @jonas.weber (deputy)
>   [Message Lin Mei] [Details] [Who is next?] [This is wrong]

# And before it as what it was.
emily.carter in #helpdesk: @Steward who was responsible for SLA-ORION-HR on 3 March?
> in thread: On 3 Mar:
>   *SLA-ORION-HR* Orion payroll for Human Resources
>   @wang.fang: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun
>   @mei.lin: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement SLA-ORION-HR, since 1 Jan · confirmed by the company file, 15 Jun · then @jonas.weber (deputy)
>   [Message Wang Fang] [Details] [Who is next?] [This is wrong]

marcus.bell in #general: /sla role service-level-administrator
> only marcus.bell: # Service Level Administrator
>   *Service Level Administrator* became part of *Service Level Manager*: Jonas Weber, 20:00
>   Keeps the catalogue, the agreements' records and the service level data in order, reports on them regularly, and listens to those who use and provide the services.
>   · Whole organisation: @wang.fang · @liu.yang · `/sla role service-level-administrator`
>   *Responsibilities*
>   `SA-1` keeps the service catalogue up to date
>   `SA-2` maintains a fitting structure for service level management
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   `SA-4` records, analyses and compares the service level data
>   `SA-5` makes the regular reports on the service levels
>   `SA-6` surveys which service levels the business departments need
>   `SA-7` collects feedback and opinions from business departments, internal IT departments and external suppliers, analyses and compares them
>   *Qualifications*
>   `SA-Q1` understands the policies and standards of service level management
>   `SA-Q2` understands the structure of service level management
>   `SA-Q3` communicates and negotiates well

zhao.ming in #general: /sla roles
> only zhao.ming: # 服务级别管理的角色
>   *服务级别管理流程主管*
>   对服务级别管理流程整体负责，从全局监督流程，确保全公司遵照执行；并视情况决定角色的增设与合并。
>   · 全公司：您 · @jonas.weber（副职） · `/sla role process-owner`
>   *流程执行负责人*
>   协助流程主管改进流程，并日常监控流程的执行，保证其顺畅运行。
>   · 全公司：无人 · `/sla role process-lead`
>   *服务级别经理*
>   与客户、内部团队和供应商商定服务级别，对照协议评价实际交付情况，并处理出现的问题。
>   · 全公司：@wang.fang · @liu.yang · `/sla role service-level-manager`
>   *档案管理员*
>   让承诺有据可查
>   · 全公司：@emily.carter · `/sla role records-librarian`
>   · “服务级别管理员”已并入“服务级别经理”（约纳斯，09:00）

# As if it had never been.
zhao.ming in #general: /sla role undo
> only zhao.ming: *角色合并*
>   “服务级别管理员”已并入“服务级别经理”（约纳斯，09:00） [撤销]

zhao.ming clicks 撤销
> only zhao.ming: 已撤销：“服务级别管理员”重新成为独立角色，一切恢复到并入“服务级别经理”之前。
> to anna.kowalska: @zhao.ming made *Service Level Administrator*, which you hold, a role of its own again: it is no longer part of *Service Level Manager*.
> to jonas.weber: @zhao.ming made *Service Level Administrator*, which you hold, a role of its own again: it is no longer part of *Service Level Manager*.
> to liu.yang: @zhao.ming 已撤销合并：您担任的“服务级别管理员”重新成为独立角色，不再属于“服务级别经理”。
> to mei.lin: @zhao.ming 已撤销合并：您担任的“服务级别管理员”重新成为独立角色，不再属于“服务级别经理”。
> to priya.nair: @zhao.ming made *Service Level Administrator*, which you hold, a role of its own again: it is no longer part of *Service Level Manager*.
> to xu.wei: @zhao.ming 已撤销合并：您担任的“服务级别管理员”重新成为独立角色，不再属于“服务级别经理”。

emily.carter in #helpdesk: @Steward who keeps the records of SLA-ORION-HR?
> in thread: *SLA-ORION-HR* Orion payroll for Human Resources
>   @mei.lin: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement SLA-ORION-HR, since 1 Jan · confirmed by the company file, 15 Jun · then @jonas.weber (deputy)
>   [Message Lin Mei] [Details] [Who is next?] [This is wrong]

jonas.weber in #general: /sla role undo
> only jonas.weber: No role is merged. `/sla role merge A into B` merges one.

jonas.weber in #general: /sla history merge
> only jonas.weber: *Changes, newest first* · merge
>   • 03:00 Zhao Ming: merge of Service Level Administrator into Service Level Manager: withdrawn
>   • 03:00 Jonas Weber: merge of Service Level Administrator into Service Level Manager: added

# A role that nobody holds is merged without telling anybody.
zhao.ming in #general: /sla role merge process-lead into process-owner
> only zhao.ming: 拟将“流程执行负责人”并入“服务级别管理流程主管”，涉及以下内容：
>   *任职人员*（0）
>   *职责* PL-1, PL-2, PL-3
>   *任职要求* PL-Q1, PL-Q2, PL-Q3, PL-Q4
>   *违约首先通知该角色的协议* 无
>   *已通知但尚未答复的违约* 无
>   · 任职人员将在原范围内担任服务级别管理流程主管（排在该范围原有人员之后），并拥有其全部权限。过往日期仍按当时情况回答；在没有后续变更依赖它之前可以撤销。
>   [合并]
zhao.ming clicks 合并
> edit only zhao.ming: 已完成：“流程执行负责人”自现在起并入“服务级别管理流程主管”。该角色原本无人担任。
>   [撤销]
