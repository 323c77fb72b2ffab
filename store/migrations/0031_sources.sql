-- When each source was heard, and outages that sources tell of.
-- +goose Up
create table sources (
    source         text primary key check (source <> ''),
    heard_at       timestamptz not null, -- for the last time, to ten seconds; when its token was made if never
    expect_seconds bigint check (expect_seconds > 0), -- it is silent when not heard for longer; null: it may be
    silent_at      timestamptz -- when its silence was told; null: it is not silent
);

-- When a source that is expected to be heard was not.
create table source_gaps (
    source  text not null references sources,
    from_at timestamptz not null,
    to_at   timestamptz not null check (to_at > from_at),
    primary key (source, from_at)
);

create table outages (
    source    text not null,
    key       text not null,
    target_id bigint not null references targets,
    from_at   timestamptz not null,
    to_at     timestamptz check (to_at >= from_at), -- null: it lasts
    primary key (source, key, from_at)
);
create index outages_target on outages (target_id, from_at);

-- Which source watches a target for outages, and from and until when what it
-- saw is counted. What is owed to the measurements stands in owed until it is there.
create table watches (
    target_id  bigint primary key references targets,
    source     text not null references sources,
    from_at    timestamptz not null,
    counted_to timestamptz not null check (counted_to >= from_at),
    owed       jsonb not null default '[]'
);
