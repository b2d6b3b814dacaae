package io.stillwater.service.work;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who works on which rows of a table, by the database's clock. A service makes a bean of it. */
public abstract class Leases<K> {
  private static final String UNTIL =
      "lease_until = clock_timestamp() + :millis * interval '1 millisecond'";

  private final EntityManager entities;
  private final LeasedTable<K> table;
  private final String claim;
  private final String leased;

  protected Leases(EntityManager entities, LeasedTable<K> table) {
    this.entities = entities;
    this.table = table;
    this.claim =
        """
        UPDATE %1$s SET lease_owner = :owner, %2$s = %2$s + 1, %5$s WHERE (%4$s) IN
          (SELECT %4$s FROM %1$s WHERE %3$s <= clock_timestamp()
           AND (lease_until IS NULL OR lease_until < clock_timestamp())
           ORDER BY %3$s LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING %4$s, %2$s"""
            .formatted(table.name(), table.token(), table.due(), table.keyColumns(), UNTIL);
    this.leased =
        IntStream.range(0, table.key().size())
                .mapToObj(i -> table.key().get(i) + " = :" + parameter(i))
                .collect(
                    Collectors.joining(" AND ", " WHERE ", " AND lease_owner IS NOT NULL AND "))
            + table.token()
            + " = :token";
  }

  /** Leases the item that has been due for longest, if there is one. */
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<Lease<K>> claim(String owner, Duration duration) {
    List<?> rows =
        entities
            .createNativeQuery(claim, Object[].class)
            .setParameter("owner", owner)
            .setParameter("millis", duration.toMillis())
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(this::lease).findFirst();
  }

  /** Prolongs the lease; one that was lost stays lost. */
  @Transactional(TxType.REQUIRES_NEW)
  public void renew(Lease<K> lease, Duration duration) {
    update(lease, UNTIL).setParameter("millis", duration.toMillis()).executeUpdate();
  }

  /**
   * Checks, and makes sure until the transaction ends, that the lease still stands.
   *
   * @throws LeaseLostException when it does not
   */
  @Transactional(TxType.MANDATORY)
  public void fence(Lease<K> lease) {
    if (update(lease, table.token() + " = " + table.token()).executeUpdate() == 0) {
      throw new LeaseLostException(lease);
    }
  }

  /**
   * Gives the lease back.
   *
   * @param due when to look again; null: only when woken
   */
  @Transactional(TxType.REQUIRED)
  public void release(Lease<K> lease, Instant due) {
    update(
            lease,
            "lease_owner = NULL, lease_until = NULL, %s = CAST(:due AS timestamptz)"
                .formatted(table.due()))
        .setParameter("due", due == null ? null : due.toString())
        .executeUpdate();
  }

  /** The work is over for good. */
  @Transactional(TxType.MANDATORY)
  public void forget(Lease<K> lease) {
    on(lease, "DELETE FROM " + table.name()).executeUpdate();
  }

  private Query update(Lease<K> lease, String change) {
    return on(lease, "UPDATE %s SET %s".formatted(table.name(), change));
  }

  private Query on(Lease<K> lease, String statement) {
    Query query =
        entities.createNativeQuery(statement + leased).setParameter("token", lease.token());
    List<?> values = table.values().apply(lease.key());
    for (int i = 0; i < values.size(); i++) {
      query.setParameter(parameter(i), values.get(i));
    }
    return query;
  }

  private Lease<K> lease(Object[] row) {
    int last = row.length - 1;
    K key = table.item().apply(Arrays.copyOf(row, last));
    return new Lease<>(key, ((Number) row[last]).longValue());
  }

  private static String parameter(int column) {
    return "key" + column;
  }
}
