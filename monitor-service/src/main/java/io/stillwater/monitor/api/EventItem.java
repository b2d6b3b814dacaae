package io.stillwater.monitor.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.stillwater.monitor.persistence.EventRow;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event of a deployment; its data as they were sent. */
public record EventItem(
    String type,
    String id,
    Instant at,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) String data) {

  static EventItem of(EventRow row) {
    return new EventItem(row.type(), row.eventId(), row.happenedAt(), row.data());
  }
}
