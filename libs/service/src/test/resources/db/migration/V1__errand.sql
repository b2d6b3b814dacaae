-- Work of the sample service, with a key of two columns.
CREATE TABLE errand (
  place       text    NOT NULL,
  number      integer NOT NULL,
  due_at      timestamptz,
  lease_owner text,
  lease_until timestamptz,
  leases      bigint  NOT NULL DEFAULT 0,
  PRIMARY KEY (place, number)
);
