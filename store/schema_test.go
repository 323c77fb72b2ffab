package store

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// refusedRows are rows that break a rule of ours, by the constraint that has
// to refuse them. The store has one breach with its ping, and one round with
// an answer of Eve's.
var refusedRows = map[string][]string{
	"directory_one_check": {`INSERT INTO directory (one, version) VALUES (false, 1)`},
	"directory_pkey":      {`INSERT INTO directory (version) VALUES (1)`},

	"parties_code_check": {`INSERT INTO parties VALUES ('', 'x', 'x', 'business')`},
	"parties_side_check": {`INSERT INTO parties VALUES ('X', 'x', 'x', 'outer space')`},
	"people_email_check": {
		`UPDATE people SET email = 'Ann@x.example' WHERE id = 1`,
		`UPDATE people SET email = 'ann' WHERE id = 1`,
	},
	"people_email_key":     {`UPDATE people SET email = 'bob@x.example' WHERE id = 1`},
	"people_slack_id_key":  {`UPDATE people SET slack_id = 'Ubob' WHERE id = 1`},
	"people_lang_check":    {`UPDATE people SET lang = 'de'`},
	"people_called":        {`UPDATE people SET called = repeat('x', 201)`},
	"people_status":        {`UPDATE people SET status = repeat('x', 101)`},
	"people_party_fkey":    {`UPDATE people SET party = 'NOBODY'`},
	"services_code_check":  {`INSERT INTO services VALUES ('', 'x', 'x', '{}', 'live')`},
	"services_state_check": {`UPDATE services SET state = 'sleeping'`},

	"agreements_code_check":           {`UPDATE agreements SET code = '' WHERE code = 'SLA-1'`},
	"agreements_kind_check":           {`UPDATE agreements SET kind = 'NDA'`},
	"agreements_version_check":        {`UPDATE agreements SET version = 0`},
	"agreements_check":                {`UPDATE agreements SET to_at = from_at`},
	"agreements_alert_role_fkey":      {`UPDATE agreements SET alert_role = 'janitor'`},
	"agreements_answer_seconds_check": {`UPDATE agreements SET answer_seconds = 0`},
	"agreements_provider_fkey":        {`UPDATE agreements SET provider = 'NOBODY'`},
	"agreements_consumer_fkey":        {`UPDATE agreements SET consumer = 'NOBODY'`},
	"agreement_services_pkey":         {`INSERT INTO agreement_services VALUES ('SLA-1', 'MAIL', 7)`},
	"agreement_services_service_fkey": {`INSERT INTO agreement_services VALUES ('SLA-1', 'NONE', 7)`},
	"underpins_check":                 {`INSERT INTO underpins VALUES ('SLA-1', 'SLA-1')`},
	"underpins_carries_fkey":          {`INSERT INTO underpins VALUES ('SLA-1', 'SLA-9')`},

	"targets_key_check": {`UPDATE targets SET key = ''`},
	"targets_objective_check": {
		`UPDATE targets SET objective = 0`,
		`UPDATE targets SET objective = 1000001`,
	},
	"targets_kind":              {`UPDATE targets SET kind = 'hope'`},
	"targets_window_unit_check": {`UPDATE targets SET window_unit = 'week'`},
	"targets_window": {
		`UPDATE targets SET window_days = 30`,
		`UPDATE targets SET window_unit = 'days', window_days = 367`,
	},
	"targets_sense_check":     {`UPDATE targets SET sense = 'around', bound = 1`},
	"targets_bound":           {`UPDATE targets SET sense = 'at most'`},
	"targets_statistic_check": {`UPDATE targets SET kind = 'value', sense = 'at most', bound = 1, statistic = 'mode'`},
	"targets_value": {
		`UPDATE targets SET statistic = 'mean'`,
		`UPDATE targets SET kind = 'value', statistic = 'mean'`,
	},
	"targets_within_seconds_check": {`UPDATE targets SET kind = 'clock', clock = 'response', within_seconds = 0`},
	"targets_clock": {
		`UPDATE targets SET within_seconds = 60`,
		`UPDATE targets SET kind = 'clock', within_seconds = 60`,
	},
	"targets_calendar_fkey":    {`UPDATE targets SET calendar = 'NONE'`},
	"agreements_calendar_fkey": {`UPDATE agreements SET calendar = 'NONE'`},
	"agreements_terms":         {`UPDATE agreements SET notice_days = -1`},
	"agreements_requirement": {
		`UPDATE agreements SET requirement = code WHERE kind = 'SLA'`,
		`UPDATE agreements SET requirement = 'SLA-1' WHERE kind = 'UC'`,
	},
	"agreements_reminder":  {`UPDATE agreements SET reminder_days = -1`, `UPDATE agreements SET reminder_months = -1`},
	"proposals_kind_check": {`INSERT INTO proposals (kind, code, base, content, by, at) VALUES ('wish', 'X', 0, '{}', 'x', '2026-01-01')`},
	"proposals_code_check": {`INSERT INTO proposals (kind, code, base, content, by, at) VALUES ('calendar', '', 0, '{}', 'x', '2026-01-01')`},
	"proposals_base_check": {`INSERT INTO proposals (kind, code, base, content, by, at) VALUES ('calendar', 'X', -1, '{}', 'x', '2026-01-01')`},
	"proposals_settled": {
		`INSERT INTO proposals (kind, code, base, content, by, at, accepted) VALUES ('calendar', 'X', 0, '{}', 'x', '2026-01-01', true)`,
		`INSERT INTO proposals (kind, code, base, content, by, at, settled_at) VALUES ('calendar', 'X', 0, '{}', 'x', '2026-01-01', '2026-01-01')`,
	},

	"calendars_code_check": {
		`INSERT INTO calendars VALUES ('', 1, '{}')`,
		`INSERT INTO calendars VALUES ('24x7', 1, '{}')`,
	},
	"calendars_version_check":           {`INSERT INTO calendars VALUES ('X', 0, '{"Week": [[{}]]}')`},
	"calendars_pkey":                    {`INSERT INTO calendars VALUES ('X', 1, '{"Week": [[{}]]}'), ('X', 2, '{"Week": [[{}]]}')`},
	"calendar_versions_code_fkey":       {`INSERT INTO calendar_versions VALUES ('X', 1, '{}', '2026-01-01')`},
	"calendar_versions_version_check":   {`INSERT INTO calendar_versions VALUES ('X', 0, '{}', '2026-01-01')`},
	"calendar_versions_pkey":            {`WITH c AS (INSERT INTO calendars VALUES ('X', 1, '{"Week": [[{}]]}')) INSERT INTO calendar_versions VALUES ('X', 1, '{}', '2026-01-01'), ('X', 1, '{}', '2026-01-01')`},
	"agreement_versions_pkey":           {`INSERT INTO agreement_versions VALUES ('SLA-1', 1, '{}', '2026-01-01', 'x')`},
	"agreement_versions_version_check":  {`INSERT INTO agreement_versions VALUES ('SLA-1', 0, '{}', '2026-01-01', 'x')`},
	"agreement_versions_agreement_fkey": {`INSERT INTO agreement_versions VALUES ('SLA-9', 1, '{}', '2026-01-01', 'x')`},
	"targets_agreement_key_key":         {`INSERT INTO targets (agreement, key, name_en, name_zh, objective) VALUES ('SLA-1', 'availability', '', '', 1)`},

	"assignments_check":     {`UPDATE assignments SET to_at = from_at - interval '1 second'`},
	"assignments_check1":    {`UPDATE assignments SET service = 'MAIL', agreement = 'SLA-1'`},
	"assignments_role_fkey": {`UPDATE assignments SET role = 'janitor'`},
	"assignments_entered":   {`UPDATE assignments SET entered_by = 'somebody', entered_at = NULL`},
	"assignments_once": {
		`INSERT INTO assignments (role, person_id, deputy, from_at) SELECT role, person_id, true, from_at FROM assignments WHERE id = 2`,
	},
	"roles_named": {
		`INSERT INTO roles (key, name_en) VALUES ('x', 'X')`,
		`INSERT INTO roles (key, added_at) VALUES ('x', '2026-01-01')`,
	},
	"role_clauses_id_check":   {`INSERT INTO role_clauses VALUES ('', 'process-lead', 'responsibility', 0, 'x', 'x')`},
	"role_clauses_kind_check": {`INSERT INTO role_clauses VALUES ('X-1', 'process-lead', 'hobby', 0, 'x', 'x')`},
	"role_clauses_spoken":     {`INSERT INTO role_clauses VALUES ('X-1', 'process-lead', 'responsibility', 0, '', '')`},
	"role_clauses_place": {
		`INSERT INTO role_clauses VALUES ('X-1', 'process-lead', 'responsibility', 0, 'x', 'x'), ('X-2', 'process-lead', 'responsibility', 0, 'x', 'x')`,
	},
	"role_merges_other":  {`INSERT INTO role_merges (role, into_role, at, by_id, moved) VALUES ('process-lead', 'process-lead', '2026-01-01', 1, '{}')`},
	"role_merges_after":  {`INSERT INTO role_merges (role, into_role, at, by_id, moved, undone_at, undone_by) VALUES ('process-lead', 'process-owner', '2026-01-02', 1, '{}', '2026-01-01', 1)`},
	"role_merges_undone": {`INSERT INTO role_merges (role, into_role, at, by_id, moved, undone_at) VALUES ('process-lead', 'process-owner', '2026-01-02', 1, '{}', '2026-01-03')`},
	"role_merges_once": {`
		INSERT INTO role_merges (role, into_role, at, by_id, moved)
		VALUES ('process-lead', 'process-owner', '2026-01-02', 1, '{}'), ('process-lead', 'service-level-manager', '2026-01-02', 1, '{}')`},
	"covers_check":  {`INSERT INTO covers (person_id, by_id, from_at, to_at) VALUES (1, 1, '2026-01-01', '2026-02-01')`},
	"covers_check1": {`INSERT INTO covers (person_id, by_id, from_at, to_at) VALUES (1, 2, '2026-02-01', '2026-02-01')`},
	"covers_once": {
		`INSERT INTO covers (person_id, from_at, to_at) VALUES (1, '2026-01-01', '2026-02-01'), (1, '2026-01-01', '2026-02-01')`,
	},

	"tokens_source_check":               {`INSERT INTO tokens VALUES ('\x00', '', '2026-01-01')`},
	"tokens_pkey":                       {`INSERT INTO tokens VALUES ('\x00', 'a', '2026-01-01'), ('\x00', 'b', '2026-01-01')`},
	"source_days_longest_seconds_check": {`INSERT INTO source_days (source, day, longest_seconds) VALUES ('x', '2026-01-01', -1)`},
	"tokens_labels_check":               {`UPDATE tokens SET service_label = ''`, `UPDATE tokens SET agreement_label = ''`, `UPDATE tokens SET target_label = ''`},
	"tokens_may_check":                  {`UPDATE tokens SET may = '{}'`, `UPDATE tokens SET may = '{money}'`},
	"tokens_expires_check":              {`UPDATE tokens SET expires_at = created_at`},
	"tokens_id_key":                     {`INSERT INTO tokens (hash, source, created_at, id) OVERRIDING SYSTEM VALUE SELECT '\x00', source, created_at, id FROM tokens`},
	"sources_source_check":              {`INSERT INTO sources (source, heard_at) VALUES ('', '2026-01-01')`},
	"sources_expect_seconds_check":      {`INSERT INTO sources (source, heard_at, expect_seconds) VALUES ('x', '2026-01-01', 0)`},
	"source_gaps_check": {`
		WITH s AS (INSERT INTO sources (source, heard_at) VALUES ('x', '2026-01-01') RETURNING source)
		INSERT INTO source_gaps (source, from_at, to_at) SELECT source, '2026-01-02', '2026-01-02' FROM s`},
	"pulls_source_check":  {`INSERT INTO pulls (target_id, source, pulled_to) SELECT id, '', '2026-01-01' FROM targets`},
	"listening_one_check": {`INSERT INTO listening VALUES (false, '2026-01-01', '2026-01-01')`},
	"listening_check":     {`INSERT INTO listening VALUES (true, '2026-01-02', '2026-01-01')`},
	"outages_check":       {`INSERT INTO outages (source, key, target_id, from_at, to_at) SELECT 'x', 'x', id, '2026-01-02', '2026-01-01' FROM targets`},
	"watches_check":       {`INSERT INTO watches (target_id, source, from_at, counted_to) SELECT id, 'x', '2026-01-02', '2026-01-01' FROM targets`},
	"measured_keys_pkey":  {`INSERT INTO measured_keys SELECT * FROM measured_keys`},
	"measured_span":       {`INSERT INTO measured SELECT target_id, source, 'x', from_at, from_at, good, total, value, buckets, received_at FROM measured`},
	"measured_counts": {
		`INSERT INTO measured SELECT target_id, source, 'x', from_at, to_at, total + 1, total, value, buckets, received_at FROM measured`,
		`INSERT INTO measured SELECT target_id, source, 'x', from_at, to_at, -1, total, value, buckets, received_at FROM measured`,
	},
	"measured_days_pkey":        {`INSERT INTO measured_days SELECT * FROM measured_days`},
	"measured_days_count_check": {`UPDATE measured_days SET count = 0`},
	"measured_days_counts": {
		`UPDATE measured_days SET good = total + 1`,
		`UPDATE measured_days SET good = -1`,
	},
	"measured_days_numbers": {`UPDATE measured_days SET numbers = 1`},
	"corrections_other":     {`INSERT INTO corrections SELECT source, key, key, '2026-01-01' FROM measured_keys`},
	"corrections_by": {`
		WITH k AS (INSERT INTO measured_keys SELECT source, n, target_id, from_at FROM measured_keys, unnest(array['x', 'y']) AS n RETURNING source, key)
		INSERT INTO corrections SELECT k.source, k.key, m.key, '2026-01-01' FROM k, measured m`},
	"exclusions_scope": {
		`INSERT INTO exclusions (agreement, service, from_at, to_at, reason, proposed_by, proposed_at) VALUES (NULL, NULL, '2026-01-01', '2026-01-02', 'x', 1, '2026-01-01')`,
		`INSERT INTO exclusions (agreement, service, from_at, to_at, reason, proposed_by, proposed_at) VALUES ('SLA-1', 'MAIL', '2026-01-01', '2026-01-02', 'x', 1, '2026-01-01')`,
	},
	"exclusions_span":     {`INSERT INTO exclusions (agreement, service, from_at, to_at, reason, proposed_by, proposed_at) VALUES ('SLA-1', NULL, '2026-01-02', '2026-01-02', 'x', 1, '2026-01-01')`},
	"exclusions_reason":   {`INSERT INTO exclusions (agreement, service, from_at, to_at, reason, proposed_by, proposed_at) VALUES ('SLA-1', NULL, '2026-01-01', '2026-01-02', '', 1, '2026-01-01')`},
	"exclusions_second":   {`INSERT INTO exclusions (agreement, service, from_at, to_at, reason, proposed_by, proposed_at, approved_by, approved_at) VALUES ('SLA-1', NULL, '2026-01-01', '2026-01-02', 'x', 1, '2026-01-01', 1, '2026-01-01')`},
	"exclusions_approved": {`INSERT INTO exclusions (agreement, service, from_at, to_at, reason, proposed_by, proposed_at, approved_by) VALUES ('SLA-1', NULL, '2026-01-01', '2026-01-02', 'x', 1, '2026-01-01', 2)`},
	"exclusions_ended":    {`INSERT INTO exclusions (agreement, service, from_at, to_at, reason, proposed_by, proposed_at, ended_at) VALUES ('SLA-1', NULL, '2026-01-01', '2026-01-02', 'x', 1, '2026-01-01', '2026-01-01')`},
	"judgements_span":     {`INSERT INTO judgements (target_id, period_from, period_to, at, standing, agreement_version, measured, good, total, attained, value, cause, key) SELECT target_id, from_at, from_at, to_at, 'kept', 1, 1, 1, 1, 1, 0, 'measured', key FROM measured`},
	"judgements_standing": {`INSERT INTO judgements (target_id, period_from, period_to, at, standing, agreement_version, measured, good, total, attained, value, cause, key) SELECT target_id, from_at, to_at, to_at, 'good', 1, 1, 1, 1, 1, 0, 'measured', key FROM measured`},
	"judgements_cause":    {`INSERT INTO judgements (target_id, period_from, period_to, at, standing, agreement_version, measured, good, total, attained, value, cause, key) SELECT target_id, from_at, to_at, to_at, 'kept', 1, 1, 1, 1, 1, 0, 'whim', '' FROM measured`},
	"judgements_because": { // a measurement, or an exclusion, or neither where time alone passed
		`INSERT INTO judgements (target_id, period_from, period_to, at, standing, agreement_version, measured, good, total, attained, value, cause, key) SELECT target_id, from_at, to_at, to_at, 'kept', 1, 1, 1, 1, 1, 0, 'passed', key FROM measured`,
		`INSERT INTO judgements (target_id, period_from, period_to, at, standing, agreement_version, measured, good, total, attained, value, cause, key) SELECT target_id, from_at, to_at, to_at, 'kept', 1, 1, 1, 1, 1, 0, 'measured', '' FROM measured`,
		`INSERT INTO judgements (target_id, period_from, period_to, at, standing, agreement_version, measured, good, total, attained, value, cause, key) SELECT target_id, from_at, to_at, to_at, 'kept', 1, 1, 1, 1, 1, 0, 'excluded', key FROM measured`,
	},
	"judgements_coverage": {
		`INSERT INTO judgements (target_id, period_from, period_to, at, standing, agreement_version, measured, good, total, attained, value, cause, key, coverage) SELECT target_id, from_at, to_at, to_at, 'kept', 1, 1, 1, 1, 1, 0, 'ended', '', -1 FROM measured`,
		`INSERT INTO judgements (target_id, period_from, period_to, at, standing, agreement_version, measured, good, total, attained, value, cause, key, coverage) SELECT target_id, from_at, to_at, to_at, 'kept', 1, 1, 1, 1, 1, 0, 'ended', '', 1000001 FROM measured`,
		`INSERT INTO judgements (target_id, period_from, period_to, at, standing, agreement_version, measured, good, total, attained, value, cause, key, coverage) SELECT target_id, from_at, to_at, to_at, 'kept', 1, 1, 1, 1, 1, 0, 'measured', key, 1 FROM measured`,
	},
	"calendars_open":              {`INSERT INTO calendars VALUES ('X', 1, '{"Week": [[], null]}')`},
	"window_turns_target_id_fkey": {`INSERT INTO window_turns (target_id, next_at) VALUES (999, '2026-01-01')`},
	"breaches_value":              {`INSERT INTO breaches (sense, bound, value, period_from, period_to, objective, attained, target_id, agreement_version, measured, good, total, since, source, key, found_at) SELECT NULL, 1, 1, found_at, period_to, objective, attained, target_id, agreement_version, measured, good, total, since, source, key, found_at FROM breaches`},
	"breaches_sense":              {`INSERT INTO breaches (sense, bound, value, period_from, period_to, objective, attained, target_id, agreement_version, measured, good, total, since, source, key, found_at) SELECT 'around', 1, 1, found_at, period_to, objective, attained, target_id, agreement_version, measured, good, total, since, source, key, found_at FROM breaches`},
	"breach_seals_breach":         {`INSERT INTO breach_seals SELECT place + 1, breach_id, content, seal FROM breach_seals`},
	"breach_seals_length":         {`INSERT INTO breach_seals SELECT place + 1, breach_id, content, '' FROM breach_seals`},
	"breach_seals_place_check":    {`INSERT INTO breach_seals SELECT 0, breach_id, content, seal FROM breach_seals`},
	"breaches_check":              {`INSERT INTO breaches (period_from, period_to, objective, attained, target_id, agreement_version, measured, good, total, since, source, key, found_at) SELECT found_at, found_at, objective, attained, target_id, agreement_version, measured, good, total, since, source, key, found_at FROM breaches`},
	"breaches_check1":             {`INSERT INTO breaches (period_from, period_to, objective, attained, target_id, agreement_version, measured, good, total, since, source, key, found_at) SELECT found_at, found_at + interval '1 hour', objective, objective, target_id, agreement_version, measured, good, total, since, source, key, found_at FROM breaches`},
	"follows_pkey":                {`INSERT INTO follows (breach_id) SELECT id FROM breaches`},
	"breach_events_kind_check":    {`INSERT INTO breach_events (breach_id, at, kind, why) SELECT id, found_at, 'sung', '{}' FROM breaches`},
	"breaches_of_case": {`
		WITH c AS (INSERT INTO cases (source, ref, agreement) VALUES ('desk', 'T', 'SLA-1') RETURNING id)
		INSERT INTO breaches (case_id, target_id, agreement_version, period_from, period_to, objective, measured, good, total, attained, since, source, key, found_at)
		SELECT c.id, target_id, agreement_version, period_from, period_to, objective, measured, good, total, attained, since, source, key, found_at
		FROM breaches, c, generate_series(1, 2)`},
	"breaches_of_period": {`
		INSERT INTO breaches (target_id, agreement_version, period_from, period_to, objective, measured, good, total, attained, since, source, key, found_at)
		SELECT target_id, agreement_version, period_from, period_to, objective, measured, good, total, attained, since, source, key, found_at FROM breaches`},
	"follows_check": { // who answers, and when: both or neither
		`UPDATE follows SET by_id = 1, next_at = NULL`,
		`UPDATE follows SET at = '2026-01-01'`,
	},
	"follows_check1": {`UPDATE follows SET by_id = 1, at = '2026-01-01'`}, // an answered breach goes nowhere
	"breach_acknowledged_once": {
		`INSERT INTO breach_events (breach_id, at, kind, why) SELECT id, found_at, 'acknowledged', '{}' FROM breaches, generate_series(1, 2)`,
	},

	"cases_ref_check":       {`INSERT INTO cases (source, ref, agreement) VALUES ('desk', '', 'SLA-1')`},
	"cases_once":            {`INSERT INTO cases (source, ref, agreement) VALUES ('desk', 'T', 'SLA-1'), ('desk', 'T', 'UC-1')`},
	"cases_link":            {`INSERT INTO cases (source, ref, agreement, link) VALUES ('desk', 'T', 'SLA-1', 'http://x')`},
	"case_events_key_check": {aCase + `INSERT INTO case_events (case_id, source, key, at, what, received_at) SELECT id, 'desk', '', '2026-01-01', 'start', '2026-01-01' FROM c`},
	"case_events_once": {aCase + `
		INSERT INTO case_events (case_id, source, key, at, what, received_at)
		SELECT id, 'desk', 'k', '2026-01-01', 'start', '2026-01-01' FROM c, generate_series(1, 2)`},
	"case_events_what":      {aCase + `INSERT INTO case_events (case_id, source, key, at, what, received_at) SELECT id, 'desk', 'k', '2026-01-01', 'sleep', '2026-01-01' FROM c`},
	"case_events_something": {aCase + `INSERT INTO case_events (case_id, source, key, at, what, received_at) SELECT id, 'desk', 'k', '2026-01-01', '', '2026-01-01' FROM c`},
	"case_clocks_state":     {aCase + aClock + `'asleep', 'kept', '0', NULL, 60, '24x7', 0 FROM c`},
	"case_clocks_standing":  {aCase + aClock + `'running', 'fine', '0', NULL, 60, '24x7', 0 FROM c`},
	"case_clocks_decided":   {aCase + aClock + `'running', 'at risk', '0', '2026-01-01', 60, '24x7', 0 FROM c`},
	"case_clocks_terms":     {aCase + aClock + `'running', 'kept', '0', NULL, 0, '24x7', 0 FROM c`},
	"case_clocks_once":      {aCase + aClock + `'running', 'kept', '0', NULL, 60, '24x7', 0 FROM c, generate_series(1, 2)`},

	"surveys_check":         {`UPDATE surveys SET closes_at = opened_at`},
	"surveys_one_open":      {`INSERT INTO surveys (agreement, opened_by, opened_at, closes_at) SELECT agreement, opened_by, opened_at, closes_at FROM surveys`},
	"answers_side_check":    {`UPDATE answers SET side = 'outer space'`},
	"answers_score_check":   {`UPDATE answers SET score = 0`, `UPDATE answers SET score = 6`},
	"answers_comment_check": {`UPDATE answers SET comment = repeat('好', 3001)`},

	"pings_key_key":    {`UPDATE pings SET key = 'same'`},
	"pings_kind_check": {`UPDATE pings SET kind = 'joke', breach_id = NULL, survey_id = NULL`},
	"pings_check": { // sent, and where: both or neither
		`UPDATE pings SET sent_at = owed_at`,
		`UPDATE pings SET ts = '1.1'`,
	},
	"pings_check1": {`UPDATE pings SET sent_at = owed_at, ts = '1.1', dropped_at = owed_at`},
	"pings_check2": {
		`UPDATE pings SET breach_id = NULL WHERE kind = 'breach'`,
		`UPDATE pings SET breach_id = (SELECT id FROM breaches) WHERE kind = 'survey'`,
	},
	"pings_check3": {
		`UPDATE pings SET survey_id = NULL WHERE kind = 'survey'`,
		`UPDATE pings SET survey_id = (SELECT id FROM surveys) WHERE kind = 'breach'`,
	},
	"lessons_text":      {lesson(`'', 'MAIL', NULL, NULL, NULL, NULL`), lesson(`repeat('问', 1001), 'MAIL', NULL, NULL, NULL, NULL`)},
	"lessons_clause":    {lesson(`'x', NULL, NULL, NULL, NULL, ''`)},
	"lessons_about":     {lesson(`'x', 'MAIL', 'SLA-1', NULL, NULL, NULL`), lesson(`'x', 'MAIL', NULL, 'HR', NULL, NULL`)},
	"lessons_asks":      {lesson(`'x', NULL, NULL, NULL, 'process-lead', 'SM-4'`)},
	"lessons_means":     {lesson(`'x', NULL, NULL, NULL, NULL, NULL`)},
	"lessons_role_fkey": {lesson(`'x', NULL, NULL, NULL, 'janitor', NULL`)},
	"lessons_once": {
		lesson(`'Same', 'MAIL', NULL, NULL, NULL, NULL`) + `; ` + lesson(`'same', NULL, NULL, NULL, NULL, 'SM-4'`),
	},
	"taught_names_alias":  {taughtName(`''`), taughtName(`repeat('x', 101)`)},
	"taught_names_once":   {taughtName(`'x'`) + `; ` + taughtName(`'X'`)},
	"taught_names_undone": {taughtName(`'x'`) + `; UPDATE taught_names SET undone_at = taught_at`, taughtName(`'x'`) + `; UPDATE taught_names SET undone_by = 1`},
	"lessons_undone":      {lesson(`'x', 'MAIL', NULL, NULL, NULL, NULL`) + `; UPDATE lessons SET undone_at = taught_at`},
	"pings_warning": {
		`UPDATE pings SET target_id = (SELECT min(id) FROM targets) WHERE kind = 'breach'`,
		`UPDATE pings SET kind = 'warning', survey_id = NULL WHERE kind = 'survey'`,
	},
	"questions_text_check": {`INSERT INTO questions (at, slack_id, text) VALUES ('2026-01-01', 'U1', repeat('问', 1001))`},

	"inbox_pkey": {`INSERT INTO inbox (id, payload, at, due_at) VALUES ('a', '{}', '2026-01-01', '2026-01-01'), ('a', '{}', '2026-01-01', '2026-01-01')`},
}

// lesson inserts a lesson about a question: its text, service, agreement,
// party, role and clause.
func lesson(values string) string {
	return `WITH q AS (INSERT INTO questions (at, slack_id, text) VALUES ('2026-01-01', 'U1', 'x') RETURNING id)
		INSERT INTO lessons (text, service, agreement, party, role, clause, question_id, taught_by, taught_at)
		SELECT v.*, q.id, 1, timestamptz '2026-01-01'
		FROM q, (SELECT ` + values + `) v`
}

// taughtName inserts a name of the mail.
func taughtName(alias string) string {
	return `WITH q AS (INSERT INTO questions (at, slack_id, text) VALUES ('2026-01-01', 'U1', 'x') RETURNING id)
		INSERT INTO taught_names (service, alias, question_id, taught_by, taught_at) SELECT 'MAIL', ` + alias + `, q.id, 1, '2026-01-01' FROM q`
}

// plainReferences are constraints that guard no rule but that what a row refers
// to exists, or the uniqueness of a number that the database itself gives out.
func plainReferences(name string) bool {
	return strings.HasSuffix(name, "_fkey") || strings.HasSuffix(name, "_pkey")
}

func TestSchemaGuardsRules(t *testing.T) {
	t.Parallel()
	s, _ := broken(t)
	ctx := t.Context()
	v, err := s.OpenSurvey(ctx, round("SLA-1"), audience(t, s, eve))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Rate(ctx, v.ID, eve, 3, noon); err != nil {
		t.Fatal(err)
	}
	if _, err := s.NewToken(ctx, "probe", noon); err != nil {
		t.Fatal(err)
	}
	for _, constraint := range slices.Sorted(maps.Keys(refusedRows)) {
		for _, sql := range refusedRows[constraint] {
			err := pgx.BeginFunc(ctx, s.db, func(tx pgx.Tx) error {
				tag, err := tx.Exec(ctx, sql)
				if err == nil {
					err = errors.New("taken: " + tag.String())
				}
				return err
			})
			var refused *pgconn.PgError
			if !errors.As(err, &refused) || refused.ConstraintName != constraint {
				t.Errorf("%s: %v, want refused by %s", sql, err, constraint)
			}
		}
	}
}

// TestEveryConstraintIsTested: a new rule in a migration gets a row above.
func TestEveryConstraintIsTested(t *testing.T) {
	t.Parallel()
	s := opened(t)
	rows, _ := s.db.Query(t.Context(), `
		SELECT conname FROM pg_constraint
		WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'u', 'p', 'f', 'x')
			AND conrelid::regclass::text !~ '^(river_|goose_)'
		UNION
		SELECT indexrelid::regclass::text FROM pg_index
		WHERE indisunique AND indrelid::regclass::text !~ '^(river_|goose_|pg_)' AND indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
		ORDER BY 1`)
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil || len(names) < 50 {
		t.Fatalf("%d constraints, %v", len(names), err)
	}
	for _, name := range names {
		if _, tested := refusedRows[name]; !tested && !plainReferences(name) {
			t.Errorf("no test that %s refuses anything", name)
		}
	}
}

// TestCopiesMayMigrateAtOnce: several copies start on an empty database.
func TestCopiesMayMigrateAtOnce(t *testing.T) {
	t.Parallel()
	url := emptyDatabase(t)
	errs := make(chan error, 4)
	for range cap(errs) {
		go func() { errs <- migrated(t.Context(), url) }()
	}
	for range cap(errs) {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

// emptyDatabase gives a database in which nothing was migrated.
func emptyDatabase(t *testing.T) string {
	t.Helper()
	s := opened(t)
	for _, sql := range []string{`DROP SCHEMA public CASCADE`, `CREATE SCHEMA public`} {
		if _, err := s.db.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	url := s.db.Config().ConnString()
	s.Close()
	return url
}
