-- Until when measurements were fetched, for each target that is fetched.
-- +goose Up
create table pulls (
    target_id     bigint not null references targets,
    source        text not null check (source <> ''),
    pulled_to     timestamptz not null,
    claimed_until timestamptz, -- a copy of Steward is at it, until then
    primary key (target_id, source)
);
