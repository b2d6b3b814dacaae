package io.stillwater.validator.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.stillwater.validator.domain.RequestKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class RequestedCheckRepository
    implements PanacheRepositoryBase<RequestedCheckRow, RequestedCheckRow.Key> {

  /** The checks of one request, in its order. */
  public List<RequestedCheckRow> of(RequestKey key) {
    return find(
            "deploymentId = ?1 and requestStage = ?2 and round = ?3 order by position",
            key.deploymentId(),
            key.stage(),
            key.round())
        .list();
  }

  /** The checks of all requests of a deployment, in the order in which they were asked for. */
  public List<RequestedCheckRow> of(String deploymentId) {
    return find(
            "select c from RequestedCheckRow c join CheckRequestRow r"
                + " on r.deploymentId = c.deploymentId and r.stage = c.requestStage"
                + " and r.round = c.round where c.deploymentId = ?1"
                + " order by r.receivedAt, c.position",
            deploymentId)
        .list();
  }
}
