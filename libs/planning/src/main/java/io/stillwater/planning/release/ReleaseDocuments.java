package io.stillwater.planning.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.planning.document.DocumentLimits;
import io.stillwater.planning.document.DocumentNode;
import io.stillwater.planning.document.Documents;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.document.Problems;
import java.util.List;

/** Reads release documents: one grammar, whether YAML, JSON or the data of an event. */
public final class ReleaseDocuments {
  private ReleaseDocuments() {}

  /** Every document of a text, in its order; none for an empty text. */
  public static List<Parsed<Release>> parse(String text) {
    return Documents.read(text, DocumentLimits.WRITTEN).stream()
        .map(document -> document.then(ReleaseDocuments::read))
        .toList();
  }

  public static Parsed<Release> parse(JsonNode data) {
    return Documents.read(data, DocumentLimits.WRITTEN).then(ReleaseDocuments::read);
  }

  public static Parsed<Release> read(DocumentNode node) {
    Problems problems = new Problems();
    return problems.resultOf(ReleaseReader.read(Field.root(node, problems)).orElse(null));
  }
}
