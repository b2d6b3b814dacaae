package io.stillwater.lakehouse.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the schemas of Parquet files from their footers. */
final class ParquetSchemas {
  private static final int FILES_PER_QUERY = 500;
  private static final Set<String> LEGACY_LISTS = Set.of("array");

  private ParquetSchemas() {}

  /** The top-level columns of each file, by path, in the file's order. */
  static Map<String, List<ParquetNode>> read(DuckDb duck, Collection<String> paths) {
    Map<String, List<ParquetNode>> schemas = new HashMap<>();
    List<String> all = List.copyOf(paths);
    for (int from = 0; from < all.size(); from += FILES_PER_QUERY) {
      readSome(duck, all.subList(from, Math.min(from + FILES_PER_QUERY, all.size())), schemas);
    }
    return schemas;
  }

  private static void readSome(
      DuckDb duck, List<String> paths, Map<String, List<ParquetNode>> schemas) {
    QueryResult result =
        duck.query(
            "SELECT file_name, name, num_children,"
                + " coalesce(converted_type, '') || ' ' || coalesce(logical_type, ''), field_id,"
                + " duckdb_type FROM parquet_schema("
                + ParquetFiles.list(paths)
                + ") ORDER BY file_name, column_id");
    Iterator<Element> elements = result.rows().stream().map(Element::of).iterator();
    while (elements.hasNext()) {
      Element root = elements.next();
      schemas.put(root.file, children(root, elements));
    }
  }

  private static List<ParquetNode> children(Element parent, Iterator<Element> elements) {
    List<ParquetNode> nodes = new ArrayList<>();
    for (int i = 0; i < parent.childCount; i++) {
      nodes.add(node(elements.next(), elements));
    }
    return nodes;
  }

  private static ParquetNode node(Element element, Iterator<Element> elements) {
    if (element.childCount == 0) {
      return new ParquetNode(
          element.name, element.fieldId, ParquetNode.Kind.PRIMITIVE, element.type, List.of());
    }
    if (element.annotation.contains("LIST") || element.annotation.contains("ListType")) {
      return new ParquetNode(
          element.name, element.fieldId, ParquetNode.Kind.LIST, null, listElement(elements));
    }
    List<ParquetNode> children = children(element, elements);
    if (element.annotation.contains("MAP") || element.annotation.contains("MapType")) {
      return new ParquetNode(
          element.name, element.fieldId, ParquetNode.Kind.MAP, null, children.get(0).children());
    }
    return new ParquetNode(element.name, element.fieldId, ParquetNode.Kind.STRUCT, null, children);
  }

  /** Of the usual three levels the middle one is left out; old writers have two. */
  private static List<ParquetNode> listElement(Iterator<Element> elements) {
    Element repeated = elements.next();
    ParquetNode node = node(repeated, elements);
    boolean twoLevels =
        repeated.childCount != 1
            || LEGACY_LISTS.contains(repeated.name)
            || repeated.name.endsWith("_tuple");
    return twoLevels ? List.of(node) : node.children();
  }

  private record Element(
      String file, String name, int childCount, String annotation, Integer fieldId, String type) {
    static Element of(List<Object> row) {
      Number children = (Number) row.get(2);
      Number fieldId = (Number) row.get(4);
      return new Element(
          (String) row.get(0),
          (String) row.get(1),
          children == null ? 0 : children.intValue(),
          (String) row.get(3),
          fieldId == null ? null : fieldId.intValue(),
          (String) row.get(5));
    }
  }
}
