package company

import (
	"strings"
	"testing"
)

// bad are ways to spoil the small company: old becomes new, and want is every
// line of the error.
var bad = []struct {
	name, old, new string
	want           []string
}{
	{"unknown section", "parties:", "partys:", []string{
		`f:2: a company file has no key "partys"; did you mean "parties"?`,
	}},
	{"near key", "language: zh", "langauge: zh", []string{
		`f:6: a person has no key "langauge"; did you mean "language"?`,
	}},
	{"key written otherwise", "state: in force", "state: in force\n    answerWithin: 15m", []string{
		`f:20: an agreement has no key "answerWithin"; did you mean "answer within"?`,
	}},
	{"key from nowhere", "language: zh", "shoe size: 43", []string{
		`f:6: a person has no key "shoe size"; its keys are email, name, language, zone, party, guest, left`,
	}},
	{"key twice", "language: zh", "language: zh, language: en", []string{
		`f:6: a person has the key "language" twice; keep one`,
	}},
	{"key missing", "side: business, ", "", []string{
		`f:3: a party needs "side"; write side: business`,
	}},
	{"value missing", "kind: SLA", "kind:", []string{
		`f:11: an agreement needs "kind"; write kind: SLA`,
	}},
	{"entry is a word", "- {code: IT-OPS, side: internal, name: IT Operations}", "- IT-OPS", []string{
		`f:4: a party is written as keys and values, not as "IT-OPS"; its keys are code, side, name`,
		`f:6: there is no party "IT-OPS"; add it under "parties:"`,
		`f:14: there is no party "IT-OPS"; add it under "parties:"`,
	}},
	{"entry is empty", "[payroll, 工资系统]", "[payroll, ~]", []string{
		`f:9: an entry of aliases is empty; write it after the "- " or take the "- " out`,
	}},
	{"list is a word", "aliases: [payroll, 工资系统]", "aliases: payroll", []string{
		`f:9: aliases is a list, not "payroll"; begin each entry with "- ", or write [one, two]`,
	}},
	{"word is a list", "kind: SLA", "kind: [SLA]", []string{
		"f:12: a single value belongs here, not a list",
	}},
	{"empty word", "name: Jonas Weber", `name: "  "`, []string{
		"f:7: there is an empty text here; write something or take its key out",
	}},
	{"text without words", "name: IT Operations", "name: {}", []string{
		"f:4: there is a text without words here; write {en: ..., zh: ...}",
	}},
	{"text in a third language", "zh: 人力资源部}}", "fr: RH}}", []string{
		`f:3: a text in two languages has no key "fr"; its keys are en, zh`,
	}},
	{"line break", "name: IT Operations", `name: "IT\nOperations"`, []string{
		`f:4: "IT\nOperations" has a line break or control character; write it on one line`,
	}},
	{"too long", "name: IT Operations", "name: " + strings.Repeat("IT", 101), []string{
		`f:4: "ITITITITITITITITITITITITITITITITITITITITITITITITITITITITITIT..." has more than 200 characters; write it shorter`,
	}},
	{"code in small letters", "code: IT-OPS", "code: it_ops", []string{
		`f:4: "it_ops" is not a code, which has capital letters, digits and single dashes; write IT-OPS`,
	}},
	{"code in Chinese", "code: ORION-PAYROLL", "code: 薪资", []string{
		`f:9: "薪资" is not a code, which has capital letters, digits and single dashes; write one such as SLA-ORION-HR`,
		`f:16: there is no service "ORION-PAYROLL"; add it under "services:"`,
	}},
	{"code twice", "code: IT-OPS", "code: HR", []string{
		"f:4: there is a party HR already, on line 3; each needs its own",
		`f:6: there is no party "IT-OPS"; add it under "parties:"`,
		`f:14: there is no party "IT-OPS"; add it under "parties:"`,
	}},
	{"e-mail twice", "jonas.weber@orion.example, name", "MEI.LIN@orion.example, name", []string{
		"f:7: there is a person mei.lin@orion.example already, on line 6; each needs its own",
		`f:26: there is no person "jonas.weber@orion.example"; add it under "people:"`,
	}},
	{"e-mail without domain", "Mei.Lin@Orion.example", "mei.lin@orion", []string{
		`f:6: "mei.lin@orion" is not an e-mail address; write one such as mei.lin@orion.example`,
		`f:23: there is no person "mei.lin@orion.example"; add it under "people:"`,
		`f:24: there is no person "mei.lin@orion.example"; add it under "people:"`,
		`f:26: there is no person "mei.lin@orion.example"; add it under "people:"`,
	}},
	{"e-mail with a name", "Mei.Lin@Orion.example", "Lin Mei <mei.lin@orion.example>", []string{
		`f:6: "Lin Mei <mei.lin@orion.example>" has more than an e-mail address; write mei.lin@orion.example`,
	}},
	{"e-mail in Chinese", "Mei.Lin@Orion.example", "林梅@orion.example", []string{
		`f:6: "林梅@orion.example" is not an e-mail address; write one such as mei.lin@orion.example`,
		`f:23: there is no person "mei.lin@orion.example"; add it under "people:"`,
		`f:24: there is no person "mei.lin@orion.example"; add it under "people:"`,
		`f:26: there is no person "mei.lin@orion.example"; add it under "people:"`,
	}},
	{"e-mail with a space", "Mei.Lin@Orion.example", "'\"mei lin\"@orion.example'", []string{
		`f:6: "\"mei lin\"@orion.example" is not an e-mail address; write one such as mei.lin@orion.example`,
		`f:23: there is no person "mei.lin@orion.example"; add it under "people:"`,
		`f:24: there is no person "mei.lin@orion.example"; add it under "people:"`,
		`f:26: there is no person "mei.lin@orion.example"; add it under "people:"`,
	}},
	{"unknown language", "language: zh", "language: fr", []string{
		`f:6: "fr" is not a language that Steward speaks; write en or zh`,
	}},
	{"unknown side", "side: internal", "side: intern", []string{
		`f:4: "intern" is not a side; did you mean internal?`,
	}},
	{"unknown kind", "kind: SLA", "kind: SLO", []string{
		`f:12: "SLO" is not a kind of agreement; write SLR, SLA, OLA or UC`,
	}},
	{"unknown state", "state: in force", "state: active", []string{
		`f:19: "active" is not the state of an agreement; write draft, negotiating, signed, in force, expiring, expired or terminated`,
	}},
	{"unknown role", "role: service-level-manager", "role: service level manger", []string{
		`f:23: "service level manger" is not a role; did you mean service-level-manager?`,
	}},
	{"unknown zone", "zone: Europe/Berlin", "zone: Europe/Munich", []string{
		`f:7: "Europe/Munich" is not a time zone; write one such as Europe/Berlin`,
	}},
	{"Beijing", "zone: Asia/Shanghai", "zone: Asia/Beijing", []string{
		`f:1: "Asia/Beijing" is not a time zone; write one such as Asia/Shanghai`,
	}},
	{"no zone", ", zone: Asia/Shanghai", "", []string{
		"f:6: there is no time zone for a person; write company: {zone: Asia/Shanghai} at the top of the file",
	}},
	{"zone of the machine", "zone: Europe/Berlin", "zone: Local", []string{
		`f:7: "Local" is not a time zone; write one such as Asia/Shanghai or Europe/Berlin`,
	}},
	{"yes", "deputy: true", "deputy: yes", []string{
		`f:24: "yes" is not true or false; write true or false`,
	}},
	{"no such day", "from: 2026-03-29", "from: 2026-02-30", []string{
		`f:26: "2026-02-30" is not a day from 1970-01-01 to 2199-12-31; write one such as 2026-01-31`,
	}},
	{"day written otherwise", "from: 2026-03-29", "from: 29.03.2026", []string{
		`f:26: "29.03.2026" is not a day from 1970-01-01 to 2199-12-31; write one such as 2026-01-31`,
	}},
	{"day of another age", "from: 2026-03-29", "from: 0226-03-29", []string{
		`f:26: "0226-03-29" is not a day from 1970-01-01 to 2199-12-31; write one such as 2026-01-31`,
	}},
	{"end before begin", "to: 2026-12-31", "to: 2025-12-31", []string{
		`f:18: "to" (2025-12-31) is before "from" (2026-01-01); write the first day as "from" and the last day as "to"`,
	}},
	{"objective without percent", "99.9 %", "99.9", []string{
		`f:21: "99.9" is not a percentage above 0% and up to 100%, with at most four decimals; write one such as 99.9%`,
	}},
	{"objective above all", "99.9 %", "110%", []string{
		`f:21: "110%" is not a percentage above 0% and up to 100%, with at most four decimals; write one such as 99.9%`,
	}},
	{"objective of nothing", "99.9 %", "0%", []string{
		`f:21: "0%" is not a percentage above 0% and up to 100%, with at most four decimals; write one such as 99.9%`,
	}},
	{"target twice", "targets:", "targets:\n      - {key: availability, name: up, objective: 99%}", []string{
		"f:22: the agreement has a target availability already; give this one another key",
	}},
	{"target key with capitals", "key: availability", "key: Availability Rate", []string{
		`f:21: "Availability Rate" is not a key, which has small letters, digits and single dashes; write availability-rate`,
	}},
	{"answer never", "state: in force", "state: in force\n    answer within: 0s", []string{
		`f:20: "0s" is not a length of time from 1s to 720h; write one such as 15m, 2h or 1h30m`,
	}},
	{"answer soon", "state: in force", "state: in force\n    answer within: soon", []string{
		`f:20: "soon" is not a length of time from 1s to 720h; write one such as 15m, 2h or 1h30m`,
	}},
	{"alert nobody", "state: in force", "state: in force\n    alert: nobody", []string{
		`f:20: "nobody" is not a role; write process-owner, process-lead, service-level-manager or service-level-administrator`,
	}},
	{"no such party", "provider: IT-OPS", "provider: IT-OSP", []string{
		`f:14: there is no party "IT-OSP"; did you mean IT-OPS?`,
	}},
	{"no party near", "consumer: HR", "consumer: MOON", []string{
		`f:15: there is no party "MOON"; add it under "parties:"`,
	}},
	{"no such service", "[ORION-PAYROLL]", "[ORION-PAYROL]", []string{
		`f:16: there is no service "ORION-PAYROL"; did you mean ORION-PAYROLL?`,
	}},
	{"no service", "[ORION-PAYROLL]", "[]", []string{
		"f:16: an agreement is about one service at least; write services: [ORION-PAYROLL]",
	}},
	{"service twice", "[ORION-PAYROLL]", "[ORION-PAYROLL, ORION-PAYROLL]", []string{
		"f:16: service ORION-PAYROLL is named twice; keep one",
	}},
	{"no such person", "holder: mei.lin@orion.example, agreement", "holder: me.lin@orion.example, agreement", []string{
		`f:24: there is no person "me.lin@orion.example"; did you mean mei.lin@orion.example?`,
	}},
	{"no such agreement", "agreement: SLA-ORION-HR", "agreement: SLA-ORION-RH", []string{
		`f:24: there is no agreement "SLA-ORION-RH"; did you mean SLA-ORION-HR?`,
	}},
	{"agreement and service", "agreement: SLA-ORION-HR", "agreement: SLA-ORION-HR, service: ORION-PAYROLL", []string{
		"f:24: an assignment is for an agreement or for a service; write two assignments for both",
	}},
	{"assignment twice", "assignments:", "assignments:\n  - {role: service-level-manager, holder: mei.lin@orion.example, from: 2026-01-01, to: 2026-03-31}", []string{
		"f:24: this is on line 23 already; take one of the two out",
	}},
	{"cover twice", "covers:", "covers:\n  - {absent: jonas.weber@orion.example, by: mei.lin@orion.example, from: 2026-03-29, to: 2026-03-29}", []string{
		"f:27: this is on line 26 already; take one of the two out",
	}},
	{"promise to itself", "provider: IT-OPS", "provider: HR", []string{
		"f:15: HR cannot promise something to itself; name another provider or consumer",
	}},
	{"sides swapped", "provider: IT-OPS\n    consumer: HR", "provider: HR\n    consumer: IT-OPS", []string{
		"f:15: an SLA is promised to a customer or business unit, and IT-OPS is an internal team; name another party or kind of agreement",
	}},
	{"not an internal team", "kind: SLA", "kind: UC", []string{
		"f:14: a UC is promised by a supplier, and IT-OPS is an internal team; name another party or kind of agreement",
	}},
	{"an SLA underpins", "state: in force", "state: in force\n    underpins: [SLA-ORION-HR]", []string{
		"f:20: only an OLA or a UC underpins; write SLA-ORION-HR under the agreement that carries it",
	}},
	{"covers himself", "by: mei.lin@orion.example", "by: jonas.weber@orion.example", []string{
		`f:26: "absent" and "by" are the same person; name somebody else, or leave "by" out if nobody stands in`,
	}},
	{"a reference", "name: IT Operations", "name: *it", []string{
		"f: is not YAML: unknown anchor 'it' referenced; look at the first lines, save it as UTF-8, and quote a text that begins with *",
	}},
	{"an anchored reference", "name: {en: Human Resources, zh: 人力资源部}}\n  - {code: IT-OPS, side: internal, name: IT Operations}", "name: &hr {en: HR}}\n  - {code: IT-OPS, side: internal, name: *hr}", []string{
		"f:4: a text in two languages is written as keys and values, not as a reference (*); its keys are en, zh",
	}},
	{"not YAML", "kind: SLA", "kind: SLA: no", []string{
		"f:12: is not YAML: mapping values are not allowed in this context; look at the indentation, colons and quotes here and just above",
	}},
	{"two documents", "services:", "---\nservices:", []string{
		`f:8: a company file is one document; take out the line "---"`,
	}},
	{"carries itself", small, chain("[A]", ""), []string{
		"f:8: an agreement cannot carry itself (A > A); take one of these out",
	}},
	{"carries in a circle", small, chain("[B]", "[A]"), []string{
		"f:9: an agreement cannot carry itself (B > A > B); take one of these out",
	}},
	{"carries twice", small, chain("[B, B]", ""), []string{
		"f:8: agreement B is named twice; keep one",
	}},
	{"a role into itself", "assignments:", "merges:\n  - {role: process-lead, into: process-lead, by: mei.lin@orion.example, from: 2026-01-01}\nassignments:", []string{
		"f:23: a role cannot become part of itself; name another one",
	}},
	{"merges that contradict", "assignments:", `merges:
  - {role: process-owner, into: service-level-manager, by: mei.lin@orion.example, from: 2026-02-01, to: 2026-02-09, undone by: mei.lin@orion.example}
  - {role: process-owner, into: process-lead, by: mei.lin@orion.example, from: 2026-02-05}
  - {role: process-lead, into: process-owner, by: mei.lin@orion.example, from: 2026-01-01, undone by: mei.lin@orion.example}
assignments:`, []string{
		"f:24: one of the two roles is part of another already then; write when that was undone, or take one of the merges out",
		`f:25: "undone by" needs the day; write it as "to"`,
	}},
	{"nothing", small, "", []string{
		`f: is empty; begin with "company:", "parties:" or another section`,
	}},
	{"a comment", small, "# later\n", []string{
		`f: is empty; begin with "company:", "parties:" or another section`,
	}},
	{"null", small, "~", []string{
		`f: is empty; begin with "company:", "parties:" or another section`,
	}},
	{"a word", small, "company", []string{
		`f:1: a company file is written as keys and values, not as "company"; its keys are company, parties, people, services, roles, calendars, agreements, assignments, covers, merges`,
	}},
	{"several", "{code: HR, side: business,", "{code: HR, side: busyness, boss: me,", []string{
		`f:3: a party has no key "boss"; its keys are code, side, name`,
		`f:3: "busyness" is not a side; did you mean business?`,
	}},
}

func TestReadSaysWhatIsWrong(t *testing.T) {
	for _, c := range bad {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(small, c.old, c.new, 1)
			if text == small {
				t.Fatalf("the small company has no %q to spoil", c.old)
			}
			_, err := Read(strings.NewReader(text), "f")
			if want := strings.Join(c.want, "\n"); err == nil || err.Error() != want {
				t.Errorf("\n got %v\nwant %s", err, want)
			}
		})
	}
}
