-- +goose Up

-- A transaction makes the directory newer once, by its first change. Others
-- see it only when it is committed; and a row that one transaction writes tens
-- of thousands of times is walked through, old version by old version, each
-- time: an import of 10,000 agreements took minutes.
-- +goose StatementBegin
create or replace function directory_changed() returns trigger language plpgsql as $$
begin
    update directory set version = version + 1 where xmin <> pg_current_xact_id()::xid;
    return null;
end $$;
-- +goose StatementEnd
