-- Who has a delivery on its way has it until then. Kept apart from the due time, which also says when to
-- try again: a newer version of the article waits for the end of an attempt, not for the next one.
alter table deliveries add column leased_until timestamptz;

-- When we heard of it: instances look for what the others heard.
alter table withdrawals add column recorded_at timestamptz not null default now();
create index withdrawals_recorded on withdrawals (recorded_at);
