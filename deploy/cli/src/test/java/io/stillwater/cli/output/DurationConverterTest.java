package io.stillwater.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationConverterTest {
  private final DurationConverter converter = new DurationConverter();

  @ParameterizedTest
  @CsvSource({"30s, PT30S", "5m, PT5M", "2h, PT2H", "14d, P14D", "250ms, PT0.25S", "PT5M, PT5M"})
  void bothSpellingsOfTheContractAreRead(String written, Duration meant) {
    // When
    Duration read = converter.convert(written);

    // Then
    assertThat(read).isEqualTo(meant);
  }

  @Test
  void anythingElseIsRefusedWithAnExample() {
    // When / Then
    assertThatThrownBy(() -> converter.convert("soon")).hasMessageContaining("PT5M");
  }
}
