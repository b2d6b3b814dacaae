package io.stillwater.planner.messaging;

import com.fasterxml.jackson.databind.JsonNode;

/** The record key of a release: environment/name, as its metadata say. */
public final class ReleaseKey {
  private static final int MAX_LENGTH = 200;

  private ReleaseKey() {}

  /**
   * The key of a document that may be malformed: what cannot be a key is left out.
   *
   * @param otherwise where the document names neither environment nor name
   */
  public static String of(JsonNode document, String otherwise) {
    JsonNode metadata = document.path("metadata");
    String environment = part(metadata.path("environment"));
    String name = part(metadata.path("name"));
    return environment.isEmpty() || name.isEmpty() ? otherwise : environment + "/" + name;
  }

  private static String part(JsonNode value) {
    String text = value.isTextual() ? value.textValue().replaceAll("[\\p{Cntrl}\\p{Cs}]", "") : "";
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
  }
}
