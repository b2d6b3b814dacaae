package io.stillwater.planning.gates;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The checks that a release can name before and after its effects, with their settings. */
public enum CheckName {
  SCHEMA_COMPATIBILITY(true, false, Map.of("table", Setting.TABLE)),
  STORAGE_CAPACITY(
      true, true, Map.of("quota", Setting.SIZE, "max", Setting.SHARE, "table", Setting.TABLE)),
  BACKUP_STATUS(true, false, Map.of("maxAge", Setting.DURATION, "table", Setting.TABLE)),
  PENDING_QUERIES(
      true,
      false,
      Map.of("longerThan", Setting.DURATION, "engine", Setting.TEXT, "max", Setting.NUMBER)),
  ETL_STATUS(true, true, Map.of("dags", Setting.TEXTS, "url", Setting.TEXT)),
  QUERY_ENGINE_HEALTH(true, true, Map.of("engine", Setting.TEXT)),
  SERVICE_HEALTH(true, true, Map.of("component", Setting.TEXT, "url", Setting.TEXT)),
  SCHEMA(false, true, Map.of("table", Setting.TABLE)),
  ROW_COUNT(false, true, Map.of("table", Setting.TABLE, "tolerance", Setting.SHARE)),
  FRESHNESS(
      true,
      true,
      Map.of("table", Setting.TABLE, "column", Setting.TEXT, "maxAge", Setting.DURATION)),
  QUERY_LATENCY(
      false,
      true,
      Map.of(
          "percentile",
          Setting.PERCENTILE,
          "maxIncrease",
          Setting.SHARE,
          "component",
          Setting.TEXT)),
  DBT_TESTS(false, true, Map.of("project", Setting.TEXT, "select", Setting.TEXTS));

  private final boolean before;
  private final boolean after;
  private final Map<String, Setting> settings;

  CheckName(boolean before, boolean after, Map<String, Setting> settings) {
    this.before = before;
    this.after = after;
    this.settings = new TreeMap<>(settings);
    this.settings.put("critical", Setting.TRUTH);
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Asked for each table that the release touches, unless it names one. */
  public boolean perTable() {
    return this == SCHEMA_COMPATIBILITY || this == SCHEMA || this == ROW_COUNT;
  }

  boolean allowed(boolean pre) {
    return pre ? before : after;
  }

  Map<String, Setting> settings() {
    return settings;
  }

  public static Optional<CheckName> of(String text) {
    return Arrays.stream(values()).filter(name -> name.text().equals(text)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(CheckName::text).toList();
  }
}
