package io.stillwater.checks.comparison;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import io.stillwater.lakehouse.engine.PinnedTable;
import io.stillwater.lakehouse.iceberg.IcebergTypes;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.TypeLattice;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.types.Types.NestedField;

/**
 * Which columns of two tables are compared.
 *
 * @param shared in the order of A, key included
 */
record ComparedColumns(
    List<Shared> key,
    List<Shared> shared,
    List<String> onlyInA,
    List<String> onlyInB,
    List<String> differentTypes) {

  /**
   * A column of both tables.
   *
   * @param castTo the type in which both are compared
   */
  record Shared(String name, String castTo) {
    /** As SQL, cast to what both have in common. */
    String of(String alias) {
      return "CAST(%s.%s AS %s)".formatted(alias, Identifiers.quote(name, Dialect.DUCKDB), castTo);
    }
  }

  static ComparedColumns of(PinnedTable a, PinnedTable b, List<String> key) {
    List<Shared> shared = new ArrayList<>();
    List<String> onlyInA = new ArrayList<>();
    List<String> differentTypes = new ArrayList<>();
    for (NestedField field : a.schema().columns()) {
      NestedField other = b.schema().asStruct().field(field.name());
      if (other == null) {
        onlyInA.add(field.name());
      } else {
        LakeType one = IcebergTypes.toLake(field.type());
        LakeType two = IcebergTypes.toLake(other.type());
        shared.add(new Shared(field.name(), common(one, two)));
        if (!one.equals(two)) {
          differentTypes.add("%s: %s and %s".formatted(field.name(), one.text(), two.text()));
        }
      }
    }
    List<String> onlyInB =
        b.schema().columns().stream()
            .map(NestedField::name)
            .filter(name -> a.schema().asStruct().field(name) == null)
            .toList();
    return new ComparedColumns(
        key.stream().map(name -> find(name, shared, a, b)).toList(),
        List.copyOf(shared),
        onlyInA,
        onlyInB,
        differentTypes);
  }

  ComparedColumns {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("The comparison needs a key; name at least one column");
    }
  }

  private static Shared find(String name, List<Shared> shared, PinnedTable a, PinnedTable b) {
    return shared.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Key column %s is not in both %s and %s".formatted(name, a.name(), b.name())));
  }

  /** The wider of two types; types of different kinds are compared as text. */
  private static String common(LakeType one, LakeType two) {
    if (TypeLattice.lossless(one, two)) {
      return two.render(Dialect.DUCKDB);
    }
    return TypeLattice.lossless(two, one) ? one.render(Dialect.DUCKDB) : "VARCHAR";
  }
}
