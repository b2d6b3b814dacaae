package io.stillwater.planning.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.stillwater.planning.document.DocumentNode.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A JSON document with one list that may be very long: its items are dealt with one after the
 * other, and never held together.
 */
public final class LongDocument {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser parser;
  private final DocumentLimits limits;
  private final String list;
  private final Consumer<Field> item;
  private final Problems problems;
  private long weight;

  private LongDocument(
      JsonParser parser,
      DocumentLimits limits,
      String list,
      Consumer<Field> item,
      Problems problems) {
    this.parser = parser;
    this.limits = limits;
    this.list = list;
    this.item = item;
    this.problems = problems;
  }

  /**
   * @param list the field of the document that holds the list
   * @param item takes each item of it
   * @return the document with that list empty; invalid for what is not one JSON document
   */
  public static Parsed<DocumentNode> read(
      byte[] text, DocumentLimits limits, String list, Consumer<Field> item, Problems problems) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      limits.checkSize(text.length);
      return new Parsed.Valid<>(new LongDocument(parser, limits, list, item, problems).document());
    } catch (DocumentException e) {
      return Parsed.invalid(e);
    } catch (JsonProcessingException e) {
      return Parsed.invalid(JsonDocuments.notJson(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DocumentNode document() throws IOException, DocumentException {
    NodeBuilder builder = new NodeBuilder(limits);
    boolean first = true;
    while (builder.root() == null && parser.nextToken() != null) {
      JsonDocuments.take(parser, builder);
      boolean atList = parser.currentToken() == JsonToken.FIELD_NAME && builder.path().equals(list);
      if (atList && parser.nextToken() == JsonToken.START_ARRAY) {
        builder.add(items());
      } else if (atList) {
        JsonDocuments.take(parser, builder);
      }
      first = false;
    }
    if (first || builder.root() == null || parser.nextToken() != null) {
      throw new DocumentException("one document is expected", at());
    }
    return builder.root();
  }

  private DocumentNode items() throws IOException, DocumentException {
    Location at = at();
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String path = DocumentPath.item(list, count);
      NodeBuilder builder = new NodeBuilder(limits, path);
      JsonDocuments.read(parser, builder);
      weight += builder.root().weight();
      if (weight > limits.maxNodes()) {
        throw NodeBuilder.tooMany(limits, path, at);
      }
      item.accept(new Field(path, builder.root(), problems));
      count++;
    }
    return new Sequence(List.of(), at, 1);
  }

  private Location at() {
    return JsonDocuments.at(parser.currentTokenLocation());
  }
}
