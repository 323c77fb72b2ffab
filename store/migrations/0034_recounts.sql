-- From when on what was counted of a target has to be counted again, since an
-- outage was told of late.
-- +goose Up
alter table watches add column recount_from timestamptz;
