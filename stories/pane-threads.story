# The older kind of pane, which apps have that were made with it: each conversation is a thread that begins when it is opened.
at 2026-06-15T09:00:00+08:00

emily.carter opens assistant in #orion-payroll
> to emily.carter: New Assistant Thread
> prompts for emily.carter: What would you like to know?
>   [Who is responsible for Orion payroll?] Who is responsible for Orion payroll?
>   [What am I responsible for?] What am I responsible for?
>   [Who signs SLAs?] Who signs SLAs?
>   [How do promises stand this month?] status
emily.carter in thread: who handles it?
> status for emily.carter: is looking it up…
> title for emily.carter: who handles it?
> in thread: *ORION-PAYROLL* Orion payroll
>   @wang.fang: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun
>   @liu.yang: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for the whole organisation, since 1 Nov 2024 · confirmed by the company file, 15 Jun
>   [Message Wang Fang] [Details] [This is wrong]
emily.carter in thread: and who signs it?
> status for emily.carter: is looking it up…
> in thread: *ORION-PAYROLL* Orion payroll
>   @wang.fang: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun
>   [Message Wang Fang] [Details] [This is wrong]
emily.carter looks at #general
> prompts for emily.carter: What would you like to know?
>   [What am I responsible for?] What am I responsible for?
>   [Who signs SLAs?] Who signs SLAs?
>   [How do promises stand this month?] status
>   [Which roles are there?] roles

mei.lin opens assistant
> to mei.lin: New Assistant Thread
> prompts for mei.lin: 您想了解什么？
>   [我负责什么？] 我负责什么？
>   [谁负责签订 SLA？] 谁负责签订 SLA？
>   [本月各项承诺达成得怎么样？] status
>   [有哪些角色？] roles
mei.lin in thread: 我负责什么？
> status for mei.lin: 正在查询…
> title for mei.lin: 我负责什么？
> in thread: *林梅* 担任：
>   • 服务级别管理员，适用于协议 SLA-ORION-HR，自 1月1日 起
