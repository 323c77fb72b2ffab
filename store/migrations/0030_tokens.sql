-- What a token is good for, until when, and when it was used.
-- +goose Up
alter table tokens
    add column id         bigint generated always as identity constraint tokens_id_key unique, -- to name it in lists
    add column may        text[] not null default '{measurements}'
        constraint tokens_may_check check (may <> '{}' and may <@ '{measurements,cases,alerts}'),
    add column only_for   text[] not null default '{}', -- agreements (SLA-1) and targets (SLA-1/availability); none: all
    add column expires_at timestamptz constraint tokens_expires_check check (expires_at > created_at),
    add column used_at    timestamptz; -- to the minute
