-- A target may count around the clock in an agreement that has office hours.
-- 24x7 has no row among the calendars.
-- +goose Up
alter table targets
    drop constraint targets_calendar_fkey,
    add column calendar_kept text generated always as (nullif(calendar, '24x7')) stored,
    add constraint targets_calendar_fkey foreign key (calendar_kept) references calendars;
