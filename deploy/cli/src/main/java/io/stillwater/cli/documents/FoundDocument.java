package io.stillwater.cli.documents;

import io.stillwater.events.release.DocumentError;
import io.stillwater.planning.document.DocumentLimits;
import io.stillwater.planning.document.DocumentNode;
import io.stillwater.planning.document.DocumentNode.Mapping;
import io.stillwater.planning.document.DocumentNode.Scalar;
import io.stillwater.planning.document.Documents;
import io.stillwater.planning.document.Parsed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One document of a file.
 *
 * @param origin the file, and its number there where the file holds several
 */
record FoundDocument(String origin, Parsed<DocumentNode> content) {
  private static final String ENVIRONMENT = "Environment";

  /** A file that cannot be read is one document with that error. */
  static List<FoundDocument> in(DocumentFile file) {
    byte[] bytes;
    try {
      bytes = file.bytes();
    } catch (IOException e) {
      return List.of(new FoundDocument(file.origin(), unreadable(DocumentFile.reason(e))));
    }
    return DocumentFile.isSnapshot(bytes) ? List.of() : in(file.origin(), bytes);
  }

  private static List<FoundDocument> in(String origin, byte[] bytes) {
    List<Parsed<DocumentNode>> documents = Documents.read(bytes, DocumentLimits.WRITTEN);
    if (documents.size() == 1) {
      return List.of(new FoundDocument(origin, documents.get(0)));
    }
    List<FoundDocument> found = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      FoundDocument document = new FoundDocument(origin + " document " + (i + 1), documents.get(i));
      if (!document.empty()) {
        found.add(document);
      }
    }
    return found;
  }

  boolean isEnvironment() {
    return kind().equals(ENVIRONMENT);
  }

  /** Whatever is not something else: a document that cannot be read may be a release. */
  boolean isRelease() {
    return !isEnvironment() && !kind().equals("TableSnapshot");
  }

  private String kind() {
    return content instanceof Parsed.Valid<DocumentNode> valid
            && valid.value() instanceof Mapping mapping
            && mapping.fields().get("kind") instanceof Scalar kind
        ? kind.text()
        : "";
  }

  /** Nothing between two separators, or behind the last. */
  private boolean empty() {
    return content instanceof Parsed.Valid<DocumentNode> valid
        && valid.value() instanceof Scalar scalar
        && scalar.text().isEmpty();
  }

  private static Parsed<DocumentNode> unreadable(String reason) {
    return new Parsed.Invalid<>(List.of(new DocumentError("", reason)));
  }
}
