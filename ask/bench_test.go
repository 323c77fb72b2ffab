package ask_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"steward/ask"
	"steward/slm"
)

// large is a directory of the size that the index must bear: 10,000 agreements
// and 5,000 people, with names that share most of their words.
func large() *slm.Directory {
	first := []string{"Orion", "Atlas", "Vega", "Lyra", "Cygnus", "Draco", "Hydra", "Pavo", "Corvus", "Aquila"}
	firstZH := []string{"猎户", "阿特拉斯", "织女", "天琴", "天鹅", "天龙", "长蛇", "孔雀", "乌鸦", "天鹰"}
	second := []string{"payroll", "leave", "billing", "storage", "archive", "payment", "printing", "backup", "gateway", "portal"}
	secondZH := []string{"薪资", "假勤", "计费", "存储", "归档", "支付", "打印", "备份", "网关", "门户"}
	family := []string{"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"}
	given := []string{"伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "涛", "明"}
	d := &slm.Directory{}
	for i := range 1000 {
		a, b := i%10, i/10%10
		d.Services = append(d.Services, slm.Service{
			Code: fmt.Sprintf("SVC-%d", i),
			Name: slm.Text{EN: fmt.Sprintf("%s %s %d", first[a], second[b], i/100), ZH: fmt.Sprintf("%s%s%d", firstZH[a], secondZH[b], i/100)},
		})
	}
	for i := range 200 {
		d.Parties = append(d.Parties, slm.Party{Code: fmt.Sprintf("P%d", i), Name: slm.Text{EN: fmt.Sprintf("Plant %d", i), ZH: fmt.Sprintf("第%d工厂", i)}})
	}
	kinds := []slm.AgreementKind{slm.SLA, slm.OLA, slm.UC, slm.SLR}
	for i := range 10_000 {
		s, k := d.Services[i%1000], kinds[i/1000%4]
		d.Agreements = append(d.Agreements, slm.Agreement{
			Code: fmt.Sprintf("%s-%d", k, i), Kind: k, Services: []string{s.Code}, Consumer: fmt.Sprintf("P%d", i%200),
			Title: slm.Text{EN: fmt.Sprintf("%s for plant %d", s.Name.EN, i%200), ZH: fmt.Sprintf("第%d工厂%s服务", i%200, s.Name.ZH)},
		})
	}
	for i := range 5_000 {
		zh := family[i%10] + given[i/10%15] + given[i/150%15]
		d.People = append(d.People, slm.Person{
			ID: int64(i + 1), Email: fmt.Sprintf("p%d.q%d@orion.example", i, i%70),
			Name: slm.Text{EN: fmt.Sprintf("Person%d Quill%d", i, i%70), ZH: zh},
		})
	}
	return d.Index()
}

var largeQuestions = []string{
	"who handles the Orion payroll 3 SLA for plant 17?", "who signs SLA-4711", "谁负责第17工厂猎户薪资的SLA", "paymnt gatway owner?",
	"who is responsible for the Zeppelin contract of the north", "person17 quill17 responsibilities", "王伟芳管什么", "who can merge roles",
	"who handles the payroll SLA", "谁维护服务目录", "hey quick question who do I talk to about the vega strage 2 ola please it keeps breaking for plant 99",
	"支付网管的负责人是谁", "wang wei 管什么", "who handles plant sla",
	"The payroll 3 numbers look odd and my boss asked twice. Who signs that SLA for plant 17?",
	"我刚接手报表，猎户薪资3老是报错，客户很生气。想问一下第17工厂猎户薪资的SLA谁负责？",
}

func BenchmarkNewIndex(b *testing.B) {
	d := large()
	for b.Loop() {
		ask.NewIndex(d)
	}
}

// BenchmarkUnderstand reports the slowest of a hundred questions as well.
func BenchmarkUnderstand(b *testing.B) {
	x := ask.NewIndex(large())
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		x.Understand(ask.Question{Text: largeQuestions[i%len(largeQuestions)], Now: start})
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
}
