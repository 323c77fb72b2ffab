-- The three jobs: who is responsible, breaches to the right person, feedback.
-- +goose Up

-- The directory: people, parties, services, agreements, who holds what.
create table directory (
    one     bool primary key default true check (one),
    version bigint not null,
    install uuid not null default gen_random_uuid(), -- keeps installations apart that share a Redis
    name_en text not null default '',
    name_zh text not null default '',
    zone    text not null default 'UTC' -- where the company's days begin
);
insert into directory (version) values (1);

create table parties (
    code    text primary key check (code <> ''),
    name_en text not null,
    name_zh text not null,
    side    text not null check (side in ('business', 'internal', 'supplier'))
);

create table people (
    id       bigint generated always as identity primary key,
    email    text not null unique check (email = lower(email) and email like '%@%'),
    name_en  text not null,
    name_zh  text not null,
    lang     text not null check (lang in ('en', 'zh')),
    zone     text not null,
    party    text references parties on update cascade,
    guest    bool not null default false,
    left_at  timestamptz,
    slack_id text unique
);

-- The channels in which Steward and a person talk, once known.
create table dms (
    slack_id text primary key,
    channel  text not null
);

create table services (
    code    text primary key check (code <> ''),
    name_en text not null,
    name_zh text not null,
    aliases text[] not null default '{}',
    state   text not null check (state in ('pipeline', 'live', 'retired'))
);

create table roles (
    key text primary key
);
insert into roles values
    ('process-owner'), ('process-lead'), ('service-level-manager'), ('service-level-administrator');

create table agreements (
    code           text primary key check (code <> ''),
    kind           text not null check (kind in ('SLR', 'SLA', 'OLA', 'UC')),
    title_en       text not null,
    title_zh       text not null,
    provider       text not null references parties on update cascade,
    consumer       text not null references parties on update cascade,
    state          text not null,
    version        int not null check (version > 0),
    from_at        timestamptz not null,
    to_at          timestamptz check (to_at > from_at),
    zone           text not null,
    alert_role     text not null references roles,
    answer_seconds int not null check (answer_seconds > 0)
);

create table agreement_services (
    agreement text not null references agreements on update cascade,
    service   text not null references services on update cascade,
    position  int not null,
    primary key (agreement, service)
);

create table underpins (
    agreement text not null references agreements on update cascade,
    carries   text not null references agreements on update cascade check (carries <> agreement),
    primary key (agreement, carries)
);

create table targets (
    id        bigint generated always as identity primary key,
    agreement text not null references agreements on update cascade,
    key       text not null check (key <> ''),
    name_en   text not null,
    name_zh   text not null,
    objective bigint not null check (objective > 0 and objective <= 1000000), -- millionths
    ended_at  timestamptz,
    unique (agreement, key)
);

create table assignments (
    id        bigint generated always as identity primary key,
    role      text not null references roles,
    service   text references services on update cascade,
    agreement text references agreements on update cascade,
    person_id bigint not null references people,
    deputy    bool not null,
    from_at   timestamptz not null,
    to_at     timestamptz check (to_at > from_at),
    check (service is null or agreement is null)
);
create unique index assignments_once on assignments
    (role, coalesce(service, ''), coalesce(agreement, ''), person_id, from_at);

create table covers (
    id        bigint generated always as identity primary key,
    person_id bigint not null references people,
    by_id     bigint references people check (by_id <> person_id),
    from_at   timestamptz not null,
    to_at     timestamptz not null check (to_at > from_at),
    reason    text not null default '',
    ended_at  timestamptz -- withdrawn: no longer counts
);
create unique index covers_once on covers (person_id, coalesce(by_id, 0), from_at, to_at);

-- Whoever changes the directory makes every copy's cached one old.
-- +goose StatementBegin
create function directory_changed() returns trigger language plpgsql as $$
begin
    update directory set version = version + 1;
    return null;
end $$;
-- +goose StatementEnd
create trigger changed after insert or update or delete on parties            for each statement execute function directory_changed();
create trigger changed after insert or update or delete on people             for each statement execute function directory_changed();
create trigger changed after insert or update or delete on services           for each statement execute function directory_changed();
create trigger changed after insert or update or delete on agreements         for each statement execute function directory_changed();
create trigger changed after insert or update or delete on agreement_services for each statement execute function directory_changed();
create trigger changed after insert or update or delete on underpins          for each statement execute function directory_changed();
create trigger changed after insert or update or delete on targets            for each statement execute function directory_changed();
create trigger changed after insert or update or delete on assignments        for each statement execute function directory_changed();
create trigger changed after insert or update or delete on covers             for each statement execute function directory_changed();

-- Who changed what: added to, never edited.
create table changes (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    by      text not null, -- a person's e-mail, or the command that did it
    subject text not null, -- such as "agreement SLA-ORION-HR"
    before  jsonb,
    after   jsonb
);
create index changes_subject on changes (subject, id);

-- What was measured, and what follows.
create table tokens (
    hash       bytea primary key, -- SHA-256 of the token; the token itself is kept nowhere
    source     text not null check (source <> ''),
    created_at timestamptz not null,
    revoked_at timestamptz
);

create table measurements (
    target_id   bigint not null references targets,
    source      text not null,
    key         text not null,
    from_at     timestamptz not null,
    to_at       timestamptz not null check (to_at > from_at),
    good        bigint not null check (good >= 0),
    total       bigint not null check (total >= good),
    received_at timestamptz not null,
    primary key (source, key)
);
create index measurements_target on measurements (target_id, from_at) include (to_at, good, total);

create table breaches (
    id                bigint generated always as identity primary key,
    target_id         bigint not null references targets,
    agreement_version int not null,
    period_from       timestamptz not null,
    period_to         timestamptz not null check (period_to > period_from),
    objective         bigint not null,
    measured          bigint not null, -- how many measurements were counted
    good              bigint not null,
    total             bigint not null,
    attained          bigint not null check (attained < objective),
    since             timestamptz not null,
    source            text not null,
    key               text not null,
    found_at          timestamptz not null,
    unique (target_id, period_from)
);

create table follows (
    breach_id bigint primary key references breaches,
    round     int not null default 0,
    next_at   timestamptz,
    by_id     bigint references people,
    at        timestamptz,
    check ((by_id is null) = (at is null)),
    check (by_id is null or next_at is null)
);
create index follows_due on follows (next_at) where by_id is null;

create table breach_events (
    id        bigint generated always as identity primary key,
    breach_id bigint not null references breaches,
    at        timestamptz not null,
    kind      text not null check (kind in ('told', 'reminded', 'nobody', 'acknowledged', 'unreachable', 'rerouted')),
    person_id bigint references people,
    why       jsonb not null
);
create index breach_events_breach on breach_events (breach_id, id);
create unique index breach_acknowledged_once on breach_events (breach_id) where kind = 'acknowledged';

-- What was asked, and what came back.
create table surveys (
    id        bigint generated always as identity primary key,
    agreement text not null references agreements on update cascade,
    opened_by bigint not null references people,
    opened_at timestamptz not null,
    closes_at timestamptz not null check (closes_at > opened_at),
    closed_at timestamptz
);
create unique index surveys_one_open on surveys (agreement) where closed_at is null;
create index surveys_due on surveys (closes_at) where closed_at is null;

create table answers (
    id        bigint generated always as identity primary key,
    survey_id bigint not null references surveys,
    person_id bigint not null references people,
    side      text not null check (side in ('business', 'internal', 'supplier')),
    score     int not null check (score between 1 and 5),
    comment   text not null default '' check (length(comment) <= 3000),
    at        timestamptz not null
);
create index answers_person on answers (survey_id, person_id, id desc);

-- A ping is a message owed to a person. The row is its own queue: a copy of
-- the bot claims it by moving due_at to the end of a lease. It is pending
-- until it was sent or dropped, and again whenever want > drawn.
create table pings (
    id          bigint generated always as identity primary key,
    key         text not null unique, -- what makes it once
    kind        text not null check (kind in ('breach', 'survey', 'request', 'notice')),
    person_id   bigint not null references people,
    breach_id   bigint references breaches,
    survey_id   bigint references surveys,
    why         jsonb not null, -- the rule and the rung: why it is owed to this person
    owed_at     timestamptz not null,
    due_at      timestamptz not null,
    attempts    int not null default 0,
    unsure      bool not null default false, -- an attempt may have reached Slack: look before posting
    tried_at    timestamptz,
    channel     text,
    ts          text,
    sent_at     timestamptz,
    dropped_at  timestamptz,
    dropped_why text,
    want        int not null default 1, -- how often its looks changed
    drawn       int not null default 0, -- which of them Slack shows
    error       text,
    check ((sent_at is null) = (ts is null)),
    check (sent_at is null or dropped_at is null),
    check ((kind = 'breach') = (breach_id is not null)),
    check ((kind = 'survey') = (survey_id is not null))
);
create index pings_due on pings (due_at) where dropped_at is null and drawn < want;
create index pings_breach on pings (breach_id) where breach_id is not null;
create index pings_survey on pings (survey_id) where survey_id is not null;

-- Events from Slack, stored before they are acknowledged, so that each is
-- answered once, also after a crash. Kept for a day.
create table inbox (
    id       text primary key, -- Slack's event id
    payload  json not null, -- as it came: jsonb would refuse some of what people type
    at       timestamptz not null,
    due_at   timestamptz not null,
    attempts int not null default 0,
    done_at  timestamptz
);
create index inbox_due on inbox (due_at) where done_at is null;
