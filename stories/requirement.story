# A requirement that has been negotiated becomes an SLA, and each shows the other.
at 2026-06-15T09:00:00+08:00

# One that nobody has talked about yet cannot.
wang.fang in #general: /sla agreement SLR-DRACO-NIGHT
> only wang.fang: *SLR-DRACO-NIGHT* 销售部网店夜间服务需求
>   *状态* 草案 · 自 6月15日 起内容未变（story）
>   • 类型：服务级别需求（SLR）
>   • 标题：Web shop by night for Sales | 销售部网店夜间服务需求
>   • 承诺方：IT-APPS
>   • 承诺对象：SALES
>   • 服务：DRACO-SHOP
>   • 开始日期：8月14日
>   • availability：availability by night | 夜间可用性 | 99%
>   · 由 @grace.hopkins 管理，并可修改。

# Of the other the service level manager makes a draft; what was negotiated is filled in.
wang.fang in #general: /sla agreement SLR-PAVO-LAB
> only wang.fang: *SLR-PAVO-LAB* 光学实验室图像库需求
>   *状态* 协商中 · 自 6月15日 起内容未变（story）
>   • 类型：服务级别需求（SLR）
>   • 标题：Image archive for the Optics Laboratory | 光学实验室图像库需求
>   • 承诺方：IT-APPS
>   • 承诺对象：LAB
>   • 服务：PAVO-ARCHIVE
>   • 开始日期：7月15日
>   • availability：availability on clear nights | 晴夜可用性 | 99.5%
>   [修改] [建立 SLA] [退回草案] [终止]
wang.fang clicks "建立 SLA"
> form for wang.fang: 新建协议
>   由需求 *SLR-PAVO-LAB* 光学实验室图像库需求 建立 SLA；双方签署前为草案。
>   编号: [SLA-PAVO-LAB]
>   类型: [服务级别需求（SLR） | 服务级别协议（SLA） | 运营级别协议（OLA） | 支撑合同（UC）]
>   标题: [Image archive for the Optics Laboratory | 光学实验室图像库需求]
>   承诺方: [FINANCE 财务部 | HR 人力资源部 | IT-APPS 应用系统部 | IT-DESK 服务台 | IT-NET 网络组 | IT-OPS 信息运维部 | JADE-TEL 玉通电信 | LAB 光学实验室 | NORDLICHT 北光云 | PAYWELL 佩维软件 | PLANT 无锡工厂 | SALES 销售部 | SLM 服务级别办公室]
>   承诺对象: [FINANCE 财务部 | HR 人力资源部 | IT-APPS 应用系统部 | IT-DESK 服务台 | IT-NET 网络组 | IT-OPS 信息运维部 | JADE-TEL 玉通电信 | LAB 光学实验室 | NORDLICHT 北光云 | PAYWELL 佩维软件 | PLANT 无锡工厂 | SALES 销售部 | SLM 服务级别办公室]
>   服务: [PAVO-ARCHIVE]
>   支撑的协议: [____]
>   开始日期: [2026-07-15]
>   最后一天（如有）: [____]
>   通知期: [____]
>   自动续期: [____]
>   提前提醒: [____]
>   服务时段: [____]
>   指标: [availability | availability on clear nights | 晴夜可用性 | 99.5%]
>   [预览]
wang.fang submits code="SLA-PAVO-LAB-2"
> to wang.fang: *SLA-PAVO-LAB-2*：拟新建（王芳，09:00）
>   • 类型：服务级别协议（SLA）
>   • 标题：Image archive for the Optics Laboratory | 光学实验室图像库需求
>   • 承诺方：IT-APPS
>   • 承诺对象：LAB
>   • 服务：PAVO-ARCHIVE
>   • 开始日期：7月15日
>   • 来源需求：SLR-PAVO-LAB
>   • availability：availability on clear nights | 晴夜可用性 | 99.5%
>   [采纳] [搁置]
wang.fang clicks 采纳
> only wang.fang: 已完成：*SLA-PAVO-LAB-2* 自现在起为第 1 版。
> edit to wang.fang: *SLA-PAVO-LAB-2*：拟新建（王芳，09:00）
>   :white_check_mark: 王芳 已采纳（09:00）。
wang.fang in #general: /sla show SLA-PAVO-LAB-2
> only wang.fang: *SLA-PAVO-LAB-2* 光学实验室图像库需求
>   *状态* 草案 · 自 6月15日 起内容未变（王芳）
>   *类型*
>   服务级别协议（SLA），第 1 版
>   *承诺方 → 对象*
>   应用系统部 → 光学实验室
>   *服务*
>   孔雀图像库
>   *有效期*
>   自 7月15日 起，未约定终止日（Asia/Shanghai）
>   *承诺与本月达成情况*
>   :white_circle: *未知* · 晴夜可用性：2026年6月尚无度量数据，承诺 99.5 %
>   来源于需求 *SLR-PAVO-LAB* 光学实验室图像库需求
>   若无人应答，我会依次通知：
>   1. @liu.yang：服务级别管理员
>   2. 您：服务级别经理
>   3. 无人：流程执行负责人
>   4. @zhao.ming：服务级别管理流程主管
emily.carter in #general: /sla show SLR-PAVO-LAB
> only emily.carter: *SLR-PAVO-LAB* Image archive for the Optics Laboratory
>   *State* being negotiated · as it is since 15 Jun, by story
>   *Kind*
>   Service level requirement (SLR), version 1
>   *Who promises whom*
>   Business Applications → Optics Laboratory
>   *Services*
>   Pavo image archive
>   *In force*
>   from 15 Jul, no end agreed (Asia/Shanghai)
>   *Promised, and delivered this month*
>   :white_circle: *unknown* · availability on clear nights: nothing measured in June 2026, agreed 99.5 %
>   Has become *SLA-PAVO-LAB-2* Image archive for the Optics Laboratory (draft)
>   If nobody answers, I tell one after the other:
>   1. @liu.yang: Service Level Administrator
>   2. @wang.fang: Service Level Manager
>   3. nobody: SLM Process Execution Lead
>   4. @zhao.ming: SLM Process Owner
wang.fang in #general: /sla agreement SLR-PAVO-LAB
> only wang.fang: *SLR-PAVO-LAB* 光学实验室图像库需求
>   *状态* 协商中 · 自 6月15日 起内容未变（story）
>   • 类型：服务级别需求（SLR）
>   • 标题：Image archive for the Optics Laboratory | 光学实验室图像库需求
>   • 承诺方：IT-APPS
>   • 承诺对象：LAB
>   • 服务：PAVO-ARCHIVE
>   • 开始日期：7月15日
>   • availability：availability on clear nights | 晴夜可用性 | 99.5%
>   [修改] [退回草案] [终止]
wang.fang in #general: /sla sign SLR-PAVO-LAB
> only wang.fang: SLR-PAVO-LAB 是服务级别需求，不能签署。请先协商，再用 `/sla agreement SLR-PAVO-LAB` 下的按钮由它建立 SLA。

# What was required stays; it does not turn into an SLA by another kind.
wang.fang in #general: /sla agreement SLR-PAVO-LAB
> only wang.fang: *SLR-PAVO-LAB* 光学实验室图像库需求
>   *状态* 协商中 · 自 6月15日 起内容未变（story）
>   • 类型：服务级别需求（SLR）
>   • 标题：Image archive for the Optics Laboratory | 光学实验室图像库需求
>   • 承诺方：IT-APPS
>   • 承诺对象：LAB
>   • 服务：PAVO-ARCHIVE
>   • 开始日期：7月15日
>   • availability：availability on clear nights | 晴夜可用性 | 99.5%
>   [修改] [退回草案] [终止]
wang.fang clicks 修改
> form for wang.fang: 修改协议
>   *SLR-PAVO-LAB* 光学实验室图像库需求
>   类型: [服务级别需求（SLR） | 服务级别协议（SLA） | 运营级别协议（OLA） | 支撑合同（UC）]
>   标题: [Image archive for the Optics Laboratory | 光学实验室图像库需求]
>   承诺方: [FINANCE 财务部 | HR 人力资源部 | IT-APPS 应用系统部 | IT-DESK 服务台 | IT-NET 网络组 | IT-OPS 信息运维部 | JADE-TEL 玉通电信 | LAB 光学实验室 | NORDLICHT 北光云 | PAYWELL 佩维软件 | PLANT 无锡工厂 | SALES 销售部 | SLM 服务级别办公室]
>   承诺对象: [FINANCE 财务部 | HR 人力资源部 | IT-APPS 应用系统部 | IT-DESK 服务台 | IT-NET 网络组 | IT-OPS 信息运维部 | JADE-TEL 玉通电信 | LAB 光学实验室 | NORDLICHT 北光云 | PAYWELL 佩维软件 | PLANT 无锡工厂 | SALES 销售部 | SLM 服务级别办公室]
>   服务: [PAVO-ARCHIVE]
>   支撑的协议: [____]
>   开始日期: [2026-07-15]
>   最后一天（如有）: [____]
>   通知期: [____]
>   自动续期: [____]
>   提前提醒: [____]
>   服务时段: [____]
>   指标: [availability | availability on clear nights | 晴夜可用性 | 99.5%]
>   [预览]
wang.fang submits kind="服务级别协议（SLA）"
> errors for wang.fang: kind: SLR-PAVO-LAB 是服务级别需求，不能直接改成 SLA。请在 /sla agreement SLR-PAVO-LAB 下协商后点“建立 SLA”，或在公司文件中以新编号新增该 SLA，并注明 requirement: SLR-PAVO-LAB。
