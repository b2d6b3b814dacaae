package io.stillwater.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContainerEngineTest {
  @Test
  void theVariableDecidesWhereItNamesAChoice() {
    assertThat(ContainerEngine.isWanted("docker")).isTrue();
    assertThat(ContainerEngine.isWanted("LOCAL")).isFalse();
  }

  @Test
  void anUnknownChoiceIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> ContainerEngine.isWanted("podman"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("TEST_INFRA is 'podman'; use docker, local or auto");
  }
}
