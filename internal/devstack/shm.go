package devstack

import "syscall"

// throwAwayParent is where Postgres keeps throw-away data. Memory halves the time of tests; containers often have only 64 MB of it.
func (l *launcher) throwAwayParent() string {
	const memory, enough = "/dev/shm", 1 << 30
	var fs syscall.Statfs_t
	if l.ForTests && l.DataDir == "" && syscall.Statfs(memory, &fs) == nil && uint64(fs.Bavail)*uint64(fs.Bsize) > enough {
		return memory
	}
	return "/tmp"
}
