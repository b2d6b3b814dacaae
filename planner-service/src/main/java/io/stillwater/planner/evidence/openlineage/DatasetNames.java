package io.stillwater.planner.evidence.openlineage;

import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.TableNames;
import io.stillwater.planner.evidence.openlineage.RunEvent.Dataset;
import io.stillwater.planner.evidence.openlineage.RunEvent.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns OpenLineage datasets into tables. {@code trino://host} names {@code catalog.schema.table};
 * Spark names a path and gives the table as a symlink, whose namespace the configuration must map
 * to a catalog.
 */
@ApplicationScoped
public class DatasetNames {
  private static final int WITH_CATALOG = 3;

  private final TableNames names;

  DatasetNames(TableNames names) {
    this.names = names;
  }

  Optional<TableName> of(Dataset dataset) {
    Stream<Identifier> symlinks =
        dataset.facets() == null
                || dataset.facets().symlinks() == null
                || dataset.facets().symlinks().identifiers() == null
            ? Stream.empty()
            : dataset.facets().symlinks().identifiers().stream();
    return Stream.concat(
            symlinks.map(link -> of(link.namespace(), link.name())),
            Stream.of(of(dataset.namespace(), dataset.name())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A dataset that lineage names, with what the inputs say of it. */
  Optional<TableName> of(String namespace, String name, List<Dataset> inputs) {
    return inputs.stream()
        .filter(input -> equal(input.namespace(), namespace) && equal(input.name(), name))
        .findFirst()
        .map(this::of)
        .orElseGet(() -> of(namespace, name));
  }

  private Optional<TableName> of(String namespace, String name) {
    if (name == null || name.contains("/")) {
      return Optional.empty(); // a path
    }
    List<String> parts = List.of(name.split("\\."));
    if (namespace != null && names.isAlias(namespace) && parts.size() < WITH_CATALOG) {
      return names.of(parts, namespace, null);
    }
    return parts.size() >= WITH_CATALOG ? names.of(parts, null, null) : Optional.empty();
  }

  private static boolean equal(String one, String other) {
    return one == null ? other == null : one.equals(other);
  }
}
