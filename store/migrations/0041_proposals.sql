-- What somebody has written down and somebody has yet to accept: the next
-- version of an agreement or of a calendar. Nobody edits a proposal.
-- +goose Up
create table proposals (
    id         bigint generated always as identity primary key,
    kind       text not null check (kind in ('agreement', 'calendar')),
    code       text not null check (code <> ''),
    base       int not null check (base >= 0), -- the version that it changes; 0: none is there yet
    content    jsonb not null,
    by         text not null,
    at         timestamptz not null,
    accepted   bool,
    settled_by text,
    settled_at timestamptz,
    constraint proposals_settled check (num_nulls(accepted, settled_by, settled_at) in (0, 3))
);
create index proposals_open on proposals (kind, code) where settled_at is null;
create trigger never_edited before update of kind, code, base, content, by, at or delete on proposals
    for each row execute function never_edited();
