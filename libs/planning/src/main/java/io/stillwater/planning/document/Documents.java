package io.stillwater.planning.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads YAML and JSON into the same tree. */
public final class Documents {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private Documents() {}

  /** As a file holds them, which must be UTF-8. */
  public static List<Parsed<DocumentNode>> read(byte[] bytes, DocumentLimits limits) {
    try {
      limits.checkSize(bytes.length);
      return read(Utf8.decode(bytes), limits);
    } catch (DocumentException e) {
      return List.of(Parsed.invalid(e));
    }
  }

  /** All documents of a text; JSON is read as JSON, so that tabs and long keys are no matter. */
  public static List<Parsed<DocumentNode>> read(String written, DocumentLimits limits) {
    // Some editors start a file with a byte order mark, which is no part of the text.
    String text = written.startsWith(BYTE_ORDER_MARK) ? written.substring(1) : written;
    try {
      limits.checkSize(text);
    } catch (DocumentException e) {
      return List.of(Parsed.invalid(e));
    }
    if (!looksLikeJson(text)) {
      return YamlDocuments.read(text, limits);
    }
    List<Parsed<DocumentNode>> json = JsonDocuments.read(text, limits);
    if (json.stream().allMatch(Parsed::valid)) {
      return json;
    }
    // A flow mapping with plain keys is YAML and no JSON.
    List<Parsed<DocumentNode>> yaml = YamlDocuments.read(text, limits);
    boolean meantAsYaml = yaml.stream().allMatch(Parsed::valid) || yaml.size() > json.size();
    return meantAsYaml ? yaml : json;
  }

  public static Parsed<DocumentNode> read(JsonNode tree, DocumentLimits limits) {
    if (tree.isMissingNode()) {
      return Parsed.invalid(new DocumentException("there is no document", Location.NONE));
    }
    try {
      return JsonDocuments.read(tree.traverse(), limits).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean looksLikeJson(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }
}
