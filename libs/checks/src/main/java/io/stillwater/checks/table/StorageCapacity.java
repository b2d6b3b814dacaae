package io.stillwater.checks.table;

import io.stillwater.checks.Check;
import io.stillwater.checks.CheckContext;
import io.stillwater.checks.CheckSpec;
import io.stillwater.checks.Finding;
import io.stillwater.checks.LakeTables;
import io.stillwater.checks.SettingException;
import io.stillwater.checks.Settings;
import io.stillwater.checks.Words;
import io.stillwater.lakehouse.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.Table;

/**
 * What is stored stays below a share of a quota: object stores report no free space, so the quota
 * is the asker's to set. Counted is one table's files, or the whole of the catalogs of the plan's
 * tables; snapshots that have not expired count in full.
 */
public final class StorageCapacity implements Check {
  private static final double MAX = 0.8;

  private final LakeTables tables;

  public StorageCapacity(LakeTables tables) {
    this.tables = tables;
  }

  @Override
  public Finding check(CheckSpec spec, CheckContext context) {
    Settings settings = Settings.of(spec);
    Optional<Long> quota = settings.bytes("quota").filter(bytes -> bytes > 0);
    if (quota.isEmpty()) {
      return Finding.unknown(
          "No quota is set, and object stores report no free space; write storage_capacity:"
              + " {quota: 5TB}",
          null);
    }
    double max = settings.ratio("max").orElse(MAX);
    StoredBytes stored = stored(spec, context);
    double share = (double) stored.bytes() / quota.get();
    return Finding.judge(
        share <= max,
        "%s, %s".formatted(Words.bytes(stored.bytes()), Words.percent(share)),
        "%s of %s".formatted(Words.percent(max), Words.bytes(quota.get())),
        "%s %s of the quota"
            .formatted(Words.percent(share), share <= max ? "is used" : "is too much"),
        stored.source());
  }

  private StoredBytes stored(CheckSpec spec, CheckContext context) {
    Optional<TableName> table = tables.named(spec);
    if (table.isPresent()) {
      Table found =
          tables
              .find(table.get())
              .orElseThrow(() -> new SettingException("There is no table " + table.get()));
      return StoredBytes.of(table.get(), found);
    }
    Set<String> catalogs = new TreeSet<>();
    context.planned().keySet().forEach(name -> catalogs.add(name.catalog()));
    if (catalogs.isEmpty()) {
      throw new SettingException(
          "storage_capacity names no table and there is no plan; set 'table'");
    }
    List<StoredBytes> parts = new ArrayList<>();
    catalogs.forEach(name -> parts.add(StoredBytes.of(tables.catalog(name))));
    return StoredBytes.sum(parts);
  }
}
