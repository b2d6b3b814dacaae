package io.stillwater.lakehouse.iceberg;

import org.apache.iceberg.Files;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/** A local file to be written, under the location it was asked for. */
record LocalOutputFile(String location, OutputFile file) implements OutputFile {
  LocalOutputFile(String location) {
    this(location, Files.localOutput(LocalPaths.of(location).toFile()));
  }

  @Override
  public PositionOutputStream create() {
    return file.create();
  }

  @Override
  public PositionOutputStream createOrOverwrite() {
    return file.createOrOverwrite();
  }

  @Override
  public InputFile toInputFile() {
    return new LocalInputFile(location);
  }
}
