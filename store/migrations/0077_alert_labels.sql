-- Which labels of an alert name what it is about, for each token, and in what
-- rhythm each source is heard.
-- +goose Up
alter table tokens
    add column agreement_label text not null default 'steward_agreement',
    add column target_label    text not null default 'steward_target',
    add column service_label   text not null default 'steward_service',
    add constraint tokens_labels_check check (agreement_label <> '' and target_label <> '' and service_label <> '');

-- The longest time between two hearings of a source that ended on each day of
-- UTC, of the last weeks: from these it is learned when it is silent.
create table source_days (
    source          text not null references sources,
    day             date not null,
    longest_seconds bigint not null check (longest_seconds >= 0),
    primary key (source, day)
);

-- When a silent source was heard for the last time before.
alter table sources add column silent_from timestamptz;
