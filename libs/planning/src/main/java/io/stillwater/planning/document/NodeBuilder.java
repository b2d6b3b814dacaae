package io.stillwater.planning.document;

import io.stillwater.planning.document.DocumentNode.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a document together from what a parser meets, within the limits set. */
final class NodeBuilder {
  private final DocumentLimits limits;
  private final Deque<Frame> open = new ArrayDeque<>();
  private final String base;
  private DocumentNode root;

  NodeBuilder(DocumentLimits limits) {
    this(limits, "");
  }

  /**
   * @param base where the node that is built stands in its document
   */
  NodeBuilder(DocumentLimits limits, String base) {
    this.limits = limits;
    this.base = base;
  }

  void startMapping(Location at) throws DocumentException {
    push(new Frame(new LinkedHashMap<>(), null, at));
  }

  void startSequence(Location at) throws DocumentException {
    push(new Frame(null, new ArrayList<>(), at));
  }

  DocumentNode end() throws DocumentException {
    DocumentNode node = open.pop().node();
    add(node);
    return node;
  }

  void add(DocumentNode node) throws DocumentException {
    if (node instanceof Scalar scalar) {
      requireStorable(scalar.text(), scalar.at());
    }
    if (node.weight() > limits.maxNodes()) {
      throw tooMany(limits, path(), node.at());
    }
    if (open.isEmpty()) {
      root = node;
    } else if (!open.peek().add(node, limits)) {
      throw tooMany(limits, path(), open.peek().at);
    }
  }

  /** Whether the next thing met is a field's name. */
  boolean expectsKey() {
    return !open.isEmpty() && open.peek().fields != null && open.peek().key == null;
  }

  void key(String name, Location at) throws DocumentException {
    Frame frame = open.peek();
    requireStorable(name, at);
    if (frame.fields.containsKey(name)) {
      String path = DocumentPath.field(path(), name);
      throw DocumentException.at(path, "field '" + name + "' is given twice; keep one", at);
    }
    frame.key = name;
  }

  DocumentNode root() {
    return root;
  }

  /** Where the next value met stands. */
  String path() {
    String path = base;
    for (Iterator<Frame> frames = open.descendingIterator(); frames.hasNext(); ) {
      Frame frame = frames.next();
      if (frame.fields == null) {
        path = DocumentPath.item(path, frame.items.size());
      } else if (frame.key != null) {
        path = DocumentPath.field(path, frame.key);
      }
    }
    return path;
  }

  private void push(Frame frame) throws DocumentException {
    if (open.size() >= limits.maxDepth()) {
      throw DocumentException.limit(
          path(), "the document is nested deeper than " + limits.maxDepth() + " levels", frame.at);
    }
    open.push(frame);
  }

  static DocumentException tooMany(DocumentLimits limits, String path, Location at) {
    return DocumentException.limit(
        path, "the document has more than " + limits.maxNodes() + " values; split it", at);
  }

  /** No engine has names with NUL, no database stores it, and half a character has no UTF-8. */
  private void requireStorable(String text, Location at) throws DocumentException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw DocumentException.at(path(), "the text holds a NUL character; remove it", at);
      }
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw DocumentException.at(
              path(), "the text holds half of a surrogate pair, which is no character", at);
        }
        i++;
      }
    }
  }

  private static final class Frame {
    private final Map<String, DocumentNode> fields;
    private final List<DocumentNode> items;
    private final Location at;
    private String key;
    private long weight = 1;

    private Frame(Map<String, DocumentNode> fields, List<DocumentNode> items, Location at) {
      this.fields = fields;
      this.items = items;
      this.at = at;
    }

    /** Whether it still went in. */
    private boolean add(DocumentNode node, DocumentLimits limits) {
      weight += node.weight();
      if (weight > limits.maxNodes()) {
        return false;
      }
      if (fields == null) {
        items.add(node);
      } else {
        fields.put(key, node);
        key = null;
      }
      return true;
    }

    private DocumentNode node() {
      return fields == null
          ? new DocumentNode.Sequence(items, at, weight)
          : new DocumentNode.Mapping(fields, at, weight);
    }
  }
}
