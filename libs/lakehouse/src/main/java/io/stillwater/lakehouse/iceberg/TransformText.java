package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.PartitionTransform.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.transforms.Transform;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;

/** A transform in the contract's spelling. */
final class TransformText {
  private static final Pattern WIDTH = Pattern.compile("(\\w+)\\[(\\d+)]");

  private TransformText() {}

  /** The source may be dropped by now; its last known name stands for it then. */
  static String of(TableMetadata metadata, int sourceId, Transform<?, ?> transform) {
    return metadata.schemas().stream()
        .sorted(
            Comparator.comparing((Schema s) -> s.schemaId() != metadata.currentSchemaId())
                .thenComparing(Schema::schemaId, Comparator.reverseOrder()))
        .filter(schema -> schema.findField(sourceId) != null)
        .findFirst()
        .map(schema -> field(schema, sourceId, transform).toString())
        .orElseGet(() -> transform + "(field " + sourceId + ")");
  }

  static PartitionTransform field(Schema schema, int sourceId, Transform<?, ?> transform) {
    String text = transform.toString().toUpperCase(Locale.ROOT);
    Matcher width = WIDTH.matcher(text);
    ColumnPath column = path(schema, sourceId);
    return width.matches()
        ? new PartitionTransform(
            Kind.valueOf(width.group(1)), column, Integer.parseInt(width.group(2)))
        : new PartitionTransform(Kind.valueOf(text), column, 0);
  }

  private static ColumnPath path(Schema schema, int fieldId) {
    Map<Integer, Integer> parents = TypeUtil.indexParents(schema.asStruct());
    List<String> names = new ArrayList<>();
    for (Integer id = fieldId; id != null; id = parents.get(id)) {
      Types.NestedField field = schema.findField(id);
      names.add(0, field.name());
    }
    return new ColumnPath(names);
  }
}
