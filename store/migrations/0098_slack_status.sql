-- What people's Slack accounts say of themselves at the moment, such as that
-- they are on holiday: answers say it beside the name.
-- +goose Up
alter table people
    add column status       text not null default '' constraint people_status check (length(status) <= 100),
    add column status_until timestamptz; -- null: until it is taken away
