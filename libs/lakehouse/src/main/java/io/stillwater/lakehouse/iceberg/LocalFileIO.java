package io.stillwater.lakehouse.iceberg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * Files on the local disk, without Hadoop. Locations are read as Hadoop's clients write them:
 * {@code file:/x}, {@code file:///x} or {@code /x}, with nothing escaped.
 */
public final class LocalFileIO implements FileIO {
  private static final long serialVersionUID = 1L;

  /** Instantiated by name. */
  public LocalFileIO() {}

  @Override
  public InputFile newInputFile(String location) {
    return new LocalInputFile(location);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new LocalOutputFile(location);
  }

  @Override
  public void deleteFile(String location) {
    Path path = LocalPaths.of(location);
    try {
      if (!Files.deleteIfExists(path)) {
        throw new NotFoundException("File %s does not exist", location);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + location, e);
    }
  }
}
