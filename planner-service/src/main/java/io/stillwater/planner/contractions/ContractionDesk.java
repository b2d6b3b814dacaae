package io.stillwater.planner.contractions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.events.DeploymentIds;
import io.stillwater.events.plan.Plan;
import io.stillwater.planner.domain.ContractionVerdict;
import io.stillwater.planner.domain.ContractionVerdict.Clear;
import io.stillwater.planner.domain.ContractionVerdict.Held;
import io.stillwater.planner.messaging.ContractionEvents;
import io.stillwater.planner.persistence.ContractionRow;
import io.stillwater.planner.persistence.ContractionRows;
import io.stillwater.planner.planning.ReleasePlanning;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.ReleaseDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Decides on contractions that are due, each in a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class ContractionDesk {
  /** States of a deployment that has changed nothing yet. */
  private static final Set<String> NOTHING_DONE = Set.of("PLANNED", "AWAITING_APPROVAL");

  private final ContractionRows rows;
  private final ContractionEvents events;
  private final ReleasePlanning planning;

  ContractionDesk(ContractionRows rows, ContractionEvents events, ReleasePlanning planning) {
    this.rows = rows;
    this.events = events;
    this.planning = planning;
  }

  void decide(PendingContraction contraction) {
    if (!rows.elected()) {
      return;
    }
    Optional<ContractionRow> row = rows.of(contraction.deploymentId(), contraction.position());
    boolean requested = row.filter(one -> one.contractedBy != null).isPresent();
    if (requested && !stoppable(row.get())) {
      return;
    }
    ObjectNode document = ContractionRelease.document(contraction);
    ContractionVerdict verdict = verdict(contraction, document);
    if (verdict instanceof Held held) {
      hold(contraction, row, held);
    } else if (verdict instanceof Clear clear && !requested) {
      request(contraction, row, clear, document);
    }
  }

  private static boolean stoppable(ContractionRow row) {
    return row.contracting == null || NOTHING_DONE.contains(row.contracting);
  }

  private ContractionVerdict verdict(PendingContraction contraction, ObjectNode document) {
    Parsed<Release> release = ReleaseDocuments.parse(document);
    if (!(release instanceof Parsed.Valid<Release> valid)) {
      return new Held("it cannot be planned any more: " + release.errors(), List.of());
    }
    Plan plan = planning.planContraction(valid.value());
    return ContractionVerdict.of(
        plan, Optional.ofNullable(contraction.blocked()), contraction.evidence());
  }

  /** Reading that resumes stops a release of which nothing is done yet. */
  private void hold(PendingContraction contraction, Optional<ContractionRow> found, Held held) {
    ContractionRow row = found.orElseGet(() -> added(contraction));
    if (row.contractedBy != null) {
      events.abort(contraction, row.contractedBy, held.reason());
      row.contractedBy = null;
      row.contracting = null;
    } else if (ContractionState.HELD.name().equals(row.state)
        && Objects.equals(row.reason, held.reason())) {
      return;
    }
    row.state = ContractionState.HELD.name();
    row.reason = held.reason();
    rows.persist(row);
    events.held(contraction, held);
  }

  private void request(
      PendingContraction contraction,
      Optional<ContractionRow> found,
      Clear clear,
      ObjectNode document) {
    ContractionRow row = found.orElseGet(() -> added(contraction));
    row.attempt++;
    String id = ContractionRelease.eventId(contraction, row.attempt);
    row.contractedBy = DeploymentIds.of(events.source(), id);
    row.state = ContractionState.REQUESTED.name();
    row.reason = clear.reason();
    rows.persist(row);
    events.requested(contraction, document, id, row.contractedBy, clear.reason());
  }

  private static ContractionRow added(PendingContraction contraction) {
    ContractionRow row = new ContractionRow();
    row.key = new ContractionRow.Key(contraction.deploymentId(), contraction.position());
    return row;
  }
}
