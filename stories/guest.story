# What a guest sees, here of the supplier Nordlicht: the agreements of the own organisation, and who answers for them.
at 2026-06-15T09:00:00+08:00

# Who entered what, and why somebody is away, is not for guests.
klara.lindqvist to Steward: who handles UC-NORDLICHT-CLOUD?
> to klara.lindqvist: *UC-NORDLICHT-CLOUD* Servers in the cloud by Nordlicht
>   @grace.hopkins: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for service DRACO-SHOP, since 1 Oct 2025
>   @jonas.weber: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for agreement UC-NORDLICHT-CLOUD, since 1 Jan 2025
>   [Message Grace Hopkins] [Details] [Who is next?] [This is wrong]
klara.lindqvist clicks Details
> only klara.lindqvist: *UC-NORDLICHT-CLOUD* Servers in the cloud by Nordlicht
>   *Service Level Manager*
>   Agrees with customers, internal teams and suppliers which service levels are promised, compares what is delivered with what was agreed, and takes care of what goes wrong.
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   1. @grace.hopkins · for service DRACO-SHOP, since 1 Oct 2025
>   *Service Level Administrator*
>   Keeps the catalogue, the agreements' records and the service level data in order, reports on them regularly, and listens to those who use and provide the services.
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   1. @jonas.weber · for agreement UC-NORDLICHT-CLOUD, since 1 Jan 2025
klara.lindqvist to Steward: who is the process owner?
> to klara.lindqvist: *UC-NORDLICHT-CLOUD* Servers in the cloud by Nordlicht
>   @zhao.ming: *SLM Process Owner*
>   · for the whole organisation, since 1 Mar 2024
>   [Message Zhao Ming] [Details] [Who is next?] [This is wrong]
klara.lindqvist in #general: /sla list
> only klara.lindqvist: # 1 agreement
>   *UC-NORDLICHT-CLOUD* Servers in the cloud by Nordlicht
>         Nordlicht Cloud → IT Operations
klara.lindqvist in #general: /sla history
> only klara.lindqvist: Guests do not see the record of changes.

# Of the rest Steward says no more than of what there is not.
klara.lindqvist to Steward: who handles SLA-ORION-HR?
> to klara.lindqvist: I don't know that. I can tell who is responsible for an agreement, a service or an activity of service level management. `/sla list` shows the agreements, `/sla roles` the roles.
>   I keep the question for the service level administrator.
>   As a guest you see the agreements of your own organisation only.
klara.lindqvist in #general: /sla show SLA-ORION-HR
> only klara.lindqvist: I know no agreement or service called “SLA-ORION-HR”.
>   Try `/sla list`
klara.lindqvist in #general: /sla feedback SLA-ORION-HR
> only klara.lindqvist: I know no agreement or service called “SLA-ORION-HR”.
>   Try `/sla list`
klara.lindqvist to Steward: what is Mei Lin responsible for?
> to klara.lindqvist: Lin Mei holds no role that concerns your organisation.

# A colleague sees all of it.
emily.carter in #general: /sla show SLA-ORION-HR
> only emily.carter: *SLA-ORION-HR* Orion payroll for Human Resources
>   *State* in force · as it is since 15 Jun, by story · ends on 2 Nov and is not prolonged by itself
>   *Kind*
>   Service level agreement (SLA), version 1
>   *Who promises whom*
>   IT Operations → Human Resources
>   *Services*
>   Orion payroll
>   *In force*
>   1 Jan to 2 Nov (Asia/Shanghai)
>   *Promised, and delivered this month*
>   :white_circle: *unknown* · availability: nothing measured in June 2026, agreed 99.9 %
>   :white_circle: *unknown* · payslips on time: nothing measured in June 2026, agreed 99.5 %
>   *What rests on what*
>   • carried by *OLA-DATABASES* Databases for the business applications, from IT Operations
>   • carried by *UC-PAYWELL-UPDATES* Tax tables by Paywell, from Paywell Software
>   If nobody answers, I tell one after the other:
>   1. @mei.lin: Service Level Administrator
>   2. @jonas.weber (deputy): Service Level Administrator
>   3. @wang.fang: Service Level Manager
>   4. nobody: SLM Process Execution Lead
>   5. @zhao.ming: SLM Process Owner
