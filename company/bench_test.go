package company

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkRead reads 5,000 people and 10,000 agreements.
func BenchmarkRead(b *testing.B) {
	var text strings.Builder
	text.WriteString("company: {zone: Asia/Shanghai}\nparties:\n- {code: HR, side: business, name: HR}\n- {code: IT, side: internal, name: IT}\nservices:\n- {code: S, name: S}\npeople:\n")
	for i := range 5_000 {
		fmt.Fprintf(&text, "- {email: p%d@orion.example, name: {en: Person %d, zh: 人员}, language: zh, party: HR}\n", i, i)
	}
	text.WriteString("agreements:\n")
	for i := range 10_000 {
		fmt.Fprintf(&text, "- {code: SLA-%d, kind: SLA, title: {en: Agreement %d, zh: 协议}, provider: IT, consumer: HR, services: [S], from: 2026-01-01, state: in force, targets: [{key: up, name: up, objective: 99.9%%}]}\n", i, i)
	}
	text.WriteString("assignments:\n")
	for i := range 10_000 {
		fmt.Fprintf(&text, "- {role: service-level-administrator, holder: p%d@orion.example, agreement: SLA-%d, from: 2026-01-01}\n", i%5_000, i)
	}
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		if _, err := Read(strings.NewReader(text.String()), "big.yaml"); err != nil {
			b.Fatal(err)
		}
	}
}
