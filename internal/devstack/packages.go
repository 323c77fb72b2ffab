package devstack

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// packages are names for one thing in two package managers.
type packages struct{ apt, brew []string }

// install asks a package manager that needs no password. It starts no system service.
func (l *launcher) install(ctx context.Context, p packages) error {
	if !l.Setup {
		return errors.New("installing was not allowed; allow it with SETUP=1 or make test")
	}
	if _, err := exec.LookPath("apt-get"); err == nil {
		return l.aptInstall(ctx, p.apt)
	}
	if _, err := exec.LookPath("brew"); err == nil {
		l.sayf("Installing %s with Homebrew.", strings.Join(p.brew, " "))
		return run(command(ctx, "brew", append([]string{"install"}, p.brew...)...))
	}
	return fmt.Errorf("there is neither apt-get nor brew; install %s yourself", strings.Join(p.brew, " "))
}

func (l *launcher) aptInstall(ctx context.Context, names []string) error {
	var sudo []string
	if os.Geteuid() != 0 {
		if err := command(ctx, "sudo", "-n", "true").Run(); err != nil {
			return fmt.Errorf("apt-get needs root, and sudo asks for a password or is missing; run: sudo apt-get install %s", strings.Join(names, " "))
		}
		sudo = []string{"sudo", "-n"}
	}
	mute, err := muteServices()
	if err != nil {
		return err
	}
	defer os.RemoveAll(mute)
	l.sayf("Installing %s with apt-get, without starting any service.", strings.Join(names, " "))
	apt := func(args ...string) error {
		argv := slices.Concat(sudo, []string{
			"env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q",
			"-o", "DPkg::Path=" + mute + ":/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
			"-o", "DPkg::Lock::Timeout=120", // another package manager may be at work
		}, args)
		return run(command(ctx, argv[0], argv[1:]...))
	}
	install := slices.Concat([]string{"install", "-y", "--no-install-recommends"}, names)
	if err = apt(install...); err != nil { // unknown, or known in a version that is no longer there
		if err = apt("update"); err == nil {
			err = apt(install...)
		}
	}
	if err != nil {
		return fmt.Errorf("%w; run it by hand to see why: apt-get install %s", err, strings.Join(names, " "))
	}
	return nil
}

// muteServices creates a directory whose programs stand, on the PATH of package scripts, before those that start services. Setting
// RUNLEVEL=1, the usual way, did not keep Debian 12 from starting Redis, and a policy-rc.d would outlive a killed process.
func muteServices() (string, error) {
	dir, err := os.MkdirTemp("", "steward-mute-")
	if err != nil {
		return "", fmt.Errorf("create a directory for the package scripts: %w", err)
	}
	for _, name := range []string{"invoke-rc.d", "deb-systemd-invoke", "service"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\nexit 0\n"), 0o755); err != nil {
			return "", fmt.Errorf("write for the package scripts: %w", errors.Join(err, os.RemoveAll(dir)))
		}
	}
	return dir, nil
}
