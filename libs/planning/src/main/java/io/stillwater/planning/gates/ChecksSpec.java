package io.stillwater.planning.gates;

import java.util.List;
import java.util.Map;

/**
 * The gates that a release or an environment names.
 *
 * @param pre null where none are named, so that the defaults hold; an empty list asks for none
 * @param post likewise
 * @param quality tests of data
 * @param thresholds per check: settings that hold where the check itself does not say otherwise
 * @param onBreach per check FAIL or WARN; FAIL where not said
 */
public record ChecksSpec(
    List<CheckSpec> pre,
    List<CheckSpec> post,
    List<QualitySpec> quality,
    Map<String, Map<String, Object>> thresholds,
    Map<String, String> onBreach) {
  public static final ChecksSpec NONE = new ChecksSpec(null, null, List.of(), Map.of(), Map.of());
}
