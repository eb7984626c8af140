-- What the normaliser remembers of articles, and what became of submissions.

create table articles (
    article_id   text primary key,
    source_id    text        not null,
    standing     text        not null,
    revision     bigint      not null,
    -- The whole state as JSON; text, because jsonb refuses some characters that sources send.
    state        text        not null,
    due_at       timestamptz,
    -- How the source last showed it: what the next submission is compared with.
    item_id      text,
    fetch_id     text,
    title        text,
    content_hash text        not null default '',
    signature    bytea,
    shingles     integer     not null default 0,
    seen_at      timestamptz not null
);
create index articles_due on articles (due_at) where due_at is not null;

create table identity_keys (
    kind          smallint    not null,
    value         uuid        not null,
    article_id    text        not null references articles,
    shown         text        not null,
    first_seen_at timestamptz not null,
    primary key (value, article_id)
);
create index identity_keys_article on identity_keys (article_id, first_seen_at);

-- How each source's item ids have behaved.
create table source_item_ids (
    source_id text primary key,
    seen      bigint not null,
    changed   bigint not null,
    reused    bigint not null
);

create table revisions (
    article_id   text        not null references articles,
    revision     bigint      not null,
    kind         text        not null,
    significance text        not null,
    content_hash text        not null,
    receipt_id   text        not null,
    made_at      timestamptz not null,
    -- JSON; null once forgotten or erased.
    state        text,
    diff         text,
    identity     text,
    primary key (article_id, revision)
);
create index revisions_made on revisions (made_at) where state is not null;

create table signatures (
    article_id text primary key,
    source_id  text        not null,
    cluster_id text        not null,
    lookup     integer[]   not null,
    signature  bytea       not null,
    shingles   integer     not null,
    made_at    timestamptz not null
);
create index signatures_lookup on signatures using gin (lookup);

create table submissions (
    receipt_id    text primary key,
    submission_id text        not null,
    source_id     text        not null,
    channel       text        not null,
    command       text        not null,
    outcome       text        not null,
    article_id    text,
    revision      bigint,
    rule          text,
    reason        text,
    position      text,
    identity      text,
    trace_id      text        not null,
    received_at   timestamptz not null,
    decided_at    timestamptz
);
create index submissions_article on submissions (article_id) where article_id is not null;
create index submissions_pending on submissions (source_id) where outcome = 'ACCEPTED';
create index submissions_decided on submissions (decided_at);

-- Counted when a submission is received and when it is decided, each once by its receipt.
create table source_counts (
    source_id   text primary key,
    received    bigint not null default 0,
    published   bigint not null default 0,
    unchanged   bigint not null default 0,
    quarantined bigint not null default 0,
    rejected    bigint not null default 0,
    held        bigint not null default 0
);

create table quarantine (
    quarantine_id  text primary key,
    submission_id  text        not null,
    source_id      text        not null,
    channel        text        not null,
    command        text        not null,
    content_type   text        not null,
    body           bytea,
    address        text,
    item_id        text,
    note           text,
    attributes     text        not null,
    trace_id       text        not null,
    rule           text        not null,
    reason         text        not null,
    position       text,
    received_at    timestamptz not null,
    stated_at      timestamptz,
    quarantined_at timestamptz not null,
    retried_at     timestamptz
);
create index quarantine_source on quarantine (source_id, quarantined_at);
create index quarantine_submission on quarantine (submission_id);
create index quarantine_time on quarantine (quarantined_at);

-- Events that Kafka has not confirmed yet.
create table outbox (
    position   bigint generated always as identity primary key,
    lane       text        not null,
    kind       text        not null,
    name       text        not null,
    revision   bigint      not null default 0,
    created_at timestamptz not null
);
create index outbox_lane on outbox (lane, position);
