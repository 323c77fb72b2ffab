-- What no longer counts and why, and how promises stood as more became known.
-- +goose Up

-- A correction is a measurement of its own; the row here says what it replaces.
create table corrections (
    source text not null,
    key    text not null, -- of the measurement that no longer counts
    by_key text not null, -- of the one that counts instead
    at     timestamptz not null,
    primary key (source, key),
    constraint corrections_by unique (source, by_key),
    constraint corrections_other check (key <> by_key),
    foreign key (source, key) references measured_keys,
    foreign key (source, by_key) references measured_keys
);
create trigger never_edited before update or delete on corrections for each row execute function never_edited();

-- Windows of time that do not count, such as agreed maintenance: proposed by
-- one person, approved by another.
create table exclusions (
    id          bigint generated always as identity primary key,
    agreement   text references agreements on update cascade,
    service     text references services on update cascade, -- of all agreements on it
    from_at     timestamptz not null,
    to_at       timestamptz not null,
    reason      text not null,
    proposed_by bigint not null references people,
    proposed_at timestamptz not null,
    approved_by bigint references people,
    approved_at timestamptz,
    ended_by    bigint references people, -- who declined or withdrew it
    ended_at    timestamptz,
    constraint exclusions_scope check ((agreement is null) <> (service is null)),
    constraint exclusions_span check (to_at > from_at),
    constraint exclusions_reason check (length(reason) between 1 and 1000),
    constraint exclusions_second check (approved_by <> proposed_by),
    constraint exclusions_approved check ((approved_by is null) = (approved_at is null)),
    constraint exclusions_ended check ((ended_by is null) = (ended_at is null))
);
create index exclusions_agreement on exclusions (agreement);
create index exclusions_service on exclusions (service);

-- The time that does not count for each target, as far as it was approved.
create view excluded_windows as
select t.id as target_id, range_agg(tstzrange(e.from_at, e.to_at)) as windows
from exclusions e
    join agreements a on a.code = e.agreement
        or exists (select from agreement_services s where s.agreement = a.code and s.service = e.service)
    join targets t on t.agreement = a.code
where e.approved_at is not null and e.ended_at is null
group by t.id;

-- What was measured, without what was corrected. A measurement is excluded
-- where all of it lies in windows that do not count.
create view measured_now as
select m.*, coalesce(w.windows @> tstzrange(m.from_at, m.to_at), false) as excluded
from measured m left join excluded_windows w on w.target_id = m.target_id
where not exists (select from corrections c where c.source = m.source and c.key = m.key);

create or replace view measurements as
select target_id, source, key, from_at, to_at, good, total, received_at from measured_now where not excluded;

-- How a target stood in a window, whenever that changed, and because of what.
create table judgements (
    id                bigint generated always as identity primary key,
    target_id         bigint not null references targets,
    period_from       timestamptz not null,
    period_to         timestamptz not null,
    at                timestamptz not null,
    standing          text not null,
    agreement_version int not null,
    measured          bigint not null,
    good              bigint not null,
    total             bigint not null,
    attained          bigint not null,
    value             bigint not null,
    cause             text not null,
    source            text not null default '', -- and key: of the measurement that came
    key               text not null default '',
    exclusion_id      bigint references exclusions,
    constraint judgements_span check (period_to > period_from),
    constraint judgements_standing check (standing in ('kept', 'at risk', 'breached', 'unknown')),
    constraint judgements_cause check (cause in ('measured', 'corrected', 'excluded', 'counted again')),
    constraint judgements_because check ((cause in ('measured', 'corrected')) = (key <> '') and (key = '') = (exclusion_id is not null))
);
create index judgements_of on judgements (target_id, period_from, id);
create trigger never_edited before update or delete on judgements for each row execute function never_edited();
