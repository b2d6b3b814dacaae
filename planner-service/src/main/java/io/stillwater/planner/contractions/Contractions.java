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
import io.stillwater.planner.persistence.Requests;
import io.stillwater.planning.schema.ColumnTree;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What completed deployments left to be dropped, and has not been dropped since. */
@ApplicationScoped
public class Contractions {
  private final Requests requests;
  private final ContractionBlocks blocks;
  private final TableReader tables;

  Contractions(Requests requests, ContractionBlocks blocks, TableReader tables) {
    this.requests = requests;
    this.blocks = blocks;
    this.tables = tables;
  }

  /** The next to fall due first. */
  public List<PendingContraction> pending() {
    return requests.completedPlans().stream()
        .flatMap(this::of)
        .filter(this::isToBeDone)
        .sorted(Comparator.comparing(PendingContraction::due))
        .toList();
  }

  private Stream<PendingContraction> of(CompletedPlan completed) {
    return completed.plan().contractions().stream()
        .map(contraction -> pending(completed, contraction));
  }

  private PendingContraction pending(CompletedPlan completed, Contraction contraction) {
    Instant due = completed.completedAt().plus(contraction.after());
    String deployment = completed.plan().deploymentId();
    return new PendingContraction(
        deployment,
        completed.plan().release(),
        contraction.table(),
        contraction.changes(),
        due,
        contraction.evidence(),
        blocks.reason(deployment, contraction.table()).orElse(null));
  }

  /** A catalog that does not answer leaves it open: better listed twice than forgotten. */
  private boolean isToBeDone(PendingContraction contraction) {
    try {
      Optional<TableState> table = table(contraction.table());
      return contraction.changes().stream().anyMatch(change -> isToBeDone(change, table));
    } catch (UnreadableCatalogException e) {
      return true;
    }
  }

  private Optional<TableState> table(String name) {
    TableName table = TableName.parse(name);
    return Optional.ofNullable(tables.read(List.of(table)).get(table));
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
