package io.stillwater.planning.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.stillwater.events.release.DocumentError;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.ReleaseDocuments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents as no person should write them: each is answered with where and what. */
class BadDocumentsTest {
  private static final String HEAD =
      """
      apiVersion: stillwater/v1
      kind: Release
      metadata: {name: discounts, version: v2.15.0, environment: production}
      """;

  private static final String CHANGE =
      HEAD
          + """
          spec:
            tables:
              - table: lake.sales.orders
                changes:
                  - {operation: add_column, column: %s, type: %s}
          """;

  private static final String COMPONENTS = HEAD + "spec:\n  components:\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "a\\0b"     | int        | column | NUL character
          a          | 2024-01-01 | type   | '2024' is no type
          a          | .nan       | type   | is expected
          a          | [int]      | type   | text is expected, not a list
          a          | {a: int}   | type   | text is expected, not a mapping
          a          | null       | type   | field 'type' is missing
          a          | ""         | type   | must not be empty
          [a]        | int        | column | text is expected, not a list
          a..b       | int        | column | empty part
          '"a'       | int        | column | is not closed
          """)
  void aWrongValueIsNamedWithItsPath(String column, String type, String field, String message) {
    assertThat(errors(CHANGE.formatted(column, type)))
        .anySatisfy(
            error -> {
              assertThat(error.path()).isEqualTo("spec.tables[0].changes[0]." + field);
              assertThat(error.message()).contains(message);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          metadata: {name: a, name: b}                | metadata.name   | given twice
          metadata: {<<: {name: a}, version: v1}      | metadata        | merge keys
          metadata: *nothing                          | metadata        | names nothing
          metadata: {[a]: b}                          | metadata        | plain text
          metadata: {? {a: b} : c}                    | metadata        | plain text
          metadata: {name: "\\uD800"}                  | metadata.name   | half of a surrogate pair
          metadata: {"a\\0b": c}                       | metadata        | NUL character
          """)
  void whatCannotBeReadIsNamedWithItsPath(String line, String path, String message) {
    assertThat(errors("kind: Release\n" + line + "\n"))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.path()).isEqualTo(path);
              assertThat(error.message()).contains(message).contains("(line 2, column ");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind:\tRelease\n\tspec: {}",
        "a: \u0000",
        "a: [1, 2",
        "a: 'open",
        "%YAML 9999999999999.1\n---\na: b",
        "a: \"\\UFFFFFFFF\"",
        "a: \"\\xZZ\"",
        "!!java.net.URL [http://evil]",
        "&a [*a]",
        "a: !!binary 'x'\nb: !!float {}",
        "{\"a\": NaN}",
        "{\"a\": 1e99999999999}",
        "{\"a\": 0123}",
        "{\"a\": \"\\uD800\"}",
        "{\"a\": \"\\u0000\"}",
        "{'a': 1}{",
        "\ufeff",
        "? a\n? b",
        "- - - - - -",
        "\u2028",
        "a: |\n\tb",
        "--- |\n%",
        "{\"kind\": \"Release\", \"kind\": \"Release\"}",
      })
  void noTextIsThrownOverAndEveryErrorSaysSomething(String text) {
    for (Parsed<Release> parsed : ReleaseDocuments.parse(text)) {
      assertThat(parsed.valid()).isFalse();
      assertThat(parsed.errors()).isNotEmpty();
      assertThat(parsed.errors()).allMatch(error -> !error.message().isBlank());
    }
  }

  @Test
  void numbersThatNoTypeHoldsAreTextsAndTakeNoTime() {
    String digits = "9".repeat(20_000);

    assertThat(errors(CHANGE.formatted("a", digits))).isNotEmpty();
    assertThat(errors(CHANGE.formatted("a", "1e999999999"))).isNotEmpty();
    assertThat(errors("{\"a\": " + digits + "}")).isNotEmpty();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheDocument() {
    // Given
    String text = "\ufeff" + CHANGE.formatted("a", "int");

    // When / Then
    assertThat(errors(text)).isEmpty();
    assertThat(read(text.getBytes(StandardCharsets.UTF_8))).allMatch(Parsed::valid);
    assertThat(read("\ufeff{\t\"a\": 1}".getBytes(StandardCharsets.UTF_8))).allMatch(Parsed::valid);
  }

  @Test
  void bytesThatAreNotUtf8AreNamedWithTheirPlace() {
    // When
    List<DocumentError> latin =
        read("a: b\nname: größe".getBytes(StandardCharsets.ISO_8859_1)).get(0).errors();
    List<DocumentError> utf16 = read("a: b".getBytes(StandardCharsets.UTF_16)).get(0).errors();
    List<DocumentError> cut = read(new byte[] {'a', ':', ' ', (byte) 0xc3}).get(0).errors();

    // Then
    assertThat(latin.get(0).message()).contains("not UTF-8", "byte 13", "line 2");
    assertThat(utf16.get(0).message()).contains("not UTF-8", "byte 0");
    assertThat(cut.get(0).message()).contains("not UTF-8", "byte 3");
  }

  @Test
  void anEventWithoutADocumentIsAnError() {
    assertThat(ReleaseDocuments.parse(MissingNode.getInstance()).errors()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [b] | [a] | []  | a → b → a
          [b] | [c] | [a] | a → b → c → a
          [a] | []  | []  | a → a
          [b] | [c] | [b] | b → c → b
          """)
  void componentsThatWaitForEachOtherAreAnError(String a, String b, String c, String cycle) {
    assertThat(errors(components(a, b, c)))
        .anySatisfy(
            error -> {
              assertThat(error.path()).matches("spec\\.components\\[[012]]\\.dependsOn");
              assertThat(error.message()).contains("wait for each other").contains(cycle);
            });
  }

  @Test
  void aDependencyOnWhatIsNotReleasedNamesTheNearest() {
    assertThat(errors(components("[bb]", "[]", "[]")))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.path()).isEqualTo("spec.components[0].dependsOn");
              assertThat(error.message()).contains("did you mean 'b'?");
            });
    assertThat(errors(components("[b, c]", "[c]", "[]"))).isEmpty();
  }

  private static String components(String a, String b, String c) {
    String one = "    - {component: %s, strategy: rolling, dependsOn: %s}\n";
    return COMPONENTS + one.formatted("a", a) + one.formatted("b", b) + one.formatted("c", c);
  }

  private static List<Parsed<DocumentNode>> read(byte[] bytes) {
    return Documents.read(bytes, DocumentLimits.WRITTEN);
  }

  private static List<DocumentError> errors(String text) {
    return ReleaseDocuments.parse(text).stream()
        .flatMap(parsed -> parsed.errors().stream())
        .toList();
  }
}
