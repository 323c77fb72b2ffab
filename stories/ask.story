# The other commands.
at 2026-06-15T09:00:00+08:00

marcus.bell in #general: /sla
> only marcus.bell: I know who is responsible for the company's service promises, bring every breach to the right person, and collect feedback.
>   `/sla who <question>`  who is responsible, in your own words
>   `/sla status [service or agreement]`  how promises stand this month
>   `/sla list [words]`  the agreements
>   `/sla show <agreement>`  one agreement: what is promised, to whom, what carries it
>   `/sla explain <agreement> [target] [2026-06]`  how a figure came about: the calculation, what counted, what did not
>   `/sla exclude [agreement]`  propose time that is not to count, such as maintenance; with a code: which there is
>   `/sla agreement new | [edit] <agreement> | <agreement> 2026-03-31`  write an agreement down, change it, sign it or end it
>   `/sla sign <agreement>`  sign an agreement, after a look at what carries it
>   `/sla check <agreement>`  whether what carries an agreement is enough for what it promises
>   `/sla renewals`  what has to be decided within a year: ends, renewals, last days of notice
>   `/sla calendar [calendar or agreement] [2026-10-01]`  working hours, holidays and make-up days
>   `/sla case <case>`  how one case stands, interval by interval
>   `/sla cases [agreement]`  which cases are due next; of one agreement also which were late
>   `/sla roles`  the roles of the process and who holds them
>   `/sla role <role> | add | merge A into B | undo`  what a role does and asks for; the process owner adds and merges roles
>   `/sla survey <agreement>`  ask everybody concerned how satisfied they are
>   `/sla feedback <agreement>`  what came back, beside what was measured
>   `/sla cover [list]`  enter who is away and who stands in; `/sla cover list` shows yours
>   `/sla assign`  make somebody the holder of a role
>   `/sla history [agreement, service, person or word]`  who changed what, in all or about one thing or person
>   `/sla questions [taught]`  what I could not answer, for those who can teach me
>   · You can also just ask, here, in private or by mentioning me in a channel.

sun.li in #general: /sla help
> only sun.li: 我知道公司每一项服务承诺由谁负责，出现违约时立即通知到责任人，并收集满意度反馈。
>   `/sla who <问题>`  谁负责，用您自己的话问
>   `/sla status [服务或协议]`  本月各项承诺的达成情况
>   `/sla list [关键词]`  列出协议
>   `/sla show <协议>`  查看一份协议：承诺内容、相关方与支撑关系
>   `/sla explain <协议> [指标] [2026-06]`  数字的来历：计算过程、计入与未计入的数据
>   `/sla exclude [协议]`  提议不计入考核的时段（如维护）；加编号可查看已有的
>   `/sla agreement new | [edit] <协议> | <协议> 2026-03-31`  拟定、修改、签署或终止协议
>   `/sla sign <协议>`  检查支撑关系后签署协议
>   `/sla check <协议>`  检查下层协议能否支撑本协议的承诺
>   `/sla renewals`  一年内须决定的事项：到期、续期与最后通知日
>   `/sla calendar [日历或协议] [2026-10-01]`  工作时间、节假日与调休
>   `/sla case <工单号>`  查看某个工单的计时明细
>   `/sla cases [协议]`  即将到期的工单；指定协议时还列出超时工单
>   `/sla roles`  流程角色及现任人员
>   `/sla role <角色> | add | merge A into B | undo`  某个角色的职责与任职要求；流程主管可增设、合并角色
>   `/sla survey <协议>`  发起一轮满意度调查
>   `/sla feedback <协议>`  查看反馈，并与度量结果对照
>   `/sla cover [list]`  登记缺勤与代理；`/sla cover list` 查看已登记的
>   `/sla assign`  任命某人担任某个角色
>   `/sla history [协议、服务、人员或关键词]`  查看变更记录，可只看某个对象或某个人
>   `/sla questions [taught]`  我未能回答的问题（供管理员处理）
>   · 您也可以直接提问：在这里、私信，或在频道里 @ 我。

marcus.bell in #general: /sla roles
> only marcus.bell: # Roles of service level management
>   *SLM Process Owner*
>   Owns the service level management process as a whole, watches it from above and makes sure that the whole company follows it; decides when roles are added or merged.
>   · Whole organisation: @zhao.ming · `/sla role process-owner`
>   *SLM Process Execution Lead*
>   Helps the process owner to improve the process and follows its execution day by day, so that it runs smoothly.
>   · Whole organisation: nobody · `/sla role process-lead`
>   *Service Level Manager*
>   Agrees with customers, internal teams and suppliers which service levels are promised, compares what is delivered with what was agreed, and takes care of what goes wrong.
>   · Whole organisation: @wang.fang · `/sla role service-level-manager`
>   *Service Level Administrator*
>   Keeps the catalogue, the agreements' records and the service level data in order, reports on them regularly, and listens to those who use and provide the services.
>   · Whole organisation: @liu.yang · `/sla role service-level-administrator`

sun.li in #general: /sla role 服务级别经理
> only sun.li: # 服务级别经理
>   与客户、内部团队和供应商商定服务级别，对照协议评价实际交付情况，并处理出现的问题。
>   · 全公司：@wang.fang · `/sla role service-level-manager`
>   *职责*
>   `SM-1` 识别并组织梳理对服务级别管理流程的要求
>   `SM-2` 建立并维护当前可向客户提供的服务目录
>   `SM-3` 主导建立 SLA 体系结构
>   `SM-4` 确定服务级别需求（SLR）；与客户协商并签订 SLA，与内部团队协商并签订 OLA，与供应商协商并签订 UC
>   `SM-5` 分析实际达到的服务级别，并与 SLA 中约定的级别进行比较
>   `SM-6` 组织并召开定期的服务评审会议
>   `SM-7` 处理流程中出现的问题，无法解决的及时上报流程主管
>   `SM-8` 制定流程的关键绩效指标（KPI）；编写培训计划和培训材料
>   *任职要求*
>   `SM-Q1` 了解公司的 IT 架构和 IT 服务管理理念
>   `SM-Q2` 有流程设计经验，会使用流程图工具绘制流程
>   `SM-Q3` 具备良好的团队合作和跨部门协作能力
>   `SM-Q4` 具备良好的决策和判断能力
>   `SM-Q5` 分析和解决问题的能力强：能发现执行中的问题并提出改进建议

marcus.bell in #general: /sla role service-level-administrator
> only marcus.bell: # Service Level Administrator
>   Keeps the catalogue, the agreements' records and the service level data in order, reports on them regularly, and listens to those who use and provide the services.
>   · Whole organisation: @liu.yang · `/sla role service-level-administrator`
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

marcus.bell in #general: /sla list CRM
> only marcus.bell: # 4 agreements
>   *OLA-DATABASES* Databases for the business applications
>         IT Operations → Business Applications
>   *OLA-FIRST-CALL* First answers by the Service Desk
>         Service Desk → Business Applications
>   *SLA-ATLAS-SALES* Customer file for Sales
>         Business Applications → Sales
>   *UC-NORDLICHT-CLOUD* Servers in the cloud by Nordlicht
>         Nordlicht Cloud → IT Operations

measure SLA-ATLAS-SALES availability good=999 total=1000
marcus.bell in #general: /sla status
> only marcus.bell: *Your agreements this month*
>   :white_circle: 4 unknown  :large_green_circle: 1 kept
>   *SLA-ATLAS-SALES* Customer file for Sales
>   :white_circle: *unknown* · searches under 2 s: nothing measured in June 2026, agreed 95.0 %
>   :large_green_circle: *kept* · availability 99.9 %, agreed 99.8 % · June 2026, measured < 1 % of it
>         too little measured to look ahead · last measured 20:00
>   · @chen.hao (covers for @priya.nair until 19 Jun, annual leave): Service Level Administrator
>   *SLA-DRACO-SALES* Web shop for Sales
>   :white_circle: *unknown* · availability: nothing measured in June 2026, agreed 99.95 %
>   :white_circle: *unknown* · orders accepted: nothing measured in June 2026, agreed 99.7 %
>   · @anna.kowalska: Service Level Administrator
>   *SLR-DRACO-NIGHT* Web shop by night for Sales
>   :white_circle: *unknown* · availability by night: nothing measured in June 2026, agreed 99.0 %
>         not in force now: from 14 Aug, no end agreed
>   · @liu.yang: Service Level Administrator

marcus.bell in #general: /sla status ORION-PAYROLL
> only marcus.bell: *ORION-PAYROLL* Orion payroll
>   :white_circle: 6 unknown
>   *OLA-DATABASES* Databases for the business applications
>   :white_circle: *unknown* · availability: nothing measured in June 2026, agreed 99.95 %
>   :white_circle: *unknown* · backups that could be restored: nothing measured in June 2026, agreed 100.0 %
>   · @liu.yang: Service Level Administrator
>   *SLA-ORION-FINANCE* Payroll postings for Finance
>   :white_circle: *unknown* · postings on time: nothing measured in June 2026, agreed 99.0 %
>   · @liu.yang: Service Level Administrator
>   *SLA-ORION-HR* Orion payroll for Human Resources
>   :white_circle: *unknown* · availability: nothing measured in June 2026, agreed 99.9 %
>   :white_circle: *unknown* · payslips on time: nothing measured in June 2026, agreed 99.5 %
>   · @mei.lin: Service Level Administrator
>   *UC-PAYWELL-UPDATES* Tax tables by Paywell
>   :white_circle: *unknown* · updates on time: nothing measured in June 2026, agreed 100.0 %
>   · @liu.yang: Service Level Administrator

marcus.bell in #general: /sla status zeppelin
> only marcus.bell: I know no agreement or service called “zeppelin”.
>   Try `/sla list`

sun.li in #general: /sla show SLA-ORION-HR
> only sun.li: *SLA-ORION-HR* 人力资源部猎户薪资服务
>   *状态* 生效中 · 自 6月15日 起内容未变（story） · 11月2日 到期，不会自动续期
>   *类型*
>   服务级别协议（SLA），第 1 版
>   *承诺方 → 对象*
>   信息运维部 → 人力资源部
>   *服务*
>   猎户薪资
>   *有效期*
>   1月1日 至 11月2日（Asia/Shanghai）
>   *承诺与本月达成情况*
>   :white_circle: *未知* · 可用性：2026年6月尚无度量数据，承诺 99.9 %
>   :white_circle: *未知* · 工资条准时率：2026年6月尚无度量数据，承诺 99.5 %
>   *支撑关系*
>   • 下层：*OLA-DATABASES* 应用系统数据库支撑（信息运维部）
>   • 下层：*UC-PAYWELL-UPDATES* 佩维税表更新支撑合同（佩维软件）
>   若无人应答，我会依次通知：
>   1. @mei.lin：服务级别管理员
>   2. @jonas.weber（副职）：服务级别管理员
>   3. @wang.fang：服务级别经理
>   4. 无人：流程执行负责人
>   5. @zhao.ming：服务级别管理流程主管

marcus.bell in #general: /sla show UC-PAYWELL-UPDATES
> only marcus.bell: *UC-PAYWELL-UPDATES* Tax tables by Paywell
>   *State* in force · as it is since 15 Jun, by story
>   *Kind*
>   Underpinning contract (UC), version 1
>   *Who promises whom*
>   Paywell Software → Business Applications
>   *Services*
>   Orion payroll
>   *In force*
>   from 1 Dec 2025, no end agreed (Asia/Shanghai)
>   *Promised, and delivered this month*
>   :white_circle: *unknown* · updates on time: nothing measured in June 2026, agreed 100.0 %
>   *What rests on what*
>   • carries *SLA-ORION-HR* Orion payroll for Human Resources
>   If nobody answers, I tell one after the other:
>   1. @liu.yang: Service Level Administrator
>   2. @wang.fang: Service Level Manager
>   3. nobody: SLM Process Execution Lead
>   4. @zhao.ming: SLM Process Owner

marcus.bell in #general: /sla role pope
> only marcus.bell: I know no role called “pope”.
>   Try `/sla roles`

klara.lindqvist opens home
> home of klara.lindqvist: # What is mine
>   *Breaches that wait for an answer: 0*
>   ---
>   *Surveys to answer: 0*
>   ---
>   You hold no role at present.
>   · Ask me under Messages, or by mentioning me in a channel. `/sla help` shows what else I can do.
