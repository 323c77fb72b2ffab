-- When time alone moves or ends the window of each target, so that those that
-- are due are found without a look at the others; and what follows from it.
-- +goose Up
create table window_turns (
    target_id bigint primary key references targets,
    next_at   timestamptz not null,
    changed   bool not null default false -- the agreement did since it was judged
);
create index window_turns_next on window_turns (next_at);

alter table judgements
    add column coverage bigint, -- millionths of a window that ended
    drop constraint judgements_cause,
    add constraint judgements_cause check (cause in ('measured', 'corrected', 'excluded', 'counted again', 'passed', 'ended', 'changed')),
    drop constraint judgements_because,
    add constraint judgements_because check ((cause in ('measured', 'corrected')) = (key <> '')
        and (cause in ('excluded', 'counted again')) = (exclusion_id is not null)),
    add constraint judgements_coverage check (coverage is null or coverage between 0 and 1000000 and cause = 'ended');
create index judgements_last on judgements (target_id, id);
