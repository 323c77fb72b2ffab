-- From when on measurements were fetched, so that what lies before it is
-- fetched, too, when a target is judged over a longer time than it was.
-- +goose Up

-- Null: as far back as there are measurements of the source. Rows that the
-- version before writes are such.
alter table pulls add column pulled_from timestamptz;
