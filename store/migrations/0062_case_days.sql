-- How many cases were decided on each day, kept or late, so that judging a
-- window does not read all of its cases again.
-- +goose Up
create table case_days (
    target_id bigint not null references targets,
    day       timestamptz not null, -- its first moment in the agreement's zone
    -- Not below 0; no check says so, since it would refuse the row that an
    -- insert offers to take one off before it finds that there is one.
    kept      bigint not null,
    late      bigint not null,
    primary key (target_id, day)
);
insert into case_days (target_id, day, kept, late)
select k.target_id, date_trunc('day', k.decided_at at time zone a.zone) at time zone a.zone,
    count(*) filter (where k.standing = 'kept'), count(*) filter (where k.standing = 'breached')
from case_clocks k join targets t on t.id = k.target_id join agreements a on a.code = t.agreement
where k.decided_at is not null
group by 1, 2;
