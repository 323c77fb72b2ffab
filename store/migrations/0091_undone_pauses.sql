-- A pause and a resume at one moment undo each other, but left a clock
-- standing: such clocks are judged once more.
-- +goose Up
update case_clocks k set next_at = k.started_at
where k.state = 'paused' and exists (
    select from case_events p join case_events r on r.case_id = p.case_id and r.at = p.at and r.what = 'resume'
    where p.case_id = k.case_id and p.what = 'pause');
