package io.stillwater.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.stillwater.events.EventSchemas.UnknownFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas that editors and producers check documents against. */
class DocumentSchemasTest {
  private static final Path DOCUMENTS = Path.of("src/test/resources/documents");

  @ParameterizedTest
  @CsvSource({
    "release.schema.json, release-all-operations.yaml",
    "environment.schema.json, environment.yaml"
  })
  void aDocumentWithEveryFieldOfTheContractIsValid(String schema, String document)
      throws IOException {
    // When
    List<String> violations = validate(schema, Files.readString(DOCUMENTS.resolve(document)));

    // Then
    assertThat(violations).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "{operation: add_column,{operation: ad_column,changes[0].operation",
    "'column: discount_pct, type: double','column: discount_pct',changes[0]: required property 'type'",
    "nullable: true,nulable: true,changes[0]: property 'nulable'",
    "kind: Release,kind: Relase,$.kind",
    "environment: production,environment: '',$.metadata.environment",
    "gracePeriod: P30D,gracePeriod: a while,gracePeriod",
    "strategy: expand_contract,strategy: expand,strategy",
    "'old: lname, new',new,required property",
    "acknowledge: [SW203],acknowledge: [all],acknowledge",
    "maxIncrease: 20%,maxIncrease: a lot,maxIncrease",
    "onBreach: rollback,onBreach: shrug,onBreach",
  })
  void aWrongReleaseIsFoundWithItsPath(String part, String replacement, String expected)
      throws IOException {
    // Given
    String release = Files.readString(DOCUMENTS.resolve("release-all-operations.yaml"));
    assertThat(release).contains(part);

    // When
    List<String> violations = validate("release.schema.json", release.replace(part, replacement));

    // Then
    assertThat(violations).anySatisfy(violation -> assertThat(violation).contains(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "HIGH: required,HIGH: maybe,policy.approval.HIGH",
    "type: rest,type: resst,catalogs.lake.type",
    "kind: Environment,kind: Release,$.kind"
  })
  void aWrongEnvironmentIsFoundWithItsPath(String part, String replacement, String expected)
      throws IOException {
    // Given
    String environment = Files.readString(DOCUMENTS.resolve("environment.yaml"));

    // When
    List<String> violations =
        validate("environment.schema.json", environment.replace(part, replacement));

    // Then
    assertThat(violations).singleElement().asString().contains(expected);
  }

  private static List<String> validate(String schema, String yaml) throws IOException {
    JsonNode document = new YAMLMapper().readTree(yaml);
    return EventSchemas.validate(schema, document, UnknownFields.REFUSED);
  }
}
