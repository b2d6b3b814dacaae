package io.stillwater.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void columnsAreAsWideAsTheirLongestValueAndAbsentOnesAreADash() {
    // Given
    TextTable table = new TextTable("ID", "STATE").row("d-1234", "PAUSED").row("d-5", null);

    // When
    String text = table.text();

    // Then
    assertThat(text.lines()).containsExactly("ID      STATE", "d-1234  PAUSED", "d-5     -");
  }
}
