package io.stillwater.planning.formats.hive;

import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.FormatProperties;
import java.util.List;

class HivePropertiesTest extends FormatProperties {

  @Override
  protected List<String> paths() {
    return List.of(
        "small",
        "n",
        "big",
        "f",
        "amount",
        "day",
        "code",
        "text",
        "must",
        "s",
        "s.a",
        "list",
        "list.element.p",
        "map.key.k",
        "map.value",
        "last",
        "region",
        "nowhere",
        "n.deep");
  }

  @Override
  protected List<String> kindsOfTable() {
    return List.of(
        "PARQUET",
        "PARQUET parted lax",
        "ORC",
        "ORC acid",
        "AVRO parted",
        "TEXTFILE lax",
        "TEXTFILE bucketed",
        "CSV",
        "RCFILE empty",
        "CUSTOM external");
  }

  @Override
  protected TableState table(String kind) {
    return HiveTables.table(kind);
  }
}
