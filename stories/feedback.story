# A round of feedback: asked, answered with one click, explained, changed, shown.
at 2026-06-15T09:00:00+08:00

# Not everybody may start a round.
emily.carter in #general: /sla survey SLA-ORION-HR
> only emily.carter: Your roles do not allow this for SLA-ORION-HR.
>   @mei.lin (Service Level Administrator) may.
>   [Ask Lin Mei]

mei.lin in #general: /sla survey SLA-ORION-HR
> only mei.lin: 调查已发起：就 *SLA-ORION-HR* 询问 7 人，截止 6月22日 09:00。用 `/sla feedback SLA-ORION-HR` 查看反馈。
> to emily.carter: How satisfied are you with *Orion payroll for Human Resources* (SLA-ORION-HR)?
>   [1 Very dissatisfied] [2 Dissatisfied] [3 Neutral] [4 Satisfied] [5 Very satisfied]
>   · One click answers. Open until 21 Jun 21:00. Scores are shown to all as figures; those responsible for the agreement see comments with names.
> to gao.peng: 您对 *人力资源部猎户薪资服务*（SLA-ORION-HR）的服务满意吗？
>   [1 很不满意] [2 不满意] [3 一般] [4 满意] [5 很满意]
>   · 点一下即可作答，截止 6月22日 09:00。评分仅以统计数字公开；协议负责人可看到署名的说明。
> to jonas.weber: How satisfied are you with *Orion payroll for Human Resources* (SLA-ORION-HR)?
>   [1 Very dissatisfied] [2 Dissatisfied] [3 Neutral] [4 Satisfied] [5 Very satisfied]
>   · One click answers. Open until 22 Jun 03:00. Scores are shown to all as figures; those responsible for the agreement see comments with names.
> to klara.lindqvist: How satisfied are you with *Orion payroll for Human Resources* (SLA-ORION-HR)?
>   [1 Very dissatisfied] [2 Dissatisfied] [3 Neutral] [4 Satisfied] [5 Very satisfied]
>   · One click answers. Open until 22 Jun 03:00. Scores are shown to all as figures; those responsible for the agreement see comments with names.
> to mei.lin: 您对 *人力资源部猎户薪资服务*（SLA-ORION-HR）的服务满意吗？
>   [1 很不满意] [2 不满意] [3 一般] [4 满意] [5 很满意]
>   · 点一下即可作答，截止 6月22日 09:00。评分仅以统计数字公开；协议负责人可看到署名的说明。
> to sun.li: 您对 *人力资源部猎户薪资服务*（SLA-ORION-HR）的服务满意吗？
>   [1 很不满意] [2 不满意] [3 一般] [4 满意] [5 很满意]
>   · 点一下即可作答，截止 6月22日 09:00。评分仅以统计数字公开；协议负责人可看到署名的说明。
> to xu.wei: 您对 *人力资源部猎户薪资服务*（SLA-ORION-HR）的服务满意吗？
>   [1 很不满意] [2 不满意] [3 一般] [4 满意] [5 很满意]
>   · 点一下即可作答，截止 6月22日 09:00。评分仅以统计数字公开；协议负责人可看到署名的说明。

# One click answers, and a form asks why.
emily.carter clicks "4 Satisfied"
> edit to emily.carter: Thank you for your answer about *SLA-ORION-HR*.
>   You said: *4 Satisfied*
>   [1 Very dissatisfied] [2 Dissatisfied] [3 Neutral] [4 Satisfied] [5 Very satisfied] [Add a comment]
>   · You can change it until 21 Jun 21:00.
> form for emily.carter: Your comment
>   You said: *4 Satisfied*
>   What should we know?: [____]
>   [Send]

emily.carter submits comment="Payslips came on time <!channel>."
> edit to emily.carter: Thank you for your answer about *SLA-ORION-HR*.
>   You said: *4 Satisfied*
>   “Payslips came on time <!channel>.”
>   [1 Very dissatisfied] [2 Dissatisfied] [3 Neutral] [4 Satisfied] [5 Very satisfied] [Change the comment]
>   · You can change it until 21 Jun 21:00.

sun.li clicks "2 不满意"
> edit to sun.li: 感谢您对 *SLA-ORION-HR* 的反馈。
>   您的评价：*2 不满意*
>   [1 很不满意] [2 不满意] [3 一般] [4 满意] [5 很满意] [补充说明]
>   · 6月22日 09:00 前可以修改。
> form for sun.li: 补充说明
>   您的评价：*2 不满意*
>   您想让我们了解什么？: [____]
>   [提交]

sun.li closes form

# A second thought counts.
emily.carter clicks "5 Very satisfied"
> edit to emily.carter: Thank you for your answer about *SLA-ORION-HR*.
>   You said: *5 Very satisfied*
>   “Payslips came on time <!channel>.”
>   [1 Very dissatisfied] [2 Dissatisfied] [3 Neutral] [4 Satisfied] [5 Very satisfied] [Change the comment]
>   · You can change it until 21 Jun 21:00.
> form for emily.carter: Your comment
>   You said: *5 Very satisfied*
>   What should we know?: [____]
>   [Send]

emily.carter closes form

# What came back, beside what was measured.
measure SLA-ORION-HR availability good=1000 total=1000

mei.lin in #general: /sla feedback SLA-ORION-HR
> only mei.lin: # SLA-ORION-HR 的满意度反馈
>   平均 *3.50 分*（满分 5 分），标准差 1.50
>   7 人中 2 人作答（28.6 %）
>   `5 ██████······` 1
>   `4 ············` 0
>   `3 ············` 0
>   `2 ██████······` 1
>   `1 ············` 0
>   业务部门 3.50（2 人）
>   · 截止 6月22日 09:00
>   *度量结果*
>   :large_green_circle: *达标* · 可用性 100.0 %，承诺 99.9 % · 2026年6月，已度量 < 1 %
>   :white_circle: *未知* · 工资条准时率：2026年6月尚无度量数据，承诺 99.5 %
>   ---
>   *5 分* 艾米莉，业务部门
>   “Payslips came on time <!channel>.”

# Others see figures, not comments.
marcus.bell in #general: /sla feedback SLA-ORION-HR
> only marcus.bell: # Feedback on SLA-ORION-HR
>   2 of 7 answered so far: too few to show figures without showing who said what.
>   · Open until 21 Jun 20:00
>   *Measured*
>   :large_green_circle: *kept* · availability 100.0 %, agreed 99.9 % · June 2026, measured < 1 % of it
>   :white_circle: *unknown* · payslips on time: nothing measured in June 2026, agreed 99.5 %
>   · 1 comment is shown to those responsible for the agreement.

emily.carter opens home
> home of emily.carter: # What is mine
>   *Breaches that wait for an answer: 0*
>   ---
>   *Surveys to answer: 0*
>   ---
>   You hold no role at present.
>   · Ask me under Messages, or by mentioning me in a channel. `/sla help` shows what else I can do.

# After a week the round closes.
at 2026-06-22T09:01:00+08:00
> edit to emily.carter: The round about *SLA-ORION-HR* is closed.
>   You said: *5 Very satisfied*
>   “Payslips came on time <!channel>.”
> edit to gao.peng: 关于 *SLA-ORION-HR* 的调查已结束。
> edit to jonas.weber: The round about *SLA-ORION-HR* is closed.
> edit to klara.lindqvist: The round about *SLA-ORION-HR* is closed.
> edit to mei.lin: 关于 *SLA-ORION-HR* 的调查已结束。
> edit to sun.li: 关于 *SLA-ORION-HR* 的调查已结束。
>   您的评价：*2 不满意*
> edit to xu.wei: 关于 *SLA-ORION-HR* 的调查已结束。
