# What "it" means: in a thread, in a channel that is named after a service, in private.
at 2026-06-15T09:00:00+08:00

emily.carter in #helpdesk: @Steward who handles SLA-ORION-HR?
> in thread: *SLA-ORION-HR* Orion payroll for Human Resources
>   @wang.fang: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun
>   @mei.lin: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement SLA-ORION-HR, since 1 Jan · confirmed by the company file, 15 Jun · then @jonas.weber (deputy)
>   [Message Wang Fang] [Details] [Who is next?] [This is wrong]

jonas.weber in thread: @Steward and who signs it?
> in thread: *SLA-ORION-HR* Orion payroll for Human Resources
>   @wang.fang: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun
>   [Message Wang Fang] [Details] [Who is next?] [This is wrong]

# The channel is named after the service.
sun.li in #orion-payroll: @Steward 谁负责？
> in thread: *ORION-PAYROLL* 猎户薪资
>   @wang.fang：*服务级别经理*
>   `SM-4` 确定服务级别需求（SLR）；与客户协商并签订 SLA，与内部团队协商并签订 OLA，与供应商协商并签订 UC
>   · 适用于全公司，自 2025年1月1日 起 · 6月15日 由公司文件确认
>   @liu.yang：*服务级别管理员*
>   `SA-3` 维护 OLA、UC 和 SLA 的记录
>   · 适用于全公司，自 2024年11月1日 起 · 6月15日 由公司文件确认
>   [联系王芳] [查看详情] [答案有误]

emily.carter to Steward: who handles SLA-ATLAS-SALES?
> to emily.carter: *SLA-ATLAS-SALES* Customer file for Sales
>   @rahul.iyer: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for agreement SLA-ATLAS-SALES, since 1 Sep 2025 · confirmed by the company file, 15 Jun
>   @chen.hao (covers for @priya.nair until 19 Jun, annual leave): *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement SLA-ATLAS-SALES, since 1 Apr 2025 · confirmed by the company file, 15 Jun
>   [Message Rahul Iyer] [Details] [Who is next?] [This is wrong]

emily.carter to Steward: and who keeps its records?
> to emily.carter: *SLA-ATLAS-SALES* Customer file for Sales
>   @chen.hao (covers for @priya.nair until 19 Jun, annual leave): *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement SLA-ATLAS-SALES, since 1 Apr 2025 · confirmed by the company file, 15 Jun
>   [Message Chen Hao] [Details] [Who is next?] [This is wrong]

# Who comes after somebody depends on what is talked about, if they answer for that.
marcus.bell in #helpdesk: @Steward who handles SLA-ORION-HR?
> in thread: *SLA-ORION-HR* Orion payroll for Human Resources
>   @wang.fang: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun
>   @mei.lin: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement SLA-ORION-HR, since 1 Jan · confirmed by the company file, 15 Jun · then @jonas.weber (deputy)
>   [Message Wang Fang] [Details] [Who is next?] [This is wrong]
marcus.bell in thread: @Steward who is next if Wang Fang does not answer?
> in thread: @zhao.ming is next: *SLM Process Owner*
>   If nobody answers, I tell one after the other:
>   1. @mei.lin: Service Level Administrator
>   2. @jonas.weber (deputy): Service Level Administrator
>   3. @wang.fang: Service Level Manager
>   4. nobody: SLM Process Execution Lead
>   5. @zhao.ming: SLM Process Owner
marcus.bell in thread: @Steward who is next if Priya Nair does not answer?
> in thread: @rahul.iyer is next: *Service Level Manager*
>   If nobody answers, I tell one after the other:
>   1. @chen.hao (covers for @priya.nair until 19 Jun, annual leave): Service Level Administrator
>   2. @rahul.iyer: Service Level Manager
>   3. nobody: SLM Process Execution Lead
>   4. @zhao.ming: SLM Process Owner
