-- Who entered an assignment, and when: answers say by whom it is confirmed.
-- +goose Up
alter table assignments
    add column entered_by text, -- a person's e-mail, or the command that did it
    add column entered_at timestamptz,
    add constraint assignments_entered check ((entered_by is null) = (entered_at is null));

-- What was entered before is told by the record of changes.
update assignments a set entered_by = c.by, entered_at = c.at
from (
    select distinct on (x.id) x.id, changes.by, changes.at
    from assignments x
    join people p on p.id = x.person_id
    join changes on changes.subject = 'assignment of ' || p.email || ' as ' || x.role || ' for '
        || coalesce(x.agreement, x.service, 'the organisation')
    where changes.after is not null
    order by x.id, changes.id desc
) c
where c.id = a.id;
