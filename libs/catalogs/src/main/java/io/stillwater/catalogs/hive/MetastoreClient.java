package io.stillwater.catalogs.hive;

import io.trino.hive.thrift.metastore.ClientCapabilities;
import io.trino.hive.thrift.metastore.ClientCapability;
import io.trino.hive.thrift.metastore.ConfigValSecurityException;
import io.trino.hive.thrift.metastore.GetTableRequest;
import io.trino.hive.thrift.metastore.NoSuchObjectException;
import io.trino.hive.thrift.metastore.Table;
import io.trino.hive.thrift.metastore.ThriftHiveMetastore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.thrift.TApplicationException;
import org.apache.thrift.TException;
import org.apache.thrift.transport.TTransportException;

/**
 * The few calls that reading needs, understood by metastores from 2.3 on: what an old one does not
 * know is asked in its older form. One call at a time; a broken connection is made anew once.
 */
final class MetastoreClient implements AutoCloseable {
  private static final List<String> TABLES = List.of("MANAGED_TABLE", "EXTERNAL_TABLE");

  private final MetastoreConnection connection;

  MetastoreClient(MetastoreConnection connection) {
    this.connection = connection;
  }

  List<String> databases() {
    return call("list the databases", ThriftHiveMetastore.Client::getAllDatabases);
  }

  /** Without views, where the metastore can tell them. */
  List<String> tables(String database) {
    return call(
        "list the tables of " + database,
        client -> {
          try {
            List<String> tables = new ArrayList<>();
            for (String type : TABLES) {
              tables.addAll(client.getTablesByType(database, "*", type));
            }
            return tables;
          } catch (TApplicationException e) {
            return orOlder(e, () -> client.getAllTables(database));
          }
        });
  }

  Optional<Table> table(String database, String name) {
    return call(
        "read table " + database + "." + name,
        client -> {
          try {
            return Optional.of(table(client, database, name));
          } catch (NoSuchObjectException e) {
            return Optional.empty();
          }
        });
  }

  /** A setting of the metastore; empty where it keeps it to itself. */
  Optional<String> setting(String name) {
    return call(
        "read the setting " + name,
        client -> {
          try {
            return Optional.ofNullable(client.getConfigValue(name, ""))
                .filter(value -> !value.isBlank());
          } catch (ConfigValSecurityException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public synchronized void close() {
    connection.close();
  }

  private static Table table(ThriftHiveMetastore.Client client, String database, String name)
      throws TException {
    GetTableRequest request = new GetTableRequest(database, name);
    // Without it, insert-only tables are refused to a client that might corrupt them.
    request.setCapabilities(new ClientCapabilities(List.of(ClientCapability.INSERT_ONLY_TABLES)));
    try {
      return client.getTableReq(request).getTable();
    } catch (TApplicationException e) {
      return orOlder(e, () -> client.getTable(database, name));
    }
  }

  private static <T> T orOlder(TApplicationException e, Older<T> older) throws TException {
    if (e.getType() == TApplicationException.UNKNOWN_METHOD) {
      return older.call();
    }
    throw e;
  }

  private synchronized <T> T call(String what, Call<T> call) {
    try {
      return call.on(connection.client());
    } catch (TTransportException e) {
      connection.close();
    } catch (TException e) {
      throw failed(what, e);
    }
    try {
      return call.on(connection.client());
    } catch (TException e) {
      connection.close();
      throw failed(what, e);
    }
  }

  private MetastoreException failed(String what, TException e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new MetastoreException(
        "Metastore %s: cannot %s: %s".formatted(connection.addresses(), what, reason), e);
  }

  @FunctionalInterface
  private interface Call<T> {
    T on(ThriftHiveMetastore.Client client) throws TException;
  }

  @FunctionalInterface
  private interface Older<T> {
    T call() throws TException;
  }
}
