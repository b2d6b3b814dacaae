package io.stillwater.monitor.messaging;

import io.smallrye.common.annotation.Blocking;
import io.stillwater.events.EventTypes;
import io.stillwater.messaging.EventConsumer;
import io.stillwater.messaging.EventHandlers;
import io.stillwater.monitor.analysis.SampleIntake;
import io.stillwater.monitor.history.HistoryRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads measurements, and how they were judged. */
@ApplicationScoped
public class MetricsChannel {
  private final EventConsumer consumer;
  private final EventHandlers metrics;

  public MetricsChannel(EventConsumer consumer, HistoryRecorder history, SampleIntake intake) {
    this.consumer = consumer;
    metrics =
        EventHandlers.builder()
            .on(EventTypes.SAMPLES_RECORDED, intake::on)
            .on(
                EventTypes.ANALYSIS_UPDATED,
                event -> history.on(event, event.data().deploymentId()))
            .build();
  }

  @Incoming("metrics")
  @Blocking
  void onMetrics(ConsumerRecord<byte[], byte[]> message) {
    consumer.consume(message, metrics);
  }
}
