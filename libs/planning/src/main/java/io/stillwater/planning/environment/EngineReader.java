package io.stillwater.planning.environment;

import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import java.util.Map;
import java.util.Optional;

/** An engine as environments and table snapshots name it. */
public final class EngineReader {
  private EngineReader() {}

  public static Optional<EngineInUse> read(Field item) {
    return item.fields().flatMap(EngineReader::read);
  }

  private static Optional<EngineInUse> read(Fields fields) {
    Optional<String> name = fields.require("name", Field::text);
    String url = fields.get("url", Field::text).orElse(null);
    String version = fields.get("version", Field::text).orElse(null);
    Map<String, String> libraries =
        fields.get("libraries", Field::fields).map(Fields::texts).orElse(Map.of());
    fields.refuseOthers();
    return name.map(one -> new EngineInUse(one, url, version, libraries));
  }
}
