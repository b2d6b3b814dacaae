package io.stillwater.planning.environment;

import io.stillwater.planning.document.DocumentLimits;
import io.stillwater.planning.document.DocumentNode;
import io.stillwater.planning.document.Documents;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.document.Problems;
import java.util.List;

/** Reads environment documents, YAML or JSON. */
public final class EnvironmentDocuments {
  private EnvironmentDocuments() {}

  /** Every document of a text, in its order; none for an empty text. */
  public static List<Parsed<Environment>> parse(String text) {
    return Documents.read(text, DocumentLimits.WRITTEN).stream()
        .map(document -> document.then(EnvironmentDocuments::read))
        .toList();
  }

  public static Parsed<Environment> read(DocumentNode node) {
    Problems problems = new Problems();
    return problems.resultOf(EnvironmentReader.read(Field.root(node, problems)).orElse(null));
  }
}
