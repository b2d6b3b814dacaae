package io.stillwater.planning.findings;

import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is to be said of one change, and who refuses it. */
public final class Findings {
  private final Set<String> acknowledged;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> refusedBy = new LinkedHashSet<>();
  private boolean needsLook;

  /**
   * @param acknowledged codes that were read and accepted: still shown, but they raise no risk
   */
  public Findings(Set<String> acknowledged) {
    this.acknowledged = acknowledged;
  }

  /**
   * @param message the finding for this very column or table
   * @param evidence what was seen that says so; null where the message says all
   */
  public Findings add(FindingCode code, String message, String evidence) {
    return add(code, message, evidence, code.fix());
  }

  public Findings add(FindingCode code, String message, String evidence, String fix) {
    boolean accepted = acknowledged.contains(code.code()) && code.acknowledgeable();
    if (code.severity() == Severity.WARNING && !accepted) {
      needsLook = true;
    }
    String shown = accepted ? (evidence == null ? "" : evidence + "; ") + "acknowledged" : evidence;
    findings.add(new Finding(code.code(), code.severity(), message, shown, fix));
    return this;
  }

  /** A finding that names a format or engine as the one that refuses. */
  public Findings refuse(String by, FindingCode code, String message, String evidence) {
    refusedBy.add(by);
    return add(code, message, evidence);
  }

  /** The same with a way out that is this table's own. */
  public Findings refuse(String by, FindingCode code, String message, String evidence, String fix) {
    refusedBy.add(by);
    return add(code, message, evidence, fix);
  }

  /** Takes over what refuses, and leaves notes and warnings behind. */
  public void addErrorsOf(Findings others) {
    others.findings.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .forEach(findings::add);
    if (others.refused()) {
      refusedBy.addAll(others.refusedBy);
    }
  }

  public boolean refused() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** Whether a warning is left that nobody has acknowledged. */
  public boolean needsLook() {
    return needsLook;
  }

  public List<Finding> all() {
    return List.copyOf(findings);
  }

  public List<String> refusedBy() {
    return List.copyOf(refusedBy);
  }
}
