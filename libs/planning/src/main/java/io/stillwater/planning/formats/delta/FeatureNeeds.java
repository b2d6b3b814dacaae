package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.NewColumn;
import io.stillwater.planning.schema.FieldAt;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a change asks of the table's protocol, and which properties must be set before it. */
final class FeatureNeeds {
  /** What adds a feature by name; it is never kept as a property, nor taken back as one. */
  static final String FEATURE = "delta.feature.";

  private static final String SUPPORTED = "supported";

  private FeatureNeeds() {}

  /** Features that the table lacks and has once the change is done. */
  static Set<DeltaFeature> missing(Change change, DeltaTable table) {
    Set<DeltaFeature> wanted = EnumSet.noneOf(DeltaFeature.class);
    if (change instanceof Change.AddColumn add) {
      wanted.addAll(ofType(add.type()));
    } else if (change instanceof Change.ChangeTypeNarrowing narrow) {
      wanted.addAll(ofType(narrow.to()));
    } else if (change instanceof Change.WidenType widen) {
      wanted.addAll(ofType(widen.to()));
      if (widens(widen, table)) {
        wanted.add(DeltaFeature.TYPE_WIDENING);
      }
    } else if (change instanceof Change.SetDefault) {
      wanted.add(DeltaFeature.ALLOW_COLUMN_DEFAULTS);
    } else if (change instanceof Change.SetSortOrder sort && !sort.order().isEmpty()) {
      wanted.add(DeltaFeature.CLUSTERING);
    } else if (change instanceof Change.SetProperties set) {
      return added(set.properties(), table);
    } else if (change instanceof Change.CreateTable create) {
      for (NewColumn column : create.columns()) {
        wanted.addAll(ofType(column.type()));
      }
    }
    return table.protocol().missing(wanted);
  }

  /** Properties that the format wants before the change, with their values; empty for none. */
  static Map<String, String> enabling(Change change, DeltaTable table) {
    Map<String, String> properties = new TreeMap<>();
    if (change instanceof Change.WidenType widen
        && widens(widen, table)
        && !table.is(DeltaTable.TYPE_WIDENING)) {
      properties.put(DeltaTable.TYPE_WIDENING, "true");
    }
    for (DeltaFeature feature : missing(change, table)) {
      boolean byHand =
          feature == DeltaFeature.TIMESTAMP_NTZ || feature == DeltaFeature.ALLOW_COLUMN_DEFAULTS;
      String name = FEATURE + feature.text();
      boolean done = table.model().properties().containsKey(name);
      if (byHand && !done && !(change instanceof Change.CreateTable)) {
        properties.put(name, SUPPORTED);
      }
    }
    return properties;
  }

  /** A varchar that grows is none of the protocol's business: the length is the writers'. */
  private static boolean widens(Change.WidenType widen, DeltaTable table) {
    Optional<LakeType> from = table.model().find(widen.column()).map(FieldAt::type);
    return from.isPresent()
        && !from.get().equals(widen.to())
        && !(from.get() instanceof LakeType.Varchar);
  }

  static Set<DeltaFeature> ofType(LakeType type) {
    Set<DeltaFeature> features = EnumSet.noneOf(DeltaFeature.class);
    if (type == Primitive.TIMESTAMP) {
      features.add(DeltaFeature.TIMESTAMP_NTZ);
    } else if (type instanceof LakeType.Opaque opaque && opaque.text().equals("variant")) {
      features.add(DeltaFeature.VARIANT_TYPE);
    } else if (type instanceof LakeType.Struct struct) {
      struct.fields().forEach(field -> features.addAll(ofType(field.type())));
    } else if (type instanceof LakeType.Array array) {
      features.addAll(ofType(array.element()));
    } else if (type instanceof LakeType.Map map) {
      features.addAll(ofType(map.key()));
      features.addAll(ofType(map.value()));
    }
    return features;
  }

  /** Features that the properties bring to the table. */
  static Set<DeltaFeature> added(Map<String, String> properties, DeltaTable table) {
    return table.protocol().missing(ofProperties(properties));
  }

  private static Set<DeltaFeature> ofProperties(Map<String, String> properties) {
    Map<String, String> set = new HashMap<>(properties);
    set.values().removeIf(value -> value == null);
    Set<DeltaFeature> features = EnumSet.noneOf(DeltaFeature.class);
    for (DeltaFeature feature : DeltaFeature.values()) {
      if (feature.enabledBy(set)) {
        features.add(feature);
      }
    }
    return features;
  }
}
