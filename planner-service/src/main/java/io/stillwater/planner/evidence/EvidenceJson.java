package io.stillwater.planner.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads what others write: fields that nobody asked for are skipped, and depth is bounded. */
public final class EvidenceJson {
  private static final int MAX_DEPTH = 200;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private EvidenceJson() {}

  /**
   * @throws MalformedEvidenceException when it is no JSON, or of another shape
   */
  public static <T> T read(byte[] json, Class<T> type) {
    return read(() -> MAPPER.readValue(json, type));
  }

  /**
   * @throws MalformedEvidenceException when it is no JSON, or of another shape
   * @throws UncheckedIOException when the stream fails
   */
  public static <T> T read(InputStream json, Class<T> type) {
    return read(() -> MAPPER.readValue(json, type));
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return present(reading.read());
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T present(T value) {
    if (value == null) {
      throw new MalformedEvidenceException("the record is null");
    }
    return value;
  }

  private static MalformedEvidenceException malformed(JsonProcessingException e) {
    return new MalformedEvidenceException(
        "not of the shape expected: " + e.getOriginalMessage(), e);
  }
}
