package io.stillwater.planning.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.ConsumerVerdict;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.schema.TableModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One row per change and use; each names its source. */
class ReaderRulesTest {

  @ParameterizedTest(name = "{0} × {1}: {2}")
  @CsvFileSource(resources = "/reader-rules.csv", numLinesToSkip = 1, delimiter = '|')
  void aChangeDoesToAUseWhatItsSourceSays(
      String change, ReaderUse use, ConsumerVerdict verdict, String source) {
    // Given
    Change requested =
        Lakes.release("lake.app.events", change).tables().get(0).changes().get(0).change();
    TableModel table = TableModel.of(Lakes.events(2).build());

    // When
    Effect effect = Effect.of(requested, table);

    // Then
    assertThat(ReaderRules.verdict(effect, use)).as(source).isEqualTo(verdict);
  }

  @ParameterizedTest
  @EnumSource
  void everyUseHasAVerdictForEveryEffect(ReaderUse use) {
    for (Effect effect : Effect.values()) {
      assertThat(ReaderRules.verdict(effect, use)).as("%s", effect).isNotNull();
    }
  }

  @Test
  void whatStaysAsItIsHurtsNobody() {
    for (ReaderUse use : ReaderUse.values()) {
      assertThat(ReaderRules.verdict(Effect.KEEPS_ALL, use)).isEqualTo(ConsumerVerdict.SAFE);
    }
  }
}
