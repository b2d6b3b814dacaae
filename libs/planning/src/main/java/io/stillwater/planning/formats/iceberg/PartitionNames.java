package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.PartitionTransform.Kind;
import io.stillwater.planning.schema.TableModel;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Names that Iceberg gives to partition fields. A spec made with the table calls it {@code
 * id_bucket}, one that evolved {@code id_bucket_16}: which it was is not known, so both are taken.
 */
final class PartitionNames {
  private PartitionNames() {}

  static Set<String> of(TableModel table) {
    Set<String> names = new LinkedHashSet<>();
    table.spec().forEach(field -> addTaken(field, names));
    table.oldSpecs().forEach(field -> addTaken(field, names));
    return names;
  }

  static Set<String> of(PartitionTransform field) {
    Set<String> names = new LinkedHashSet<>();
    add(field, names);
    return names;
  }

  /** An identity field has its column's name, and keeps it when the column is gone. */
  private static void addTaken(PartitionTransform field, Set<String> names) {
    add(field, names);
    if (field.kind() == Kind.IDENTITY || field.kind() == Kind.VOID) {
      names.add(String.join(".", field.source().parts()));
    }
  }

  private static void add(PartitionTransform field, Set<String> names) {
    String source = String.join(".", field.source().parts());
    switch (field.kind()) {
      case YEAR -> names.add(source + "_year");
      case MONTH -> names.add(source + "_month");
      case DAY -> names.add(source + "_day");
      case HOUR -> names.add(source + "_hour");
      case BUCKET -> {
        names.add(source + "_bucket");
        names.add(source + "_bucket_" + field.width());
      }
      case TRUNCATE -> {
        names.add(source + "_trunc");
        names.add(source + "_trunc_" + field.width());
      }
      default -> {
        // Identity and void take no name of their own.
      }
    }
  }
}
