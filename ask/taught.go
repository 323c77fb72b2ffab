package ask

import (
	"embed"
	"io/fs"
	"strings"
	"sync"
)

// taught are the texts to learn from: lines under a heading that says what they
// mean, the id of a responsibility or qualification, or one of the other
// meanings. In place of a name there is the sign for one.
//
//go:embed taught/*.txt
var taught embed.FS

// A sense is what a text means: the id of a clause, or one of the other senses.
type sense = string

// The senses that are no clauses.
const (
	senseNone   sense = "none"   // nothing that the roles are about
	senseThing  sense = "thing"  // who is responsible for something that is named
	senseHolder sense = "holder" // who holds a role
	senseRole   sense = "role"   // what a role does
)

// nameSign stands in place of a name.
const nameSign = "◦"

// sensible is the classifier of meanings, which is the same for every directory.
var sensible = sync.OnceValue(func() *classifier { return learned(lessons(taught)) })

// lessons reads the texts to learn from.
func lessons(files fs.FS) []example {
	names, err := fs.Glob(files, "taught/*.txt")
	if err != nil {
		panic(err) // the pattern is wrong
	}
	var all []example
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			panic(err) // the files are part of the program
		}
		class := ""
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if heading, ok := strings.CutPrefix(line, "# "); ok {
				class = heading
			} else if line != "" {
				for id := range strings.FieldsSeq(class) {
					all = append(all, example{textFeatures(line), id})
				}
			}
		}
	}
	return all
}
