package devstack

import (
	"os/exec"
	"slices"
	"testing"
)

func TestMissingPackages(t *testing.T) {
	t.Parallel()
	const printed = `Reading package lists...
The following NEW packages will be installed:
  libjemalloc2 redis-server
'http://deb.debian.org/debian/pool/main/j/jemalloc/libjemalloc2_5.3.0-1_amd64.deb' libjemalloc2_5.3.0-1_amd64.deb 275000 MD5Sum:0f56
'http://deb.debian.org/debian/pool/updates/main/r/redis/redis-server_7.0.15-1%7edeb12u10_amd64.deb' redis-server_5%3a7.0.15-1~deb12u10_amd64.deb 73908 
`
	if got, want := missingPackages(printed), []string{"libjemalloc2", "redis-server"}; !slices.Equal(got, want) {
		t.Errorf("missingPackages = %q, want %q", got, want)
	}
}

func TestRunTellsTheLastLine(t *testing.T) {
	t.Parallel()
	err := run(exec.Command("sh", "-c", "echo first; echo why >&2; exit 4"))
	if err == nil || err.Error() != "sh: exit status 4: why" {
		t.Errorf("run: %v", err)
	}
}
