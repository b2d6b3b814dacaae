package io.stillwater.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermanentFailuresTest {
  static Stream<Throwable> passing() {
    return Stream.of(
        new IllegalStateException("pool exhausted"),
        new IllegalStateException(new SQLException("connection lost", "08006")),
        new IllegalStateException(new SQLException("shutting down", "57P01")),
        new IllegalStateException(new SQLException("serialization failure", "40001")),
        new IllegalArgumentException(new SQLException("no state")),
        new IllegalArgumentException(new ConnectException("refused")),
        new UncheckedIOException(new ConnectException("refused")));
  }

  static Stream<Throwable> permanent() {
    return Stream.of(
        new NullPointerException(),
        new NoClassDefFoundError("io/missing/Type"),
        new IllegalArgumentException("d-1 is no deployment"),
        new NumberFormatException("x"),
        new RuntimeException(new ClassCastException("no Plan")),
        new IllegalStateException(new SQLException("value too long", "22001")),
        new IllegalStateException(new SQLException("not null violated", "23502")));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatMayPassIsRetriedForAsLongAsItTakes(Throwable failure) {
    assertThat(PermanentFailures.contains(failure)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("permanent")
  void whatTheSameEventWillAlwaysMeetIsGivenUp(Throwable failure) {
    assertThat(PermanentFailures.contains(failure)).isTrue();
  }
}
