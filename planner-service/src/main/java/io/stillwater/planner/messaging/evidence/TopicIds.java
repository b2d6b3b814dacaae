package io.stillwater.planner.messaging.evidence;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The broker's ids of topics: one that is deleted and made anew has the same name and another id.
 */
@ApplicationScoped
class TopicIds {
  private final Map<String, Object> broker;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  TopicIds(@Identifier("default-kafka-broker") Map<String, Object> broker) {
    this.broker = broker;
  }

  String of(String topic) {
    return known.computeIfAbsent(topic, this::ask);
  }

  /** Asks again; true when the topic is another one by now. */
  boolean refresh(String topic) {
    String now = ask(topic);
    return !now.equals(known.put(topic, now));
  }

  /**
   * @throws KafkaException when the broker does not answer
   */
  private String ask(String topic) {
    try (Admin admin = Admin.create(new HashMap<>(broker))) {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get()
          .get(topic)
          .topicId()
          .toString();
    } catch (ExecutionException e) {
      throw new KafkaException("topic " + topic + " cannot be described", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
