package io.stillwater.planning.formats.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.transaction.UpdateTableTransactionBuilder;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Contraction;
import io.stillwater.events.plan.Cost;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.RenameStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the rows of the truth table that need no engine against Delta Kernel, on tables that have
 * column mapping: it evolves no schema without.
 */
class RealDeltaTest {
  private static final Engine ENGINE = DefaultEngine.create(new Configuration());

  /** Where Kernel can make such a table: it writes neither generated columns nor constraints. */
  private static final Set<String> KINDS =
      Set.of("mapped", "named", "widening", "feed", "partitioned", "clustered");

  /**
   * Rules of Spark's ALTER TABLE that Kernel does not have, or that its schema edits go round: the
   * last column, CHECK constraints, a struct replaced as a whole, names and statements of Spark.
   */
  private static final Set<String> STRICTER =
      Set.of(
          "SW310", "SW313", "SW314", "SW315", "SW316", "SW342", "SW343", "SW345", "SW349", "SW351");

  @TempDir private Path folder;

  /** Rows that name no engine, with those kinds of their tables that Kernel makes. */
  static Stream<Arguments> rows() throws IOException {
    try (InputStream table = RealDeltaTest.class.getResourceAsStream("/truth-table-delta.csv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .map(line -> line.split("\\|"))
              .filter(row -> row[1].isBlank())
              .flatMap(
                  row ->
                      Stream.of(row[0].split(","))
                          .filter(KINDS::contains)
                          .map(kind -> Arguments.of(kind, row[2].strip())))
              .toList()
              .stream();
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("rows")
  void theLibraryDoesWhatIsPlannedAndRefusesWhatIsRefusedInItsName(String kind, String change) {
    // Given
    Path location = folder.resolve(kind);
    create(DeltaLakes.events(kind), location);
    Release release = Lakes.release(DeltaLakes.TABLE, change);

    // When
    Plan plan = DeltaLakes.plan(kind, null, change);

    // Then
    ChangeVerdict verdict = plan.changes().get(0);
    Change blunt = release.tables().get(0).changes().get(0).change();
    if (plan.status() == PlanStatus.PLANNED && !byOthersOnly(verdict)) {
      assertThatCode(() -> carryOut(plan, location)).as(kind).doesNotThrowAnyException();
    } else if (verdict.refusedBy().contains("delta") && !stricter(verdict, blunt)) {
      assertThatThrownBy(() -> bluntly(blunt, location)).as(kind);
    }
  }

  /** Kernel renames no partition column, as SW427 says, and takes no column mapping away. */
  private static boolean byOthersOnly(ChangeVerdict verdict) {
    return verdict.cost() == Cost.REWRITE || has(verdict, Set.of("SW427"));
  }

  private static boolean stricter(ChangeVerdict verdict, Change change) {
    return has(verdict, STRICTER)
        || change instanceof Change.WidenType widen && widen.to() instanceof LakeType.Struct;
  }

  private static boolean has(ChangeVerdict verdict, Set<String> codes) {
    return verdict.findings().stream().anyMatch(finding -> codes.contains(finding.code()));
  }

  private static void create(TableState table, Path location) {
    List<StructField> fields = new ArrayList<>();
    table
        .columns()
        .forEach(
            column ->
                fields.add(
                    new StructField(
                        column.name(), KernelTypes.of(column.type()), column.nullable())));
    Map<String, String> properties = new TreeMap<>(table.properties());
    table.features().forEach(feature -> properties.put("delta.feature." + feature, "supported"));
    TableManager.buildCreateTableTransaction(
            location.toString(), new StructType(fields), "stillwater-test")
        .withTableProperties(properties)
        .withDataLayoutSpec(layout(table))
        .build(ENGINE)
        .commit(ENGINE, CloseableIterable.emptyIterable());
  }

  private static DataLayoutSpec layout(TableState table) {
    List<Column> partitions =
        table.currentSpec().stream()
            .flatMap(spec -> spec.fields().stream())
            .map(Column::new)
            .toList();
    if (!partitions.isEmpty()) {
      return DataLayoutSpec.partitioned(partitions);
    }
    return table.sortOrder().isEmpty()
        ? DataLayoutSpec.noDataLayout()
        : DataLayoutSpec.clustered(clustering(table.sortOrder()));
  }

  private static List<Column> clustering(List<String> order) {
    return order.stream()
        .map(field -> SortField.parse(field).term().source().parts())
        .map(parts -> new Column(parts.toArray(String[]::new)))
        .toList();
  }

  private static void carryOut(Plan plan, Path location) {
    for (Step step : plan.steps().toList()) {
      edit(step.arguments(), location);
    }
    for (Contraction contraction : plan.contractions()) {
      String column = contraction.changes().get(0).path("column").asText();
      if (!column.isEmpty()) {
        schema(location, KernelSchemas.drop(now(location), ColumnPath.parse(column)));
      }
    }
  }

  private static void edit(StepArguments arguments, Path location) {
    StructType schema = now(location);
    if (arguments instanceof StepArguments.AddColumn add) {
      StepArguments.ColumnSpec column = add.column();
      ColumnPath path = ColumnPath.parse(column.name());
      LakeType type = LakeType.parse(column.type());
      schema(location, KernelSchemas.add(schema, path, KernelTypes.of(type), column.nullable()));
      assertThat(now(location).toJson()).contains('"' + path.leaf() + '"');
    } else if (arguments instanceof StepArguments.WidenType widen) {
      LakeType to = LakeType.parse(widen.to());
      ColumnPath path = ColumnPath.parse(widen.column());
      schema(location, KernelSchemas.retype(schema, path, KernelTypes.of(to)));
    } else if (arguments instanceof StepArguments.RenameColumn rename) {
      ColumnPath from = ColumnPath.parse(rename.from());
      String to = ColumnPath.parse(rename.to()).leaf();
      schema(location, KernelSchemas.rename(schema, from, to));
    } else if (arguments instanceof StepArguments.SwapNames swap) {
      ColumnPath column = ColumnPath.parse(swap.column());
      StructType retired = KernelSchemas.rename(schema, column, swap.retired());
      ColumnPath replacement = ColumnPath.parse(swap.replacement());
      schema(location, KernelSchemas.rename(retired, replacement, column.leaf()));
    } else if (arguments instanceof StepArguments.SetNullability set) {
      schema(location, KernelSchemas.optional(schema, ColumnPath.parse(set.column())));
    } else if (arguments instanceof StepArguments.SetProperties set) {
      properties(location, set.properties());
    } else if (arguments instanceof StepArguments.SetSortOrder sort) {
      commit(update(location).withClusteringColumns(clustering(sort.order())));
    }
  }

  /** What a change comes to when nobody plans it. */
  private static void bluntly(Change change, Path location) {
    StructType schema = now(location);
    if (change instanceof Change.AddColumn add) {
      if (add.defaultValue() != null) {
        throw new UnsupportedOperationException("Kernel has no call that adds a default");
      }
      schema(
          location,
          KernelSchemas.add(schema, add.column(), KernelTypes.of(add.type()), add.nullable()));
    } else if (change instanceof Change.WidenType widen) {
      schema(location, KernelSchemas.retype(schema, widen.column(), KernelTypes.of(widen.to())));
    } else if (change instanceof Change.DropColumn drop) {
      schema(location, KernelSchemas.drop(schema, drop.column()));
    } else if (change instanceof Change.ChangeTypeNarrowing narrow) {
      schema(location, KernelSchemas.drop(schema, narrow.column()));
    } else if (change instanceof Change.RenameColumn rename
        && rename.strategy() == RenameStrategy.EXPAND_CONTRACT) {
      schema(location, KernelSchemas.drop(schema, rename.column()));
    } else if (change instanceof Change.SetNotNull set) {
      StructType dropped = KernelSchemas.drop(schema, set.column());
      StructField field = schema.get(set.column().leaf());
      schema(
          location,
          dropped.add(
              new StructField(field.getName(), field.getDataType(), false, field.getMetadata())));
    } else {
      throw new IllegalArgumentException("no edit for " + change);
    }
  }

  private static StructType now(Path location) {
    return snapshot(location).getSchema();
  }

  private static Snapshot snapshot(Path location) {
    return TableManager.loadSnapshot(location.toString()).build(ENGINE);
  }

  private static UpdateTableTransactionBuilder update(Path location) {
    return snapshot(location)
        .buildUpdateTableTransaction("stillwater-test", Operation.MANUAL_UPDATE);
  }

  private static void schema(Path location, StructType schema) {
    commit(update(location).withUpdatedSchema(schema));
  }

  private static void properties(Path location, Map<String, String> properties) {
    Map<String, String> added = new HashMap<>(properties);
    added.values().removeIf(value -> value == null);
    commit(update(location).withTablePropertiesAdded(added));
  }

  private static void commit(UpdateTableTransactionBuilder update) {
    update.build(ENGINE).commit(ENGINE, CloseableIterable.emptyIterable());
  }
}
