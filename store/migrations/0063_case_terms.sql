-- Open clocks in the order of their terms, so that those judged by other terms
-- than today's are found without reading the others.
-- +goose Up
drop index case_clocks_open;
create index case_clocks_open on case_clocks (target_id, calendar, calendar_version, within_seconds)
    where decided_at is null and state <> 'cancelled';
