package io.stillwater.messaging.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stillwater.events.Event;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventJson;
import io.stillwater.events.EventSchemas;
import io.stillwater.events.EventSchemas.UnknownFields;
import io.stillwater.messaging.CurrentEvent;
import io.stillwater.messaging.Outbox;
import io.stillwater.messaging.OutgoingEvent;
import io.stillwater.messaging.RecordLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes events as rows of the caller's transaction; a trigger wakes the relay at its commit. */
@ApplicationScoped
class JdbcOutbox implements Outbox {
  /** Handed on from the event being handled to what it causes. */
  private static final List<String> INHERITED =
      List.of(EventExtensions.TRACEPARENT, EventExtensions.ENVIRONMENT);

  private final DataSource database;
  private final OutboxConfig config;
  private final String source;

  JdbcOutbox(
      DataSource database,
      OutboxConfig config,
      @ConfigProperty(name = "stillwater.service") String service) {
    this.database = database;
    this.config = config;
    this.source = "/stillwater/" + service;
  }

  @Override
  public void publish(OutgoingEvent<?> event) {
    if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException(
          event.type()
              + " is published outside a transaction; publish it where its cause is saved");
    }
    OutboxRow row =
        new OutboxRow(
            0,
            event.id(),
            event.type().topic(),
            event.key(),
            event.type().name(),
            source,
            event.subject(),
            extensions(event),
            json(event),
            null);
    try (Connection connection = database.getConnection()) {
      OutboxTable.insert(connection, row);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot write " + event.type() + " to the outbox", e);
    }
  }

  private String json(OutgoingEvent<?> event) {
    JsonNode tree = EventJson.MAPPER.valueToTree(event.data());
    if (config.validate()) {
      List<String> violations = EventSchemas.validate(event.type(), tree, UnknownFields.REFUSED);
      if (!violations.isEmpty()) {
        throw new IllegalArgumentException(
            event.type() + " does not fit its schema: " + String.join("; ", violations));
      }
    }
    String json = tree.toString();
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > RecordLimits.VALUE) {
      throw new IllegalArgumentException(
          "The data of %s %s is %d bytes; at most %d can be sent"
              .formatted(event.type(), event.id(), bytes, RecordLimits.VALUE));
    }
    return json;
  }

  private static Map<String, String> extensions(OutgoingEvent<?> event) {
    Map<String, String> extensions = new HashMap<>();
    if (event.subject() != null) {
      extensions.put(EventExtensions.DEPLOYMENT_ID, event.subject());
    }
    CurrentEvent.get().ifPresent(cause -> extensions.putAll(inherited(cause)));
    extensions.putAll(event.extensions());
    return extensions;
  }

  private static Map<String, String> inherited(Event<?> cause) {
    Map<String, String> inherited = new HashMap<>();
    inherited.put(EventExtensions.CAUSATION_ID, cause.id());
    for (String name : INHERITED) {
      if (cause.extensions().containsKey(name)) {
        inherited.put(name, cause.extensions().get(name));
      }
    }
    return inherited;
  }
}
