package io.stillwater.planning.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.EventSchemas;
import io.stillwater.events.EventSchemas.UnknownFields;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.release.DocumentError;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.environment.EnvironmentDocuments;
import io.stillwater.planning.json.JsonValues;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.ReleaseDocuments;
import io.stillwater.planning.render.PlanMarkdown;
import io.stillwater.planning.render.PlanText;
import io.stillwater.planning.snapshot.TableSnapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Valid documents with random edits: whatever comes of them is a plan or errors that say where and
 * what, and no schema refuses what a reader takes.
 */
class MutatedDocumentsTest {
  private static final String RELEASE = resource("release.yaml");
  private static final String ENVIRONMENT = resource("environment.yaml");
  private static final String SNAPSHOT =
      TableSnapshots.write(
          io.stillwater.planning.snapshot.TableSnapshot.of(
              List.of(), List.of(Lakes.events(2).build())));

  @Property(tries = 1500)
  void aReleaseIsPlannedOrItsErrorsAreSaid(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int edits) {
    // Given
    String text = Mutations.of(RELEASE, seed, edits);

    // When
    List<Parsed<DocumentNode>> documents =
        Documents.read(text.getBytes(StandardCharsets.UTF_8), DocumentLimits.WRITTEN);

    // Then
    for (Parsed<DocumentNode> document : documents) {
      Parsed<Release> release = document.then(ReleaseDocuments::read);
      check(text, release, document, "release.schema.json");
      if (release instanceof Parsed.Valid<Release> valid) {
        Plan plan = Lakes.plan(valid.value(), Lakes.events(2).build());
        assertThat(Lakes.codes(plan)).as(text).doesNotContain("SW599");
        assertThat(PlanText.render(plan, true)).isNotBlank();
        assertThat(PlanMarkdown.render(plan)).isNotBlank();
      }
    }
  }

  @Property(tries = 1000)
  void anEnvironmentIsReadOrItsErrorsAreSaid(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int edits) {
    // Given
    String text = Mutations.of(ENVIRONMENT, seed, edits);

    // When / Then
    for (Parsed<DocumentNode> document : Documents.read(text, DocumentLimits.WRITTEN)) {
      Parsed<Environment> environment = document.then(EnvironmentDocuments::read);
      check(text, environment, document, "environment.schema.json");
    }
  }

  @Property(tries = 500)
  void aSnapshotIsReadOrItsErrorsAreSaid(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int edits) {
    // Given
    String text = Mutations.of(SNAPSHOT, seed, edits);

    // When / Then
    TableSnapshots.read(text).errors().forEach(error -> check(text, error));
  }

  private static void check(
      String text, Parsed<?> parsed, Parsed<DocumentNode> document, String schema) {
    parsed.errors().forEach(error -> check(text, error));
    if (parsed.valid() && document instanceof Parsed.Valid<DocumentNode> valid) {
      assertThat(
              EventSchemas.validate(
                  schema, JsonValues.of(valid.value().value()), UnknownFields.REFUSED))
          .as(text)
          .isEmpty();
    }
  }

  /** Of a text that is no document at all there is no path, but a line. */
  private static void check(String text, DocumentError error) {
    assertThat(error.message()).as(text).isNotBlank();
    assertThat(
            !error.path().isEmpty()
                || error.message().contains("line ")
                || error.message().contains("documents"))
        .as("%s: %s", error, text)
        .isTrue();
  }

  private static String resource(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/documents", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
