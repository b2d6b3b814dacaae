package io.stillwater.events;

/**
 * One CloudEvents type of the contract: its name on the wire, the topic it travels on and the
 * record its data is read into.
 *
 * @param name the whole CloudEvents type, e.g. {@code io.stillwater.plan.created.v1}
 */
public record EventType<T>(String name, String topic, Class<T> dataClass) {
  static final String PREFIX = "io.stillwater.";
  static final String SUFFIX = ".v1";

  static <T> EventType<T> of(String shortName, String topic, Class<T> dataClass) {
    return new EventType<>(PREFIX + shortName + SUFFIX, topic, dataClass);
  }

  /** The name without prefix and version, as people say it: {@code plan.created}. */
  public String shortName() {
    return name.substring(PREFIX.length(), name.length() - SUFFIX.length());
  }

  /** Class-path resource of the JSON Schema of this type's data. */
  public String schemaResource() {
    return "/io/stillwater/events/schemas/" + shortName() + SUFFIX + ".schema.json";
  }

  /** Class-path resource of the golden example of this type's data. */
  public String exampleResource() {
    return "/io/stillwater/events/examples/" + shortName() + SUFFIX + ".json";
  }

  @Override
  public String toString() {
    return name;
  }
}
