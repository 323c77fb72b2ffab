package devstack

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"syscall"
)

// account is the user that servers run under. Postgres refuses to run as root, so root lends its servers to somebody else; for anybody
// else cred is nil and servers run as oneself.
type account struct {
	name string
	cred *syscall.Credential
}

func serverAccount() (account, error) {
	if os.Geteuid() != 0 {
		return account{}, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, uidErr := strconv.ParseUint(u.Uid, 10, 32)
		gid, gidErr := strconv.ParseUint(u.Gid, 10, 32)
		if uidErr == nil && gidErr == nil {
			return account{name, &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}, nil
		}
	}
	return account{}, fmt.Errorf("servers cannot run as root and there is neither a user postgres nor nobody; " +
		"run as an ordinary user or set DATABASE_URL and REDIS_URL")
}

// ownerOf returns the account that owns an existing data directory, so that root can go on with the data of an ordinary user.
func (a account) ownerOf(dir string) account {
	info, err := os.Stat(dir)
	if err != nil || a.cred == nil {
		return a
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok || stat.Uid == 0 {
		return a
	}
	return account{fmt.Sprintf("the user with number %d", stat.Uid), &syscall.Credential{Uid: stat.Uid, Gid: stat.Gid}}
}

// give makes the account the owner of path.
func (a account) give(path string) error {
	if a.cred == nil {
		return nil
	}
	if err := os.Chown(path, int(a.cred.Uid), int(a.cred.Gid)); err != nil {
		return fmt.Errorf("root may not give files to %s here (%w); run as an ordinary user or set DATABASE_URL and REDIS_URL", a.name, err)
	}
	return nil
}

// reaches checks that the account may enter dir: the home of root, for one, is closed to everybody else.
func (a account) reaches(dir string) error {
	if a.cred == nil {
		return nil
	}
	cmd := exec.Command("/bin/sh", "-c", `cd -- "$1"`, "sh", dir)
	cmd.Dir = "/"
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: a.cred}
	err := cmd.Run()
	if _, refused := err.(*exec.ExitError); refused {
		return fmt.Errorf("%s cannot enter %s; choose a directory that is open to all, such as one below /var/lib", a.name, dir)
	}
	if err != nil {
		return fmt.Errorf("root may not become %s here (%w); run as an ordinary user or set DATABASE_URL and REDIS_URL", a.name, err)
	}
	return nil
}
