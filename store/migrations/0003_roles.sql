-- Roles may be added and merged.
-- +goose Up

-- The four have their words in the program; those added have them here.
alter table roles
    add column name_en    text not null default '',
    add column name_zh    text not null default '',
    add column purpose_en text not null default '',
    add column purpose_zh text not null default '',
    add column added_at   timestamptz,
    add constraint roles_named check ((added_at is null) = (name_en = '' and name_zh = ''));

create table role_clauses (
    id       text primary key check (id <> ''), -- such as DS-1 or DS-Q1
    role     text not null references roles,
    kind     text not null check (kind in ('responsibility', 'qualification')),
    position int not null,
    text_en  text not null,
    text_zh  text not null,
    constraint role_clauses_spoken check (text_en <> '' or text_zh <> ''),
    constraint role_clauses_place unique (role, kind, position)
);

-- A merge makes a role part of another until it is undone. The rows of both
-- stay as they are.
create table role_merges (
    id        bigint generated always as identity primary key,
    role      text not null references roles,
    into_role text not null references roles,
    at        timestamptz not null,
    by_id     bigint not null references people,
    moved     jsonb not null, -- what it moved, to know whether it can still be undone
    undone_at timestamptz,
    undone_by bigint references people,
    constraint role_merges_other check (into_role <> role),
    constraint role_merges_after check (undone_at >= at),
    constraint role_merges_undone check ((undone_at is null) = (undone_by is null))
);
create unique index role_merges_once on role_merges (role) where undone_at is null;

create trigger changed after insert or update or delete on roles        for each statement execute function directory_changed();
create trigger changed after insert or update or delete on role_clauses for each statement execute function directory_changed();
create trigger changed after insert or update or delete on role_merges  for each statement execute function directory_changed();
