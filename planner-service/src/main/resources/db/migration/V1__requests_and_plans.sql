-- Documents are text, not jsonb: they are kept as they came, in their own order of fields.
CREATE TABLE plan (
  plan_id       text        PRIMARY KEY,
  status        text        NOT NULL,
  risk          text        NOT NULL,
  document      text        NOT NULL,
  planned_at    timestamptz NOT NULL
);

-- Each release that was planned for a deployment, so that it can be planned anew.
CREATE TABLE release_request (
  deployment_id text        PRIMARY KEY,
  request_id    text        NOT NULL,
  source        text        NOT NULL,
  document      text        NOT NULL,
  plan_id       text        NOT NULL REFERENCES plan,
  received_at   timestamptz NOT NULL,
  planned_at    timestamptz NOT NULL,
  completed_at  timestamptz -- null again once the deployment is rolled back
);
CREATE INDEX release_request_completed ON release_request (completed_at)
  WHERE completed_at IS NOT NULL;

-- What stands against dropping an old name: rows in which both names hold different values.
CREATE TABLE contraction_block (
  deployment_id text NOT NULL,
  step_id       text NOT NULL,
  table_name    text NOT NULL,
  reason        text NOT NULL,
  PRIMARY KEY (deployment_id, step_id)
);
