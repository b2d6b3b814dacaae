package io.stillwater.planner.messaging.evidence;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.stillwater.planner.evidence.openlineage.LineageEvents;
import io.stillwater.planner.evidence.trino.QueryEvents;
import io.stillwater.planning.consumers.Coverage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows what engines and jobs say of their reads. */
@ApplicationScoped
public class ReadEventConsumer {
  private final EvidenceStream stream;
  private final EvidenceSource queries;
  private final EvidenceSource lineage;

  ReadEventConsumer(EvidenceStream stream, QueryEvents queries, LineageEvents lineage) {
    this.stream = stream;
    this.queries = new EvidenceSource(Coverage.TRINO, queries::add);
    this.lineage = new EvidenceSource(Coverage.OPENLINEAGE, lineage::add);
  }

  @Incoming("query-events")
  @Blocking
  void queries(ConsumerRecords<byte[], byte[]> records) {
    stream.consume(list(records), queries);
  }

  @Incoming("lineage-events")
  @Blocking
  void lineage(ConsumerRecords<byte[], byte[]> records) {
    stream.consume(list(records), lineage);
  }

  private static List<ConsumerRecord<byte[], byte[]>> list(
      ConsumerRecords<byte[], byte[]> records) {
    List<ConsumerRecord<byte[], byte[]>> list = new ArrayList<>(records.count());
    records.forEach(list::add);
    return list;
  }
}
