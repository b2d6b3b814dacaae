-- How it stands with what a completed deployment left to be dropped, once its grace period is over.
CREATE TABLE contraction (
  deployment_id   text        NOT NULL REFERENCES release_request,
  position        int         NOT NULL, -- its place among the plan's contractions, from 0
  state           text        NOT NULL, -- HELD, REQUESTED
  reason          text        NOT NULL,
  not_before      timestamptz,          -- null: the grace period alone decides
  attempt         int         NOT NULL, -- how often it became a release
  contracted_by   text,                 -- the deployment that drops it; null while it is held
  contracting     text,                 -- the state of that deployment; null before its first event
  PRIMARY KEY (deployment_id, position)
);
CREATE UNIQUE INDEX contraction_contracted_by ON contraction (contracted_by)
  WHERE contracted_by IS NOT NULL;
