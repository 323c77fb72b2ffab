-- What administrators said that a question means, so that the same question is
-- answered from then on.
-- +goose Up
create table lessons (
    id          bigint generated always as identity primary key,
    text        text not null constraint lessons_text check (length(text) between 1 and 1000),
    agreement   text references agreements on update cascade,
    service     text references services on update cascade,
    party       text references parties on update cascade,
    role        text references roles,
    clause      text constraint lessons_clause check (clause <> ''), -- such as SM-4: some are in the program only
    question_id bigint not null references questions,
    taught_by   bigint not null references people,
    taught_at   timestamptz not null,
    undone_at   timestamptz,
    undone_by   bigint references people,
    constraint lessons_about check (num_nonnulls(agreement, service, party) <= 1),
    constraint lessons_asks check (num_nonnulls(role, clause) <= 1),
    constraint lessons_means check (num_nonnulls(agreement, service, party, role, clause) >= 1),
    constraint lessons_undone check ((undone_at is null) = (undone_by is null))
);
create unique index lessons_once on lessons (lower(text)) where undone_at is null;

create trigger changed after insert or update or delete on lessons for each statement execute function directory_changed();
