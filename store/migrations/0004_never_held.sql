-- An assignment that is taken back before it begins ends when it begins.
-- +goose Up
alter table assignments
    drop constraint assignments_check,
    add constraint assignments_check check (to_at >= from_at);
