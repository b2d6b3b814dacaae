package io.stillwater.cli.lake;

import io.stillwater.lakehouse.CatalogSettings;
import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.engine.EmbeddedEngine;
import io.stillwater.lakehouse.engine.EngineSettings;
import io.stillwater.lakehouse.engine.SqlEngine;
import io.stillwater.local.lake.LakeSettings;
import java.util.List;
import java.util.Map;

/** The local stack's lake, opened as the services open it. */
public final class LakeConnection {
  private LakeConnection() {}

  public static Catalogs open(LakeSettings lake) {
    return new Catalogs(
        List.of(
            new CatalogSettings(
                lake.catalog(),
                CatalogType.parse(lake.type()),
                lake.uri(),
                lake.user(),
                lake.password(),
                lake.warehouse(),
                Map.of())));
  }

  /** The engine of commands that read tables. */
  public static SqlEngine engine() {
    return new EmbeddedEngine(EngineSettings.defaults());
  }
}
