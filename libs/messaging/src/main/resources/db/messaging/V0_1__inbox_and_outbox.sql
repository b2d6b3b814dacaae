-- One row per event a consumer group has handled; the primary key is the claim.
CREATE TABLE inbox (
  consumer_group text NOT NULL,
  source text NOT NULL,
  id text NOT NULL,
  claimed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (consumer_group, source, id)
);
CREATE INDEX inbox_claimed_at ON inbox (claimed_at);

-- The columns id, aggregatetype, aggregateid, type and payload are those of Debezium's outbox event
-- router, so that change data capture can take the relay's place.
CREATE TABLE outbox (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text NOT NULL UNIQUE,
  aggregatetype text NOT NULL, -- the topic
  aggregateid text NOT NULL,   -- the record key
  type text NOT NULL,
  source text NOT NULL,
  subject text,
  extensions text NOT NULL,    -- a JSON object
  payload text NOT NULL,       -- as text, not jsonb: the bytes that go out are those that were written
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  published_at timestamptz
);
CREATE INDEX outbox_unpublished ON outbox (position) WHERE published_at IS NULL;
CREATE INDEX outbox_published_at ON outbox (published_at) WHERE published_at IS NOT NULL;

-- Delivered by PostgreSQL at the commit, to the elected relay in whichever replica it runs.
CREATE FUNCTION outbox_wake() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('stillwater_outbox', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER outbox_wake AFTER INSERT ON outbox
  FOR EACH STATEMENT EXECUTE FUNCTION outbox_wake();
