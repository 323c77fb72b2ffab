package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"steward/commands"
	"steward/company"
	"steward/slm"
)

// ask answers questions on the command line.
func (env environment) ask() *cobra.Command {
	var lines bool
	var file string
	cmd := &cobra.Command{
		Use:   "ask QUESTION | ask --batch",
		Short: "Answer who is responsible, here instead of in Slack",
		Long: `Answers a question as Steward would in Slack, from the database, or with
--company from a company file alone.

With --batch it reads questions from standard input, a JSON object a line, and
writes one JSON object for each:
  {"id","text","at"?,"context":{"channel_service"?,"thread_agreement"?,"asker"?}}
The asker is an e-mail: a guest's question is answered from what guests see.`,
		Args: func(_ *cobra.Command, args []string) error {
			if lines == (len(args) > 0) {
				return errors.New("give a question, or --batch and questions on standard input")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := env.directory(cmd.Context(), file)
			if err != nil {
				return err
			}
			desk := commands.New(nil) // questions are answered from the directory alone
			if lines {
				answer := func(line []byte, _ zones) (any, error) {
					var q question
					if err := json.Unmarshal(line, &q); err != nil {
						return nil, err
					}
					return q.answer(cmd.Context(), desk, dir, time.Now())
				}
				return batch{in: cmd.InOrStdin(), out: env.stdout, answer: answer}.run()
			}
			q := question{Text: strings.Join(args, " ")}
			a, err := q.answer(cmd.Context(), desk, dir, time.Now())
			if err != nil {
				return plainly(err)
			}
			fmt.Fprintln(env.stdout, a.Text)
			return nil
		},
	}
	cmd.Flags().BoolVar(&lines, "batch", false, "read questions as JSON lines from standard input")
	cmd.Flags().StringVar(&file, "company", "", "answer from this company file instead of the database")
	return cmd
}

// directory reads a company file, or the database when there is none.
func (env environment) directory(ctx context.Context, file string) (*slm.Directory, error) {
	if file != "" {
		f, err := os.Open(file)
		if err != nil {
			return nil, fmt.Errorf("open company file: %w", err)
		}
		defer f.Close() //nolint:errcheck // only read
		return company.Read(f, file)
	}
	db, err := env.open(ctx)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return db.Directory(ctx)
}

// a question is one line of a batch.
type question struct {
	Text    string  `json:"text"`
	At      *string `json:"at"` // RFC 3339
	Context struct {
		Service   string `json:"channel_service"`
		Agreement string `json:"thread_agreement"`
		Asker     string `json:"asker"` // e-mail
	} `json:"context"`
}

// an answered is one line of a batch's output.
type answered struct {
	Outcome          string        `json:"outcome"`
	Roles            []slm.RoleKey `json:"roles"`
	Responsibilities []string      `json:"responsibilities"`
	Qualifications   []string      `json:"qualifications"`
	Holders          []string      `json:"holders"`
	Agreement        *string       `json:"agreement"`
	Candidates       []candidate   `json:"candidates"`
	Confidence       float64       `json:"confidence"`
	Text             string        `json:"text"`
}

type candidate struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
}

// place is where the question was asked, as far as the asker may see it.
func (q question) place(dir *slm.Directory) commands.Place {
	var p commands.Place
	if dir.Service(q.Context.Service) != nil {
		p.Service = q.Context.Service
	}
	if dir.Agreement(q.Context.Agreement) != nil {
		p.Agreement = q.Context.Agreement
	}
	return p
}

// answer answers one question as Slack would show it.
func (q question) answer(ctx context.Context, desk *commands.Desk, dir *slm.Directory, now time.Time) (answered, error) {
	r := commands.Request{Lang: slm.English, Text: q.Text, Dir: dir, At: now}
	if q.At != nil {
		at, err := readTime("at", *q.At)
		if err != nil {
			return answered{}, err
		}
		r.At = at
	}
	if p := dir.ByEmail(strings.ToLower(q.Context.Asker)); p != nil {
		r.Person, r.SlackID, r.Lang = p, p.SlackID, p.Lang
		if zone, err := time.LoadLocation(p.Zone); err == nil {
			r.Zone = zone
		}
		r.Guest = p.Guest
		r.Dir = desk.Seen(r)
	}
	r.Place = q.place(r.Dir)
	got, err := desk.Answer(ctx, r)
	if err != nil {
		return answered{}, err
	}
	a := answered{
		Outcome: got.Outcome(), Confidence: got.Meaning.Confidence, Text: got.Reply.Plain(),
		Roles: append([]slm.RoleKey{}, got.Roles...), Responsibilities: []string{}, Qualifications: []string{},
		Holders: []string{}, Candidates: []candidate{},
	}
	for _, id := range got.Meaning.Clauses {
		if strings.Contains(id, "-Q") {
			a.Qualifications = append(a.Qualifications, id)
		} else {
			a.Responsibilities = append(a.Responsibilities, id)
		}
	}
	for _, p := range got.Holders {
		a.Holders = append(a.Holders, p.Email)
	}
	if got.Meaning.Agreement != "" {
		a.Agreement = &got.Meaning.Agreement
	}
	for _, c := range got.Meaning.Candidates {
		a.Candidates = append(a.Candidates, candidate{c.Kind, c.ID})
	}
	return a, nil
}
