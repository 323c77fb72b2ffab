-- The name of the Slack account, so that somebody who was renamed there is
-- known by both names. Empty until Slack was heard.
-- +goose Up
alter table people add column called text not null default '' constraint people_called check (length(called) <= 200);
