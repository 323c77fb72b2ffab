// Package commands answers everything that people may ask Steward, and holds
// every word that Steward says, in English and in Chinese.
//
// A command is declared as data in its own file and listed in All; buttons are
// listed in Clicks, forms in Submits. Each takes a Request and gives a Reply:
// what to show, said without any type of Slack's, which package bot draws. A
// refusal is an *slm.Error; Refusal turns it into words.
//
// The package does not listen, post or draw, and decides nothing about
// promises or people: that is package slm's.
package commands
