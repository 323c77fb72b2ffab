# Holidays of a feed are proposed, and a person accepts them.
at 2026-06-15T09:00:00+08:00
feed OFFICE-CN 20261224 "Christmas Eve"
> to wang.fang: *OFFICE-CN*：拟定第 2 版（steward calendar，09:00）
>   • 12月24日（周四）：~08:30-12:00~ → 休息 Christmas Eve
>   2026 年服务时长：1,979 小时 30 分钟 → 1,976 小时
>   有 1 份协议使用此日历：OLA-FIRST-CALL
>   [采纳] [搁置]
liu.yang in #general: /sla history calendar
> only liu.yang: *变更记录（最新在前）* · 日历
>   • 09:00 story：日历 SHOP-US：新增
>   • 09:00 story：日历 OFFICE-CN：新增
wang.fang clicks 采纳
> only wang.fang: 已完成：*OFFICE-CN* 自现在起为第 2 版。
> edit to wang.fang: *OFFICE-CN*：拟定第 2 版（steward calendar，09:00）
>   :white_check_mark: 王芳 已采纳（09:00）。
wang.fang in #general: /sla calendar OFFICE-CN 2026-12-24
> only wang.fang: *OFFICE-CN* 无锡办公时间
>   :large_green_circle: 现在是工作时间，至 12:00
>   *12月21日 起的一周*
>   周一 12月21日：08:30-12:00, 13:00-17:30
>   周二 12月22日：08:30-12:00, 13:00-17:30
>   周三 12月23日：08:30-12:00, 13:00-17:30
>   *周四 12月24日：休息 · Christmas Eve*
>   周五 12月25日：08:30-12:00, 13:00-17:30
>   周六 12月26日：休息
>   周日 12月27日：休息
>   *此后 60 天内的节假日与调休*
>   无
>   :warning: CN 2026 年之后的节假日安排尚未收录，在此之前按平常日期计算。
>   *适用于* OLA-FIRST-CALL
>   · 以上为 Asia/Shanghai 时间 · 第 2 版
