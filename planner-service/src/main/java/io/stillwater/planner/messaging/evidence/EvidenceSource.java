package io.stillwater.planner.messaging.evidence;

import io.stillwater.planner.evidence.Intake;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import java.time.Instant;

/**
 * How the records of a topic are read.
 *
 * @param name in meters and coverage
 */
record EvidenceSource(String name, Parser parser) {

  interface Parser {
    /**
     * Adds what one record says.
     *
     * @param received the record's own time
     * @throws io.stillwater.planner.evidence.MalformedEvidenceException when it cannot be read
     */
    Intake add(byte[] value, Instant received, Instant now, EvidenceBatch batch);
  }
}
