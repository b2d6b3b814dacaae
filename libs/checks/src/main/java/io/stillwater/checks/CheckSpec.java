package io.stillwater.checks;

import java.util.Map;
import java.util.Objects;

/**
 * One check that is asked for.
 *
 * @param id known to the asker only
 * @param name as the contract spells it: schema, row_count, not_null …
 * @param target what it is about, a table or a component; null where the settings or the plan say
 * @param settings the check's own, under the contract's names: text, numbers, truth values, lists
 *     and maps of these
 * @param onBreach what a breach counts as: FAIL or WARN
 * @param critical whether an UNKNOWN result of it counts as FAIL
 */
public record CheckSpec(
    String id,
    String name,
    String target,
    Map<String, Object> settings,
    CheckStatus onBreach,
    boolean critical) {
  public CheckSpec {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    settings = settings == null ? Map.of() : Map.copyOf(settings);
    onBreach = onBreach == null ? CheckStatus.FAIL : onBreach;
    if (onBreach != CheckStatus.FAIL && onBreach != CheckStatus.WARN) {
      throw new IllegalArgumentException(
          "Check " + name + ": onBreach is " + onBreach + "; write FAIL or WARN");
    }
  }

  /** A check whose breach fails and that is not critical. */
  public static CheckSpec of(String id, String name, String target, Map<String, Object> settings) {
    return new CheckSpec(id, name, target, settings, CheckStatus.FAIL, false);
  }
}
