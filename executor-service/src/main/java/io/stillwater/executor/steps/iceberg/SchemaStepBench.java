package io.stillwater.executor.steps.iceberg;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.stillwater.events.EventJson;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.PhasePlan;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Risk;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments.AddColumn;
import io.stillwater.events.plan.StepArguments.ColumnSpec;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.EngineConfig;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.executor.steps.StepHandler;
import io.stillwater.lakehouse.CatalogSettings;
import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;

/**
 * Times a step that adds a column, as the machine does it (prepare, act, verify), beside a bare
 * Iceberg commit of the same change, in turns on one catalog. It is a program of its own on the
 * class path of the packaged service, which {@code ./stillwater bench} starts; what the machine
 * writes down about a step is not part of it.
 */
public final class SchemaStepBench {
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 60;
  private static final TableName BARE = TableName.of("lake", "bench", "bare");
  private static final TableName STEPS = TableName.of("lake", "bench", "steps");

  private final Lake lake;
  private final StepHandler handler;

  private SchemaStepBench(Lake lake) {
    this.lake = lake;
    this.handler = new AddColumnStep(lake, new ReturnOfValues(lake));
  }

  /**
   * What it prints, as JSON.
   *
   * @param bareMillis of each bare commit
   * @param stepMillis of each step
   */
  private record Times(List<Double> bareMillis, List<Double> stepMillis) {}

  /**
   * @param args URI, user, password and warehouse of a JDBC catalog that has the namespace bench
   */
  public static void main(String[] args) throws JsonProcessingException {
    CatalogSettings settings =
        new CatalogSettings("lake", CatalogType.JDBC, args[0], args[1], args[2], args[3], Map.of());
    try (Catalogs catalogs = new Catalogs(List.of(settings))) {
      Times times = new SchemaStepBench(new Lake(catalogs, new NoEngine())).measure();
      System.out.println(EventJson.MAPPER.writeValueAsString(times));
    }
  }

  private Times measure() {
    create(BARE);
    create(STEPS);
    List<Double> bare = new ArrayList<>();
    List<Double> steps = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      String column = "c" + round;
      StepContext step = step(column);
      double plain = millis(() -> addBare(column));
      double asStep = millis(() -> addAsStep(step));
      if (round >= WARM_UP) {
        bare.add(plain);
        steps.add(asStep);
      }
    }
    return new Times(bare, steps);
  }

  private void create(TableName table) {
    IcebergTableCatalog catalog = lake.catalog(table);
    catalog
        .icebergCatalog()
        .createTable(
            catalog.identifier(table),
            new Schema(Types.NestedField.optional(1, "id", Types.LongType.get())));
  }

  private void addBare(String column) {
    lake.table(BARE).updateSchema().addColumn(column, Types.LongType.get()).commit();
  }

  private void addAsStep(StepContext step) {
    StepContext prepared = step.remembering(handler.prepare(step));
    handler.act(prepared);
    handler.verify(prepared);
  }

  private static StepContext step(String column) {
    Step step =
        new Step(
            column,
            StepKind.ADD_COLUMN,
            STEPS.toString(),
            "Add column " + column,
            new AddColumn(new ColumnSpec(column, "bigint", true, null, null), null),
            Map.of(),
            null,
            List.of(),
            null,
            false);
    Plan plan =
        new Plan(
            "p-bench",
            null,
            "d-bench",
            null,
            PlanStatus.PLANNED,
            Risk.LOW,
            null,
            List.of(),
            List.of(),
            List.of(new PhasePlan(Phase.EXPAND, List.of(step))),
            List.of(),
            List.of(),
            null,
            null);
    return new StepContext(plan, step, Map.of());
  }

  private static double millis(Runnable action) {
    long start = System.nanoTime();
    action.run();
    return (System.nanoTime() - start) / 1e6;
  }

  /** Adding a column reads no rows. */
  private record NoEngine(int memoryMb, int threads, Optional<String> spillFolder)
      implements EngineConfig {
    NoEngine() {
      this(64, 1, Optional.empty());
    }
  }
}
