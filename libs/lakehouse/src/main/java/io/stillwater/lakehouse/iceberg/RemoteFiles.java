package io.stillwater.lakehouse.iceberg;

import java.util.Map;
import org.apache.iceberg.io.FileIO;

/**
 * Access to files that are not on the local disk, whose libraries not every service carries. Found
 * by {@link java.util.ServiceLoader}.
 */
public interface RemoteFiles {
  boolean reads(String location);

  /**
   * @param properties of the catalog or of one table, under Iceberg's names
   */
  FileIO open(Map<String, String> properties);
}
