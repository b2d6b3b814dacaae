package io.stillwater.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import io.stillwater.events.EventJson;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** Results as one JSON document. */
public final class Json {
  private static final ObjectWriter WRITER =
      EventJson.MAPPER
          .writerWithDefaultPrettyPrinter()
          .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private Json() {}

  public static String text(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the result as JSON", e);
    }
  }

  /** Without holding its text, which for thousands of tables is long. */
  public static void print(Object value, PrintStream out) {
    try {
      WRITER.writeValue(out, value);
    } catch (IOException e) {
      throw unwritten(e);
    }
    out.println();
  }

  private static UncheckedIOException unwritten(IOException e) {
    return new UncheckedIOException("Cannot write the result as JSON", e);
  }

  /** A list whose values are written as they come, and not kept. */
  public static Array array(PrintStream out) {
    return new Array(out);
  }

  /** Begins with its first value, so that an error before that leaves the output empty. */
  public static final class Array implements AutoCloseable {
    private final PrintStream out;
    private SequenceWriter values;

    private Array(PrintStream out) {
      this.out = out;
    }

    public void add(Object value) {
      try {
        if (values == null) {
          values = WRITER.writeValuesAsArray(out);
        }
        values.write(value);
      } catch (IOException e) {
        throw unwritten(e);
      }
    }

    @Override
    public void close() {
      if (values != null) {
        try {
          values.close();
        } catch (IOException e) {
          throw unwritten(e);
        }
        out.println();
      }
    }
  }
}
