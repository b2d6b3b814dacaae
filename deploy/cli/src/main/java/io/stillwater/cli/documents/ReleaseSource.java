package io.stillwater.cli.documents;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.planning.document.DocumentNode;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.json.JsonValues;
import io.stillwater.planning.release.Release;

/**
 * One release document as it was found.
 *
 * @param origin the file, and its number there where the file holds several
 * @param content as written
 */
public record ReleaseSource(String origin, Parsed<DocumentNode> content, Parsed<Release> release) {

  /** As JSON; null for what is neither YAML nor JSON. */
  public JsonNode document() {
    return content instanceof Parsed.Valid<DocumentNode> valid
        ? JsonValues.of(valid.value().value())
        : null;
  }
}
