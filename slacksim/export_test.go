package slacksim

import (
	"maps"
	"slices"
)

// MethodNames lists the methods of the Web API for tests that must not forget one.
func MethodNames() []string { return slices.Sorted(maps.Keys(methods)) }

// MethodNeeds says which kind of token a method wants and which scopes.
func MethodNeeds(name string) (level string, scopes []string) {
	return methods[name].level, methods[name].scopes
}

// Trigger makes a trigger_id without an interaction.
func (s *Sim) Trigger(appName, who string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.newTrigger(s.app(appName), s.person(who))
}
