# What Slack says of people is taken over at once.
at 2026-06-15T09:00:00+08:00

# Priya Nair has married. Both names are hers.
renames priya.nair "Priya Larsson"
emily.carter to Steward: what is Priya Larsson responsible for?
> to emily.carter: *Priya Nair* is responsible as
>   • Service Level Administrator for agreement SLA-ATLAS-SALES, since 1 Apr 2025; @chen.hao covers at present
emily.carter to Steward: what is Priya Nair responsible for?
> to emily.carter: *Priya Nair* is responsible as
>   • Service Level Administrator for agreement SLA-ATLAS-SALES, since 1 Apr 2025; @chen.hao covers at present
emily.carter in #general: /sla history priya larsson
> only emily.carter: *Changes, newest first* · Priya Nair
>   • 21:00 Slack: Priya Nair: changed (name in Slack)
>   • 21:00 Slack: Priya Nair: changed (Slack account, name in Slack)
>   • 21:00 story: absence of Priya Nair: added
>   • 21:00 story: Priya Nair as Service Level Administrator for agreement SLA-ATLAS-SALES: added
>   • 21:00 story: Priya Nair: added

# An account is closed by mistake, and opened again.
leaves mei.lin
emily.carter to Steward: who keeps the records of SLA-ORION-HR?
> to emily.carter: *SLA-ORION-HR* Orion payroll for Human Resources
>   @jonas.weber (deputy): *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement SLA-ORION-HR, since 1 Feb · confirmed by the company file, 15 Jun · Lin Mei has left
>   [Message Jonas Weber] [Details] [Who is next?] [This is wrong]
returns mei.lin
emily.carter to Steward: who keeps the records of SLA-ORION-HR?
> to emily.carter: *SLA-ORION-HR* Orion payroll for Human Resources
>   @mei.lin: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement SLA-ORION-HR, since 1 Jan · confirmed by the company file, 15 Jun · then @jonas.weber (deputy)
>   [Message Lin Mei] [Details] [Who is next?] [This is wrong]
emily.carter in #general: /sla history lin mei
> only emily.carter: *Changes, newest first* · Lin Mei
>   • 21:00 Slack: Lin Mei: changed (left)
>   • 21:00 Slack: Lin Mei: changed (left)
>   • 21:00 Slack: Lin Mei: changed (Slack account, name in Slack)
>   • 21:00 story: Lin Mei as Service Level Administrator for agreement SLA-ORION-HR: added
>   • 21:00 story: Lin Mei: added
