-- Everything that was said about a deployment, once per CloudEvent. The data is text, not jsonb: it
-- is served as it came, and jsonb refuses what JSON allows (\u0000).
create table deployment_event (
  seq bigint generated always as identity primary key,
  deployment_id text not null,
  type text not null,
  event_id text not null,
  happened_at timestamptz not null,
  actor text,
  data text not null
);
create index deployment_event_by_deployment on deployment_event (deployment_id, happened_at, seq);

-- The newest standing of each component's metrics is all that the projection needs of them.
create index deployment_event_by_type on deployment_event (deployment_id, type, happened_at desc);

-- What follows from the events of one deployment, rebuilt with each.
create table deployment (
  deployment_id text primary key,
  environment text,
  state text,
  started_at timestamptz not null,
  finished_at timestamptz,
  subjects text[] not null default '{}',
  revision bigint not null default 0,
  updated_at timestamptz not null,
  document text
);
create index deployment_by_start on deployment (started_at desc, deployment_id desc);
create index deployment_by_update on deployment (updated_at);
create index deployment_by_subject on deployment using gin (subjects);
