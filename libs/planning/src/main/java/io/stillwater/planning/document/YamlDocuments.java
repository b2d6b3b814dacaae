package io.stillwater.planning.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * One document written in YAML 1.2. The parser's events are read rather than its node tree: depth
 * and aliases are limited before anything is nested or repeated.
 */
final class YamlDocuments {
  private static final int LONGEST_LINE = 32 * 1024;
  private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();

  private final DocumentLimits limits;
  private final NodeBuilder builder;
  private final Map<Anchor, DocumentNode> anchors = new HashMap<>();
  private final Deque<Optional<Anchor>> open = new ArrayDeque<>();
  private int aliases;

  private YamlDocuments(DocumentLimits limits) {
    this.limits = limits;
    this.builder = new NodeBuilder(limits);
  }

  /** All documents of the text; one that breaks a limit does not hide those that follow. */
  static List<Parsed<DocumentNode>> read(String text, DocumentLimits limits) {
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit((int) Math.min(Integer.MAX_VALUE, limits.maxBytes()))
            .build();
    List<Parsed<DocumentNode>> documents = new ArrayList<>();
    try {
      requireShortLines(text);
      Iterator<Event> events = new Parse(settings).parseString(text).iterator();
      while (events.hasNext()) {
        if (events.next().getEventId() == Event.ID.DocumentStart) {
          documents.add(document(events, limits));
        }
      }
    } catch (MarkedYamlEngineException e) {
      Location at = at(e.getProblemMark().or(e::getContextMark));
      documents.add(Parsed.invalid(new DocumentException("not YAML: " + e.getProblem(), at)));
    } catch (DocumentException e) {
      documents.add(Parsed.invalid(e));
    } catch (ReaderException e) {
      String character = "character U+%04X".formatted(e.getCodePoint());
      documents.add(
          Parsed.invalid(
              new DocumentException(
                  "not YAML: " + character + " is not allowed", at(text, e.getPosition()))));
    } catch (YamlEngineException | IllegalArgumentException e) {
      // The latter for escapes and versions with numbers that are too large.
      documents.add(
          Parsed.invalid(new DocumentException("not YAML: " + e.getMessage(), Location.NONE)));
    }
    return documents;
  }

  private static Parsed<DocumentNode> document(Iterator<Event> events, DocumentLimits limits)
      throws DocumentException {
    YamlDocuments document = new YamlDocuments(limits);
    DocumentException wrong = null;
    for (Event event = events.next();
        event.getEventId() != Event.ID.DocumentEnd;
        event = events.next()) {
      if (wrong == null) {
        try {
          document.take(event);
        } catch (DocumentException e) {
          if (e.isLimit()) {
            throw e;
          }
          wrong = e;
        }
      }
    }
    return wrong == null ? new Parsed.Valid<>(document.builder.root()) : Parsed.invalid(wrong);
  }

  /** The parser takes a time that grows with the square of a line's length. */
  private static void requireShortLines(String text) throws DocumentException {
    int line = 1;
    int start = 0;
    for (int end = 0; end <= text.length(); end++) {
      if (end == text.length() || text.charAt(end) == '\n') {
        if (end - start > LONGEST_LINE) {
          throw DocumentException.limit(
              "",
              "a line is longer than " + LONGEST_LINE + " characters; break it, or write JSON",
              new Location(line, 1));
        }
        start = end + 1;
        line++;
      }
    }
  }

  private void take(Event event) throws DocumentException {
    Location at = at(event.getStartMark());
    switch (event.getEventId()) {
      case MappingStart -> {
        refuseKey(at);
        builder.startMapping(at);
        open.push(((NodeEvent) event).getAnchor());
      }
      case SequenceStart -> {
        refuseKey(at);
        builder.startSequence(at);
        open.push(((NodeEvent) event).getAnchor());
      }
      case MappingEnd, SequenceEnd -> remember(open.pop(), builder.end());
      case Scalar -> scalar((ScalarEvent) event, at);
      case Alias -> alias(((AliasEvent) event).getAlias(), at);
      default -> {
        // Comments carry nothing.
      }
    }
  }

  private void scalar(ScalarEvent event, Location at) throws DocumentException {
    if (builder.expectsKey()) {
      refuseMerge(event, at);
      builder.key(event.getValue(), at);
      return;
    }
    DocumentNode node = new DocumentNode.Scalar(value(event), event.getValue(), at);
    remember(event.getAnchor(), node);
    builder.add(node);
  }

  private void alias(Anchor anchor, Location at) throws DocumentException {
    refuseKey(at);
    if (++aliases > limits.maxAliases()) {
      throw DocumentException.limit(
          builder.path(),
          "the document has more than " + limits.maxAliases() + " aliases; write them out",
          at);
    }
    DocumentNode node = anchors.get(anchor);
    if (node == null) {
      throw DocumentException.at(
          builder.path(), "alias *" + anchor + " names nothing that ends before it", at);
    }
    builder.add(node);
  }

  private void remember(Optional<Anchor> anchor, DocumentNode node) {
    anchor.ifPresent(name -> anchors.put(name, node));
  }

  private void refuseKey(Location at) throws DocumentException {
    if (builder.expectsKey()) {
      throw DocumentException.at(builder.path(), "a field's name must be plain text", at);
    }
  }

  /** YAML 1.2 knows no merge keys; taken as a name, {@code <<} would say something else. */
  private void refuseMerge(ScalarEvent event, Location at) throws DocumentException {
    if (event.isPlain() && event.getValue().equals("<<")) {
      throw DocumentException.at(
          builder.path(), "merge keys (<<) are not read; write the fields out", at);
    }
  }

  private static Object value(ScalarEvent event) {
    String text = event.getValue();
    Tag tag =
        event
            .getTag()
            .map(Tag::new)
            .orElseGet(() -> event.isPlain() ? RESOLVER.resolve(text, true) : Tag.STR);
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return Boolean.valueOf(text);
    }
    return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? Scalars.number(text) : text;
  }

  private static Location at(String text, int position) {
    String before = text.substring(0, Math.min(position, text.length()));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Location(line, before.length() - before.lastIndexOf('\n'));
  }

  private static Location at(Optional<Mark> mark) {
    return mark.map(place -> new Location(place.getLine() + 1, place.getColumn() + 1))
        .orElse(Location.NONE);
  }
}
