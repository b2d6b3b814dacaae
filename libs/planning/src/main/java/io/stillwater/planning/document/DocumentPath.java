package io.stillwater.planning.document;

/** Where something stands in a document: {@code spec.tables[0].changes[1].column}. */
final class DocumentPath {
  private DocumentPath() {}

  /** A name that would read as several steps stands in quotes. */
  static String field(String path, String name) {
    String step = name.indexOf('.') < 0 && name.indexOf('[') < 0 ? name : "\"" + name + "\"";
    return path.isEmpty() ? step : path + "." + step;
  }

  static String item(String path, int index) {
    return path + "[" + index + "]";
  }
}
