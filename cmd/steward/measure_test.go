package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

func TestMeasureFile(t *testing.T) {
	t.Parallel()
	here := newShell(t)
	here.says("import", file(t, "company.yaml", relativeDay.ReplaceAllString(demoCompany, "2026-06-15")))
	const heading = "key,agreement,target,from,to,good,total,value,corrects\n"
	const a = "a,SLA-ORION-HR,availability,2026-06-15T11:00:00Z,2026-06-15T12:00:00Z,3600,3600,,\n"
	const b = "b,sla-orion-hr,availability,2026-06-15 20:00,2026-06-15 21:00,3599,3600,,\n"
	measured := file(t, "june.csv", heading+a+b)
	steps := []struct {
		name string
		args []string
		says string
		ends string // the error
	}{
		{"look", []string{measured, "--dry-run", "--zone", "Asia/Shanghai"}, "2 measurements can be taken.\n", ""},
		{"take", []string{measured, "--zone", "Asia/Shanghai"}, "2 stored, 0 repeated, 0 refused.\n", ""},
		{"again", []string{measured, "--zone", "Asia/Shanghai"}, "0 stored, 2 repeated, 0 refused.\n", ""},
		{"of another source", []string{measured, "--zone", "Asia/Shanghai", "--source", "other"}, "2 stored, 0 repeated, 0 refused.\n", ""},
		{"no zone", []string{measured}, `line 3, column 4: "2026-06-15 20:00" might be anywhere`, "1 of 2 measurements cannot be taken: nothing was stored"},
		{"a zone that is none", []string{measured, "--zone", "Mars"}, "", `there is no zone "Mars"`},
		{
			"one that is refused",
			[]string{file(t, "bad.csv", heading+strings.Replace(a, "a,", "c,", 1)+strings.Replace(a, "SLA-ORION-HR", "SLA-9", 1))},
			"line 3: I know no agreement SLA-9.", "1 of 2 measurements cannot be taken: nothing was stored",
		},
		{"nothing of it was stored", []string{file(t, "c.csv", heading+strings.Replace(a, "a,", "c,", 1))}, "1 stored", ""},
		{"a correction", []string{file(t, "fix.csv", heading+strings.Replace(a, "a,", "d,", 1)[:len(a)-1]+"a\n")}, "1 stored", ""},
		{"a correction of nothing", []string{file(t, "fix.csv", heading+strings.Replace(a, "a,", "e,", 1)[:len(a)-1]+"x\n")}, "line 2: There is no measurement x", "some measurements were refused"},
		{"no file", []string{"nowhere.csv"}, "", "no such file"},
		{"no table", []string{file(t, "x.csv", "a,b\n")}, "", `there is no column "a"`},
	}
	for _, step := range steps {
		var out bytes.Buffer
		err := run(t.Context(), append([]string{"measure"}, step.args...), func(name string) string { return here.env[name] }, &out, io.Discard)
		if !strings.Contains(out.String(), step.says) || (err != nil) != (step.ends != "") || err != nil && !strings.Contains(err.Error(), step.ends) {
			t.Errorf("%s: %s%v", step.name, out.String(), err)
		}
	}
}
