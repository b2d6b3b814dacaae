package io.stillwater.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks each record's components and its schema side by side. */
class RecordsMatchSchemasTest {

  static List<EventType<?>> typesWithRecords() {
    return EventTypes.ALL.stream().filter(type -> type.dataClass().isRecord()).toList();
  }

  @ParameterizedTest
  @MethodSource("typesWithRecords")
  void aRecordAndItsSchemaNameTheSameFieldsAndValues(EventType<?> type) {
    // Given
    JsonNode schema = ExpandedSchema.ofCurrent(SchemaFiles.fileName(type));

    // When
    List<String> differences = new ArrayList<>();
    compare("$", type.dataClass(), schema, differences);

    // Then
    assertThat(differences).isEmpty();
  }

  private static void compare(String path, Type type, JsonNode schema, List<String> differences) {
    if (type instanceof ParameterizedType generic) {
      boolean map = generic.getRawType() == Map.class;
      Type value = generic.getActualTypeArguments()[map ? 1 : 0];
      compare(path + "[]", value, schema.path(map ? "additionalProperties" : "items"), differences);
    } else if (type instanceof Class<?> record && record.isRecord()) {
      compareRecord(path, record, schema, Set.of(), differences);
    } else if (type instanceof Class<?> sum && sum.isSealed()) {
      compareAlternatives(path, sum, schema, differences);
    } else if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
      compareNames(
          path,
          Arrays.stream(enumeration.getEnumConstants()).map(Object::toString).toList(),
          texts(schema.path("enum")),
          differences);
    }
  }

  private static void compareRecord(
      String path, Class<?> record, JsonNode schema, Set<String> beside, List<String> differences) {
    RecordComponent[] components = record.getRecordComponents();
    Set<String> fields = new TreeSet<>(beside);
    Arrays.stream(components).map(RecordComponent::getName).forEach(fields::add);
    Set<String> known = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(known::add);
    compareNames(path, fields, known, differences);
    for (RecordComponent component : components) {
      compare(
          path + "." + component.getName(),
          component.getGenericType(),
          schema.path("properties").path(component.getName()),
          differences);
    }
  }

  private static void compareAlternatives(
      String path, Class<?> sum, JsonNode schema, List<String> differences) {
    Map<String, JsonNode> branches =
        StreamSupport.stream(schema.path("allOf").spliterator(), false)
            .collect(
                Collectors.toMap(
                    branch -> branch.at("/if/properties/of/const").asText(),
                    branch -> branch.path("then")));
    JsonSubTypes.Type[] alternatives = sum.getAnnotation(JsonSubTypes.class).value();
    compareNames(
        path,
        Arrays.stream(alternatives).map(JsonSubTypes.Type::name).toList(),
        branches.keySet(),
        differences);
    for (JsonSubTypes.Type alternative : alternatives) {
      JsonNode branch = branches.get(alternative.name());
      compareRecord(
          path + "(" + alternative.name() + ")",
          alternative.value(),
          branch,
          Set.of("of"),
          differences);
    }
  }

  private static void compareNames(
      String path, Iterable<String> inJava, Iterable<String> inSchema, List<String> differences) {
    Set<String> java = new TreeSet<>();
    inJava.forEach(java::add);
    Set<String> schema = new TreeSet<>();
    inSchema.forEach(schema::add);
    if (!java.equals(schema)) {
      differences.add(path + ": Java has " + java + ", the schema " + schema);
    }
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
