package io.stillwater.events;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The deployment id that follows from a release request (contract, section 5, "Ids"). */
public final class DeploymentIds {
  private static final int HEX_DIGITS = 12;

  private DeploymentIds() {}

  /** {@code d-} and the first 12 hex digits of SHA-256 of source, a line feed and id. */
  public static String of(URI source, String eventId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((source + "\n" + eventId).getBytes(StandardCharsets.UTF_8));
      return "d-" + HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
