package io.stillwater.lakehouse.iceberg;

import org.apache.iceberg.Files;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * A local file under the location it was asked for, letter by letter: catalogs compare locations as
 * text when they look for a lost race.
 */
record LocalInputFile(String location, InputFile file) implements InputFile {
  LocalInputFile(String location) {
    this(location, Files.localInput(LocalPaths.of(location).toFile()));
  }

  @Override
  public long getLength() {
    return file.getLength();
  }

  @Override
  public SeekableInputStream newStream() {
    return file.newStream();
  }

  @Override
  public boolean exists() {
    return file.exists();
  }
}
