-- Which tokens let somebody tell of outages of each target that is watched: of
-- the source that watches it, of those that told of one, and those made for
-- just that target.
-- +goose Up
create view watch_tokens as
select w.target_id, k.source, k.created_at, least(k.revoked_at, k.expires_at) as ends_at -- null: never
from watches w
    join targets t on t.id = w.target_id
    join tokens k on 'alerts' = any(k.may)
        and (k.only_for = '{}' or k.only_for && array[t.agreement, t.agreement || '/' || t.key])
where k.source = w.source
    or k.only_for @> array[t.agreement || '/' || t.key]
    or exists (select from outages o where o.target_id = w.target_id and o.source = k.source);
