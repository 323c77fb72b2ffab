-- Breaches cannot be edited, and it shows if somebody does so nevertheless.
-- +goose Up

-- Of a breach of a value: its bound, and what the value was.
alter table breaches
    add column sense text,
    add column bound bigint,
    add column value bigint,
    add constraint breaches_value check ((sense is null) = (bound is null) and (sense is null) = (value is null)),
    add constraint breaches_sense check (sense in ('at most', 'at least'));

-- The chain of breaches, in the order in which they were recorded. Each seal
-- is the SHA-256 of the place, the seal before and the content.
create table breach_seals (
    place     bigint primary key check (place > 0),
    breach_id bigint not null constraint breach_seals_breach unique references breaches,
    content   text not null, -- JSON: the record, and what it was judged by
    seal      bytea not null constraint breach_seals_length check (length(seal) = 32)
);

create trigger never_edited before update or delete on breaches for each row execute function never_edited();
create trigger never_edited before update or delete on breach_events for each row execute function never_edited();
create trigger never_edited before update or delete on breach_seals for each row execute function never_edited();
