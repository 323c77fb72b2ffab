// Package ask says what a sentence means: a question in English, Chinese or
// both goes in, and its intent, the roles and responsibilities that answer it,
// and the people and things that it names come out.
//
// It works in five steps. Days are read and taken out of the text (date.go,
// datings.go). What is left is folded and cut into units: a word, or one Han
// character (unit.go). Known phrases become cues (cue.go and the tables of
// phrases: lexicon.go, deeds.go, paraphrases.go, qualities.go, plain.go). The
// units that are not ordinary words must name something: they are looked up
// among the names of the directory (index.go, spot.go, typo.go, pinyin.go).
// Cues and names together give the meaning (understand.go).
//
// Which responsibility or qualification is meant, two things say that know
// little of each other: tables of rules over cues (rule.go, qualities.go), and a
// classifier (sense.go, classifier.go) that has learned from some eight thousand
// texts with known senses. Where it is sure, it decides; where it is not, the
// rules do, if it finds possible what they say; and otherwise nothing is
// asserted. To teach it, add lines to taught/*.txt, then
//
//	go test ./ask -run TestLearned -update
//
// Added roles are in neither. Their titles are found as people write them
// (title.go), and their clauses by how much of a question they hold, in the same
// words or in like ones of a thesaurus (synonyms.txt, notion.go, wording.go,
// added_clause.go).
//
// A wrong name is worse than no name. A word that nothing explains and that
// looks like a name (stray.go) makes the question unknown; a name that fits
// several things is asked back.
//
// The package is pure: it reads no clock, keeps no state between questions,
// and does not say who holds a role, which is slm's decision, nor how an answer
// is worded.
package ask
