package main

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"steward/slm"
	"steward/store"
)

// doctor checks everything that Steward stands on.
func (env environment) doctor() *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "Check settings, databases, Slack and the company, and say what to do",
		Long: `Checks one thing after the other and prints a line for each: ok, warning or
problem, and what to do. It reads the same settings as serve. It brings the
tables up to date as every command does, and changes nothing else. It ends
with 1 if there is a problem.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			d := &examination{environment: env, now: time.Now}
			d.examine(cmd.Context())
			if d.problems > 0 {
				return fmt.Errorf("problems found: %d", d.problems)
			}
			return nil
		},
	}
}

// checkTime is how long one check may take.
const checkTime = 15 * time.Second

// listed is how many names one line may hold.
const listed = 10

// an examination is one run of the doctor.
type examination struct {
	environment
	now      func() time.Time
	settings settings
	problems int
}

// A level is how bad a finding is.
type level string

const (
	fine    level = "ok"
	warning level = "warning"
	problem level = "problem"
)

// say prints one finding. What to do belongs to it unless all is well.
func (d *examination) say(l level, format string, args ...any) {
	if l == problem {
		d.problems++
	}
	line := strings.ReplaceAll(fmt.Sprintf(format, args...), "\n", " ")
	fmt.Fprintf(d.stdout, "%-8s %s\n", l, line)
}

// examine makes all checks. One that rests on another that failed is left out,
// since its finding would only confuse.
func (d *examination) examine(ctx context.Context) {
	wrong := d.checkSettings()
	var directory *slm.Directory
	if !wrong["DATABASE_URL"] {
		directory = d.checkStores(ctx, wrong["REDIS_URL"])
	}
	var accounts map[string]bool
	if !wrong["SLACK_API_URL"] {
		accounts = d.checkSlack(ctx, wrong)
	}
	if directory != nil {
		d.checkCompany(directory, accounts)
	}
}

// checkSettings names everything that is missing or wrong, and gives the names
// of what cannot be used.
func (d *examination) checkSettings() map[string]bool {
	wrong := map[string]bool{}
	var err error
	if d.settings, err = readSettings(d.getenv); err == nil {
		d.say(fine, "Settings: everything that is needed is set.")
		return wrong
	}
	for line := range strings.SplitSeq(err.Error(), "\n") {
		d.say(problem, "Settings: %s.", line)
		name, _, _ := strings.Cut(line, " ")
		wrong[name] = true
	}
	return wrong
}

// checkStores checks Postgres, its tables, and Redis, and gives the directory
// if there is one. Redis holds nothing that matters, so it is a warning only.
func (d *examination) checkStores(ctx context.Context, noRedis bool) *slm.Directory {
	version, err := d.postgres(ctx)
	switch {
	case err != nil:
		d.say(problem, "Postgres does not answer: %v. Check DATABASE_URL, and that the server runs and lets you in.", err)
		return nil
	case version < store.OldestPostgres:
		d.say(problem, "Postgres is version %d. Upgrade it to %d or later.", version, store.OldestPostgres)
		return nil
	}
	d.say(fine, "Postgres: version %d answers.", version)

	redisURL := d.settings.RedisURL
	if noRedis {
		redisURL = "redis://127.0.0.1:1" // nobody; the setting is complained of already
	}
	ctx, cancel := context.WithTimeout(ctx, 4*checkTime)
	defer cancel()
	db, err := store.Open(ctx, d.settings.DatabaseURL, redisURL, slog.New(slog.DiscardHandler))
	if err != nil {
		d.say(problem, "Tables cannot be brought up to date: %v. The user of DATABASE_URL must own its database.", err)
		return nil
	}
	defer db.Close()
	d.say(fine, "Tables are up to date.")
	if !noRedis {
		if err := db.PingRedis(ctx); err != nil {
			d.say(warning, "Redis does not answer: %v. Steward works without it, but slower. Check REDIS_URL, and that the server runs.", err)
		} else {
			d.say(fine, "Redis answers.")
		}
	}
	directory, err := db.Directory(ctx)
	if err != nil {
		d.say(problem, "The directory cannot be read: %v.", err)
	}
	return directory
}

// postgres asks for the version before the store is opened, since that changes
// tables.
func (d *examination) postgres(ctx context.Context) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	return store.PostgresVersion(ctx, d.settings.DatabaseURL)
}

// checkCompany looks for people whom nothing reaches and for roles that nobody
// holds. Accounts are nil when they are not known; then only roles count.
func (d *examination) checkCompany(dir *slm.Directory, accounts map[string]bool) {
	if len(dir.People) == 0 {
		d.say(warning, "The company is empty. Write a company file, such as docs/example-company.yaml, and run: steward import FILE")
		return
	}
	now := d.now()
	d.say(fine, "Company: %d people, %d services, %d agreements.", len(dir.People), len(dir.Services), len(dir.Agreements))
	if accounts != nil {
		d.checkPeople(dir, accounts, now)
	}
	var vacant []string
	for _, role := range slm.Roles {
		if !filled(dir.Responsible(role.Key, slm.Scope{Kind: slm.Organisation}, now)) {
			vacant = append(vacant, role.Name.EN)
		}
	}
	if len(vacant) > 0 {
		d.say(warning, "Nobody holds these roles for the whole organisation, or all who do are away: %s. Add assignments or covers to the company file and import it.", list(vacant))
	} else {
		d.say(fine, "Roles: each is held for the whole organisation.")
	}
}

// filled reports whether somebody is on the ladder.
func filled(ladder []slm.Rung) bool {
	for _, rung := range ladder {
		if rung.Person != nil {
			return true
		}
	}
	return false
}

// checkPeople looks for people whom Slack does not know. It is worse for those
// who hold a role: a ping skips them.
func (d *examination) checkPeople(dir *slm.Directory, accounts map[string]bool, now time.Time) {
	var unknown, holders []string
	for i := range dir.People {
		p := &dir.People[i]
		switch {
		case accounts[p.Email]:
		case holds(dir, p.ID, now):
			holders = append(holders, p.Email)
		case p.ActiveAt(now):
			unknown = append(unknown, p.Email)
		}
	}
	const todo = "Correct the e-mail in the company file, or invite them to the workspace."
	if len(holders) > 0 {
		d.say(problem, "These hold a role and have no active Slack account, so no ping reaches them: %s. %s Or name somebody else.", list(holders), todo)
	}
	if len(unknown) > 0 {
		d.say(warning, "These have no active Slack account: %s. %s", list(unknown), todo)
	}
	if len(holders)+len(unknown) == 0 {
		d.say(fine, "People: all who have not left have a Slack account.")
	}
}

// holds reports whether the person is assigned any role at the time.
func holds(dir *slm.Directory, person int64, at time.Time) bool {
	for _, a := range dir.Assignments {
		if a.Person == person && !at.Before(a.From) && (a.To == nil || at.Before(*a.To)) {
			return true
		}
	}
	return false
}

// list names the first few, and says how many more there are.
func list(names []string) string {
	if more := len(names) - listed; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:listed], ", "), more)
	}
	return strings.Join(names, ", ")
}
