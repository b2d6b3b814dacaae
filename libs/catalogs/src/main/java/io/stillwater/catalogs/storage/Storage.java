package io.stillwater.catalogs.storage;

import java.util.List;
import java.util.function.Consumer;
import org.apache.iceberg.io.InputFile;

/** Files under locations such as {@code /lake/x}, {@code file:/lake/x} or {@code s3://lake/x}. */
public interface Storage extends AutoCloseable {

  InputFile file(String location);

  /** What lies directly in a folder, by name; empty where there is no such folder. */
  default List<StoredEntry> list(String folder) {
    return list(folder, "");
  }

  /**
   * @param from the first name that is wanted, whether or not there is one like it
   */
  List<StoredEntry> list(String folder, String from);

  /** Gives every file below a folder to {@code files}, in no order. */
  void walk(String folder, Consumer<StoredEntry> files);

  @Override
  void close();
}
