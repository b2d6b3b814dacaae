package io.stillwater.planner.evidence.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Short ids of long keys, the same everywhere and always, that nobody can make collide. */
final class Digests {
  private static final String SEPARATOR = "\0";

  private Digests() {}

  /** The first 64 bits of the SHA-256 of the parts. */
  static long of(String... parts) {
    byte[] text = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
