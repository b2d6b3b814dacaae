package io.stillwater.cli.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What was typed as one part of an address. */
final class PathSegment {
  private PathSegment() {}

  static String of(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
