-- Cases, what happened to them, and how their clocks stand.
-- +goose Up

create table cases (
    id        bigint generated always as identity primary key,
    source    text not null,
    ref       text not null check (ref <> ''), -- the source's name of it, such as a ticket's number
    agreement text not null references agreements on update cascade,
    priority  text not null default '', -- now; the events say since when
    link      text not null default '',
    constraint cases_once unique (source, ref),
    constraint cases_link check (link = '' or link like 'https://%')
);
create index cases_ref on cases (lower(ref));

-- What happened to a case, in the order in which it was told. What follows
-- from it is worked out from all of them, sorted by their own time.
create table case_events (
    id          bigint generated always as identity primary key,
    case_id     bigint not null references cases,
    source      text not null,
    key         text not null check (key <> ''),
    at          timestamptz not null,
    what        text not null, -- '': nothing but the priority changed
    clock       text not null default '', -- '': all
    priority    text not null default '', -- '': as before
    received_at timestamptz not null,
    constraint case_events_once unique (source, key),
    constraint case_events_what check (what in ('', 'start', 'resume', 'pause', 'stop', 'reopen', 'cancel')),
    constraint case_events_something check (what <> '' or priority <> '')
);
create index case_events_case on case_events (case_id, at);
create trigger never_edited before update or delete on case_events for each row execute function never_edited();

-- How the clock of one target stands for a case: worked out from the events,
-- and written anew whenever something changes.
create table case_clocks (
    id               bigint generated always as identity primary key,
    case_id          bigint not null references cases,
    target_id        bigint not null references targets,
    state            text not null,
    standing         text not null,
    used             interval not null, -- open time, when it was last looked at
    started_at       timestamptz,
    due_at           timestamptz, -- null: nobody can say
    next_at          timestamptz, -- when time alone changes something; null: never
    decided_at       timestamptz, -- when it stopped in time, or its time ran out; null: open, or void
    within_seconds   bigint not null, -- the terms that it was judged by
    calendar         text not null,
    calendar_version int not null,
    constraint case_clocks_once unique (case_id, target_id),
    constraint case_clocks_state check (state in ('waiting', 'running', 'paused', 'stopped', 'cancelled')),
    constraint case_clocks_standing check (standing in ('kept', 'at risk', 'breached', 'unknown')),
    constraint case_clocks_decided check (decided_at is null or standing in ('kept', 'breached')),
    constraint case_clocks_terms check (within_seconds > 0)
);
-- The queue: whose turn is next.
create index case_clocks_next on case_clocks (next_at) where next_at is not null;
-- Open ones of a target, by the terms they were judged by.
create index case_clocks_open on case_clocks (target_id, calendar_version, within_seconds) where decided_at is null and state <> 'cancelled';
-- What is due next of a target; what counts in a window of it.
create index case_clocks_due on case_clocks (target_id, due_at) where decided_at is null and due_at is not null;
create index case_clocks_decided_in on case_clocks (target_id, decided_at) include (standing) where decided_at is not null;
