package io.stillwater.planner.evidence.trino;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the names of columns, in lower case: each is a text, or an object that holds it in the
 * field {@code column} ({@code tables}) or {@code name} ({@code inputs} of newer versions). What is
 * neither is passed over. Builds no tree, for there are more columns in an event than anything
 * else.
 */
final class ColumnNames extends JsonDeserializer<Set<String>> {
  private static final Set<String> FIELDS = Set.of("column", "name");

  @Override
  public Set<String> deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    if (!json.isExpectedStartArrayToken()) {
      context.reportInputMismatch(this, "columns are no array but %s", json.currentToken());
    }
    Set<String> names = new HashSet<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        object(json, names);
      } else {
        value(json, names);
      }
    }
    return names;
  }

  @Override
  public Set<String> getNullValue(DeserializationContext context) {
    return Set.of();
  }

  private static void object(JsonParser json, Set<String> names) throws IOException {
    for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
      json.nextToken();
      if (FIELDS.contains(field)) {
        value(json, names);
      } else {
        json.skipChildren();
      }
    }
  }

  private static void value(JsonParser json, Set<String> names) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      String name = json.getText();
      if (!name.isEmpty()) {
        names.add(name.toLowerCase(Locale.ROOT));
      }
    } else {
      json.skipChildren();
    }
  }
}
