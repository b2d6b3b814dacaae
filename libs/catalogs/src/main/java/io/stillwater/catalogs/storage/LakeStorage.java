package io.stillwater.catalogs.storage;

import io.stillwater.lakehouse.iceberg.LocalPaths;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.iceberg.io.InputFile;

/** All storages of one catalog; S3 is connected to when the first location there is read. */
public final class LakeStorage implements Storage {
  private final LocalStorage local = new LocalStorage();
  private final Map<String, String> properties;
  private S3Storage s3;

  /**
   * @param properties under Iceberg's names: {@code s3.endpoint}, {@code s3.access-key-id}, {@code
   *     s3.secret-access-key}, {@code s3.path-style-access}, {@code client.region} …
   */
  public LakeStorage(Map<String, String> properties) {
    this.properties = Map.copyOf(properties);
  }

  @Override
  public InputFile file(String location) {
    return of(location).file(location);
  }

  @Override
  public List<StoredEntry> list(String folder, String from) {
    return of(folder).list(folder, from);
  }

  @Override
  public void walk(String folder, Consumer<StoredEntry> files) {
    of(folder).walk(folder, files);
  }

  @Override
  public synchronized void close() {
    local.close();
    if (s3 != null) {
      s3.close();
      s3 = null;
    }
  }

  private synchronized Storage of(String location) {
    if (LocalPaths.isLocal(location)) {
      return local;
    }
    if (!S3Files.isS3(location)) {
      throw new IllegalArgumentException(
          "Location " + location + ": only the local disk and S3 are read here");
    }
    if (s3 == null) {
      s3 = new S3Storage(properties);
    }
    return s3;
  }
}
