-- Sketches of articles, in half the space. They are looked up in memory; this is what every
-- instance's index is filled from, and how instances tell each other. What was there is written
-- again as articles come.
drop table signatures;
create sequence sketch_positions;
create table sketches (
    article_id uuid primary key,
    cluster_id uuid        not null,
    source_id  text        not null,
    shingles   integer     not null,
    -- Null: the article is taken down.
    sketch     bytea,
    -- Another one with every change: readers go on from where they were.
    position   bigint      not null default nextval('sketch_positions') unique,
    -- The instance that wrote it, which knows it already.
    writer     uuid        not null,
    made_at    timestamptz not null
);
create index sketches_made on sketches (made_at);
