package io.stillwater.planning.document;

/**
 * @param maxBytes of the text in UTF-8
 * @param maxDepth levels of nesting
 * @param maxAliases YAML aliases in one document
 * @param maxNodes values of one document, with what aliases repeat counted each time
 */
public record DocumentLimits(long maxBytes, int maxDepth, int maxAliases, long maxNodes) {
  /** Releases and environments: what people write. */
  public static final DocumentLimits WRITTEN =
      new DocumentLimits(5L * 1024 * 1024, 64, 50, 1_000_000);

  /** Table snapshots: what a tool exports, for tens of thousands of tables. */
  public static final DocumentLimits EXPORTED =
      new DocumentLimits(512L * 1024 * 1024, 64, 50, 50_000_000);

  void checkSize(String text) throws DocumentException {
    // A char takes at least one byte: most texts are known to be small without encoding them.
    boolean maybe = text.length() * 3L > maxBytes;
    checkSize(maybe && text.length() <= maxBytes ? utf8Length(text) : text.length());
  }

  public void checkSize(long bytes) throws DocumentException {
    if (bytes > maxBytes) {
      throw DocumentException.limit(
          "",
          "the document is larger than " + maxBytes / (1024 * 1024) + " MB; split it",
          Location.NONE);
    }
  }

  private static long utf8Length(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
