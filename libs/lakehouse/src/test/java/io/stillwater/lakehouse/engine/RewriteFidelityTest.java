package io.stillwater.lakehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.fixture.Rows;
import io.stillwater.lakehouse.fixture.TestLake;
import io.stillwater.lakehouse.iceberg.LocalPaths;
import io.stillwater.lakehouse.iceberg.StepStamp;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rewrite must leave as it was; the judge is Iceberg's own Parquet reader. */
class RewriteFidelityTest {
  private static final TableName NAME = TableName.of("lake", "sales", "all types");
  private static final StepStamp STAMP = new StepStamp("d-0123456789ab", "s4");
  private static final CopyRequest COPY =
      new CopyRequest(ColumnPath.of("text"), ColumnPath.of("copy"), OnInvalid.FAIL, false);

  private static final Types.StructType INNER =
      Types.StructType.of(
          Types.NestedField.optional(101, "odd name.", Types.DecimalType.of(20, 4)),
          Types.NestedField.optional(102, "at", Types.TimestampType.withZone()));
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.IntegerType.get()),
          Types.NestedField.optional(2, "text", Types.StringType.get()),
          Types.NestedField.optional(3, "yes", Types.BooleanType.get()),
          Types.NestedField.optional(4, "big", Types.LongType.get()),
          Types.NestedField.optional(5, "f", Types.FloatType.get()),
          Types.NestedField.optional(6, "d", Types.DoubleType.get()),
          Types.NestedField.optional(7, "d9", Types.DecimalType.of(9, 2)),
          Types.NestedField.optional(8, "d18", Types.DecimalType.of(18, 0)),
          Types.NestedField.optional(9, "d38", Types.DecimalType.of(38, 10)),
          Types.NestedField.optional(10, "day", Types.DateType.get()),
          Types.NestedField.optional(11, "t", Types.TimeType.get()),
          Types.NestedField.optional(12, "ts", Types.TimestampType.withoutZone()),
          Types.NestedField.optional(13, "tz", Types.TimestampType.withZone()),
          Types.NestedField.optional(14, "u", Types.UUIDType.get()),
          Types.NestedField.optional(15, "bytes", Types.BinaryType.get()),
          Types.NestedField.optional(16, "inner", INNER),
          Types.NestedField.optional(17, "items", Types.ListType.ofOptional(103, INNER_ITEM())),
          Types.NestedField.optional(
              18,
              "tags",
              Types.MapType.ofOptional(104, 105, Types.StringType.get(), Types.UUIDType.get())));

  @TempDir Path warehouse;
  private TestLake lake;

  private static Types.StructType INNER_ITEM() {
    return Types.StructType.of(Types.NestedField.optional(106, "n", Types.FloatType.get()));
  }

  @BeforeEach
  void openLake() {
    lake = TestLake.create(warehouse);
  }

  @AfterEach
  void closeLake() {
    lake.close();
  }

  @Test
  void everyValueOfEveryTypeIsTheSameAfterwards() {
    // Given
    Table table = lake.create(NAME, SCHEMA, 2);
    Rows.append(table, extremes(table.schema()).toArray(Record[]::new));
    table.updateSchema().addColumn("copy", Types.StringType.get()).commit();
    Schema original =
        table.schema().select(SCHEMA.columns().stream().map(Types.NestedField::name).toList());
    List<Record> before = Rows.read(table, original);

    // When
    CopyOutcome outcome = backfill(table, COPY);

    // Then
    assertThat(outcome.copied()).isEqualTo(2);
    assertThat(Rows.read(table, original)).isEqualTo(before);
  }

  @Test
  void theFilesParquetTypesStayWhatIcebergWrites() {
    // Given
    Table table = lake.create(NAME, SCHEMA, 2);
    Rows.append(table, extremes(table.schema()).toArray(Record[]::new));
    List<String> before = logicalTypes(table);
    table.updateSchema().addColumn("copy", Types.StringType.get()).commit();

    // When
    backfill(table, COPY);

    // Then
    assertThat(logicalTypes(table)).containsAll(before).hasSize(before.size() + 1);
  }

  @Test
  void metricsAreThoseThatIcebergWouldHaveWritten() {
    // Given
    Table table = lake.create(NAME, SCHEMA, 2);
    Rows.append(table, extremes(table.schema()).toArray(Record[]::new));
    table.updateSchema().addColumn("copy", Types.StringType.get()).commit();

    // When
    backfill(table, COPY);

    // Then
    DataFile file =
        SnapshotFiles.withMetrics(table, table.currentSnapshot().snapshotId()).get(0).data();
    Metrics expected =
        ParquetUtil.fileMetrics(
            table.io().newInputFile(file.location()), MetricsConfig.forTable(table));
    assertThat(file.recordCount()).isEqualTo(expected.recordCount());
    assertThat(file.valueCounts()).isEqualTo(expected.valueCounts());
    assertThat(file.nullValueCounts()).isEqualTo(expected.nullValueCounts());
    assertThat(file.columnSizes()).isEqualTo(expected.columnSizes());
    int copied = table.schema().findField("copy").fieldId();
    assertThat(file.lowerBounds().get(copied)).isEqualTo(expected.lowerBounds().get(copied));
    assertThat(file.upperBounds().get(copied)).isEqualTo(expected.upperBounds().get(copied));
    assertThat(file.splitOffsets()).isEqualTo(List.of(4L));
    assertThat(file.nanValueCounts()).containsEntry(5, 1L).containsEntry(6, 1L);
  }

  @Test
  void partitionSpecSortOrderAndOrderOfRowsAreKept() {
    // Given
    Schema schema =
        new Schema(
            Types.NestedField.required(1, "id", Types.IntegerType.get()),
            Types.NestedField.optional(2, "text", Types.StringType.get()),
            Types.NestedField.optional(3, "region", Types.StringType.get()));
    PartitionSpec spec =
        PartitionSpec.builderFor(schema).identity("region").bucket("id", 4).build();
    Table table = lake.create(NAME, schema, spec, 2);
    table.replaceSortOrder().asc("id").commit();
    SortOrder order = table.sortOrder();
    Record row = Rows.row(schema, 7, "x", "a/b=c %[1]*");
    PartitionKey key = new PartitionKey(table.spec(), table.schema());
    key.partition(row);
    DataFile written = Rows.write(table, key, List.of(row, row, row));
    DataFile sorted =
        org.apache.iceberg.DataFiles.builder(table.spec())
            .copy(written)
            .withSortOrder(order)
            .build();
    table.newAppend().appendFile(sorted).commit();
    Rows.deletePositions(table, sorted, 1);
    table.updateSchema().addColumn("copy", Types.StringType.get()).commit();
    table.updateSpec().addField("text").commit();
    table.updateSpec().removeField("text").commit();

    // When / Then
    assertThatThrownBy(
            () ->
                backfill(
                    table,
                    new CopyRequest(
                        ColumnPath.of("copy"), ColumnPath.of("text"), OnInvalid.FAIL, false)))
        .hasMessageContaining("is a source of partition spec");
    backfill(table, COPY);
    DataFile file =
        SnapshotFiles.withMetrics(table, table.currentSnapshot().snapshotId()).get(0).data();
    assertThat(file.specId()).isEqualTo(spec.specId());
    assertThat(file.partition()).isEqualTo(sorted.partition());
    assertThat(file.sortOrderId()).isEqualTo(order.orderId());
    assertThat(Rows.read(table)).hasSize(2);
  }

  @Test
  void aFormatVersionOneTableIsCopiedAndSynced() {
    // Given
    Schema schema = new Schema(SCHEMA.columns().subList(0, 2));
    Table table = lake.create(NAME, schema, 1);
    Rows.append(table, Rows.row(schema, 1, "a"));
    table.updateSchema().addColumn("copy", Types.StringType.get()).commit();

    // When
    CopyOutcome backfill = backfill(table, COPY);
    Rows.append(table, Rows.row(table.schema(), 2, "b", null));
    CopyOutcome sync =
        new ColumnCopy(EngineSettings.defaults())
            .sync(table, STAMP, COPY, backfill.syncedSnapshotId());

    // Then
    assertThat(sync.copied()).isEqualTo(1);
    assertThat(Rows.read(table)).allMatch(row -> row.getField("copy").equals(row.getField("text")));
  }

  @Test
  void aFieldInsideAStructIsCopiedAndAnAbsentStructStaysAbsent() {
    // Given
    Types.StructType address =
        Types.StructType.of(Types.NestedField.optional(3, "zip", Types.IntegerType.get()));
    Schema schema =
        new Schema(
            Types.NestedField.required(1, "id", Types.IntegerType.get()),
            Types.NestedField.optional(2, "address", address));
    Table table = lake.create(NAME, schema, 2);
    Types.StructType type = table.schema().findType("address").asStructType();
    Rows.append(
        table,
        Rows.row(table.schema(), 1, Rows.struct(type, 53111)),
        Rows.row(table.schema(), 2, null));
    table.updateSchema().addColumn("address", "postal", Types.LongType.get()).commit();

    // When
    backfill(
        table,
        new CopyRequest(
            ColumnPath.parse("address.zip"),
            ColumnPath.parse("address.postal"),
            OnInvalid.FAIL,
            true));

    // Then
    Record first = (Record) Rows.read(table).get(0).getField("address");
    assertThat(first.getField("postal")).isEqualTo(53111L);
    assertThat(Rows.read(table).get(1).getField("address")).isNull();
  }

  @Test
  void aTypeThatCannotBeWrittenExactlyIsRefusedBeforeAnyEffect() {
    // Given
    Schema schema =
        new Schema(
            Types.NestedField.optional(1, "text", Types.StringType.get()),
            Types.NestedField.optional(2, "hash", Types.FixedType.ofLength(4)));
    Table table = lake.create(NAME, schema, 2);
    Rows.append(table, Rows.row(schema, "a", new byte[] {1, 2, 3, 4}));
    table.updateSchema().addColumn("copy", Types.StringType.get()).commit();
    long before = table.currentSnapshot().snapshotId();

    // When / Then
    assertThatThrownBy(() -> backfill(table, COPY))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("Column hash of")
        .hasMessageContaining("fixed[4]");
    table.refresh();
    assertThat(table.currentSnapshot().snapshotId()).isEqualTo(before);
  }

  private CopyOutcome backfill(Table table, CopyRequest request) {
    return new ColumnCopy(EngineSettings.defaults()).backfill(table, STAMP, request);
  }

  private static List<String> logicalTypes(Table table) {
    String file =
        SnapshotFiles.withMetrics(table, table.currentSnapshot().snapshotId())
            .get(0)
            .data()
            .location();
    try (DuckDb duck = DuckDb.open(EngineSettings.defaults())) {
      return duck
          .query(
              "SELECT field_id || ' ' || coalesce(duckdb_type, 'group') || ' ' || coalesce(type, '') FROM parquet_schema("
                  + ParquetFiles.list(List.of(LocalPaths.of(file).toString()))
                  + ") WHERE field_id IS NOT NULL")
          .rows()
          .stream()
          .map(row -> row.get(0).toString())
          .toList();
    }
  }

  private static List<Record> extremes(Schema schema) {
    Types.StructType inner = schema.findType("inner").asStructType();
    Types.StructType item = schema.findType("items").asListType().elementType().asStructType();
    Map<String, Object> tags = new LinkedHashMap<>();
    tags.put("k'", UUID.fromString("ffffffff-0000-4000-8000-000000000001"));
    tags.put("none", null);
    Record full =
        Rows.row(
            schema,
            1,
            "it's \"ü\" \uD83D\uDE00 a long text of more than sixteen signs",
            true,
            Long.MIN_VALUE,
            Float.NaN,
            -0.0d,
            new BigDecimal("-9999999.99"),
            new BigDecimal("999999999999999999"),
            new BigDecimal("-1234567890123456789012345678.0123456789"),
            LocalDate.of(-44, 3, 15),
            LocalTime.of(23, 59, 59, 999_999_000),
            LocalDateTime.of(1582, 10, 10, 0, 0, 0, 1000),
            OffsetDateTime.of(2299, 12, 31, 23, 59, 59, 999_999_000, ZoneOffset.UTC),
            UUID.fromString("00000000-0000-0000-0000-000000000001"),
            ByteBuffer.wrap(new byte[] {0, (byte) 0xff, 39, 92}),
            Rows.struct(
                inner,
                new BigDecimal("1234567890123456.0001"),
                OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)),
            Arrays.asList(
                Rows.struct(item, Float.MIN_VALUE), null, Rows.struct(item, (Object) null)),
            tags);
    Record empty =
        Rows.row(
            schema,
            2,
            "",
            false,
            Long.MAX_VALUE,
            -0.0f,
            Double.NaN,
            null,
            null,
            null,
            LocalDate.of(9999, 12, 31),
            LocalTime.MIDNIGHT,
            null,
            null,
            null,
            ByteBuffer.allocate(0),
            Rows.struct(inner, null, null),
            Collections.emptyList(),
            Collections.emptyMap());
    return List.of(full, empty, Rows.row(schema, 3));
  }
}
