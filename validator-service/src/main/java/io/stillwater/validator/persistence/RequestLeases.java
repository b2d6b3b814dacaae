package io.stillwater.validator.persistence;

import io.stillwater.service.work.LeasedTable;
import io.stillwater.service.work.Leases;
import io.stillwater.validator.domain.RequestKey;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Who answers which request. */
@Singleton
public class RequestLeases extends Leases<RequestKey> {
  private static final LeasedTable<RequestKey> TABLE =
      new LeasedTable<>(
          "check_request",
          "next_attempt_at",
          "lease_token",
          List.of("deployment_id", "stage", "round"),
          key -> List.of(key.deploymentId(), key.stage(), key.round()),
          row -> new RequestKey((String) row[0], (String) row[1], ((Number) row[2]).intValue()));

  RequestLeases(EntityManager entities) {
    super(entities, TABLE);
  }
}
