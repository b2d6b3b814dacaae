package io.stillwater.planner.evidence;

import java.nio.charset.StandardCharsets;

/** Names from outside, as PostgreSQL can keep them. */
public final class Texts {
  /** Characters; an index entry of a table, a column and a day stays below PostgreSQL's limit. */
  public static final int MAX_LENGTH = 400;

  private static final char FIRST_NOT_ASCII = 0x80;

  private Texts() {}

  /** Cuts what is too long, and replaces NUL and halves of characters. */
  public static String storable(String text) {
    return isPlain(text) ? text : mended(text);
  }

  /** As nearly all names are: nothing to cut or replace. */
  private static boolean isPlain(String text) {
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || c >= FIRST_NOT_ASCII) {
        return false;
      }
    }
    return true;
  }

  private static String mended(String text) {
    String cut = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    String encodable = new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return encodable.replace('\0', '\ufffd');
  }
}
