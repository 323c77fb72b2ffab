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
>   • 08:30 至 12:00：计入 3 小时 30 分钟
>   • 12:00 至 13:00：非工作时间
>   • 13:00 至 16:00：计入 3 小时
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
