package io.stillwater.planner.evidence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import io.stillwater.planner.evidence.store.EvidenceDocuments;
import io.stillwater.planner.evidence.store.EvidenceWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import javax.sql.DataSource;

/** Takes evidence in, each batch in a transaction of its own. */
@ApplicationScoped
public class EvidenceIntake {
  private final DataSource database;
  private final EvidenceWriter writer;

  EvidenceIntake(DataSource database, EvidenceWriter writer) {
    this.database = database;
    this.writer = writer;
  }

  /** Adds what was seen. A delivery that is repeated counts twice; who and when stay right. */
  public void add(EvidenceBatch batch) {
    QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = database.getConnection()) {
                writer.add(connection, batch);
                return null;
              }
            });
  }

  /**
   * Puts all views of a catalog in the place of those known before, whoever said so.
   *
   * @param events the origin of what query events say of views
   */
  public void replaceViews(
      String origin, String catalog, String events, Instant readAt, EvidenceBatch batch) {
    QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = database.getConnection()) {
                if (EvidenceDocuments.claim(connection, origin, readAt)) {
                  writer.replace(connection, origin, batch);
                  writer.forgetUnlistedViews(connection, events, catalog, origin);
                }
                return null;
              }
            });
  }

  /**
   * Puts a document in the place of the one before of the same origin.
   *
   * @return false when a newer one is there
   */
  public boolean replace(String origin, Instant generatedAt, EvidenceBatch batch) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = database.getConnection()) {
                if (!EvidenceDocuments.claim(connection, origin, generatedAt)) {
                  return false;
                }
                writer.replace(connection, origin, batch);
                return true;
              }
            });
  }
}
