package io.stillwater.catalogs.hudi;

import io.stillwater.catalogs.storage.Locations;
import io.stillwater.catalogs.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.iceberg.io.InputFile;

/** {@code hoodie.properties}: what a table was made with. */
record TableConfig(Map<String, String> properties) {
  /** A writer that is updating the file keeps the valid one here meanwhile. */
  private static final List<String> NAMES =
      List.of("hoodie.properties", "hoodie.properties.backup");

  /**
   * @throws IllegalArgumentException when there is none
   */
  static TableConfig read(Storage storage, String hoodieFolder) {
    InputFile file =
        NAMES.stream()
            .map(name -> storage.file(Locations.child(hoodieFolder, name)))
            .filter(InputFile::exists)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("No hoodie.properties in " + hoodieFolder));
    Properties read = new Properties();
    try (InputStream in = file.newStream()) {
      read.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.location(), e);
    }
    Map<String, String> properties = new TreeMap<>();
    read.forEach((key, value) -> properties.put(key.toString(), value.toString()));
    return new TableConfig(properties);
  }

  Optional<String> text(String key) {
    return Optional.ofNullable(properties.get(key)).filter(value -> !value.isBlank());
  }

  boolean isOn(String key) {
    return text(key).map(Boolean::parseBoolean).orElse(false);
  }

  List<String> recordKeys() {
    return list("hoodie.table.recordkey.fields");
  }

  /** Since Hudi 1.0 a field may name its kind behind a colon: {@code ts:timestamp}. */
  List<String> partitionFields() {
    return list("hoodie.table.partition.fields").stream()
        .map(field -> field.contains(":") ? field.substring(0, field.indexOf(':')) : field)
        .toList();
  }

  /** 6 is of Hudi 0.14, 8 of 1.0; 0 where the file does not say. */
  int version() {
    return text("hoodie.table.version").map(Integer::parseInt).orElse(0);
  }

  private List<String> list(String key) {
    return text(key).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
