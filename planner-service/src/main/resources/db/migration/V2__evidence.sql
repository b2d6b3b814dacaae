-- Who reads which column: aggregates per day, never queries. Names of tables and columns are in lower
-- case, as engines compare them; column '*' is SELECT *, '' is no column named or none known.
CREATE TABLE evidence_reader (
  reader_id bigint PRIMARY KEY, -- the first 64 bits of the SHA-256 of kind, name and owner
  kind      text   NOT NULL,
  name      text   NOT NULL,
  owner     text,
  last_seen date   NOT NULL
);
CREATE INDEX evidence_reader_last_seen ON evidence_reader (last_seen);

CREATE TABLE evidence_use (
  table_name  text COLLATE "C" NOT NULL,
  column_name text COLLATE "C" NOT NULL,
  day         date             NOT NULL, -- UTC
  reader_id   bigint           NOT NULL,
  use_kind    text COLLATE "C" NOT NULL,
  uses        bigint           NOT NULL, -- of events; within a minute some are not counted
  last_seen   timestamptz      NOT NULL,
  PRIMARY KEY (table_name, column_name, day, reader_id, use_kind)
) WITH (fillfactor = 90);
CREATE INDEX evidence_use_day ON evidence_use USING brin (day);

-- The last of a reader's days, written with them: planning asks who and when, and reads a row per
-- reader where the days may be hundreds.
CREATE TABLE evidence_last_use (
  table_name  text COLLATE "C" NOT NULL,
  column_name text COLLATE "C" NOT NULL,
  reader_id   bigint           NOT NULL,
  use_kind    text COLLATE "C" NOT NULL,
  last_seen   timestamptz      NOT NULL,
  PRIMARY KEY (table_name, column_name, reader_id, use_kind)
) WITH (fillfactor = 90);

-- What is defined on a table and stands until it is seen without it: views, dbt models, exposures.
CREATE TABLE evidence_dependency (
  table_name  text COLLATE "C" NOT NULL,
  column_name text COLLATE "C" NOT NULL,
  reader_id   bigint           NOT NULL,
  use_kind    text COLLATE "C" NOT NULL,
  origin      text COLLATE "C" NOT NULL, -- what says so: a manifest, a catalog's views, query events
  seen_on     date             NOT NULL,
  PRIMARY KEY (table_name, column_name, reader_id, use_kind, origin)
);
CREATE INDEX evidence_dependency_reader ON evidence_dependency (reader_id, origin);
CREATE INDEX evidence_dependency_origin ON evidence_dependency (origin);

-- Readers of what a dbt model makes, however many models lie between.
CREATE TABLE evidence_downstream (
  model_id  bigint           NOT NULL,
  reader_id bigint           NOT NULL,
  origin    text COLLATE "C" NOT NULL,
  PRIMARY KEY (model_id, reader_id, origin)
);
CREATE INDEX evidence_downstream_origin ON evidence_downstream (origin);

-- Documents that were taken in, so that an older one does not replace a newer one.
CREATE TABLE evidence_document (
  origin       text COLLATE "C" PRIMARY KEY,
  generated_at timestamptz NOT NULL
);

-- Whether events arrived: a source has a row for each hour (UTC) of which it sent any.
CREATE TABLE evidence_coverage (
  source text COLLATE "C" NOT NULL,
  hour   timestamptz      NOT NULL,
  events bigint           NOT NULL,
  PRIMARY KEY (source, hour)
);
CREATE INDEX evidence_coverage_hour ON evidence_coverage (hour);

-- The next record of each partition, committed with what the records before it say. A topic that is
-- made anew has another id and starts anew.
CREATE TABLE evidence_offset (
  topic_id    text COLLATE "C" NOT NULL,
  partition   integer          NOT NULL,
  topic       text             NOT NULL,
  next_offset bigint           NOT NULL,
  PRIMARY KEY (topic_id, partition)
);

-- Records that were gone from a topic before they were read: the hour before is not covered.
CREATE TABLE evidence_loss (
  source      text COLLATE "C" NOT NULL,
  lost_before timestamptz      NOT NULL,
  records     bigint           NOT NULL,
  PRIMARY KEY (source, lost_before)
);
