-- Who receives, what is on its way, and who has what.

create table partners (
  id text primary key,
  name text not null,
  created_at timestamptz not null
);

create table subscriptions (
  id text primary key,
  partner_id text not null references partners on delete cascade,
  endpoint text not null,
  filter jsonb not null,
  signatures text[] not null,
  rate_limit_per_second double precision,
  collapse_duplicates boolean not null,
  state text not null check (state in ('ACTIVE', 'PAUSED', 'DISABLED')),
  state_since timestamptz,
  state_reason text,
  created_at timestamptz not null
);

create index subscriptions_of_partner on subscriptions (partner_id);

create table subscription_secrets (
  subscription_id text not null references subscriptions on delete cascade,
  scheme text not null,
  secret text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  primary key (subscription_id, secret)
);

-- One row: grows with every change of a subscription, so that every instance notices.
create table subscriptions_version (
  only_row boolean primary key default true check (only_row),
  version bigint not null
);

insert into subscriptions_version (version) values (1);

-- The last thing each subscription took of each article. Written once per delivery, in groups.
create table receipts (
  article_id text not null,
  subscription_id text not null,
  partner_id text not null,
  delivery_id text not null,
  revision bigint not null,
  enrichment bigint not null,
  content_hash text not null,
  event_type text not null,
  attempts integer not null,
  status integer,
  duration_millis bigint not null,
  delivered_at timestamptz not null,
  trace_id text not null,
  log_partition integer,
  log_offset bigint,
  primary key (article_id, subscription_id)
);

create index receipts_of_subscription on receipts (subscription_id, delivered_at desc);
create index receipts_by_delivery on receipts (delivery_id);

-- What is sent, of versions that somebody waits for.
create table payloads (
  article_id text not null,
  revision bigint not null,
  enrichment bigint not null,
  data bytea not null,
  content_hash text not null,
  occurred_at timestamptz not null,
  embargoed_until timestamptz,
  expires timestamptz,
  trace_id text not null,
  replay_id text,
  log_partition integer,
  log_offset bigint,
  created_at timestamptz not null,
  primary key (article_id, revision, enrichment)
);

-- Deliveries that did not succeed at once. A lease is a due time in the near future.
create table deliveries (
  delivery_id text primary key,
  subscription_id text not null,
  partner_id text not null,
  article_id text not null,
  revision bigint not null,
  enrichment bigint not null,
  event_type text not null,
  state text not null check (state in ('PARKED', 'SUPERSEDED', 'DEAD_LETTERED')),
  -- 0 for withdrawals: they go first.
  priority smallint not null,
  attempts integer not null,
  due_at timestamptz not null,
  reason text,
  status integer,
  trace_id text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index deliveries_due on deliveries (subscription_id, priority, due_at) where state = 'PARKED';
create index deliveries_of_article on deliveries (article_id, subscription_id);
create index deliveries_ended on deliveries (updated_at) where state <> 'PARKED';

create table withdrawals (
  article_id text primary key,
  through_revision bigint not null,
  -- The revision the document below is about.
  revision bigint not null,
  lifted boolean not null,
  kind text not null,
  data bytea not null,
  occurred_at timestamptz not null,
  trace_id text not null
);

-- Attempts that failed, and those that succeeded after one that failed; a success at once is told
-- by its receipt.
create table attempts (
  delivery_id text not null,
  attempt integer not null,
  subscription_id text not null,
  article_id text not null,
  attempted_at timestamptz not null,
  outcome text not null,
  status integer,
  reason text,
  answer text,
  duration_millis bigint not null,
  next_attempt_at timestamptz,
  primary key (delivery_id, attempt, attempted_at)
);

create index attempts_by_time on attempts (attempted_at);
