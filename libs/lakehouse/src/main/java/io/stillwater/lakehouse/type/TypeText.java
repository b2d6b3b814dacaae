package io.stillwater.lakehouse.type;

import java.util.regex.Pattern;

/** How a field's name stands inside a type's text. */
final class TypeText {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  private TypeText() {}

  static String name(String name) {
    return PLAIN.matcher(name).matches() ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
