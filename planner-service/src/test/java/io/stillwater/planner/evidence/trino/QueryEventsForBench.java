package io.stillwater.planner.evidence.trino;

import io.stillwater.planner.evidence.FixedEvidenceConfig;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import java.time.Instant;

/** The parser as the service makes it. */
public final class QueryEventsForBench {
  private final QueryEvents events;

  public QueryEventsForBench(FixedEvidenceConfig config) {
    this.events = new QueryEvents(FixedEvidenceConfig.names(config.catalogAliases()), config);
  }

  public void add(byte[] event, Instant now, EvidenceBatch batch) {
    events.add(event, now, now, batch);
  }
}
