package io.stillwater.lakehouse.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.mapping.MappedField;
import org.apache.iceberg.mapping.MappedFields;
import org.apache.iceberg.mapping.NameMapping;
import org.apache.iceberg.mapping.NameMappingParser;

/** The columns of each file, with their field ids. */
record FileLayouts(Map<String, List<ParquetNode>> byPath) {

  /**
   * Files without field ids get them from the table's name mapping, as the specification has it.
   */
  static FileLayouts of(DuckDb duck, Table table, Collection<? extends ContentFile<?>> files) {
    List<String> paths = files.stream().map(ParquetFiles::path).distinct().toList();
    Map<String, List<ParquetNode>> layouts = new HashMap<>();
    ParquetSchemas.read(duck, paths)
        .forEach((path, nodes) -> layouts.put(path, withIds(table, path, nodes)));
    return new FileLayouts(layouts);
  }

  List<ParquetNode> of(ContentFile<?> file) {
    return byPath.get(ParquetFiles.path(file));
  }

  private static List<ParquetNode> withIds(Table table, String path, List<ParquetNode> nodes) {
    if (nodes.stream().anyMatch(FileLayouts::hasId)) {
      return nodes;
    }
    String mapping = table.properties().get(TableProperties.DEFAULT_NAME_MAPPING);
    if (mapping == null) {
      throw new QueryException(
          "File %s has no field ids and table %s no %s; set it so that its columns can be told"
              .formatted(path, table.name(), TableProperties.DEFAULT_NAME_MAPPING));
    }
    NameMapping names = NameMappingParser.fromJson(mapping);
    return mapped(nodes, names.asMappedFields());
  }

  private static boolean hasId(ParquetNode node) {
    return node.fieldId() != null || node.children().stream().anyMatch(FileLayouts::hasId);
  }

  private static List<ParquetNode> mapped(List<ParquetNode> nodes, MappedFields fields) {
    List<ParquetNode> mapped = new ArrayList<>();
    for (ParquetNode node : nodes) {
      Integer id = fields == null ? null : fields.id(node.name());
      MappedField field = id == null ? null : fields.field(id);
      MappedFields inner = field == null ? null : field.nestedMapping();
      mapped.add(node.withIds(id, mapped(node.children(), inner)));
    }
    return mapped;
  }
}
