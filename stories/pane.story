# The pane beside whatever somebody looks at, where the app has one (steward manifest --pane).
at 2026-06-15T09:00:00+08:00

# It suggests what to ask, in the language of the person, about what the person looks at.
emily.carter opens assistant in #orion-payroll
> prompts for emily.carter: What would you like to know?
>   [Who is responsible for Orion payroll?] Who is responsible for Orion payroll?
>   [What am I responsible for?] What am I responsible for?
>   [Who signs SLAs?] Who signs SLAs?
>   [How do promises stand this month?] status

sun.li opens assistant
> prompts for sun.li: 您想了解什么？
>   [我负责什么？] 我负责什么？
>   [谁负责签订 SLA？] 谁负责签订 SLA？
>   [本月各项承诺达成得怎么样？] status
>   [有哪些角色？] roles

# "It" is what she looks at. Each question is a conversation of its own.
emily.carter to Steward: who handles it?
> status for emily.carter: is looking it up…
> in thread: *ORION-PAYROLL* Orion payroll
>   @wang.fang: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun
>   @liu.yang: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for the whole organisation, since 1 Nov 2024 · confirmed by the company file, 15 Jun
>   [Message Wang Fang] [Details] [This is wrong]
emily.carter to Steward: Which roles are there?
> status for emily.carter: is looking it up…
> in thread: *SLM Process Owner*
>   Owns the service level management process as a whole, watches it from above and makes sure that the whole company follows it; decides when roles are added or merged.
>   *SLM Process Execution Lead*
>   Helps the process owner to improve the process and follows its execution day by day, so that it runs smoothly.
>   *Service Level Manager*
>   Agrees with customers, internal teams and suppliers which service levels are promised, compares what is delivered with what was agreed, and takes care of what goes wrong.
>   *Service Level Administrator*
>   Keeps the catalogue, the agreements' records and the service level data in order, reports on them regularly, and listens to those who use and provide the services.

# She looks elsewhere; what was talked about lately is still there.
emily.carter looks at #general
> prompts for emily.carter: What would you like to know?
>   [What am I responsible for?] What am I responsible for?
>   [Who signs SLAs?] Who signs SLAs?
>   [How do promises stand this month?] status
>   [Which roles are there?] roles
emily.carter to Steward: and who signs it?
> status for emily.carter: is looking it up…
> in thread: *ORION-PAYROLL* Orion payroll
>   @wang.fang: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun
>   [Message Wang Fang] [Details] [This is wrong]

sun.li to Steward: 我负责什么？
> status for sun.li: 正在查询…
> in thread: 您目前未担任任何角色。
sun.li to Steward: status
> status for sun.li: 正在查询…
> in thread: *本月与您相关的协议*
>   :white_circle: 4 项未知
>   *SLA-ORION-HR* 人力资源部猎户薪资服务
>   :white_circle: *未知* · 可用性：2026年6月尚无度量数据，承诺 99.9 %
>   :white_circle: *未知* · 工资条准时率：2026年6月尚无度量数据，承诺 99.5 %
>   · @mei.lin：服务级别管理员
>   *SLA-TIME-HR* 人力资源部考勤服务
>   :white_circle: *未知* · 可用性：2026年6月尚无度量数据，承诺 99.5 %
>   :white_circle: *未知* · 三百毫秒内打开的页面：2026年6月尚无度量数据，承诺 95.0 % 不超过 300 ms
>   · @liu.yang：服务级别管理员
