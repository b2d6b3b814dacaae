package io.stillwater.checks.table;

import io.stillwater.checks.SettingException;
import io.stillwater.checks.Settings;
import io.stillwater.checks.TargetColumn;
import io.stillwater.lakehouse.type.LakeType;
import java.util.List;
import java.util.Map;

/** The setting {@code columns: [{name, type, nullable}]} of a check. */
final class TargetColumns {
  private static final String FORM = "Setting 'columns': write a list of {name, type, nullable}";

  private TargetColumns() {}

  static List<TargetColumn> read(Settings settings) {
    if (!settings.has("columns")) {
      return List.of();
    }
    return settings.list("columns").stream().map(TargetColumns::column).toList();
  }

  private static TargetColumn column(Object entry) {
    if (entry instanceof Map<?, ?> map && map.get("name") != null && map.get("type") != null) {
      Object nullable = map.get("nullable");
      return new TargetColumn(
          map.get("name").toString(),
          type(map.get("type").toString()),
          nullable == null || Boolean.parseBoolean(nullable.toString()));
    }
    throw new SettingException(FORM + ", not " + entry);
  }

  private static LakeType type(String text) {
    try {
      return LakeType.parse(text);
    } catch (IllegalArgumentException e) {
      throw new SettingException(FORM + "; " + e.getMessage(), e);
    }
  }
}
