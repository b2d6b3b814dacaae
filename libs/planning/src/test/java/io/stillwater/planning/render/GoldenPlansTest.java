package io.stillwater.planning.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.stillwater.events.EventJson;
import io.stillwater.events.EventSchemas;
import io.stillwater.events.EventSchemas.UnknownFields;
import io.stillwater.events.plan.Plan;
import io.stillwater.planning.GeneratedFile;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.ReleaseDocuments;
import io.stillwater.planning.snapshot.TableSnapshot;
import io.stillwater.planning.snapshot.TableSnapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole plans as people and scripts get them. */
class GoldenPlansTest {
  private static final Path EXAMPLES = Path.of("../../deploy/examples");
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private static final ObjectWriter JSON =
      EventJson.MAPPER.writer(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  @Test
  void theReferenceReleaseReadsAsExpected() throws IOException {
    compare("reference", plan(EXAMPLES.resolve("reference.yaml"), EXAMPLES.resolve("tables.json")));
  }

  @Test
  void hostileNamesBreakNoLayout() throws IOException {
    compare("hostile", hostile());
  }

  @Test
  void aRefusalReadsAsExpected() throws IOException {
    compare("refused", plan(GOLDEN.resolve("refused.yaml"), GOLDEN.resolve("refused.tables.json")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noNameMovesTheCursorOrStartsALine(boolean colour) throws IOException {
    // When
    String text = PlanText.render(hostile(), colour).replaceAll("\u001b\\[[0-9]{1,2}m", "");

    // Then
    assertThat(text.lines()).noneMatch(line -> line.startsWith("forged"));
    assertThat(text.codePoints().filter(c -> c != '\n'))
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }

  @Test
  void noNameBecomesMarkup() throws IOException {
    // When
    String markdown = PlanMarkdown.render(hostile());

    // Then
    assertThat(markdown.lines()).noneMatch(line -> line.startsWith("forged"));
    assertThat(markdown.lines().filter(line -> line.startsWith("| ")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(cells(line)).as(line).isEqualTo(4));
    String outsideCode = withoutCode(markdown);
    assertThat(outsideCode).doesNotContain("<img", "<script", "@all", "#1 ", "](http");
    assertThat(tags(outsideCode, "<details")).isEqualTo(tags(outsideCode, "</details>"));
  }

  private static Plan hostile() throws IOException {
    return plan(GOLDEN.resolve("hostile.yaml"), GOLDEN.resolve("hostile.tables.json"));
  }

  private static void compare(String name, Plan plan) throws IOException {
    assertThat(
            EventSchemas.validate(
                "plan.schema.json", EventJson.MAPPER.valueToTree(plan), UnknownFields.REFUSED))
        .isEmpty();
    new GeneratedFile(GOLDEN.resolve(name + ".txt")).holds(PlanText.render(plan, false));
    new GeneratedFile(GOLDEN.resolve(name + ".md")).holds(PlanMarkdown.render(plan));
    new GeneratedFile(GOLDEN.resolve(name + ".json")).holds(JSON.writeValueAsString(plan) + "\n");
  }

  private static Plan plan(Path release, Path tables) throws IOException {
    Release document = valid(ReleaseDocuments.parse(Files.readString(release)).get(0));
    TableSnapshot lake = valid(TableSnapshots.read(Files.readString(tables)));
    return Lakes.planner()
        .plan(document, Environment.withoutFile(document.ref().environment()), lake);
  }

  private static <T> T valid(Parsed<T> parsed) {
    assertThat(parsed.errors()).isEmpty();
    return ((Parsed.Valid<T>) parsed).value();
  }

  /** Bars that end a cell, as GitHub's parser sees them: a backslash takes the next character. */
  private static long cells(String line) {
    return Stream.of(line.replaceAll("\\\\.", "").split("\\|", -1)).count() - 2;
  }

  /** What is left when code spans and escaped characters are taken out. */
  private static String withoutCode(String markdown) {
    String text = markdown.replaceAll("<code>[^<]*</code>", "");
    StringBuilder outside = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\') {
        at += 2;
      } else if (c == '`') {
        String fence = fenceAt(text, at);
        at += fence.length();
        while (!fenceAt(text, at).equals(fence)) {
          at += Math.max(1, fenceAt(text, at).length());
        }
        at += fence.length();
      } else {
        outside.append(c);
        at++;
      }
    }
    return outside.toString();
  }

  private static String fenceAt(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return text.substring(at, end);
  }

  private static int tags(String text, String tag) {
    return text.split(tag, -1).length - 1;
  }
}
