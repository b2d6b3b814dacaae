package io.stillwater.planning.document;

import io.stillwater.planning.document.DocumentNode.Mapping;
import io.stillwater.planning.document.DocumentNode.Scalar;
import io.stillwater.planning.document.DocumentNode.Sequence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 of what a document says: order of fields, comments and layout do not count. */
public final class ContentDigest {
  private final MessageDigest digest;

  private ContentDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  public static String of(DocumentNode node) {
    ContentDigest content = new ContentDigest();
    content.take(node);
    return HexFormat.of().formatHex(content.digest.digest());
  }

  public static String of(String... texts) {
    ContentDigest content = new ContentDigest();
    for (String text : texts) {
      content.take(text);
    }
    return HexFormat.of().formatHex(content.digest.digest());
  }

  private void take(DocumentNode node) {
    if (node instanceof Mapping mapping) {
      take("{");
      for (Map.Entry<String, DocumentNode> field : new TreeMap<>(mapping.fields()).entrySet()) {
        take(field.getKey());
        take(field.getValue());
      }
      take("}");
    } else if (node instanceof Sequence sequence) {
      take("[");
      sequence.items().forEach(this::take);
      take("]");
    } else if (node instanceof Scalar scalar) {
      take(scalar.value() == null ? "~" : "=" + scalar.text());
    }
  }

  /** With its length, so that two texts never read as one. */
  private void take(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
    digest.update((byte) ':');
    digest.update(bytes);
  }
}
