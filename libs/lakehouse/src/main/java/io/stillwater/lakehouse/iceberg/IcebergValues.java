package io.stillwater.lakehouse.iceberg;

import org.apache.iceberg.transforms.Transforms;
import org.apache.iceberg.types.Type;

/** Iceberg's internal values as people read them. */
final class IcebergValues {
  private IcebergValues() {}

  static String text(Type type, Object value) {
    return Transforms.identity().toHumanString(type, value);
  }
}
