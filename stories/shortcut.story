# "Who is responsible?" in the menu of any message, also of one that is no question.
at 2026-06-15T09:00:00+08:00

emily.carter in #helpdesk: the web shop shows no prices again <!here>
marcus.bell runs "Who is responsible?" on "web shop"
> only marcus.bell: *DRACO-SHOP* Draco web shop
>   @grace.hopkins: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for service DRACO-SHOP, since 1 Oct 2025 · confirmed by the company file, 15 Jun
>   @liu.yang: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for the whole organisation, since 1 Nov 2024 · confirmed by the company file, 15 Jun
>   [Message Grace Hopkins] [Details] [This is wrong]

# In the language of who wants to know, whatever the message is in.
sun.li in #helpdesk: 天龙网店又打不开了，谁负责？
marcus.bell runs "Who is responsible?" on "天龙网店"
> only marcus.bell: *DRACO-SHOP* Draco web shop
>   @grace.hopkins: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for service DRACO-SHOP, since 1 Oct 2025 · confirmed by the company file, 15 Jun
>   @liu.yang: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for the whole organisation, since 1 Nov 2024 · confirmed by the company file, 15 Jun
>   [Message Grace Hopkins] [Details] [This is wrong]
sun.li runs "Who is responsible?" on "web shop"
> only sun.li: *DRACO-SHOP* 天龙网店
>   @grace.hopkins：*服务级别经理*
>   `SM-4` 确定服务级别需求（SLR）；与客户协商并签订 SLA，与内部团队协商并签订 OLA，与供应商协商并签订 UC
>   · 适用于服务 DRACO-SHOP，自 2025年10月1日 起 · 6月15日 由公司文件确认
>   @liu.yang：*服务级别管理员*
>   `SA-3` 维护 OLA、UC 和 SLA 的记录
>   · 适用于全公司，自 2024年11月1日 起 · 6月15日 由公司文件确认
>   [联系格蕾丝] [查看详情] [答案有误]

emily.carter in #helpdesk: who covers Priya Nair?
marcus.bell runs "Who is responsible?" on "Priya"
> only marcus.bell: @chen.hao (covers for Priya Nair until 19 Jun, annual leave)
emily.carter in #helpdesk: who is next if Lin Mei does not answer?
marcus.bell runs "Who is responsible?" on "is next"
> only marcus.bell: @jonas.weber (deputy) is next: *Service Level Administrator*
>   If nobody answers, I tell one after the other:
>   1. @mei.lin: Service Level Administrator
>   2. @jonas.weber (deputy): Service Level Administrator
>   3. @wang.fang: Service Level Manager
>   4. nobody: SLM Process Execution Lead
>   5. @zhao.ming: SLM Process Owner

emily.carter in #helpdesk: lunch?
sun.li runs "Who is responsible?" on "lunch"
> only sun.li: 这条消息中没有我认识的服务或协议。请带上名称提问：`/sla who …由谁负责`
klara.lindqvist runs "Who is responsible?" on "web shop"
> only klara.lindqvist: *DRACO-SHOP* Draco web shop
>   @grace.hopkins: *Service Level Manager*
>   `SM-4` determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers
>   · for service DRACO-SHOP, since 1 Oct 2025
>   @liu.yang: *Service Level Administrator*
>   `SA-3` maintains the records of the OLAs, UCs and SLAs
>   · for the whole organisation, since 1 Nov 2024
>   [Message Grace Hopkins] [Details] [This is wrong]
