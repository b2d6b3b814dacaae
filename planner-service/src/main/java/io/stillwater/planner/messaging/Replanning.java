package io.stillwater.planner.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.plan.Plan;
import io.stillwater.planner.domain.ReleaseRequest;
import io.stillwater.planner.domain.Replanned;
import io.stillwater.planner.persistence.Requests;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.ReleaseDocuments;
import io.stillwater.service.json.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Plans a stored request against the tables as they are now, for the same deployment. */
@ApplicationScoped
class Replanning {
  private static final Logger LOG = Logger.getLogger(Replanning.class);

  private final Requests requests;
  private final PatientPlanning planning;
  private final Answers answers;

  Replanning(Requests requests, PatientPlanning planning, Answers answers) {
    this.requests = requests;
    this.planning = planning;
    this.answers = answers;
  }

  /**
   * @param event the id of the event that asks for it
   * @param reason why the plan is stale
   */
  void replan(String deploymentId, String event, String reason) {
    Optional<ReleaseRequest> request = requests.request(deploymentId);
    if (request.isEmpty()) {
      LOG.warnf("no request is known for stale deployment %s; nothing is planned", deploymentId);
      return;
    }
    JsonNode document = JsonText.read(request.get().document());
    Parsed<Release> release = ReleaseDocuments.parse(document);
    if (release instanceof Parsed.Valid<Release> valid) {
      Plan now = planning.plan(valid.value(), deploymentId, event);
      Plan before = requests.currentPlan(deploymentId).orElse(now);
      answers.answer(request.get(), Replanned.plan(before, now, reason));
    } else {
      answers.reject(request.get(), document, release.errors());
    }
  }
}
