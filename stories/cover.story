# Who is away is covered, and who has left is passed over.
at 2026-06-15T10:00:00+08:00

# Priya Nair is on leave: her cover is told, and knows why.
measure SLA-ATLAS-SALES availability good=980 total=1000
> to chen.hao: :red_circle: *SLA-ATLAS-SALES* 可用性 98.0 %，承诺 99.8 %
>   销售部客户档案服务
>   *开始时间*
>   09:00
>   *度量结果*
>   2026年6月 共 1,000，合格 980
>   *您的身份*
>   服务级别管理员（代理 普丽娅）
>   *若无人应答*
>   将于 10:15 通知 @rahul.iyer
>   如由您处理，请点“确认”；如需他人处理，请点“升级”。
>   [确认] [查看依据] [升级]

# The breach of another agreement finds its administrator gone.
leaves mei.lin
measure SLA-ORION-HR availability good=980 total=1000
> to jonas.weber: :red_circle: *SLA-ORION-HR* availability 98.0 %, agreed 99.9 %
>   Orion payroll for Human Resources
>   *Since*
>   03:00
>   *Measured*
>   980 of 1,000 good in June 2026
>   *You are told as*
>   Service Level Administrator, as deputy
>   *Unless somebody answers*
>   I tell @wang.fang at 04:01
>   The breach was found.
>   Skipped Service Level Administrator: Lin Mei has left.
>   Acknowledge if you take care of it. Escalate if somebody else has to.
>   [Acknowledge] [Explain] [Escalate]

# The deputy has become the one who answers.
emily.carter in #helpdesk: @Steward who keeps the records of SLA-ORION-HR?
> in thread: *SLA-ORION-HR* Orion payroll for Human Resources
>   @jonas.weber (deputy): *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement SLA-ORION-HR, since 1 Feb · confirmed by the company file, 15 Jun · Lin Mei has left
>   [Message Jonas Weber] [Details] [Who is next?] [This is wrong]
