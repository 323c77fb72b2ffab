package ask_test

import "steward/slm"

// company is a small directory with names that are easy to confuse.
func company() *slm.Directory {
	person := func(id int64, email, en, zh, slack string) slm.Person {
		return slm.Person{ID: id, Email: email + "@orion.example", Name: slm.Text{EN: en, ZH: zh}, SlackID: slack}
	}
	promise := func(code string, kind slm.AgreementKind, en, zh, provider, consumer string, services ...string) slm.Agreement {
		return slm.Agreement{
			Code: code, Kind: kind, Title: slm.Text{EN: en, ZH: zh}, Provider: provider, Consumer: consumer,
			Services: services, State: "in force", AlertRole: slm.ServiceLevelAdministrator,
		}
	}
	d := &slm.Directory{
		People: []slm.Person{
			person(1, "mei.lin", "Lin Mei", "林梅", "U001"),
			person(2, "jonas.weber", "Jonas Weber", "", "U002"),
			person(3, "wang.fang", "Wang Fang", "王芳", "U003"),
			person(4, "zhang.wei", "Zhang Wei", "张伟", "U004"),
			person(5, "li.wei", "Li Wei", "李伟", "U005"),
			person(6, "priya.nair", "Priya Nair", "", "U006"),
			person(7, "sarah.miller", "Sarah Miller", "", "U007"),
			person(8, "chen.jing", "Chen Jing", "陈静", "U008"),
		},
		Parties: []slm.Party{
			{Code: "HR", Name: slm.Text{EN: "Human Resources", ZH: "人力资源部"}, Side: slm.Business},
			{Code: "FIN", Name: slm.Text{EN: "Finance", ZH: "财务部"}, Side: slm.Business},
			{Code: "SALES", Name: slm.Text{EN: "Sales", ZH: "销售部"}, Side: slm.Business},
			{Code: "IT-OPS", Name: slm.Text{EN: "IT Operations", ZH: "运维部"}, Side: slm.Internal},
			{Code: "IT-NET", Name: slm.Text{EN: "Network Team", ZH: "网络组"}, Side: slm.Internal},
			{Code: "IT-DB", Name: slm.Text{EN: "Database Team", ZH: "数据库组"}, Side: slm.Internal},
			{Code: "NIMBUS", Name: slm.Text{EN: "Nimbus Cloud", ZH: "云雨科技"}, Side: slm.Supplier},
			{Code: "TELVIA", Name: slm.Text{EN: "Telvia", ZH: "泰维电信"}, Side: slm.Supplier},
		},
		Services: []slm.Service{
			{Code: "ORION-PAYROLL", Name: slm.Text{EN: "Orion payroll", ZH: "猎户薪资"}, Aliases: []string{"payroll", "工资系统"}, State: "live"},
			{Code: "ORION-LEAVE", Name: slm.Text{EN: "Orion leave", ZH: "猎户假勤"}, Aliases: []string{"假勤系统"}, State: "live"},
			{Code: "ATLAS-CRM", Name: slm.Text{EN: "Atlas CRM", ZH: "阿特拉斯客户系统"}, Aliases: []string{"CRM", "Atlas"}, State: "live"},
			{Code: "MAIL", Name: slm.Text{EN: "E-mail", ZH: "邮件服务"}, Aliases: []string{"email", "mail", "邮箱"}, State: "live"},
			{Code: "PAY-GW", Name: slm.Text{EN: "Payment gateway", ZH: "支付网关"}, Aliases: []string{"支付"}, State: "live"},
			{Code: "VPN", Name: slm.Text{EN: "Remote access", ZH: "远程接入"}, Aliases: []string{"VPN"}, State: "live"},
		},
		Agreements: []slm.Agreement{
			promise("SLA-ORION-HR", slm.SLA, "Orion payroll for Human Resources", "人力资源部猎户薪资服务", "IT-OPS", "HR", "ORION-PAYROLL"),
			promise("SLA-LEAVE-HR", slm.SLA, "Orion leave for Human Resources", "人力资源部猎户假勤服务", "IT-OPS", "HR", "ORION-LEAVE"),
			promise("SLA-ATLAS-SALES", slm.SLA, "Atlas CRM for Sales", "销售部客户系统服务", "IT-OPS", "SALES", "ATLAS-CRM"),
			promise("SLA-MAIL-ALL", slm.SLA, "E-mail for everybody", "全员邮件服务", "IT-OPS", "HR", "MAIL"),
			promise("SLA-PAY-FIN", slm.SLA, "Payment gateway for Finance", "财务部支付网关服务", "IT-OPS", "FIN", "PAY-GW"),
			promise("SLA-ATLAS-FIN", slm.SLA, "Atlas CRM for Finance", "财务部客户系统服务", "IT-OPS", "FIN", "ATLAS-CRM"),
			promise("OLA-DB-ORION", slm.OLA, "Database for Orion payroll", "猎户薪资数据库支持", "IT-DB", "IT-OPS", "ORION-PAYROLL"),
			promise("OLA-NET-PAY", slm.OLA, "Network for the payment gateway", "支付网关网络支持", "IT-NET", "IT-OPS", "PAY-GW"),
			promise("OLA-NET-VPN", slm.OLA, "Network for remote access", "远程接入网络支持", "IT-NET", "IT-OPS", "VPN"),
			promise("UC-NIMBUS-HOSTING", slm.UC, "Hosting by Nimbus", "云雨托管合同", "NIMBUS", "IT-OPS", "ORION-PAYROLL", "ATLAS-CRM"),
			promise("UC-TELVIA-LINES", slm.UC, "Lines by Telvia", "泰维专线合同", "TELVIA", "IT-OPS", "VPN"),
			promise("SLR-LEAVE-2027", slm.SLR, "Requirements for leave 2027", "2027年假勤需求", "IT-OPS", "HR", "ORION-LEAVE"),
		},
	}
	return d.Index()
}
