-- Since when some copy of Steward has listened without a break: while none
-- does, no source is silent.
-- +goose Up
create table listening (
    one     boolean primary key default true check (one),
    since   timestamptz not null,
    seen_at timestamptz not null check (seen_at >= since)
);
