-- Targets of other kinds, calendars, and agreements with versions.
-- +goose Up

create table calendars (
    code       text primary key check (code <> '' and code <> '24x7'),
    version    int not null check (version > 0),
    definition jsonb not null
);

-- Every version there was, for what was judged by it. Never edited.
create table calendar_versions (
    code       text not null references calendars on update cascade,
    version    int not null check (version > 0),
    definition jsonb not null,
    at         timestamptz not null,
    primary key (code, version)
);

alter table agreements
    add column calendar       text references calendars on update cascade, -- null: always
    add column notice_months  int not null default 0,
    add column notice_days    int not null default 0,
    add column renewal_months int not null default 0,
    add column renewal_days   int not null default 0,
    add constraint agreements_terms check (least(notice_months, notice_days, renewal_months, renewal_days) >= 0);

-- What an agreement said in each of its versions. A version that was signed
-- is never edited.
create table agreement_versions (
    agreement text not null references agreements on update cascade,
    version   int not null check (version > 0),
    content   jsonb not null,
    at        timestamptz not null,
    by        text not null,
    primary key (agreement, version)
);

-- +goose StatementBegin
create function never_edited() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never edited', tg_table_name;
end $$;
-- +goose StatementEnd
create trigger never_edited before update of version, content, at, by or delete on agreement_versions for each row execute function never_edited();
create trigger never_edited before update of version, definition, at or delete on calendar_versions for each row execute function never_edited();

alter table targets
    add column kind           text not null default 'level',
    add column window_unit    text not null default 'month' check (window_unit in ('month', 'quarter', 'year', 'days')),
    add column window_days    int not null default 0,
    add column sense          text check (sense in ('at most', 'at least')),
    add column bound          bigint, -- millionths of the unit
    add column unit           text not null default '',
    add column statistic      text check (statistic in ('mean', 'highest', 'lowest', 'last')),
    add column clock          text not null default '',
    add column within_seconds bigint check (within_seconds > 0),
    add column priority       text not null default '',
    add column calendar       text references calendars on update cascade, -- null: that of the agreement
    add constraint targets_kind check (kind in ('level', 'value', 'clock')),
    add constraint targets_window check (case when window_unit = 'days' then window_days between 1 and 366 else window_days = 0 end),
    add constraint targets_bound check ((sense is null) = (bound is null)),
    add constraint targets_value check ((kind = 'value') = (statistic is not null) and (kind <> 'value' or sense is not null)),
    add constraint targets_clock check ((kind = 'clock') = (within_seconds is not null) and (kind = 'clock') = (clock <> ''));

create trigger changed after insert or update or delete on calendars for each statement execute function directory_changed();
