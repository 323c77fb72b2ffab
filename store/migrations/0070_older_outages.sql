-- Outages from before a target was watched were stored and never counted: they
-- are counted now, by whichever version is the first to look.
-- +goose Up
update watches w set recount_from = least(w.recount_from, date_trunc('second', o.first))
from (select target_id, min(from_at) as first from outages group by target_id) o
where o.target_id = w.target_id and o.first < w.from_at;
