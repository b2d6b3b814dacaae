package io.stillwater.cli.documents;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.stillwater.events.release.DocumentError;
import java.util.List;

/**
 * The result for a document that could not be planned because of its errors.
 *
 * @param origin the file, and its number there where the file holds several
 */
@JsonPropertyOrder({"status", "origin", "errors"})
public record InvalidDocument(String status, String origin, List<DocumentError> errors) {
  public static InvalidDocument of(ReleaseSource source) {
    return new InvalidDocument("INVALID", source.origin(), source.release().errors());
  }
}
