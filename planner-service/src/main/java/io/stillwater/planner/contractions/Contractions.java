package io.stillwater.planner.contractions;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.plan.Contraction;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planner.catalogs.TableReader;
import io.stillwater.planner.catalogs.UnreadableCatalogException;
import io.stillwater.planner.persistence.CompletedPlan;
import io.stillwater.planner.persistence.ContractionBlocks;
import io.stillwater.planner.persistence.ContractionRow;
import io.stillwater.planner.persistence.ContractionRows;
import io.stillwater.planner.persistence.Requests;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.environment.Environments;
import io.stillwater.planning.schema.ColumnTree;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What completed deployments left to be dropped, and has not been dropped since. */
@ApplicationScoped
public class Contractions {
  private final Requests requests;
  private final ContractionBlocks blocks;
  private final ContractionRows rows;
  private final Environments environments;
  private final TableReader tables;

  Contractions(
      Requests requests,
      ContractionBlocks blocks,
      ContractionRows rows,
      Environments environments,
      TableReader tables) {
    this.requests = requests;
    this.blocks = blocks;
    this.rows = rows;
    this.environments = environments;
    this.tables = tables;
  }

  /** The next to fall due first. */
  public List<PendingContraction> pending() {
    return toBeDone(contraction -> true);
  }

  /** Those whose grace period is over; only their tables are read. */
  public List<PendingContraction> due(Instant now) {
    return toBeDone(contraction -> !contraction.due().isAfter(now));
  }

  private List<PendingContraction> toBeDone(Predicate<PendingContraction> wanted) {
    return requests.completedPlans().stream()
        .flatMap(this::of)
        .filter(wanted)
        .filter(this::isToBeDone)
        .sorted(Comparator.comparing(PendingContraction::due))
        .toList();
  }

  private Stream<PendingContraction> of(CompletedPlan completed) {
    return IntStream.range(0, completed.plan().contractions().size())
        .mapToObj(position -> pending(completed, position));
  }

  private PendingContraction pending(CompletedPlan completed, int position) {
    Contraction contraction = completed.plan().contractions().get(position);
    Instant grace = completed.completedAt().plus(contraction.after());
    String deployment = completed.plan().deploymentId();
    Optional<ContractionRow> row = rows.of(deployment, position);
    return new PendingContraction(
        deployment,
        position,
        completed.plan().release(),
        contraction.table(),
        contraction.changes(),
        row.map(one -> one.notBefore).filter(grace::isBefore).orElse(grace),
        contraction.evidence(),
        blocks.reason(deployment, contraction.table()).orElse(null),
        row.map(one -> ContractionState.valueOf(one.state)).orElse(ContractionState.WAITING),
        row.map(one -> one.reason).orElse(null),
        row.map(one -> one.contractedBy).orElse(null));
  }

  /** A catalog that does not answer leaves it open: better listed twice than forgotten. */
  private boolean isToBeDone(PendingContraction contraction) {
    try {
      Optional<TableState> table = table(contraction);
      return contraction.changes().stream().anyMatch(change -> isToBeDone(change, table));
    } catch (UnreadableCatalogException e) {
      return true;
    }
  }

  private Optional<TableState> table(PendingContraction contraction) {
    TableName table = TableName.parse(contraction.table());
    Environment environment = environments.named(contraction.release().environment());
    return Optional.ofNullable(tables.read(environment, List.of(table)).get(table));
  }

  private static boolean isToBeDone(JsonNode change, Optional<TableState> table) {
    return table.filter(state -> isToBeDone(change, state)).isPresent();
  }

  private static boolean isToBeDone(JsonNode change, TableState table) {
    String column = change.path("column").asText("");
    return column.isEmpty()
        || ColumnTree.find(table.columns(), ColumnPath.parse(column)).isPresent();
  }
}
