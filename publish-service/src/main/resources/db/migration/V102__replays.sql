-- What operators ordered to be sent again.

create table replays (
  id text primary key,
  subscription_id text not null,
  since timestamptz not null,
  until timestamptz,
  article_id text,
  dry_run boolean not null,
  state text not null,
  examined bigint not null,
  sent bigint not null,
  requested_at timestamptz not null
);

create index replays_running on replays (state) where state = 'RUNNING';
