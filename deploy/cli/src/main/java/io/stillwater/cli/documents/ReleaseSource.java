package io.stillwater.cli.documents;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.release.Release;

/**
 * One release document as it was found.
 *
 * @param origin the file, and its number there where the file holds several
 * @param document as written; null for what is neither YAML nor JSON
 */
public record ReleaseSource(String origin, JsonNode document, Parsed<Release> release) {}
