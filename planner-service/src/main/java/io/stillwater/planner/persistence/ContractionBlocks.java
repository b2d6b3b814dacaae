package io.stillwater.planner.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands against the contractions of a deployment. */
@ApplicationScoped
public class ContractionBlocks
    implements PanacheRepositoryBase<ContractionBlockRow, ContractionBlockRow.Key> {

  /**
   * Notes how a SYNC step stands; with no conflicts left it blocks nothing any more.
   *
   * @param reason in words, with the number of rows
   */
  public void noted(
      String deploymentId, String stepId, String table, long conflicts, String reason) {
    ContractionBlockRow.Key key = new ContractionBlockRow.Key(deploymentId, stepId);
    if (conflicts == 0) {
      deleteById(key);
      return;
    }
    ContractionBlockRow row = findById(key);
    if (row == null) {
      row = new ContractionBlockRow();
      row.key = key;
      row.tableName = table;
      row.reason = reason;
      persist(row);
    } else {
      row.reason = reason;
    }
  }

  /** Why the table may not be contracted yet, empty when nothing is known against it. */
  public Optional<String> reason(String deploymentId, String table) {
    String reasons =
        list("key.deploymentId = ?1 and tableName = ?2", deploymentId, table).stream()
            .map(row -> row.reason)
            .collect(Collectors.joining("; "));
    return reasons.isEmpty() ? Optional.empty() : Optional.of(reasons);
  }
}
