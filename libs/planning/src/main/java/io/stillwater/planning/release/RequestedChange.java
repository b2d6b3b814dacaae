package io.stillwater.planning.release;

import java.util.Set;

/**
 * @param path where it stands in the document, e.g. {@code spec.tables[0].changes[1]}
 * @param acknowledged finding codes that were read and accepted for this change
 */
public record RequestedChange(Change change, String path, Set<String> acknowledged) {
  public RequestedChange {
    acknowledged = Set.copyOf(acknowledged);
  }
}
