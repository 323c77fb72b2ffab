-- Measurements in partitions of a month, each key once across all of them, and
-- what the measurements of a day add up to.
-- +goose Up

-- A partition holds the spans that begin in one month of UTC. The row of the
-- target is locked while a measurement is written, and targets are never
-- deleted: a foreign key would look each of them up once more, for nothing.
create table measured (
    target_id   bigint not null,
    source      text not null,
    key         text not null,
    from_at     timestamptz not null,
    to_at       timestamptz not null,
    good        bigint not null,
    total       bigint not null,
    value       bigint, -- millionths of the unit
    buckets     jsonb,  -- the histogram from which good was read
    received_at timestamptz not null,
    constraint measured_span check (to_at > from_at),
    constraint measured_counts check (good >= 0 and total >= good)
) partition by range (from_at);
create index measured_target on measured (target_id, from_at);

-- What makes a measurement count once, whatever month it is of. No unique
-- index of the table above could say that: it would need the month in it.
create table measured_keys (
    source    text not null,
    key       text not null,
    target_id bigint not null,
    from_at   timestamptz not null,
    primary key (source, key)
);

-- What the measurements that begin on one day add up to; those in an exclusion
-- window apart from those that count.
create table measured_days (
    target_id  bigint not null references targets,
    day        timestamptz not null, -- its first moment in the agreement's zone
    excluded   bool not null,
    count      bigint not null check (count > 0),
    good       bigint not null,
    total      bigint not null,
    numbers    bigint not null default 0, -- how many had a value; the five below are of these
    number_sum bigint not null default 0,
    low        bigint,
    high       bigint,
    last       bigint,
    last_to    timestamptz,
    covered    tstzmultirange not null,
    primary key (target_id, day, excluded),
    constraint measured_days_counts check (good >= 0 and total >= good),
    constraint measured_days_numbers check ((numbers > 0) = (last_to is not null))
) with (fillfactor = 70);

-- +goose StatementBegin
create function measured_month(month timestamptz) returns void language plpgsql as $$
declare
    name text := 'measured_' || to_char(month at time zone 'UTC', 'YYYY_MM');
begin
    -- Attaching lets others write meanwhile; creating a partition in place would not.
    perform pg_advisory_xact_lock(7483921);
    if to_regclass(name) is null then
        execute format('create table %I (like measured including all)', name);
        execute format('alter table measured attach partition %I for values from (%L) to (%L)',
            name, month, (month at time zone 'UTC' + interval '1 month') at time zone 'UTC');
    end if;
end $$;
-- +goose StatementEnd

select measured_month(m at time zone 'UTC')
from (select distinct date_trunc('month', from_at at time zone 'UTC') as m from measurements) months;
insert into measured (target_id, source, key, from_at, to_at, good, total, received_at)
select target_id, source, key, from_at, to_at, good, total, received_at from measurements;
insert into measured_keys select source, key, target_id, from_at from measurements;
insert into measured_days (target_id, day, excluded, count, good, total, covered)
select m.target_id, date_trunc('day', m.from_at at time zone a.zone) at time zone a.zone, false,
    count(*), sum(good), sum(total), range_agg(tstzrange(m.from_at, m.to_at))
from measurements m join targets t on t.id = m.target_id join agreements a on a.code = t.agreement
group by 1, 2;

-- The version before goes on writing to and reading from "measurements".
drop table measurements;
create view measurements as
select target_id, source, key, from_at, to_at, good, total, received_at from measured;

-- +goose StatementBegin
create function take_measurement() returns trigger language plpgsql as $$
begin
    insert into measured_keys values (new.source, new.key, new.target_id, new.from_at) on conflict do nothing;
    if not found then
        return null;
    end if;
    perform measured_month(date_trunc('month', new.from_at at time zone 'UTC') at time zone 'UTC');
    insert into measured (target_id, source, key, from_at, to_at, good, total, received_at)
    values (new.target_id, new.source, new.key, new.from_at, new.to_at, new.good, new.total, new.received_at);
    insert into measured_days as d (target_id, day, excluded, count, good, total, covered)
    select new.target_id, date_trunc('day', new.from_at at time zone a.zone) at time zone a.zone, false,
        1, new.good, new.total, tstzmultirange(tstzrange(new.from_at, new.to_at))
    from targets t join agreements a on a.code = t.agreement where t.id = new.target_id
    on conflict (target_id, day, excluded) do update
    set count = d.count + 1, good = d.good + new.good, total = d.total + new.total, covered = d.covered + excluded.covered;
    return new;
end $$;
-- +goose StatementEnd
create trigger take instead of insert on measurements for each row execute function take_measurement();

create trigger never_edited before update or delete on measured for each row execute function never_edited();
