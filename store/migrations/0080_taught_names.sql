-- Names that administrators gave a service because people use them, so that
-- they can be taken back. The service itself has them among its aliases.
-- +goose Up
create table taught_names (
    id          bigint generated always as identity primary key,
    service     text not null references services on update cascade,
    alias       text not null constraint taught_names_alias check (length(alias) between 1 and 100),
    question_id bigint not null references questions,
    taught_by   bigint not null references people,
    taught_at   timestamptz not null,
    undone_at   timestamptz,
    undone_by   bigint references people,
    constraint taught_names_undone check ((undone_at is null) = (undone_by is null))
);
create unique index taught_names_once on taught_names (service, lower(alias)) where undone_at is null;
