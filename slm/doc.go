// Package slm says what is true about service promises: who is responsible,
// what was promised, what was delivered, what follows. It holds the nouns of
// service level management (people, parties, services, agreements, targets,
// roles, assignments, covers) and pure functions on them.
//
// It does no input or output, starts nothing, reads no clock and draws no
// lots: every function takes the time as an argument and gives the same answer
// for the same values. What is kept where is the business of package store;
// what is said to people, of package commands.
package slm
