package io.stillwater.planning.formats.delta;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Table features that a change may bring to a table, by which they are known: in delta-spark's
 * {@code TableFeature.scala} of each release, in Trino's {@code DeltaLakeTableFeatures} and release
 * notes.
 */
enum DeltaFeature {
  APPEND_ONLY("appendOnly", 0, 2, since(1, 0), 0, 427, "delta.appendOnly", "true"),
  INVARIANTS("invariants", 0, 2, since(1, 0), 0, 427, null),
  CHECK_CONSTRAINTS("checkConstraints", 0, 3, since(1, 0), 0, 427, null),
  CHANGE_DATA_FEED(
      "changeDataFeed", 0, 4, since(2, 0), 0, 427, "delta.enableChangeDataFeed", "true"),
  GENERATED_COLUMNS("generatedColumns", 0, 4, since(1, 0), 0, DeltaFeature.NEVER, null),
  COLUMN_MAPPING(
      "columnMapping", 2, 5, since(2, 0), 395, 414, "delta.columnMapping.mode", "name", "id"),
  IDENTITY_COLUMNS("identityColumns", 0, 6, since(3, 3), 0, DeltaFeature.NEVER, null),
  DELETION_VECTORS(
      "deletionVectors", 3, 7, since(2, 4), 427, 454, "delta.enableDeletionVectors", "true"),
  TIMESTAMP_NTZ("timestampNtz", 3, 7, since(2, 4), 423, 427, null),
  DOMAIN_METADATA("domainMetadata", 0, 7, since(3, 0), 0, DeltaFeature.NEVER, null),
  V2_CHECKPOINT(
      "v2Checkpoint", 3, 7, since(3, 0), 444, DeltaFeature.NEVER, "delta.checkpointPolicy", "v2"),
  ICEBERG_COMPAT_V1(
      "icebergCompatV1",
      0,
      7,
      since(3, 0),
      0,
      DeltaFeature.NEVER,
      "delta.enableIcebergCompatV1",
      "true"),
  ICEBERG_COMPAT_V2(
      "icebergCompatV2",
      0,
      7,
      since(3, 1),
      0,
      DeltaFeature.NEVER,
      "delta.enableIcebergCompatV2",
      "true"),
  ICEBERG_COMPAT_V3(
      "icebergCompatV3",
      0,
      7,
      since(4, 4),
      0,
      DeltaFeature.NEVER,
      "delta.enableIcebergCompatV3",
      "true"),
  ALLOW_COLUMN_DEFAULTS("allowColumnDefaults", 0, 7, since(3, 1), 0, DeltaFeature.NEVER, null),
  CLUSTERING("clustering", 0, 7, since(3, 1), 0, DeltaFeature.NEVER, null),
  ROW_TRACKING(
      "rowTracking", 0, 7, since(3, 2), 0, DeltaFeature.NEVER, "delta.enableRowTracking", "true"),
  /** Before Delta 3.3 as {@code typeWidening-preview}, which later libraries know too. */
  TYPE_WIDENING(
      "typeWidening",
      3,
      7,
      since(3, 2),
      450,
      DeltaFeature.NEVER,
      "delta.enableTypeWidening",
      "true"),
  VACUUM_PROTOCOL_CHECK("vacuumProtocolCheck", 3, 7, since(3, 2), 449, 449, null),
  IN_COMMIT_TIMESTAMP(
      "inCommitTimestamp",
      0,
      7,
      since(3, 3),
      0,
      DeltaFeature.NEVER,
      "delta.enableInCommitTimestamps",
      "true"),
  VARIANT_TYPE("variantType", 3, 7, since(4, 0), 481, DeltaFeature.NEVER, null);

  private static final int NEVER = Integer.MAX_VALUE;
  private static final Map<DeltaFeature, Set<DeltaFeature>> REQUIRED =
      Map.of(
          CLUSTERING,
          Set.of(DOMAIN_METADATA),
          ROW_TRACKING,
          Set.of(DOMAIN_METADATA),
          ICEBERG_COMPAT_V1,
          Set.of(COLUMN_MAPPING),
          ICEBERG_COMPAT_V2,
          Set.of(COLUMN_MAPPING),
          ICEBERG_COMPAT_V3,
          Set.of(COLUMN_MAPPING, ROW_TRACKING, DOMAIN_METADATA));

  private final String text;
  private final int readerVersion;
  private final int writerVersion;
  private final Integer[] library;
  private final int trinoReads;
  private final int trinoWrites;
  private final String property;
  private final Set<String> values;

  /**
   * @param readerVersion of the protocol; 0 where readers need not know it
   * @param library the first delta-spark release that reads and writes it
   * @param trinoReads the first Trino release that reads it; 0 where readers need not know it
   * @param property the table property that enables it; null for none
   * @param values of the property that do
   */
  DeltaFeature(
      String text,
      int readerVersion,
      int writerVersion,
      Integer[] library,
      int trinoReads,
      int trinoWrites,
      String property,
      String... values) {
    this.text = text;
    this.readerVersion = readerVersion;
    this.writerVersion = writerVersion;
    this.library = library;
    this.trinoReads = trinoReads;
    this.trinoWrites = trinoWrites;
    this.property = property;
    this.values = Set.of(values);
  }

  private static Integer[] since(int major, int minor) {
    return new Integer[] {major, minor};
  }

  static Optional<DeltaFeature> of(String name) {
    String stable = name.replace("-preview", "");
    return Arrays.stream(values()).filter(feature -> feature.text.equals(stable)).findFirst();
  }

  /** Its name in the protocol. */
  String text() {
    return text;
  }

  /** Whether protocols before reader 3 and writer 7 can have it, by their numbers. */
  boolean legacy() {
    return writerVersion < 7;
  }

  int readerVersion() {
    return readerVersion;
  }

  int writerVersion() {
    return writerVersion;
  }

  Integer[] library() {
    return library.clone();
  }

  int trinoReads() {
    return trinoReads;
  }

  int trinoWrites() {
    return trinoWrites;
  }

  boolean trinoEverWrites() {
    return trinoWrites != NEVER;
  }

  /** Whether the properties ask for it, by its own or by {@code delta.feature.<name>}. */
  boolean enabledBy(Map<String, String> properties) {
    String own = property == null ? null : properties.get(property);
    return own != null && values.contains(own)
        || properties.get(FeatureNeeds.FEATURE + text) != null;
  }

  Set<DeltaFeature> required() {
    return REQUIRED.getOrDefault(this, Set.of());
  }
}
