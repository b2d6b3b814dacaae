package io.stillwater.lakehouse.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PartitionTransformTest {

  @Test
  void engineSpellingsAreRead() {
    assertThat(PartitionTransform.parse("bucket(id, 16)")).hasToString("bucket(16, id)");
    assertThat(PartitionTransform.parse("DAYS( ts )")).hasToString("day(ts)");
    assertThat(PartitionTransform.parse("\"odd(name)\"").source().leaf()).isEqualTo("odd(name)");
  }

  @Test
  void whatIsNoTransformIsSaidSo() {
    assertThatThrownBy(() -> PartitionTransform.parse("week(ts)"))
        .hasMessageContaining("'week' is no transform");
    assertThatThrownBy(() -> PartitionTransform.parse("bucket(0, id)"))
        .hasMessageContaining("the width must be from 1");
    assertThatThrownBy(() -> PartitionTransform.parse("bucket(id)"))
        .hasMessageContaining("needs a width");
  }

  @Test
  void aSortFieldKeepsWhereItsNullsGo() {
    assertThat(SortField.parse("ts desc nulls first")).hasToString("ts DESC NULLS FIRST");
    assertThat(SortField.parse("ts nulls first")).hasToString("ts ASC");
    assertThat(SortField.parse("bucket(16, id)")).hasToString("bucket(16, id) ASC");
  }
}
