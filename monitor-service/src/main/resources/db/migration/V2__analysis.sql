-- What was measured lately, one row per series and event: the baseline of releases to come, and what
-- a watch is rebuilt from. Pruned to the newest samples of each series.
create table sample_chunk (
  id bigint generated always as identity primary key,
  environment text not null,    -- empty where the producer named none
  component text not null,
  metric text not null,
  unit text,
  labels text not null,         -- a JSON object
  size integer not null,
  until_at timestamptz not null,
  at_millis bigint[] not null,
  amounts float8[] not null,    -- NaN where a sample is an outcome alone
  outcomes smallint[] not null  -- -1 where a sample is a value alone
);
create index sample_chunk_by_series on sample_chunk (environment, component, metric, id desc);

-- A release under watch. The state is all that the tests have counted, so that a restart forgets
-- nothing; it is written in the transaction that claims the samples.
create table watch (
  deployment_id text primary key,
  environment text not null,
  active boolean not null,
  effect_at timestamptz not null,
  closed_at timestamptz,
  soak_until timestamptz,       -- set while SOAKING only
  state text not null,
  breached boolean not null default false,
  standing text not null default '',
  changed_at timestamptz not null,
  told_at timestamptz,
  verdict_for timestamptz,      -- the soak's end that the last verdict was given for
  verdict_round integer not null default 0
);
create index watch_active on watch (environment) where active;
