package io.stillwater.lakehouse.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.deletes.PositionDeleteIndex;
import org.apache.iceberg.io.IOUtil;
import org.apache.iceberg.io.SeekableInputStream;

/** Reads deletion vectors, of format version 3, from Puffin files. */
final class DeletionVectors {
  private DeletionVectors() {}

  static PositionDeleteIndex read(Table table, DeleteFile vector) {
    byte[] bytes = new byte[Math.toIntExact(vector.contentSizeInBytes())];
    try (SeekableInputStream stream = table.io().newInputFile(vector.location()).newStream()) {
      stream.seek(vector.contentOffset());
      IOUtil.readFully(stream, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the deletion vector " + vector.location(), e);
    }
    return PositionDeleteIndex.deserialize(bytes, vector);
  }
}
