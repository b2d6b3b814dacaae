package io.stillwater.cli.demo.traffic;

import io.stillwater.lakehouse.engine.EmbeddedEngine;
import io.stillwater.lakehouse.engine.EngineSettings;
import io.stillwater.lakehouse.engine.SqlEngine;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Four readers and a writer that go on whatever happens to the tables. */
public final class Traffic implements AutoCloseable {
  private static final int READERS = 4;
  private static final int READER_MEMORY_MB = 128;

  private final Tally reads = new Tally();
  private final Tally writes = new Tally();
  private final Samples samples;
  private final List<Reader> readers = new ArrayList<>();
  private final Writer writer;

  public Traffic(
      IcebergTableCatalog catalog, String bootstrapServers, String environment, Path spillFolder) {
    SqlEngine engine = new EmbeddedEngine(new EngineSettings(READER_MEMORY_MB, 1, spillFolder));
    samples = new Samples(bootstrapServers, environment);
    for (int i = 0; i < READERS; i++) {
      readers.add(new Reader(i, catalog, engine, reads, samples));
    }
    writer = new Writer(catalog, writes);
  }

  public Traffic start() {
    samples.start();
    readers.forEach(Reader::start);
    writer.start();
    return this;
  }

  public Tally reads() {
    return reads;
  }

  public Tally writes() {
    return writes;
  }

  /** Returns after the last append. */
  public void stopWriting() {
    writer.close();
  }

  @Override
  public void close() {
    writer.close();
    readers.forEach(Reader::close);
    samples.close();
  }
}
