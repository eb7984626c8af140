-- Who publishes to us, and how they prove it.
create table sources (
  id                    text primary key,
  name                  text not null,
  kind                  text not null check (kind in ('API', 'FEED')),
  state                 text not null check (state in ('ACTIVE', 'PAUSED', 'DEACTIVATED')),
  feed_url              text,
  homepage              text,
  language              text,
  rights_holder         text,
  rights_notice         text,
  rights_usage_terms    text,
  rights_syndication    text not null default 'UNKNOWN',
  poll_interval_seconds bigint,
  poll_full_text        boolean not null default false,
  created_at            timestamptz not null,
  updated_at            timestamptz not null,
  check ((kind = 'FEED') = (feed_url is not null))
);

create table source_keys (
  hash       bytea primary key,
  source_id  text not null references sources,
  created_at timestamptz not null,
  -- After a rotation the old key works until then; null: until it is rotated.
  expires_at timestamptz
);
create index source_keys_of_source on source_keys (source_id);

-- What was answered to a request with an Idempotency-Key.
create table idempotent_answers (
  source_id  text not null,
  key        text not null,
  body_hash  bytea not null,
  status     integer,
  answer     text,
  made_at    timestamptz not null,
  primary key (source_id, key)
);
create index idempotent_answers_by_age on idempotent_answers (made_at);
