package slacksim

import "fmt"

// RevokeToken makes the app's tokens useless, as an administrator can, and tells it (tokens_revoked) while it still
// listens. Restore takes it back.
func (s *Sim) RevokeToken(appName string) error {
	return s.withApp("revoke tokens of", appName, s.revoke)
}

// Uninstall takes the app out of the workspace: app_uninstalled and tokens_revoked, then its tokens are useless.
func (s *Sim) Uninstall(appName string) error { return s.withApp("uninstall", appName, s.uninstall) }

// Restore makes the tokens of an app good again and its Socket Mode, if it was off, on.
func (s *Sim) Restore(appName string) error {
	return s.withApp("restore", appName, func(a *app) { a.dead, a.off = "", false })
}

// DisableSocketMode switches Socket Mode off for the app: its connections are told link_disabled and closed, and no
// new one is given out until Restore.
func (s *Sim) DisableSocketMode(appName string) error {
	return s.withApp("switch off Socket Mode of", appName, s.disableSockets)
}

func (s *Sim) withApp(deed, name string, do func(*app)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	a := s.app(name)
	if a == nil {
		return fmt.Errorf("%s %s: no such app", deed, name)
	}
	do(a)
	return nil
}

func (s *Sim) revoke(a *app) {
	s.emit(event{name: "tokens_revoked", only: a, body: func(*app) object {
		return object{
			"type": "tokens_revoked", "tokens": object{"oauth": []string{}, "bot": []string{a.BotUserID}},
		}
	}})
	a.dead = "token_revoked"
}

func (s *Sim) uninstall(a *app) {
	s.emit(event{name: "app_uninstalled", only: a, body: func(*app) object {
		return object{"type": "app_uninstalled"}
	}})
	s.revoke(a)
	a.dead = "account_inactive"
}

func (s *Sim) disableSockets(a *app) {
	a.off = true
	s.bye(a, "link_disabled")
}
