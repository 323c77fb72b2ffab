package ask_test

import (
	"testing"

	"steward/ask"
)

// Each responsibility as people may ask for it, without the words of its
// clause where they would not use them.
func TestActivities(t *testing.T) {
	check(t, []row{
		// PO-1
		{"who owns the SLM process?", "who owner PO-1"},
		{"who is responsible for the process as a whole", "who owner PO-1"},
		{"who makes sure the process runs effectively", "who owner PO-1"},
		{"who sees to it that service level management works", "who owner PO-1"},
		{"谁对整个流程负责", "who owner PO-1"},
		{"谁保证服务级别管理流程有效运行", "who owner PO-1"},
		{"SLM流程谁总负责", "who owner PO-1"},
		// PO-2, PL-1
		{"who aligns the stakeholders", "who owner PO-2"},
		{"who gets the departments on the same page", "who owner PO-2"},
		{"谁来协调各相关方", "who owner PO-2"},
		{"谁负责拉通各部门", "who owner PO-2"},
		{"who gets stakeholders to take part", "who lead PL-1"},
		{"who makes sure everybody participates in the process", "who lead PL-1"},
		{"谁推动大家参与流程", "who lead PL-1"},
		{"各部门不配合谁来动员", "who lead PL-1"},
		{"who deals with stakeholders?", "who owner lead PO-2 PL-1"},
		{"谁负责干系人", "who owner lead PO-2 PL-1"},
		// PO-3, PL-3
		{"who makes sure the process improves", "who owner PO-3"},
		{"谁确保流程持续改进", "who owner PO-3"},
		{"who carries out the improvement of the process", "who lead PL-3"},
		{"who implements process improvements", "who lead PL-3"},
		{"谁具体实施流程改进", "who lead PL-3"},
		{"who is responsible for continual improvement", "who owner lead PO-3 PL-3"},
		{"持续改进谁负责", "who owner lead PO-3 PL-3"},
		// PO-4
		{"who can merge roles", "who owner PO-4"},
		{"who decides to add a new role", "who owner PO-4"},
		{"who may create roles here?", "who owner PO-4"},
		{"谁能合并角色", "who owner PO-4"},
		{"角色增减谁说了算", "who owner PO-4"},
		{"谁决定新增岗位", "who owner PO-4"},
		// PL-2
		{"who manages the interfaces to incident management", "who lead PL-2"},
		{"who looks after the relation with the other processes", "who lead PL-2"},
		{"跟变更管理的衔接谁管", "who lead PL-2"},
		{"谁管理和其他流程的关系", "who lead PL-2"},
		{"who watches the process day to day", "who lead"},
		{"谁日常监控流程执行", "who lead"},
		// SM-1, SM-4 requirements, SA-6
		{"who finds out what is required of the SLM process", "who manager SM-1"},
		{"谁识别流程的需求", "who manager SM-1"},
		{"who determines the service level requirements", "who manager SM-4"},
		{"who defines SLRs", "who manager SM-4"},
		{"谁确定SLR", "who manager SM-4"},
		{"谁来定服务级别需求", "who manager SM-4"},
		{"who asks the business what they need", "who admin SA-6"},
		{"who surveys the needs of the departments", "who admin SA-6"},
		{"谁去调研业务部门的需求", "who admin SA-6"},
		{"who is responsible for requirements", "who manager admin SM-1 SM-4 SA-6"},
		// SM-2, SA-1
		{"who builds the service catalogue", "who manager SM-2"},
		{"who created the catalog of services", "who manager SM-2"},
		{"谁建立服务目录", "who manager SM-2"},
		{"谁维护服务目录", "who manager admin SM-2 SA-1"},
		{"who keeps the service catalog up to date", "who manager admin SM-2 SA-1"},
		{"who is responsible for the service catalogue?", "who manager admin SM-2 SA-1"},
		{"服务目录归谁管", "who manager admin SM-2 SA-1"},
		{"who do i talk to about the service catalog", "who manager admin SM-2 SA-1"},
		// SM-3, SA-2
		{"who leads the set-up of the SLA structure", "who manager SM-3"},
		{"who designs the SLA framework", "who manager SM-3"},
		{"谁搭建SLA体系", "who manager SM-3"},
		{"who maintains the structure of service level management", "who admin SA-2"},
		{"谁维护服务级别管理结构", "who admin SA-2"},
		{"SLA structure - who?", "who manager admin SM-3 SA-2"},
		// SM-4, SA-3
		{"谁负责签订 OLA？", "who manager SM-4"},
		{"who signs OLAs", "who manager SM-4"},
		{"who negotiates with suppliers", "who manager SM-4"},
		{"who negotiates the UCs with the suppliers?", "who manager SM-4"},
		{"谁跟供应商谈合同", "who manager SM-4"},
		{"誰負責簽訂SLA", "who manager SM-4"},
		{"誰組織評審會議", "who manager SM-6"},
		{"我要签一份OLA找谁", "who manager SM-4"},
		{"who draws up SLAs", "who manager SM-4"},
		{"who renews the contracts", "who manager SM-4"},
		{"who singed the OLAs", "who manager SM-4"},
		{"who maintains the OLAs and UCs?", "who admin SA-3"},
		{"who files the signed agreements", "who admin SA-3"},
		{"who keeps the SLA records", "who admin SA-3"},
		{"谁维护SLA的记录", "who admin SA-3"},
		{"协议的档案谁保管", "who admin SA-3"},
		{"who is responsible for SLAs", "who manager admin SM-4 SA-3"},
		{"OLA 谁负责", "who manager admin SM-4 SA-3"},
		{"who handles UCs", "who manager admin SM-4 SA-3"},
		// SM-5, SA-4
		{"who compares actual levels with the SLA", "who manager SM-5"},
		{"who checks whether we met the SLA", "who manager SM-5"},
		{"谁分析实际达到的服务级别", "who manager SM-5"},
		{"谁把实际水平和SLA做对比", "who manager SM-5"},
		{"who records service level data", "who admin SA-4"},
		{"who collects the measurements", "who admin SA-4"},
		{"谁记录服务级别数据", "who admin SA-4"},
		{"who analyses the service level data", "who admin manager SA-4 SM-5"},
		{"服务级别数据谁负责", "who admin manager SA-4 SM-5"},
		// SM-6
		{"who runs the review meetings", "who manager SM-6"},
		{"who organises the service review?", "who manager SM-6"},
		{"who schedules the monthly SLA review", "who manager SM-6"},
		{"评审会议谁组织", "who manager SM-6"},
		{"谁开服务回顾会", "who manager SM-6"},
		// SM-7
		{"谁来处理流程中的问题", "who manager SM-7"},
		{"who handles problems in the process", "who manager SM-7"},
		{"who escalates to the process owner", "who manager SM-7"},
		{"who deals with SLA breaches", "who manager SM-7"},
		{"SLA违约了找谁", "who manager SM-7"},
		{"流程出了问题解决不了谁上报", "who manager SM-7"},
		// SM-8
		{"who sets the KPIs of the process", "who manager SM-8"},
		{"who writes the training material?", "who manager SM-8"},
		{"who plans trainings", "who manager SM-8"},
		{"谁写培训材料", "who manager SM-8"},
		{"流程的KPI谁定", "who manager SM-8"},
		// SA-5
		{"who makes the reports?", "who admin SA-5"},
		{"who sends the monthly service level report", "who admin SA-5"},
		{"谁出服务报告", "who admin SA-5"},
		{"月报谁做", "who admin SA-5"},
		// SA-7
		{"谁做满意度调查", "who admin SA-7"},
		{"who collects feedback from customers", "who admin SA-7"},
		{"who runs the satisfaction survey", "who admin SA-7"},
		{"where do complaints go, who takes them?", "who admin SA-7"},
		{"谁收集供应商的意见", "who admin SA-7"},
		{"我有意见找谁", "who admin SA-7"},
		{"who do I give feedback to", "who admin SA-7"},
	}, ask.Question{Asker: 6})
}

func TestActivitiesOnSomething(t *testing.T) {
	check(t, []row{
		{"who reports on the payment gateway SLA", "who admin SA-5 SLA-PAY-FIN"},
		{"who runs the review for the payroll SLA", "who manager SM-6 SLA-ORION-HR"},
		{"who collects feedback on e-mail", "who admin SA-7 MAIL"},
		{"支付网关的满意度调查谁做", "who admin SA-7 PAY-GW"},
		{"who records the data for VPN", "who admin SA-4 VPN"},
		{"payroll 的月报谁出", "who admin SA-5 ORION-PAYROLL"},
		{"who handles a breach of the payroll SLA", "who manager SM-7 SLA-ORION-HR"},
		{"who gets notified when SLA-ORION-HR breaches", "who admin SLA-ORION-HR"},
	}, ask.Question{})
}
