-- Breaches of single cases, warnings before them, and breaches that turn out
-- to be none.
-- +goose Up

alter table breaches add column case_id bigint references cases; -- null: of a level

-- A promise about each case is broken once for each of them, one about a
-- period once in each period. A copy of the version before that records a
-- breach of a level in between is told by the database that it cannot: it
-- answers its source to send again, and this version then takes it.
alter table breaches drop constraint breaches_target_id_period_from_key;
create unique index breaches_of_period on breaches (target_id, period_from) where case_id is null;
create unique index breaches_of_case on breaches (case_id, target_id) where case_id is not null;

-- What comes too late may show that a promise was not broken, and what comes
-- after that, that it was: both are added to the breach, which stays.
alter table breach_events
    drop constraint breach_events_kind_check,
    add constraint breach_events_kind_check check (kind in ('told', 'reminded', 'nobody', 'acknowledged', 'unreachable', 'rerouted', 'corrected', 'again'));

-- A warning is the one message about a breach that is coming: of a target, and
-- of a case if the target is about each of them.
alter table pings
    add column target_id bigint references targets,
    add column case_id   bigint references cases,
    drop constraint pings_kind_check,
    add constraint pings_kind_check check (kind in ('breach', 'survey', 'request', 'notice', 'warning')),
    add constraint pings_warning check ((kind = 'warning') = (target_id is not null) and (kind = 'warning' or case_id is null));
