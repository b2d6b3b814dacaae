package io.stillwater.monitor.persistence;

import io.stillwater.monitor.domain.history.DeploymentQuery;
import io.stillwater.monitor.domain.history.DeploymentView;
import io.stillwater.monitor.domain.history.Position;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Lists deployments, newest first, from a position on. */
@ApplicationScoped
public class DeploymentPages {
  private static final Set<String> NEVER_BEGUN =
      Set.of(DeploymentView.REFUSED, DeploymentView.REJECTED);

  private final EntityManager entities;

  public DeploymentPages(EntityManager entities) {
    this.entities = entities;
  }

  /** Without a state asked for, releases that never became a deployment are left out. */
  public List<DeploymentView> list(DeploymentQuery query) {
    StringBuilder sql = new StringBuilder("select d.* from deployment d where d.state ");
    sql.append(query.states().isEmpty() ? "not in (:states)" : "in (:states)");
    if (query.component() != null) {
      sql.append(" and d.subjects @> array[cast(:component as text)]");
    }
    if (query.after() != null) {
      sql.append(" and (d.started_at, d.deployment_id) < (:startedAt, :id)");
    }
    sql.append(" order by d.started_at desc, d.deployment_id desc");
    Query select =
        entities
            .createNativeQuery(sql.toString(), DeploymentRow.class)
            .setParameter("states", query.states().isEmpty() ? NEVER_BEGUN : query.states())
            .setMaxResults(query.limit());
    if (query.component() != null) {
      select.setParameter("component", Storable.text(query.component()));
    }
    Position after = query.after();
    if (after != null) {
      select.setParameter("startedAt", after.startedAt());
      select.setParameter("id", Storable.text(after.deploymentId()));
    }
    return rows(select).map(DeploymentRepository::read).toList();
  }

  private static Stream<DeploymentRow> rows(Query select) {
    return ((List<?>) select.getResultList()).stream().map(DeploymentRow.class::cast);
  }
}
