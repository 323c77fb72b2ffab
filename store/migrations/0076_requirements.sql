-- Which requirement an SLA grew out of, and how long before the last day of
-- notice an agreement counts as expiring.
-- +goose Up
alter table agreements
    add column requirement     text references agreements deferrable initially deferred -- a file may have the SLR after it
        constraint agreements_requirement check (requirement is null or kind = 'SLA' and requirement <> code),
    add column reminder_months int not null default 0,
    add column reminder_days   int not null default 0, -- neither: 30 days
    add constraint agreements_reminder check (least(reminder_months, reminder_days) >= 0);
