package slacksim

// ExampleWorkspace is a small workspace with one app, for trying things out.
func ExampleWorkspace() Workspace {
	return Workspace{
		Name: "Northwind Demo", Domain: "northwind-demo",
		People: []Person{
			{Handle: "mei.lin", RealName: "Mei Lin", Email: "mei.lin@example.com", Title: "Payroll", Locale: "zh-CN", TZ: "Asia/Shanghai"},
			{Handle: "jonas.weber", RealName: "Jonas Weber", Email: "jonas.weber@example.com", Title: "Network", Locale: "de-DE", TZ: "Europe/Berlin"},
			{Handle: "ana.souza", RealName: "Ana Souza", Email: "ana.souza@example.com", Title: "Supplier", TZ: "America/Sao_Paulo", Guest: true},
		},
		Apps: []App{{
			Name:     "Steward",
			Commands: []Command{{Name: "/sla", Usage: "who | status | help", About: "Service promises", Escape: true}},
		}},
		Channels: []Channel{
			{Name: "general", Topic: "Everything", Members: []string{"mei.lin", "jonas.weber", "steward"}},
			{Name: "helpdesk", Topic: "Ask here", Members: []string{"mei.lin", "jonas.weber", "ana.souza", "steward"}},
		},
	}
}
