package io.stillwater.planning.document;

import java.util.List;
import java.util.Optional;

/** {@code apiVersion} and {@code kind}, which every document starts with. */
public final class Header {
  public static final String API_VERSION = "stillwater/v1";
  private static final List<String> KINDS = List.of("Release", "Environment", "TableSnapshot");

  private Header() {}

  /** The document's fields, where it is a mapping and of this kind. */
  public static Optional<Fields> read(Field root, String kind) {
    Optional<Fields> fields = root.fields();
    fields.ifPresent(all -> check(all, kind));
    return fields;
  }

  private static void check(Fields fields, String kind) {
    fields
        .require("apiVersion")
        .ifPresent(
            field ->
                field
                    .text()
                    .filter(text -> !text.equals(API_VERSION))
                    .ifPresent(
                        text -> field.wrong("must be '" + API_VERSION + "', not '" + text + "'")));
    fields
        .require("kind")
        .ifPresent(
            field ->
                field
                    .text()
                    .filter(text -> !text.equals(kind))
                    .ifPresent(text -> field.wrong(wrongKind(text, kind))));
  }

  private static String wrongKind(String text, String kind) {
    String hint = KINDS.contains(text) ? "this is another document" : NearestWord.hint(text, KINDS);
    return "must be '" + kind + "', not '" + text + "'; " + hint;
  }
}
