package io.stillwater.planner.evidence;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.stillwater.planner.evidence.store.CoverageTable;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import io.stillwater.planner.evidence.store.EvidenceWriter;
import io.stillwater.testing.SharedParts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own with the service's tables, and what is written to it. */
public final class TestDatabase {
  private static final int POOLED = 4;

  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private final EvidenceWriter writer = new EvidenceWriter();

  public TestDatabase() {
    SharedParts parts = SharedParts.get();
    database.setUrl(parts.jdbcUrl(parts.freshDatabase("evidence")));
    database.setUser(parts.user());
    database.setPassword(parts.password());
    Flyway.configure()
        .dataSource(database)
        .locations("db/messaging", "db/migration")
        .load()
        .migrate();
  }

  public DataSource dataSource() {
    return database;
  }

  public Connection connect() throws SQLException {
    return database.getConnection();
  }

  /** With the configuration that the service has by default. */
  public EvidenceStore store(Instant now) {
    return store(database, now);
  }

  /** The same on connections that are kept, as the service has them; close it. */
  public AgroalDataSource pool() throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(POOLED)
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(database.getUrl())
                                    .principal(new NamePrincipal(database.getUser()))
                                    .credential(new SimplePassword(database.getPassword())))));
  }

  public EvidenceStore store(DataSource connections, Instant now) {
    return new EvidenceStore(
        connections,
        new CoverageTable(new FixedEvidenceConfig(Map.of())),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  public void add(EvidenceBatch batch) throws SQLException {
    inTransaction(connection -> writer.add(connection, batch));
  }

  public void replace(String origin, EvidenceBatch batch) throws SQLException {
    inTransaction(connection -> writer.replace(connection, origin, batch));
  }

  public void forgetUnlistedViews(String origin, String catalog, String complete)
      throws SQLException {
    inTransaction(connection -> writer.forgetUnlistedViews(connection, origin, catalog, complete));
  }

  private void inTransaction(Work work) throws SQLException {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      work.on(connection);
      connection.commit();
    }
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }
}
