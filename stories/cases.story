# A case runs out of time on a Sunday on which people work, and is explained.
at 2026-09-18T16:00:00+08:00

# An urgent case: an answer within 30 minutes at any hour, a solution within 8 hours of the office in Wuxi.
case OLA-FIRST-CALL INC-7 start priority=P1 link=https://helpdesk.orion.example/INC-7
at 2026-09-18T16:10:00+08:00
case OLA-FIRST-CALL INC-7 stop clock=response

# Nothing is said on Saturday, which is closed.
at 2026-09-19T15:00:00+08:00

# The Sunday before the National Day holidays is a working day (调休). After three quarters of the time the first person is told.
at 2026-09-20T14:00:00+08:00
> to liu.yang: :large_orange_circle: *OLA-FIRST-CALL* 工单 INC-7 (https://helpdesk.orion.example/INC-7)：紧急工单解决
>   *到期*
>   16:00
>   *已用*
>   8 小时的 75 %
>   *您的身份*
>   服务级别管理员
>   *当前*
>   计时中
>   承诺尚未违反；一旦违约，我会另行通知。
>   [查看依据]

# What the ladder is told shows how things stand; the message changes with the case.
at 2026-09-20T15:12:00+08:00
> edit to liu.yang: :large_orange_circle: *OLA-FIRST-CALL* 工单 INC-7 (https://helpdesk.orion.example/INC-7)：紧急工单解决
>   *到期*
>   16:00
>   *已用*
>   8 小时的 90 %
>   *您的身份*
>   服务级别管理员
>   *当前*
>   计时中
>   承诺尚未违反；一旦违约，我会另行通知。
>   [查看依据]

# At the very end of its time it is kept, and a moment later it is not.
at 2026-09-20T16:00:00+08:00
at 2026-09-20T16:00:01+08:00
> edit to liu.yang: :red_circle: *OLA-FIRST-CALL* 工单 INC-7 (https://helpdesk.orion.example/INC-7)：紧急工单解决
>   时限已于 16:00 用完，后续见违约通知。
>   [查看依据]
> to liu.yang: :red_circle: *OLA-FIRST-CALL* 工单 INC-7 (https://helpdesk.orion.example/INC-7)：紧急工单解决已超时
>   服务台首次响应支撑
>   *时限*
>   8 小时，已于 16:00 用完
>   *当前*
>   仍在计时
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 16:30 通知 @grace.hopkins
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]

gao.peng in #general: /sla case inc-7
> only gao.peng: *工单 INC-7 (https://helpdesk.orion.example/INC-7)*，属于 *OLA-FIRST-CALL*，来自 `helpdesk`，优先级 P1
>   :large_green_circle: *紧急工单首次响应* 达标：30 分钟中已用 10 分钟；已于 9月18日 16:10 完成，提前 20 分钟
>   • 9月18日 16:00 至 16:10：计入 10 分钟
>   = 30 分钟中的 10 分钟，按日历 24x7（Asia/Shanghai）
>   :red_circle: *紧急工单解决* 违约：8 小时中已用 8 小时，超出 1 秒；仍在计时
>   • 9月18日 16:00 至 17:30：计入 1 小时 30 分钟
>   • 9月18日 17:30 至 9月20日 08:30：非工作时间
>   • 08:30 至 12:00：计入 3 小时 30 分钟（国庆节调休上班）
>   • 12:00 至 13:00：非工作时间
>   • 13:00 至 16:00：计入 3 小时（国庆节调休上班）
>   = 8 小时中的 8 小时，按日历 OFFICE-CN（Asia/Shanghai）

# It is done, late: the messages say so.
at 2026-09-20T16:30:00+08:00
case OLA-FIRST-CALL INC-7 stop
> edit to liu.yang: :red_circle: *OLA-FIRST-CALL* 工单 INC-7 (https://helpdesk.orion.example/INC-7)：紧急工单解决已超时
>   服务台首次响应支撑
>   *时限*
>   8 小时，已于 16:00 用完
>   *当前*
>   已于 16:30 完成，超时 30 分钟
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 16:30 通知 @grace.hopkins
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]

# Somebody had forgotten to say that it had waited for the customer: there was no breach after all.
case OLA-FIRST-CALL INC-7 pause at=2026-09-20T10:00:00+08:00
> edit to liu.yang: :white_circle: *OLA-FIRST-CALL* 工单 INC-7 (https://helpdesk.orion.example/INC-7)：紧急工单解决已超时
>   *时限*
>   8 小时，已于 16:00 用完
>   *当前*
>   已于 16:30 完成，提前 5 小时
>   于 16:30 查明并未违约。事后补报了先前发生的事件。
>   [查看依据]
case OLA-FIRST-CALL INC-7 resume at=2026-09-20T11:00:00+08:00
> edit to liu.yang: :large_green_circle: *OLA-FIRST-CALL* 工单 INC-7 (https://helpdesk.orion.example/INC-7)：紧急工单解决
>   已于 16:30 完成，提前 30 分钟
>   [查看依据]
> edit to liu.yang: :white_circle: *OLA-FIRST-CALL* 工单 INC-7 (https://helpdesk.orion.example/INC-7)：紧急工单解决已超时
>   *时限*
>   8 小时，已于 16:00 用完
>   *当前*
>   已于 16:30 完成，提前 30 分钟
>   于 16:30 查明并未违约。事后补报了先前发生的事件。
>   [查看依据]

# A pause over a holiday counts nothing.
at 2026-09-30T16:30:00+08:00
case OLA-FIRST-CALL INC-8 start priority=P1
case OLA-FIRST-CALL INC-8 stop clock=response
at 2026-09-30T17:00:00+08:00
case OLA-FIRST-CALL INC-8 pause
at 2026-10-08T09:30:00+08:00
case OLA-FIRST-CALL INC-8 resume
at 2026-10-08T10:00:00+08:00
emily.carter in #general: /sla case INC-8
> only emily.carter: *Case INC-8* under *OLA-FIRST-CALL*, from `helpdesk`, priority P1
>   :large_green_circle: *first answer to urgent cases* kept: 0 s of 30 min used; done at 30 Sep 04:30, 30 min before its time
>   :large_green_circle: *urgent cases solved* kept: 1 h of 8 h used, 7 h left; running
>   *Due*
>   8 Oct 21:00
>   • 30 Sep 04:30 to 05:00: counted, 30 min
>   • 30 Sep 05:00 to 7 Oct 21:30: paused
>   • 21:30 to 22:00: counted, 30 min
>   = 1 h of 8 h, in the calendar OFFICE-CN (Asia/Shanghai)
gao.peng in #general: /sla case INC-9
> only gao.peng: 没有找到工单 INC-9。
>   可以试试 `/sla cases`

# Which cases are due next, of everything or of one agreement.
case OLA-FIRST-CALL INC-10 start priority=P3
case OLA-FIRST-CALL INC-10 stop clock=response
case OLA-FIRST-CALL INC-11 start priority=P3 at=2026-09-17T09:00:00+08:00
> to liu.yang: :red_circle: *OLA-FIRST-CALL* 两个工作日内解决的工单 0.0 %，承诺 90.0 %
>   服务台首次响应支撑
>   *开始时间*
>   9月20日 09:00
>   *度量结果*
>   2026年9月 共 1，合格 0
>   *您的身份*
>   服务级别管理员
>   *若无人应答*
>   将于 10:30 通知 @grace.hopkins
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]
gao.peng in #general: /sla cases
> only gao.peng: *即将到期*
>   • :large_green_circle: 10月9日 09:00：INC-8，OLA-FIRST-CALL 紧急工单解决
>   • :large_green_circle: 10月10日 10:00：INC-10，OLA-FIRST-CALL 两个工作日内解决的工单
emily.carter in #general: /sla cases OLA-FIRST-CALL
> only emily.carter: *OLA-FIRST-CALL* First answers by the Service Desk
>   :white_circle: *first answer to urgent cases*: no case was decided in October 2026; agreed within 30 min each (P1)
>   :white_circle: *urgent cases solved*: no case was decided in October 2026; agreed within 8 h each (P1)
>   1 case is open: with it at best 100.0 %, at worst 0.0 %
>   :white_circle: *cases solved within two days*: no case was decided in October 2026; agreed 90.0 % within 16 h
>   1 case is open: with it at best 100.0 %, at worst 0.0 %
>   *Due next*
>   • :large_green_circle: 8 Oct 21:00: INC-8, OLA-FIRST-CALL urgent cases solved
>   • :large_green_circle: 9 Oct 22:00: INC-10, OLA-FIRST-CALL cases solved within two days

# Nine of ten have to be solved within two days: the one that is late now breaks the promise of the month, and is found behind it.
at 2026-10-08T10:01:00+08:00
liu.yang clicks 查看依据
> only liu.yang: # OLA-FIRST-CALL 两个工作日内解决的工单：计算依据
>   10:00 判定时 1 个工单中 *0* 个按时：*0.0 %*。决定性的工单是 INC-11。
>   :red_circle: *两个工作日内解决的工单*：2026年9月 1 个工单中 0 个按时，0.0 %；承诺 90.0 % 在 16 小时 内
>   • INC-11 于 9月20日 09:00 超时（时限 16 小时）
>   *通知记录及原因*
>   • 10:00 通知您（服务级别管理员）。发现违约。
>   · 于 10:00 依据协议第 1 版判定。违约编号 2。
