package io.stillwater.cli.bench;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.ColumnPosition;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import io.stillwater.lakehouse.iceberg.NewColumn;
import io.stillwater.lakehouse.iceberg.SchemaEdits;
import io.stillwater.lakehouse.iceberg.StampedCommit;
import io.stillwater.lakehouse.iceberg.StepStamp;
import io.stillwater.lakehouse.type.TypeParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;

/** A schema step beside a bare Iceberg commit of the same change, in turns on one catalog. */
final class SchemaStepBench {
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 40;
  private static final TableName BARE = TableName.of("lake", "bench", "bare");
  private static final TableName STEPS = TableName.of("lake", "bench", "steps");

  private final IcebergTableCatalog catalog;
  private final StampedCommit stamped;

  SchemaStepBench(IcebergTableCatalog catalog) {
    this.catalog = catalog;
    this.stamped = new StampedCommit(catalog);
  }

  Measurement measure() {
    create(BARE);
    create(STEPS);
    List<Double> bare = new ArrayList<>();
    List<Double> steps = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      String column = "c" + round;
      double plain = Stopwatch.millis(() -> addBare(column));
      double step = Stopwatch.millis(() -> addAsStep(column));
      if (round >= WARM_UP) {
        bare.add(plain);
        steps.add(step);
      }
    }
    double ofBare = Figures.of(bare).median();
    double ofSteps = Figures.of(steps).median();
    return new Measurement(
        "schema step : bare Iceberg commit",
        String.format(
            Locale.ROOT,
            "%.2f (median of %d: %s : %s)",
            ofSteps / ofBare,
            ROUNDS,
            Figures.millis(ofSteps),
            Figures.millis(ofBare)),
        "≤ 1.2");
  }

  private void create(TableName table) {
    catalog
        .icebergCatalog()
        .createTable(
            catalog.identifier(table),
            new Schema(Types.NestedField.optional(1, "id", Types.LongType.get())));
  }

  private void addBare(String column) {
    catalog.load(BARE).updateSchema().addColumn(column, Types.LongType.get()).commit();
  }

  private void addAsStep(String column) {
    stamped.apply(
        STEPS,
        new StepStamp("d-bench", column),
        SchemaEdits.addColumn(
            ColumnPath.parse(column),
            NewColumn.optional(TypeParser.parse("bigint")),
            new ColumnPosition.Last()));
  }
}
