package io.stillwater.executor.lake;

import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.engine.ColumnCopy;
import io.stillwater.lakehouse.engine.EmbeddedEngine;
import io.stillwater.lakehouse.engine.EngineSettings;
import io.stillwater.lakehouse.engine.SqlEngine;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import io.stillwater.lakehouse.iceberg.StampedCommit;
import io.stillwater.lakehouse.iceberg.TableHandles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;

/** The tables this service works on. */
@ApplicationScoped
public class Lake {
  private final Catalogs catalogs;
  private final EngineSettings engine;
  private final TableHandles handles = new TableHandles();

  public Lake(Catalogs catalogs, EngineConfig engine) {
    this.catalogs = catalogs;
    this.engine = engine.settings();
  }

  public IcebergTableCatalog catalog(TableName table) {
    return catalogs.iceberg(table);
  }

  /**
   * @throws NoSuchTableException when there is none of that name
   */
  public Table table(TableName table) {
    return catalog(table).load(table);
  }

  public Optional<Table> find(TableName table) {
    try {
      return Optional.of(table(table));
    } catch (NoSuchTableException | NoSuchNamespaceException e) {
      return Optional.empty();
    }
  }

  public StampedCommit commits(TableName table) {
    return new StampedCommit(catalog(table), handles);
  }

  public ColumnCopy columnCopy() {
    return new ColumnCopy(engine);
  }

  public SqlEngine sql() {
    return new EmbeddedEngine(engine);
  }
}
