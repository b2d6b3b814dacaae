package io.stillwater.planning.formats.hudi;

import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.FormatProperties;
import java.util.List;

class HudiPropertiesTest extends FormatProperties {

  @Override
  protected List<String> paths() {
    return List.of(
        "id",
        "tenant",
        "seq",
        "ts",
        "n",
        "big",
        "f",
        "amount",
        "day",
        "text",
        "must",
        "s",
        "s.a",
        "s.b.c",
        "s.only.x",
        "list",
        "list.element.p",
        "nums.element",
        "map.value.v",
        "keyed.key.k",
        "region",
        "nowhere",
        "n.deep");
  }

  @Override
  protected List<String> kindsOfTable() {
    return List.of("cow", "cow sor", "mor", "mor sor v8", "cow sor fills v6", "mor noordering");
  }

  @Override
  protected TableState table(String kind) {
    return HudiTables.table(kind);
  }
}
