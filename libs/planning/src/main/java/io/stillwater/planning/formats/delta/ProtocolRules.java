package io.stillwater.planning.formats.delta;

import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import java.util.Set;
import java.util.stream.Collectors;

/** What it means to bring table features to a table. */
final class ProtocolRules {
  private ProtocolRules() {}

  /** Says that the protocol goes up; nothing where no feature comes. */
  static void raised(DeltaTable table, Set<DeltaFeature> added, Findings findings) {
    if (!added.isEmpty()) {
      findings.add(
          FindingCode.PROTOCOL_RAISED,
          table.model().name()
              + " gets "
              + added.stream().map(DeltaFeature::text).collect(Collectors.joining(", ")),
          "its protocol is " + table.protocol());
    }
  }
}
