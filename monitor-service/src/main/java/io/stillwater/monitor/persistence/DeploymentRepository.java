package io.stillwater.monitor.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.stillwater.events.EventJson;
import io.stillwater.monitor.domain.history.ComponentView;
import io.stillwater.monitor.domain.history.DeploymentView;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The projections of deployments. */
@ApplicationScoped
public class DeploymentRepository implements PanacheRepositoryBase<DeploymentRow, String> {
  private static final String CLAIM =
      """
      insert into deployment (deployment_id, started_at, updated_at)
      values (?1, ?2, ?2) on conflict do nothing""";

  /**
   * Holds the deployment until the transaction ends, so that two events of it on two topics are
   * read into the projection one after the other.
   */
  void hold(String deploymentId, Instant now) {
    getEntityManager()
        .createNativeQuery(CLAIM)
        .setParameter(1, deploymentId)
        .setParameter(2, now)
        .executeUpdate();
    getEntityManager()
        .createNativeQuery("select 1 from deployment where deployment_id = ?1 for update")
        .setParameter(1, deploymentId)
        .getSingleResult();
  }

  /** Empty for a deployment that only commands or checks have named so far. */
  public Optional<DeploymentView> view(String deploymentId) {
    return find("deploymentId = ?1 and state is not null", Storable.text(deploymentId))
        .firstResultOptional()
        .map(DeploymentRepository::read);
  }

  void store(DeploymentView view, Instant now) {
    DeploymentRow row = findById(view.deploymentId());
    row.environment = Storable.text(view.environment());
    row.state = view.state();
    row.startedAt = view.startedAt();
    row.finishedAt = view.finishedAt();
    row.subjects =
        Stream.concat(view.tables().stream(), view.components().stream().map(ComponentView::name))
            .map(Storable::text)
            .toArray(String[]::new);
    row.revision++;
    row.updatedAt = now;
    try {
      row.document = EventJson.MAPPER.writeValueAsString(view);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Map<String, Long> countByState() {
    return getEntityManager()
        .createQuery(
            "select state, count(*) from DeploymentRow where state is not null group by state",
            Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  /** The revision of each deployment that has changed since then. */
  public Map<String, Long> changedSince(Instant moment) {
    return getEntityManager()
        .createQuery(
            "select deploymentId, revision from DeploymentRow where updatedAt > ?1", Object[].class)
        .setParameter(1, moment)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  static DeploymentView read(DeploymentRow row) {
    try {
      return EventJson.MAPPER.readValue(row.document, DeploymentView.class);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The projection of " + row.deploymentId + " cannot be read back", e);
    }
  }
}
