package io.stillwater.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Duration;

/**
 * How the contract's records become JSON: instants and durations as ISO-8601 text, absent values
 * left out, unknown fields tolerated on reading (additions are free).
 */
public final class EventJson {
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule().addSerializer(Duration.class, new WholeDays()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private EventJson() {}

  /** Grace periods read as people write them: {@code P14D}, where Java says {@code PT336H}. */
  public static String text(Duration value) {
    boolean wholeDays = value.toDays() > 0 && value.equals(Duration.ofDays(value.toDays()));
    return wholeDays ? "P" + value.toDays() + "D" : value.toString();
  }

  private static final class WholeDays extends StdScalarSerializer<Duration> {
    private static final long serialVersionUID = 1L;

    private WholeDays() {
      super(Duration.class);
    }

    @Override
    public void serialize(Duration value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(text(value));
    }
  }
}
