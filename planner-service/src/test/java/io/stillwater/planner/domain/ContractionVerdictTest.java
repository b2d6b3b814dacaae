package io.stillwater.planner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stillwater.events.plan.Consumer;
import io.stillwater.events.plan.ConsumerVerdict;
import io.stillwater.events.plan.Plan;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planner.Releases;
import io.stillwater.planner.domain.ContractionVerdict.Clear;
import io.stillwater.planner.domain.ContractionVerdict.Held;
import io.stillwater.planning.Planner;
import io.stillwater.planning.consumers.Coverage;
import io.stillwater.planning.consumers.CoverageGap;
import io.stillwater.planning.consumers.Reader;
import io.stillwater.planning.consumers.ReaderKind;
import io.stillwater.planning.consumers.ReaderUse;
import io.stillwater.planning.consumers.Readership;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.ReleaseDocuments;
import io.stillwater.planning.snapshot.TableSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractionVerdictTest {
  private static final String EVIDENCE = "no reader of lake.crm.users.fname for 14 days";
  private static final Coverage WHOLE = new Coverage(Set.of(Coverage.TRINO), List.of());

  @Test
  void whatNobodyReadsWhileEverybodyWouldHaveBeenSeenIsClear() {
    // Given
    Plan drop = drop("fname", new Readership(List.of(), WHOLE));

    // When
    ContractionVerdict verdict = ContractionVerdict.of(drop, Optional.empty(), EVIDENCE);

    // Then
    assertThat(verdict).isInstanceOf(Clear.class);
    assertThat(verdict.reason()).contains(EVIDENCE);
  }

  @Test
  void aReaderHoldsItAndIsNamed() {
    // Given
    Reader dashboard =
        new Reader(
            ReaderKind.QUERY,
            "dash-42",
            "finance",
            ReaderUse.SCANS,
            "fname",
            LocalDate.parse("2026-06-16"));
    Plan drop = drop("fname", new Readership(List.of(dashboard), WHOLE));

    // When
    ContractionVerdict verdict = ContractionVerdict.of(drop, Optional.empty(), EVIDENCE);

    // Then
    assertThat(verdict.reason()).contains("dash-42").contains("2026-06-16");
    assertThat(((Held) verdict).consumers())
        .extracting(Consumer::name, Consumer::verdict)
        .containsExactly(tuple("dash-42", ConsumerVerdict.BREAKS));
  }

  @Test
  void noEventsAreNoEvidenceOfNobody() {
    // Given
    Plan drop = drop("fname", Readership.UNOBSERVED);

    // When
    ContractionVerdict verdict = ContractionVerdict.of(drop, Optional.empty(), EVIDENCE);

    // Then
    assertThat(verdict).isInstanceOf(Held.class);
    assertThat(verdict.reason()).contains("no query events were evaluated");
  }

  @Test
  void aGapInTheEventsHoldsItAndSaysWhen() {
    // Given
    CoverageGap gap =
        new CoverageGap(
            "trino", Instant.parse("2026-06-05T00:00:00Z"), Instant.parse("2026-06-06T00:00:00Z"));
    Coverage partial = new Coverage(Set.of(Coverage.TRINO), List.of(gap));

    // When
    ContractionVerdict verdict =
        ContractionVerdict.of(
            drop("fname", new Readership(List.of(), partial)), Optional.empty(), EVIDENCE);

    // Then
    assertThat(verdict).isInstanceOf(Held.class);
    assertThat(verdict.reason()).contains("2026-06-05");
  }

  @Test
  void rowsThatDisagreeHoldItWhateverTheEvidence() {
    // Given
    Plan drop = drop("fname", new Readership(List.of(), WHOLE));

    // When
    ContractionVerdict verdict =
        ContractionVerdict.of(drop, Optional.of("3 row(s) hold different values"), EVIDENCE);

    // Then
    assertThat(verdict).isEqualTo(new Held("3 row(s) hold different values", List.of()));
  }

  @Test
  void whatCannotBeDroppedAnyMoreIsHeldWithTheReason() {
    // Given
    Plan drop = drop("id", new Readership(List.of(), WHOLE));

    // When
    ContractionVerdict verdict = ContractionVerdict.of(drop, Optional.empty(), EVIDENCE);

    // Then
    assertThat(verdict).isInstanceOf(Held.class);
    assertThat(verdict.reason()).contains("cannot be dropped").contains("identifies the rows");
  }

  private static Plan drop(String column, Readership readership) {
    TableName table = TableName.parse("lake.crm.users");
    TableState users =
        TableState.builder(table, TableFormat.ICEBERG, 2)
            .columns(
                Column.required(1, "id", LakeType.parse("bigint")),
                Column.of(2, "fname", LakeType.parse("string")),
                Column.of(3, "first_name", LakeType.parse("string")))
            .identifierColumns(List.of("id"))
            .build();
    String change =
        "{\"operation\": \"drop_column\", \"column\": \"%s\", \"gracePeriod\": \"P14D\"}"
            .formatted(column);
    Release release =
        ((Parsed.Valid<Release>)
                ReleaseDocuments.parse(Releases.of(table.toString(), change)).get(0))
            .value();
    return new Planner(Clock.systemUTC(), (name, path, window) -> readership)
        .planContraction(
            release,
            Environment.withoutFile("testing"),
            new TableSnapshot(List.of(), Map.of(table, users)));
  }
}
