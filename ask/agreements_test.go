package ask_test

import (
	"testing"

	"steward/ask"
)

func TestAgreements(t *testing.T) {
	check(t, []row{
		{"who handles the Orion payroll SLA?", "who manager admin SM-4 SA-3 SLA-ORION-HR"},
		{"who is responsible for the Orion payroll SLA?", "who manager admin SM-4 SA-3 SLA-ORION-HR"},
		{"Who is responsible for SLA-ORION-HR", "who manager admin SM-4 SA-3 SLA-ORION-HR"},
		{"who owns sla orion hr", "who manager admin SM-4 SA-3 SLA-ORION-HR"},
		{"SLA－ORION－HR 谁负责", "who manager admin SM-4 SA-3 SLA-ORION-HR"},
		{"slaorionhr owner?", "who manager admin SM-4 SA-3 SLA-ORION-HR"},
		{"payroll sla who??", "who manager admin SM-4 SA-3 SLA-ORION-HR"},
		{"hey guys quick q, who owns the payrol SLA", "who manager admin SM-4 SA-3 SLA-ORION-HR"},
		{"who is in charge of the pay roll SLA", "who manager admin SM-4 SA-3 SLA-ORION-HR"},
		{"猎户薪资的SLA谁负责？", "who manager admin SM-4 SA-3 SLA-ORION-HR"},
		{"请问工资系统的服务级别协议归谁管", "who manager admin SM-4 SA-3 SLA-ORION-HR"},
		{"who signs the Orion payroll SLA", "who manager SM-4 SLA-ORION-HR"},
		{"who negotiated the payroll sla", "who manager SM-4 SLA-ORION-HR"},
		{"who keeps the records of the Orion payroll SLA", "who admin SA-3 SLA-ORION-HR"},
		{"猎户薪资 SLA 谁签的", "who manager SM-4 SLA-ORION-HR"},
		{"谁保管猎户薪资SLA的档案", "who admin SA-3 SLA-ORION-HR"},
		{"Orion payroll 的 OLA 谁管", "who manager admin SM-4 SA-3 OLA-DB-ORION"},
		{"who is responsible for the Nimbus contract", "who manager admin SM-4 SA-3 UC-NIMBUS-HOSTING"},
		{"who signed the Telvia UC", "who manager SM-4 UC-TELVIA-LINES"},
		{"谁负责和泰维电信签合同", "who manager SM-4 UC-TELVIA-LINES"},
		{"who handles the Atlas SLA for Finance", "who manager admin SM-4 SA-3 SLA-ATLAS-FIN"},
		{"who handles the Atlas SLA", "ask-back SLA-ATLAS-SALES SLA-ATLAS-FIN"},
		{"who handles the Orion SLA", "ask-back SLA-ORION-HR SLA-LEAVE-HR"},
		{"who handles the leave SLR", "who manager SM-4 SLR-LEAVE-2027"},
		{"who handles the Zeppelin SLA?", "unknown"},
		{"谁负责齐柏林的SLA", "unknown"},
		{"who handles Orion payroll?", "who manager admin SM-4 SA-3 ORION-PAYROLL"},
		{"支付网管的负责人是谁", "who manager admin SM-4 SA-3 PAY-GW"},
		{"paymnt gatway owner?", "who manager admin SM-4 SA-3 PAY-GW"},
		{"who is responsible for Finance", "ask-back SLA-PAY-FIN SLA-ATLAS-FIN"},
		{"who reports on the payment gateway SLA", "who admin SA-5 SLA-PAY-FIN"},
		{"who handles the email UC", "who manager admin SM-4 SA-3 MAIL"},
	}, ask.Question{})
}
