-- What we agreed with hubs: of each source at most one that is not being ended.
create table subscriptions (
  -- The last part of the callback's path.
  token       text primary key,
  source_id   text not null references sources,
  ending      boolean not null,
  due_at      timestamptz not null,
  lease_owner text,
  lease_until timestamptz,
  -- Subscription as JSON.
  state       jsonb not null
);
create unique index subscriptions_of_source on subscriptions (source_id) where not ending;
create index subscriptions_due on subscriptions (due_at);
