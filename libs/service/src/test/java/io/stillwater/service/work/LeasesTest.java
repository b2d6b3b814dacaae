package io.stillwater.service.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stillwater.service.SampleServiceTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SampleServiceTest
class LeasesTest {
  private static final Duration LONG = Duration.ofHours(1);

  @Inject Errands errands;

  private final Errand bread = new Errand("baker's", 1);
  private final Errand rolls = new Errand("baker's", 2);

  @BeforeEach
  void noErrands() {
    errands.clear();
  }

  @Test
  void anItemIsLeasedToOneWorkerAtATime() {
    // Given
    errands.add(bread);

    // When
    Optional<Lease<Errand>> first = errands.claim("one", LONG);
    Optional<Lease<Errand>> second = errands.claim("two", LONG);

    // Then
    assertThat(first).contains(new Lease<>(bread, 1));
    assertThat(second).isEmpty();
  }

  @Test
  void theItemThatHasBeenDueForLongestComesFirst() {
    // Given
    errands.add(rolls);
    errands.add(bread);

    // When / Then
    assertThat(errands.claim("one", LONG)).contains(new Lease<>(rolls, 1));
    assertThat(errands.claim("one", LONG)).contains(new Lease<>(bread, 1));
  }

  @Test
  void aRowThatAnotherReplicaIsClaimingIsPassedOver() {
    // Given
    errands.add(bread);
    errands.add(rolls);

    // When
    Optional<Lease<Errand>> claimed =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  errands.lock(bread);
                  return errands.claim("two", LONG);
                });

    // Then
    assertThat(claimed).contains(new Lease<>(rolls, 1));
  }

  @Test
  void aWorkerWhoseLeaseWasTakenOverRecordsNothingAndDisturbsNobody() {
    // Given
    errands.add(bread);
    Lease<Errand> lost = errands.claim("one", LONG).orElseThrow();
    errands.expire(bread);
    Lease<Errand> standing = errands.claim("two", LONG).orElseThrow();

    // When
    errands.renew(lost, Duration.ZERO);
    errands.release(lost, Instant.now());
    QuarkusTransaction.requiringNew().run(() -> errands.forget(lost));

    // Then
    assertThat(standing).isEqualTo(new Lease<>(bread, 2));
    assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> errands.fence(lost)))
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining("baker's");
    QuarkusTransaction.requiringNew().run(() -> errands.fence(standing));
    assertThat(errands.claim("three", LONG)).isEmpty();
  }

  @Test
  void aLeaseThatWasGivenBackCountsNoMore() {
    // Given
    errands.add(bread);
    Lease<Errand> lease = errands.claim("one", LONG).orElseThrow();

    // When
    errands.release(lease, null);

    // Then
    assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> errands.fence(lease)))
        .isInstanceOf(LeaseLostException.class);
  }

  @Test
  void anItemIsDueAgainWhenItsWorkerSaysAndNotBefore() {
    // Given
    errands.add(bread);
    errands.add(rolls);
    Lease<Errand> first = errands.claim("one", LONG).orElseThrow();
    Lease<Errand> second = errands.claim("one", LONG).orElseThrow();

    // When
    errands.release(first, Instant.now().minusSeconds(1));
    errands.release(second, Instant.now().plus(LONG));

    // Then
    assertThat(errands.claim("two", LONG)).contains(new Lease<>(bread, 2));
    assertThat(errands.claim("two", LONG)).isEmpty();
  }

  @Test
  void workThatIsOverIsGone() {
    // Given
    errands.add(bread);
    Lease<Errand> lease = errands.claim("one", LONG).orElseThrow();

    // When
    QuarkusTransaction.requiringNew().run(() -> errands.forget(lease));

    // Then
    assertThat(errands.count()).isZero();
  }

  @Test
  void fencingWithoutATransactionIsRefused() {
    // Given
    errands.add(bread);
    Lease<Errand> lease = errands.claim("one", LONG).orElseThrow();

    // When / Then
    assertThatThrownBy(() -> errands.fence(lease)).isInstanceOf(TransactionalException.class);
  }
}
