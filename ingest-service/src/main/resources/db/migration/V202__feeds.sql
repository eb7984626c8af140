-- What polling remembers: one row a feed, held by one poller at a time.
create table feeds (
  source_id     text primary key references sources,
  next_fetch_at timestamptz not null,
  lease_owner   text,
  lease_until   timestamptz,
  -- PollState as JSON.
  state         jsonb not null
);
create index feeds_due on feeds (next_fetch_at);

-- The bytes of each entry when it was last seen, as a hash: what did not change is not submitted.
create table feed_entries (
  source_id    text not null references sources,
  entry_key    bytea not null,
  content_hash bytea not null,
  seen_at      timestamptz not null,
  primary key (source_id, entry_key)
);

-- When an origin may be asked again, and what its robots.txt says.
create table origins (
  origin           text primary key,
  next_request_at  timestamptz not null,
  robots           text,
  robots_until     timestamptz,
  robots_available boolean not null default true
);
