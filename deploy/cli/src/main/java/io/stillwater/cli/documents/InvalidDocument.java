package io.stillwater.cli.documents;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.stillwater.events.release.DocumentError;
import java.util.List;

/** The result for a document that could not be planned because of its errors. */
@JsonPropertyOrder({"status", "errors"})
public record InvalidDocument(String status, List<DocumentError> errors) {
  public static InvalidDocument of(List<DocumentError> errors) {
    return new InvalidDocument("INVALID", errors);
  }
}
