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
>   [指定答案] [添加别名] [已处理]

liu.yang clicks 添加别名
> form for liu.yang: 添加别名
>   今后大家用这个叫法时，我会知道指的是哪项服务。
>   大家的叫法: [____]
>   所指的服务: [____]
>   [添加]

liu.yang submits alias=Moneybags service=ORION-PAIROL-XYZ
> errors for liu.yang: service: 没有找到名为“ORION-PAIROL-XYZ”的协议或服务。
>   可以试试 /sla list
liu.yang submits alias=Payslips service=VEGA-MAIL
> errors for liu.yang: alias: “Payslips”已是 ORION-PAYROLL 的名称，同名会造成混淆。请另选一个名称。
liu.yang submits alias=Moneybags service=ORION-PAYROLL
> to liu.yang: 今后“Moneybags”即 ORION-PAYROLL。
>   [撤销]
> to marcus.bell: @liu.yang taught me the answer to your question:
>   “who handles Moneybags?”
>   *ORION-PAYROLL* Orion payroll
>   @wang.fang: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun
>   @liu.yang: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for the whole organisation, since 1 Nov 2024 · confirmed by the company file, 15 Jun
>   [Message Wang Fang] [Details] [This is wrong]

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
>   [指定答案] [添加别名] [已处理]

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

# What a question means can be taught as it stands: who asked is told, and whoever asks it again gets the answer.
marcus.bell to Steward: who do I shout at when the cash registers die?
> to marcus.bell: I don't know that. I can tell who is responsible for an agreement, a service or an activity of service level management. `/sla list` shows the agreements, `/sla roles` the roles.
>   I keep the question for the service level administrator.
sun.li in #general: /sla who 机房冷气坏了找谁？
> only sun.li: 这个我不知道。我可以告诉您某个协议、服务或服务级别管理工作由谁负责。`/sla list` 列出协议，`/sla roles` 列出角色。
>   我已把这个问题记下，交给服务级别管理员。
liu.yang in #general: /sla questions
> only liu.yang: *2 个问题待处理*
>   @marcus.bell 于 09:00 提问：
>   “who do I shout at when the cash registers die?”
>   [指定答案] [添加别名] [已处理]
>   @sun.li 于 09:00 提问：
>   “机房冷气坏了找谁？”
>   [指定答案] [添加别名] [已处理]
liu.yang clicks 指定答案
> form for liu.yang: 指定答案
>   今后再有人问“who do I shout at when the cash registers die?”，我会按您在此选择的含义回答，并给出届时的任职人员。
>   问题涉及: [ATLAS-CRM 阿特拉斯客户档案 | DRACO-SHOP 天龙网店 | LYRA-PLANNING 天琴生产计划 | ORION-PAYROLL 猎户薪资 | ORION-TIME 猎户考勤 | PAVO-ARCHIVE 孔雀图像库 | POLARIS-LOGIN 北极星统一登录 | VEGA-MAIL 织女邮箱 | OLA-DATABASES 应用系统数据库支撑 | OLA-FIRST-CALL 服务台首次响应支撑 | OLA-NETWORK 信息运维部园区网络支撑 | SLA-ATLAS-SALES 销售部客户档案服务 | SLA-DRACO-SALES 销售部网店服务 | SLA-LYRA-PLANT 无锡工厂生产计划服务 | SLA-ORION-FINANCE 财务部薪资过账服务 | SLA-ORION-HR 人力资源部猎户薪资服务 | SLA-TIME-HR 人力资源部考勤服务 | SLA-VEGA-LAB 光学实验室邮箱服务 | SLR-DRACO-NIGHT 销售部网店夜间服务需求 | SLR-PAVO-LAB 光学实验室图像库需求 | UC-JADE-LINES 玉通电信专线支撑合同 | UC-NORDLICHT-CLOUD 北光云服务器支撑合同 | UC-PAYWELL-UPDATES 佩维税表更新支撑合同 | FINANCE 财务部 | HR 人力资源部 | IT-APPS 应用系统部 | IT-DESK 服务台 | IT-NET 网络组 | IT-OPS 信息运维部 | JADE-TEL 玉通电信 | LAB 光学实验室 | NORDLICHT 北光云 | PAYWELL 佩维软件 | PLANT 无锡工厂 | SALES 销售部 | SLM 服务级别办公室]
>   问的是什么: [由谁负责 | 谁担任服务级别管理流程主管 | 谁担任流程执行负责人 | 谁担任服务级别经理 | 谁担任服务级别管理员 | PO-1 确保服务级别管理流程有效运行 | PO-2 协调各相关方达成一致，使其为流程提供所需的支持 | PO-3 确保流程得到持续改进 | PO-4 决定流程角色的增设与合并 | PL-1 推动各相关方充分参与流程；特殊情况下请流程主管协调资源 | PL-2 管理本流程与事件、问题、变更、供应商、容量等其他流程的衔接关系 | PL-3 实施流程的持续改进 | SM-1 识别并组织梳理对服务级别管理流程的要求 | SM-2 建立并维护当前可向客户提供的服务目录 | SM-3 主导建立 SLA 体系结构 | SM-4 确定服务级别需求（SLR）；与客户协商并签订 SLA，与内部团队协商并签订 OLA，与供应商协商并签订 UC | SM-5 分析实际达到的服务级别，并与 SLA 中约定的级别进行比较 | SM-6 组织并召开定期的服务评审会议 | SM-7 处理流程中出现的问题，无法解决的及时上报流程主管 | SM-8 制定流程的关键绩效指标（KPI）；编写培训计划和培训材料 | SA-1 日常维护服务目录 | SA-2 维护合适的服务级别管理结构 | SA-3 维护 OLA、UC 和 SLA 的记录 | SA-4 记录、分析和比较服务级别数据 | SA-5 定期编制服务级别报告 | SA-6 调研业务部门的服务级别需求 | SA-7 收集业务部门、内部 IT 部门和外部供应商的反馈与意见，并进行分析比较]
>   [保存]
liu.yang submits thing="DRACO-SHOP 天龙网店" asks="SA-3 维护 OLA、UC 和 SLA 的记录"
> to liu.yang: 已保存，今后“who do I shout at when the cash registers die?”的含义是
>   *DRACO-SHOP* 天龙网店：`SA-3` 维护 OLA、UC 和 SLA 的记录
>   [撤销]
> to marcus.bell: @liu.yang taught me the answer to your question:
>   “who do I shout at when the cash registers die?”
>   *DRACO-SHOP* Draco web shop
>   @liu.yang: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for the whole organisation, since 1 Nov 2024 · confirmed by the company file, 15 Jun
>   [Message Liu Yang] [Details] [This is wrong]

emily.carter in #general: /sla who do I SHOUT at, when the cash registers die
> only emily.carter: *DRACO-SHOP* Draco web shop
>   @liu.yang: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for the whole organisation, since 1 Nov 2024 · confirmed by the company file, 15 Jun
>   [Message Liu Yang] [Details] [This is wrong]

# Nothing chosen teaches nothing.
liu.yang in #general: /sla questions
> only liu.yang: *1 个问题待处理*
>   @sun.li 于 09:00 提问：
>   “机房冷气坏了找谁？”
>   [指定答案] [添加别名] [已处理]
liu.yang clicks 指定答案
> form for liu.yang: 指定答案
>   今后再有人问“机房冷气坏了找谁？”，我会按您在此选择的含义回答，并给出届时的任职人员。
>   问题涉及: [ATLAS-CRM 阿特拉斯客户档案 | DRACO-SHOP 天龙网店 | LYRA-PLANNING 天琴生产计划 | ORION-PAYROLL 猎户薪资 | ORION-TIME 猎户考勤 | PAVO-ARCHIVE 孔雀图像库 | POLARIS-LOGIN 北极星统一登录 | VEGA-MAIL 织女邮箱 | OLA-DATABASES 应用系统数据库支撑 | OLA-FIRST-CALL 服务台首次响应支撑 | OLA-NETWORK 信息运维部园区网络支撑 | SLA-ATLAS-SALES 销售部客户档案服务 | SLA-DRACO-SALES 销售部网店服务 | SLA-LYRA-PLANT 无锡工厂生产计划服务 | SLA-ORION-FINANCE 财务部薪资过账服务 | SLA-ORION-HR 人力资源部猎户薪资服务 | SLA-TIME-HR 人力资源部考勤服务 | SLA-VEGA-LAB 光学实验室邮箱服务 | SLR-DRACO-NIGHT 销售部网店夜间服务需求 | SLR-PAVO-LAB 光学实验室图像库需求 | UC-JADE-LINES 玉通电信专线支撑合同 | UC-NORDLICHT-CLOUD 北光云服务器支撑合同 | UC-PAYWELL-UPDATES 佩维税表更新支撑合同 | FINANCE 财务部 | HR 人力资源部 | IT-APPS 应用系统部 | IT-DESK 服务台 | IT-NET 网络组 | IT-OPS 信息运维部 | JADE-TEL 玉通电信 | LAB 光学实验室 | NORDLICHT 北光云 | PAYWELL 佩维软件 | PLANT 无锡工厂 | SALES 销售部 | SLM 服务级别办公室]
>   问的是什么: [由谁负责 | 谁担任服务级别管理流程主管 | 谁担任流程执行负责人 | 谁担任服务级别经理 | 谁担任服务级别管理员 | PO-1 确保服务级别管理流程有效运行 | PO-2 协调各相关方达成一致，使其为流程提供所需的支持 | PO-3 确保流程得到持续改进 | PO-4 决定流程角色的增设与合并 | PL-1 推动各相关方充分参与流程；特殊情况下请流程主管协调资源 | PL-2 管理本流程与事件、问题、变更、供应商、容量等其他流程的衔接关系 | PL-3 实施流程的持续改进 | SM-1 识别并组织梳理对服务级别管理流程的要求 | SM-2 建立并维护当前可向客户提供的服务目录 | SM-3 主导建立 SLA 体系结构 | SM-4 确定服务级别需求（SLR）；与客户协商并签订 SLA，与内部团队协商并签订 OLA，与供应商协商并签订 UC | SM-5 分析实际达到的服务级别，并与 SLA 中约定的级别进行比较 | SM-6 组织并召开定期的服务评审会议 | SM-7 处理流程中出现的问题，无法解决的及时上报流程主管 | SM-8 制定流程的关键绩效指标（KPI）；编写培训计划和培训材料 | SA-1 日常维护服务目录 | SA-2 维护合适的服务级别管理结构 | SA-3 维护 OLA、UC 和 SLA 的记录 | SA-4 记录、分析和比较服务级别数据 | SA-5 定期编制服务级别报告 | SA-6 调研业务部门的服务级别需求 | SA-7 收集业务部门、内部 IT 部门和外部供应商的反馈与意见，并进行分析比较]
>   [保存]
liu.yang submits asks=由谁负责
> errors for liu.yang: thing: 请选择问题涉及的对象，或所问的角色、职责。
liu.yang submits thing="NORDLICHT 北光云"
> to liu.yang: 已保存，今后“机房冷气坏了找谁？”的含义是
>   *NORDLICHT* 北光云：由谁负责
>   [撤销]
> to sun.li: @liu.yang 已为您的问题指定了答案：
>   “机房冷气坏了找谁？”
>   @wang.fang：*服务级别经理*
>   `SM-4` 确定服务级别需求（SLR）；与客户协商并签订 SLA，与内部团队协商并签订 OLA，与供应商协商并签订 UC
>   · 适用于全公司，自 2025年1月1日 起 · 6月15日 由公司文件确认
>   @liu.yang：*服务级别管理员*
>   `SA-3` 维护 OLA、UC 和 SLA 的记录
>   · 适用于全公司，自 2024年11月1日 起 · 6月15日 由公司文件确认
>   [联系王芳] [查看详情] [答案有误]
sun.li to Steward: 机房冷气坏了找谁
> to sun.li: @wang.fang：*服务级别经理*
>   `SM-4` 确定服务级别需求（SLR）；与客户协商并签订 SLA，与内部团队协商并签订 OLA，与供应商协商并签订 UC
>   · 适用于全公司，自 2025年1月1日 起 · 6月15日 由公司文件确认
>   @liu.yang：*服务级别管理员*
>   `SA-3` 维护 OLA、UC 和 SLA 的记录
>   · 适用于全公司，自 2024年11月1日 起 · 6月15日 由公司文件确认
>   [联系王芳] [查看详情] [答案有误]

# What was taught can be seen, and undone.
liu.yang in #general: /sla questions taught
> only liu.yang: *已指定答案的问题：2 个*（最新在前）
>   “机房冷气坏了找谁？”
>   *NORDLICHT* 北光云：由谁负责
>   [撤销]
>   “who do I shout at when the cash registers die?”
>   *DRACO-SHOP* 天龙网店：`SA-3` 维护 OLA、UC 和 SLA 的记录
>   [撤销]
>   *已添加的别名：1 个*（最新在前）
>   “Moneybags”即 ORION-PAYROLL · 刘洋，09:00 [撤销]
liu.yang clicks 撤销
> only liu.yang: 已撤销，“机房冷气坏了找谁？”不再有指定的答案。
liu.yang in #general: /sla questions taught
> only liu.yang: *已指定答案的问题：1 个*（最新在前）
>   “who do I shout at when the cash registers die?”
>   *DRACO-SHOP* 天龙网店：`SA-3` 维护 OLA、UC 和 SLA 的记录
>   [撤销]
>   *已添加的别名：1 个*（最新在前）
>   “Moneybags”即 ORION-PAYROLL · 刘洋，09:00 [撤销]
sun.li to Steward: 机房冷气坏了找谁
> to sun.li: 这个我不知道。我可以告诉您某个协议、服务或服务级别管理工作由谁负责。`/sla list` 列出协议，`/sla roles` 列出角色。
>   我已把这个问题记下，交给服务级别管理员。

# So can a name, and the record of changes says who did.
liu.yang in #general: /sla questions
> only liu.yang: *1 个问题待处理*
>   @sun.li 于 09:00 提问：
>   “机房冷气坏了找谁”
>   [指定答案] [添加别名] [已处理]
liu.yang clicks 已处理
> only liu.yang: 已处理。
liu.yang in #general: /sla questions taught
> only liu.yang: *已指定答案的问题：1 个*（最新在前）
>   “who do I shout at when the cash registers die?”
>   *DRACO-SHOP* 天龙网店：`SA-3` 维护 OLA、UC 和 SLA 的记录
>   [撤销]
>   *已添加的别名：1 个*（最新在前）
>   “Moneybags”即 ORION-PAYROLL · 刘洋，09:00 [撤销]
liu.yang clicks 撤销
> only liu.yang: 已撤销，“who do I shout at when the cash registers die?”不再有指定的答案。
liu.yang in #general: /sla questions taught
> only liu.yang: *已指定答案的问题：0 个*（最新在前）
>   *已添加的别名：1 个*（最新在前）
>   “Moneybags”即 ORION-PAYROLL · 刘洋，09:00 [撤销]
liu.yang clicks 撤销
> only liu.yang: 已撤销：“Moneybags”不再是 ORION-PAYROLL 的别名。
liu.yang in #general: /sla questions taught
> only liu.yang: *已指定答案的问题：0 个*（最新在前）
marcus.bell to Steward: who handles Moneybags?
> to marcus.bell: I don't know that. I can tell who is responsible for an agreement, a service or an activity of service level management. `/sla list` shows the agreements, `/sla roles` the roles.
>   I keep the question for the service level administrator.
emily.carter in #general: /sla history ORION-PAYROLL
> only emily.carter: *Changes, newest first* · *ORION-PAYROLL* Orion payroll
>   • 21:00 Liu Yang: service ORION-PAYROLL: changed (names −“Moneybags”)
>   • 21:00 Liu Yang: service ORION-PAYROLL: changed (names +“Moneybags”)
>   • 21:00 story: service ORION-PAYROLL: added
liu.yang in #general: /sla questions
> only liu.yang: *1 个问题待处理*
>   @marcus.bell 于 09:00 提问：
>   “who handles Moneybags?”
>   [指定答案] [添加别名] [已处理]
liu.yang clicks 已处理
> only liu.yang: 已处理。

# Who asked is never told of an answer that they cannot see: what it is about is not for this guest.
klara.lindqvist to Steward: who looks after the lighthouse?
> to klara.lindqvist: I don't know that. I can tell who is responsible for an agreement, a service or an activity of service level management. `/sla list` shows the agreements, `/sla roles` the roles.
>   I keep the question for the service level administrator.
>   As a guest you see the agreements of your own organisation only.
liu.yang in #general: /sla questions
> only liu.yang: *1 个问题待处理*
>   @klara.lindqvist 于 09:00 提问：
>   “who looks after the lighthouse?”
>   [指定答案] [添加别名] [已处理]
liu.yang clicks 指定答案
> form for liu.yang: 指定答案
>   今后再有人问“who looks after the lighthouse?”，我会按您在此选择的含义回答，并给出届时的任职人员。
>   问题涉及: [ATLAS-CRM 阿特拉斯客户档案 | DRACO-SHOP 天龙网店 | LYRA-PLANNING 天琴生产计划 | ORION-PAYROLL 猎户薪资 | ORION-TIME 猎户考勤 | PAVO-ARCHIVE 孔雀图像库 | POLARIS-LOGIN 北极星统一登录 | VEGA-MAIL 织女邮箱 | OLA-DATABASES 应用系统数据库支撑 | OLA-FIRST-CALL 服务台首次响应支撑 | OLA-NETWORK 信息运维部园区网络支撑 | SLA-ATLAS-SALES 销售部客户档案服务 | SLA-DRACO-SALES 销售部网店服务 | SLA-LYRA-PLANT 无锡工厂生产计划服务 | SLA-ORION-FINANCE 财务部薪资过账服务 | SLA-ORION-HR 人力资源部猎户薪资服务 | SLA-TIME-HR 人力资源部考勤服务 | SLA-VEGA-LAB 光学实验室邮箱服务 | SLR-DRACO-NIGHT 销售部网店夜间服务需求 | SLR-PAVO-LAB 光学实验室图像库需求 | UC-JADE-LINES 玉通电信专线支撑合同 | UC-NORDLICHT-CLOUD 北光云服务器支撑合同 | UC-PAYWELL-UPDATES 佩维税表更新支撑合同 | FINANCE 财务部 | HR 人力资源部 | IT-APPS 应用系统部 | IT-DESK 服务台 | IT-NET 网络组 | IT-OPS 信息运维部 | JADE-TEL 玉通电信 | LAB 光学实验室 | NORDLICHT 北光云 | PAYWELL 佩维软件 | PLANT 无锡工厂 | SALES 销售部 | SLM 服务级别办公室]
>   问的是什么: [由谁负责 | 谁担任服务级别管理流程主管 | 谁担任流程执行负责人 | 谁担任服务级别经理 | 谁担任服务级别管理员 | PO-1 确保服务级别管理流程有效运行 | PO-2 协调各相关方达成一致，使其为流程提供所需的支持 | PO-3 确保流程得到持续改进 | PO-4 决定流程角色的增设与合并 | PL-1 推动各相关方充分参与流程；特殊情况下请流程主管协调资源 | PL-2 管理本流程与事件、问题、变更、供应商、容量等其他流程的衔接关系 | PL-3 实施流程的持续改进 | SM-1 识别并组织梳理对服务级别管理流程的要求 | SM-2 建立并维护当前可向客户提供的服务目录 | SM-3 主导建立 SLA 体系结构 | SM-4 确定服务级别需求（SLR）；与客户协商并签订 SLA，与内部团队协商并签订 OLA，与供应商协商并签订 UC | SM-5 分析实际达到的服务级别，并与 SLA 中约定的级别进行比较 | SM-6 组织并召开定期的服务评审会议 | SM-7 处理流程中出现的问题，无法解决的及时上报流程主管 | SM-8 制定流程的关键绩效指标（KPI）；编写培训计划和培训材料 | SA-1 日常维护服务目录 | SA-2 维护合适的服务级别管理结构 | SA-3 维护 OLA、UC 和 SLA 的记录 | SA-4 记录、分析和比较服务级别数据 | SA-5 定期编制服务级别报告 | SA-6 调研业务部门的服务级别需求 | SA-7 收集业务部门、内部 IT 部门和外部供应商的反馈与意见，并进行分析比较]
>   [保存]
liu.yang submits thing="SLA-ORION-HR 人力资源部猎户薪资服务"
> to klara.lindqvist: @liu.yang looked at your question, but I have no answer for you yet. Please ask @liu.yang.
>   “who looks after the lighthouse?”
>   As a guest you see the agreements of your own organisation only.
> to liu.yang: 已保存，今后“who looks after the lighthouse?”的含义是
>   *SLA-ORION-HR* 人力资源部猎户薪资服务：由谁负责
>   [撤销]

# Whoever can teach is sent the list: once a day, and soon after an answer is said to be wrong.
check
> to zhao.ming: *有 1 处一旦违约将无人可通知*
>   • 全公司的“流程执行负责人”一职空缺
>   · 可用 `/sla assign` 任命，用 `/sla cover` 登记代理。以上情况只提醒一次。
marcus.bell to Steward: who tends the beehives?
> to marcus.bell: I don't know that. I can tell who is responsible for an agreement, a service or an activity of service level management. `/sla list` shows the agreements, `/sla roles` the roles.
>   I keep the question for the service level administrator.
check
> to liu.yang: *1 个问题待处理*
>   @marcus.bell 于 09:00 提问：
>   “who tends the beehives?”
>   [指定答案] [添加别名] [已处理]
marcus.bell to Steward: who bakes the birthday cakes?
> to marcus.bell: I don't know that. I can tell who is responsible for an agreement, a service or an activity of service level management. `/sla list` shows the agreements, `/sla roles` the roles.
>   I keep the question for the service level administrator.
check
emily.carter to Steward: who handles SLA-TIME-HR?
> to emily.carter: *SLA-TIME-HR* Time clock for Human Resources
>   @wang.fang: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for the whole organisation, since 1 Jan 2025 · confirmed by the company file, 15 Jun
>   @liu.yang: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for the whole organisation, since 1 Nov 2024 · confirmed by the company file, 15 Jun
>   [Message Wang Fang] [Details] [Who is next?] [This is wrong]
emily.carter clicks "This is wrong"
> only emily.carter: Thank you. The service level administrator will look at it.
check
> to liu.yang: *3 个问题待处理*
>   @marcus.bell 于 09:00 提问：
>   “who tends the beehives?”
>   [指定答案] [添加别名] [已处理]
>   @marcus.bell 于 09:00 提问：
>   “who bakes the birthday cakes?”
>   [指定答案] [添加别名] [已处理]
>   @emily.carter 于 09:00 指出以下问题的答案有误：
>   “who handles SLA-TIME-HR?”
>   [指定答案] [添加别名] [已处理]
check
liu.yang opens home
> home of liu.yang: # 与我相关
>   *待应答的违约：0*
>   ---
>   *待填写的调查：0*
>   ---
>   *我未能回答或答错的问题：3* · `/sla questions`
>   ---
>   *您的角色*
>   • 服务级别管理员，适用于全公司，自 2024年11月1日 起
>   · 可在“消息”标签页直接提问，或在频道里 @ 我。`/sla help` 列出我能做的事。
liu.yang clicks 已处理
> only liu.yang: 已处理。
