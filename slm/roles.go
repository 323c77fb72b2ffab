package slm

// Roles are the four roles that every installation starts with, in the order
// in which people see them. The ids of the clauses never change: answers and
// records cite them.
var Roles = []Role{
	{
		Key:   ProcessOwner,
		Name:  Text{"SLM Process Owner", "服务级别管理流程主管"},
		Short: Text{"Process Owner", "流程主管"},
		Purpose: Text{
			"Owns the service level management process as a whole, watches it from above and makes sure that the whole company follows it; decides when roles are added or merged.",
			"对服务级别管理流程整体负责，从全局监督流程，确保全公司遵照执行；并视情况决定角色的增设与合并。",
		},
		Responsibilities: []Clause{
			{"PO-1", Text{"makes sure that the SLM process runs effectively", "确保服务级别管理流程有效运行"}},
			{"PO-2", Text{"brings the stakeholders into line with each other, so that the process gets from them what it needs", "协调各相关方达成一致，使其为流程提供所需的支持"}},
			{"PO-3", Text{"makes sure that the process keeps being improved", "确保流程得到持续改进"}},
			{"PO-4", Text{"decides when roles of the process are added or merged", "决定流程角色的增设与合并"}},
		},
		Qualifications: []Clause{
			{"PO-Q1", Text{"has the authority to decide, and to have the process carried out across the company", "拥有决策权，并有权在公司内推动流程执行"}},
			{"PO-Q2", Text{"understands what the business needs and knows the company's process framework", "了解业务需求，熟悉公司的流程框架"}},
			{"PO-Q3", Text{"communicates well and can bring stakeholders to agree", "善于沟通，能够协调各相关方"}},
			{"PO-Q4", Text{"understands well what the business expects of service level management", "充分理解业务对服务级别管理的期望"}},
			{"PO-Q5", Text{"plans, organises, leads and controls; weighs opinions, and defines the operations processes and optimises them regularly and on time", "具备计划、组织、领导和控制能力；能够权衡各方意见，按时制定并定期优化运维流程"}},
		},
	},
	{
		Key:   ProcessLead,
		Name:  Text{"SLM Process Execution Lead", "流程执行负责人"},
		Short: Text{"Execution Lead", "执行负责人"},
		Purpose: Text{
			"Helps the process owner to improve the process and follows its execution day by day, so that it runs smoothly.",
			"协助流程主管改进流程，并日常监控流程的执行，保证其顺畅运行。",
		},
		Responsibilities: []Clause{
			{"PL-1", Text{"gets every stakeholder to take full part; asks the process owner to coordinate resources in exceptional cases", "推动各相关方充分参与流程；特殊情况下请流程主管协调资源"}},
			{"PL-2", Text{"manages how this process works together with the others, such as incident, problem, change, supplier and capacity management", "管理本流程与事件、问题、变更、供应商、容量等其他流程的衔接关系"}},
			{"PL-3", Text{"carries out the continual improvement of the process", "实施流程的持续改进"}},
		},
		Qualifications: []Clause{
			{"PL-Q1", Text{"knows the basics of the company's service management system", "了解公司服务管理体系的基础知识"}},
			{"PL-Q2", Text{"gets things done and can make sure that the process is executed correctly", "执行力强，能够保证流程得到正确执行"}},
			{"PL-Q3", Text{"knows the present state of the process and how it is really followed", "了解流程的现状及实际执行情况"}},
			{"PL-Q4", Text{"plans, organises, leads and controls; weighs opinions, and defines the service level process and optimises it regularly and on time", "具备计划、组织、领导和控制能力；能够权衡各方意见，按时制定并定期优化服务级别流程"}},
		},
	},
	{
		Key:   ServiceLevelManager,
		Name:  Text{"Service Level Manager", "服务级别经理"},
		Short: Text{"SL Manager", "级别经理"},
		Purpose: Text{
			"Agrees with customers, internal teams and suppliers which service levels are promised, compares what is delivered with what was agreed, and takes care of what goes wrong.",
			"与客户、内部团队和供应商商定服务级别，对照协议评价实际交付情况，并处理出现的问题。",
		},
		Responsibilities: []Clause{
			{"SM-1", Text{"finds out and organises what is required of the SLM process", "识别并组织梳理对服务级别管理流程的要求"}},
			{"SM-2", Text{"builds and maintains the catalogue of the services that customers can get today", "建立并维护当前可向客户提供的服务目录"}},
			{"SM-3", Text{"leads the set-up of the SLA structure", "主导建立 SLA 体系结构"}},
			{"SM-4", Text{"determines the requirements (SLRs); negotiates and signs SLAs with customers, OLAs with internal teams and UCs with suppliers", "确定服务级别需求（SLR）；与客户协商并签订 SLA，与内部团队协商并签订 OLA，与供应商协商并签订 UC"}},
			{"SM-5", Text{"analyses the service levels really delivered and compares them with those agreed in the SLA", "分析实际达到的服务级别，并与 SLA 中约定的级别进行比较"}},
			{"SM-6", Text{"organises and holds the regular review meetings", "组织并召开定期的服务评审会议"}},
			{"SM-7", Text{"handles the problems that come up in the process, and escalates to the process owner without delay what cannot be solved", "处理流程中出现的问题，无法解决的及时上报流程主管"}},
			{"SM-8", Text{"sets the KPIs of the process; writes its training plan and training material", "制定流程的关键绩效指标（KPI）；编写培训计划和培训材料"}},
		},
		Qualifications: []Clause{
			{"SM-Q1", Text{"knows the company's IT architecture and the concepts of IT service management", "了解公司的 IT 架构和 IT 服务管理理念"}},
			{"SM-Q2", Text{"has designed processes before and can draw them with a flow-charting tool", "有流程设计经验，会使用流程图工具绘制流程"}},
			{"SM-Q3", Text{"works well in a team and across departments", "具备良好的团队合作和跨部门协作能力"}},
			{"SM-Q4", Text{"decides and judges well", "具备良好的决策和判断能力"}},
			{"SM-Q5", Text{"is strong at analysing and solving problems: finds what goes wrong in the execution and proposes improvements", "分析和解决问题的能力强：能发现执行中的问题并提出改进建议"}},
		},
	},
	{
		Key:   ServiceLevelAdministrator,
		Name:  Text{"Service Level Administrator", "服务级别管理员"},
		Short: Text{"SL Administrator", "级别管理员"},
		Purpose: Text{
			"Keeps the catalogue, the agreements' records and the service level data in order, reports on them regularly, and listens to those who use and provide the services.",
			"维护服务目录、协议记录和服务级别数据，定期出具报告，并听取服务使用方与提供方的意见。",
		},
		Responsibilities: []Clause{
			{"SA-1", Text{"keeps the service catalogue up to date", "日常维护服务目录"}},
			{"SA-2", Text{"maintains a fitting structure for service level management", "维护合适的服务级别管理结构"}},
			{"SA-3", Text{"maintains the records of the OLAs, UCs and SLAs", "维护 OLA、UC 和 SLA 的记录"}},
			{"SA-4", Text{"records, analyses and compares the service level data", "记录、分析和比较服务级别数据"}},
			{"SA-5", Text{"makes the regular reports on the service levels", "定期编制服务级别报告"}},
			{"SA-6", Text{"surveys which service levels the business departments need", "调研业务部门的服务级别需求"}},
			{"SA-7", Text{"collects feedback and opinions from business departments, internal IT departments and external suppliers, analyses and compares them", "收集业务部门、内部 IT 部门和外部供应商的反馈与意见，并进行分析比较"}},
		},
		Qualifications: []Clause{
			{"SA-Q1", Text{"understands the policies and standards of service level management", "理解服务级别管理的政策和标准"}},
			{"SA-Q2", Text{"understands the structure of service level management", "理解服务级别管理的结构"}},
			{"SA-Q3", Text{"communicates and negotiates well", "具备良好的沟通和协商能力"}},
		},
	},
}

// SharedWork is the work that more than one role touches: who does the first
// step, or decides, is named first.
var SharedWork = []Shared{
	{"catalogue", []string{"SM-2", "SA-1"}},
	{"agreements", []string{"SM-4", "SA-3"}},
	{"level data", []string{"SA-4", "SM-5"}},
	{"structure", []string{"SM-3", "SA-2"}},
	{"needs", []string{"SM-1", "SM-4", "SA-6"}},
	{"improvement", []string{"PO-3", "PL-3"}},
	{"stakeholders", []string{"PO-2", "PL-1"}},
}
