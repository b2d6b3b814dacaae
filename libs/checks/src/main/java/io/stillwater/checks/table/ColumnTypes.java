package io.stillwater.checks.table;

import io.stillwater.lakehouse.iceberg.IcebergTypes;
import io.stillwater.lakehouse.type.LakeType;

/** Types as Iceberg keeps them: it knows no varchar(n), tinyint or smallint. */
final class ColumnTypes {
  private ColumnTypes() {}

  static LakeType asStored(LakeType type) {
    return type instanceof LakeType.Opaque
        ? type
        : IcebergTypes.toLake(IcebergTypes.toIceberg(type));
  }
}
