-- What must never be edited was safe from UPDATE and DELETE of its rows, but
-- not from TRUNCATE; and some records were not safe at all.
-- +goose Up
create trigger never_emptied before truncate on agreement_versions for each statement execute function never_edited();
create trigger never_emptied before truncate on calendar_versions  for each statement execute function never_edited();
create trigger never_emptied before truncate on measured           for each statement execute function never_edited();
create trigger never_emptied before truncate on measured_keys      for each statement execute function never_edited();
create trigger never_emptied before truncate on corrections        for each statement execute function never_edited();
create trigger never_emptied before truncate on exclusions         for each statement execute function never_edited();
create trigger never_emptied before truncate on judgements         for each statement execute function never_edited();
create trigger never_emptied before truncate on breaches           for each statement execute function never_edited();
create trigger never_emptied before truncate on breach_events      for each statement execute function never_edited();
create trigger never_emptied before truncate on breach_seals       for each statement execute function never_edited();
create trigger never_emptied before truncate on case_events        for each statement execute function never_edited();
create trigger never_emptied before truncate on changes            for each statement execute function never_edited();

create trigger never_edited before update or delete on measured_keys for each row execute function never_edited();
create trigger never_edited before update or delete on changes for each row execute function never_edited();

-- A version follows the code of what it is of, and goes nowhere else.
create trigger never_moved before update of agreement on agreement_versions
    for each row when (pg_trigger_depth() = 0) execute function never_edited();
create trigger never_moved before update of code on calendar_versions
    for each row when (pg_trigger_depth() = 0) execute function never_edited();

-- An exclusion is approved once and ends once, and says the same all along.
create trigger never_edited before delete on exclusions for each row execute function never_edited();
create trigger never_changed before update of from_at, to_at, reason, proposed_by, proposed_at on exclusions
    for each row execute function never_edited();
create trigger never_moved before update of agreement, service on exclusions
    for each row when (pg_trigger_depth() = 0) execute function never_edited();
create trigger never_twice before update on exclusions for each row
    when (old.approved_at is not null and (old.approved_by, old.approved_at) is distinct from (new.approved_by, new.approved_at)
        or old.ended_at is not null and (old.ended_by, old.ended_at) is distinct from (new.ended_by, new.ended_at))
    execute function never_edited();

-- A trigger for a statement holds for one partition only.
-- +goose StatementBegin
create or replace function measured_month(month timestamptz) returns void language plpgsql as $$
declare
    name text := 'measured_' || to_char(month at time zone 'UTC', 'YYYY_MM');
begin
    -- Attaching lets others write meanwhile; creating a partition in place would not.
    perform pg_advisory_xact_lock(7483921);
    if to_regclass(name) is null then
        execute format('create table %I (like measured including all)', name);
        execute format('create trigger never_emptied before truncate on %I for each statement execute function never_edited()', name);
        execute format('alter table measured attach partition %I for values from (%L) to (%L)',
            name, month, (month at time zone 'UTC' + interval '1 month') at time zone 'UTC');
    end if;
end $$;
-- +goose StatementEnd
-- +goose StatementBegin
do $$
declare
    month regclass;
begin
    for month in select inhrelid::regclass from pg_inherits where inhparent = 'measured'::regclass loop
        execute format('create trigger never_emptied before truncate on %s for each statement execute function never_edited()', month);
    end loop;
end $$;
-- +goose StatementEnd

-- A calendar opens at some time: in its week, on a date, or on the make-up
-- working days of a country. Rows of before are left alone.
alter table calendars add constraint calendars_open check (
    jsonb_path_exists(definition, '$.Week[*][*] ? (@ != null)')
    or jsonb_path_exists(definition, '$.Exceptions[*].Hours[*] ? (@ != null)')
    or jsonb_path_exists(definition, '$.MakeUp[*] ? (@ != null)')) not valid;
