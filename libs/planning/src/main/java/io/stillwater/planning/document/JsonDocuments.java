package io.stillwater.planning.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Documents written in JSON, or already read as a JSON tree. */
final class JsonDocuments {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonDocuments() {}

  static List<Parsed<DocumentNode>> read(String text, DocumentLimits limits) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return read(parser, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All values that the parser holds, up to the first that is malformed. */
  static List<Parsed<DocumentNode>> read(JsonParser parser, DocumentLimits limits)
      throws IOException {
    List<Parsed<DocumentNode>> documents = new ArrayList<>();
    try {
      while (parser.nextToken() != null) {
        documents.add(new Parsed.Valid<>(document(parser, limits)));
      }
    } catch (JsonProcessingException e) {
      documents.add(Parsed.invalid(notJson(e)));
    } catch (DocumentException e) {
      documents.add(Parsed.invalid(e));
    }
    return documents;
  }

  private static DocumentNode document(JsonParser parser, DocumentLimits limits)
      throws IOException, DocumentException {
    NodeBuilder builder = new NodeBuilder(limits);
    read(parser, builder);
    return builder.root();
  }

  /** The value that starts at the parser's token. */
  static void read(JsonParser parser, NodeBuilder builder) throws IOException, DocumentException {
    take(parser, builder);
    while (builder.root() == null && parser.nextToken() != null) {
      take(parser, builder);
    }
  }

  static void take(JsonParser parser, NodeBuilder builder) throws IOException, DocumentException {
    Location at = at(parser.currentTokenLocation());
    JsonToken token = parser.currentToken();
    switch (token) {
      case START_OBJECT -> builder.startMapping(at);
      case START_ARRAY -> builder.startSequence(at);
      case END_OBJECT, END_ARRAY -> builder.end();
      case FIELD_NAME -> builder.key(parser.currentName(), at);
      default -> builder.add(new DocumentNode.Scalar(value(parser, token), parser.getText(), at));
    }
  }

  private static Object value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Scalars.number(parser.getText());
      default -> parser.getText();
    };
  }

  static DocumentException notJson(JsonProcessingException e) {
    return new DocumentException("not JSON: " + e.getOriginalMessage(), at(e.getLocation()));
  }

  static Location at(JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? Location.NONE
        : new Location(location.getLineNr(), Math.max(1, location.getColumnNr()));
  }
}
