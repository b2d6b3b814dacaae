package io.stillwater.planning.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a document together from what a parser meets, within the limits set. */
final class NodeBuilder {
  private final DocumentLimits limits;
  private final Deque<Frame> open = new ArrayDeque<>();
  private DocumentNode root;

  NodeBuilder(DocumentLimits limits) {
    this.limits = limits;
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
    if (node.weight() > limits.maxNodes()) {
      throw DocumentException.limit(
          "the document has more than " + limits.maxNodes() + " values; split it", node.at());
    }
    if (open.isEmpty()) {
      root = node;
    } else {
      open.peek().add(node, limits);
    }
  }

  /** Whether the next thing met is a field's name. */
  boolean expectsKey() {
    return !open.isEmpty() && open.peek().fields != null && open.peek().key == null;
  }

  void key(String name, Location at) throws DocumentException {
    Frame frame = open.peek();
    if (frame.fields.containsKey(name)) {
      throw new DocumentException("field \'" + name + "' is given twice; keep one", at);
    }
    frame.key = name;
  }

  DocumentNode root() {
    return root;
  }

  private void push(Frame frame) throws DocumentException {
    if (open.size() >= limits.maxDepth()) {
      throw DocumentException.limit(
          "the document is nested deeper than " + limits.maxDepth() + " levels", frame.at);
    }
    open.push(frame);
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

    private void add(DocumentNode node, DocumentLimits limits) throws DocumentException {
      weight += node.weight();
      if (weight > limits.maxNodes()) {
        throw DocumentException.limit(
            "the document has more than " + limits.maxNodes() + " values; split it", at);
      }
      if (fields == null) {
        items.add(node);
      } else {
        fields.put(key, node);
        key = null;
      }
    }

    private DocumentNode node() {
      return fields == null
          ? new DocumentNode.Sequence(items, at, weight)
          : new DocumentNode.Mapping(fields, at, weight);
    }
  }
}
