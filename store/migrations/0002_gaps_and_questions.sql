-- Gaps that were told, and questions that were not answered.
-- +goose Up

-- A gap in who can be reached is told once; when it is closed its row goes, so
-- that it is told again if it opens again.
create table gaps (
    key     text primary key,
    told_at timestamptz not null
);

-- What Steward could not answer, for the administrator to teach it.
create table questions (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    slack_id   text not null, -- who asked
    text       text not null check (length(text) <= 1000),
    wrong      bool not null default false, -- answered, but somebody says wrongly
    settled_at timestamptz,
    settled_by bigint references people
);
create index questions_open on questions (id) where settled_at is null;
