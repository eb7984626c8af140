-- What the site shows. All of it can be rebuilt from the topic articles.enriched.

create sequence site_sequence;

-- The current state of each article, shown or withdrawn.
create table site_article (
  article_id text primary key,
  -- In order of arrival: cuts sitemaps into files whose content stays.
  number bigint generated always as identity,
  -- The part of the address that never changes.
  token text not null unique,
  revision bigint not null,
  enrichment bigint not null,
  status text not null check (status in ('USABLE', 'WITHHELD', 'CANCELED')),
  listed_at timestamptz not null,
  revised_at timestamptz not null,
  visible_from timestamptz,
  visible_until timestamptz,
  story text not null,
  -- What a list shows of it.
  card jsonb not null,
  -- All of it.
  article jsonb not null,
  search_configuration text not null,
  search tsvector not null
);

create unique index site_article_number on site_article (number);
create index site_article_search on site_article using gin (search);

-- Which article is on which list; withdrawn articles are on none.
create table site_listing (
  list text not null,
  article_id text not null references site_article on delete cascade,
  label text not null,
  listed_at timestamptz not null,
  story text not null,
  visible_from timestamptz,
  visible_until timestamptz,
  primary key (list, article_id)
);

create index site_listing_newest on site_listing (list, listed_at desc, article_id desc);
create index site_listing_story on site_listing (list, story, listed_at, article_id);
create index site_listing_article on site_listing (article_id);

-- The order in which articles changed, as pulling partners read it. Numbers are given under one
-- lock that is held until commit, so that whoever has read up to a number has missed none below.
create table site_change (
  article_id text primary key references site_article on delete cascade,
  sequence bigint not null unique,
  changed_at timestamptz not null,
  -- When time alone changes it next: an embargo ends or the article expires.
  due timestamptz
);

create index site_change_changed_at on site_change (changed_at, sequence);
create index site_change_due on site_change (due) where due is not null;
