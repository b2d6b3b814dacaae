package io.stillwater.lakehouse.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.fixture.Rows;
import io.stillwater.lakehouse.fixture.TestLake;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaEditsTest {
  private static final TableName NAME = TableName.of("lake", "sales", "orders");
  private static final Types.StructType ADDRESS =
      Types.StructType.of(
          Types.NestedField.optional(11, "city", Types.StringType.get()),
          Types.NestedField.optional(12, "zip", Types.IntegerType.get()));
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              Types.NestedField.required(1, "id", Types.LongType.get()),
              Types.NestedField.optional(2, "price", Types.FloatType.get(), "net"),
              Types.NestedField.optional(3, "amount", Types.DecimalType.of(9, 2)),
              Types.NestedField.optional(4, "address", ADDRESS),
              Types.NestedField.optional(5, "stops", Types.ListType.ofOptional(6, ADDRESS_OF(20))),
              Types.NestedField.optional(
                  7, "by", Types.MapType.ofOptional(8, 9, Types.StringType.get(), ADDRESS_OF(30))),
              Types.NestedField.optional(10, "ts", Types.TimestampType.withZone())),
          Set.of(1));

  @TempDir Path warehouse;
  private TestLake lake;
  private Table table;

  private static Types.StructType ADDRESS_OF(int id) {
    return Types.StructType.of(Types.NestedField.optional(id, "zip", Types.IntegerType.get()));
  }

  @BeforeEach
  void createTable() {
    lake = TestLake.create(warehouse);
    table = lake.create(NAME, SCHEMA, 3);
  }

  @AfterEach
  void closeLake() {
    lake.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"note", "address.note", "stops.element.note", "by.value.note"})
  void aColumnIsAddedAtAnyDepthAndItsInverseIsExact(String path) {
    // Given
    ColumnPath column = ColumnPath.parse(path);
    Schema before = table.schema();
    NewColumn note = new NewColumn(Primitive.STRING, true, "a \"note\"", null);

    // When
    apply(SchemaEdits.addColumn(column, note, ColumnPosition.FIRST));
    Types.NestedField added =
        table.schema().findField(path.replace(".element", "").replace(".value", ""));
    apply(SchemaEdits.drop(column));

    // Then
    assertThat(added.doc()).isEqualTo("a \"note\"");
    assertThat(table.schema().sameSchema(before)).isTrue();
  }

  @Test
  void aColumnOfAnyTypeIsAddedWhereItIsAskedFor() {
    // Given
    LakeType type =
        LakeType.parse("struct<a: array<map<string, decimal(10,2)>>, b: uuid not null>");

    // When
    apply(
        SchemaEdits.addColumn(
            ColumnPath.of("deep"), NewColumn.optional(type), ColumnPosition.after("id")));

    // Then
    TableState state = describe();
    assertThat(state.columns().get(1).name()).isEqualTo("deep");
    assertThat(state.columns().get(1).type()).isEqualTo(type);
  }

  @Test
  void aDefaultFillsOldRowsAndIsDescribed() {
    // Given
    NewColumn withDefault = new NewColumn(LakeType.parse("decimal(9,2)"), false, null, "1.5");

    // When
    apply(SchemaEdits.addColumn(ColumnPath.of("rate"), withDefault, ColumnPosition.LAST));

    // Then
    Types.NestedField rate = table.schema().findField("rate");
    assertThat(rate.isRequired()).isTrue();
    assertThat(rate.initialDefault()).isEqualTo(new java.math.BigDecimal("1.50"));
    assertThat(describe().column("rate").orElseThrow().defaultValue())
        .isEqualTo(new java.math.BigDecimal("1.50"));
  }

  @Test
  void aDefaultThatIsNoValueOfTheTypeIsRefused() {
    assertThatThrownBy(
            () ->
                apply(
                    SchemaEdits.addColumn(
                        ColumnPath.of("n"),
                        new NewColumn(Primitive.INT, true, null, 3_000_000_000L),
                        ColumnPosition.LAST)))
        .isInstanceOf(TableEditException.class)
        .hasMessageContaining("Default '3000000000' is no value of type int");
  }

  @Test
  void aDefaultIsSetAndDroppedForWritersOnly() {
    // When
    apply(SchemaEdits.setDefault(ColumnPath.of("price"), 2.5));
    Object set = describe().column("price").orElseThrow().defaultValue();
    Types.NestedField field = table.schema().findField("price");
    apply(SchemaEdits.setDefault(ColumnPath.of("price"), null));

    // Then
    assertThat(set).isEqualTo(2.5f);
    assertThat(field.initialDefault()).isNull();
    assertThat(table.schema().findField("price").writeDefault()).isNull();
  }

  @Test
  void aTypeIsWidenedAlsoInsideAndWhatIcebergCannotIsRefused() {
    // When
    apply(SchemaEdits.widen(ColumnPath.of("price"), Primitive.DOUBLE));
    apply(SchemaEdits.widen(ColumnPath.parse("stops.element.zip"), Primitive.BIGINT));
    apply(SchemaEdits.widen(ColumnPath.of("amount"), new LakeType.Decimal(12, 2)));

    // Then
    assertThat(describe().column("price").orElseThrow().type()).isEqualTo(Primitive.DOUBLE);
    assertThat(table.schema().findField("stops.zip").type()).isEqualTo(Types.LongType.get());
    assertThatThrownBy(() -> apply(SchemaEdits.widen(ColumnPath.of("id"), Primitive.INT)))
        .isInstanceOf(TableEditException.class)
        .hasMessageContaining("Cannot change column type");
  }

  @Test
  void namesAreSwappedInOneCommitAndBack() {
    // Given
    apply(
        SchemaEdits.addColumn(
            ColumnPath.of("price_new"), NewColumn.optional(Primitive.DOUBLE), ColumnPosition.LAST));
    Schema before = table.schema();
    int newId = before.findField("price_new").fieldId();

    // When
    apply(SchemaEdits.swapNames(ColumnPath.of("price"), ColumnPath.of("price_new"), "price_old"));
    Schema swapped = table.schema();
    apply(
        SchemaEdits.undoSwapNames(ColumnPath.of("price"), ColumnPath.of("price_new"), "price_old"));

    // Then
    assertThat(swapped.findField("price").fieldId()).isEqualTo(newId);
    assertThat(swapped.findField("price_old").fieldId()).isEqualTo(2);
    assertThat(table.schema().sameSchema(before)).isTrue();
  }

  @Test
  void deprecationIsACommentAndAPropertyAndGoesBackExactly() {
    // Given
    ColumnPath column = ColumnPath.of("price");

    // When
    apply(SchemaEdits.deprecate(column, "price_new", "use price_new"));
    String comment = describe().column("price").orElseThrow().comment();
    Map<String, String> properties = Map.copyOf(table.properties());
    apply(SchemaEdits.undoDeprecate(column, "net"));

    // Then
    assertThat(comment).isEqualTo("use price_new");
    assertThat(properties).containsEntry("stillwater.deprecated.price", "price_new");
    assertThat(table.properties()).doesNotContainKey("stillwater.deprecated.price");
    assertThat(describe().column("price").orElseThrow().comment()).isEqualTo("net");
  }

  @Test
  void nullabilityPositionCommentAndNameChange() {
    // When
    apply(
        SchemaEdits.setNotNull(ColumnPath.of("ts"))
            .then(SchemaEdits.move(ColumnPath.of("ts"), ColumnPosition.FIRST))
            .then(SchemaEdits.setComment(ColumnPath.of("ts"), null))
            .then(SchemaEdits.rename(ColumnPath.of("ts"), "at. \"noon\"")));

    // Then
    Types.NestedField first = table.schema().columns().get(0);
    assertThat(first.name()).isEqualTo("at. \"noon\"");
    assertThat(first.isRequired()).isTrue();
    apply(SchemaEdits.setNullable(ColumnPath.of("at. \"noon\"")));
    assertThat(table.schema().columns().get(0).isOptional()).isTrue();
  }

  @Test
  void aColumnThatIsNotThereIsNamedWithThoseThatAre() {
    assertThatThrownBy(() -> apply(SchemaEdits.drop(ColumnPath.of("nope"))))
        .isInstanceOf(TableEditException.class)
        .hasMessageContaining("Column nope is not in the schema; columns are [id, price");
  }

  @Test
  void anIdentifierColumnCannotBeDropped() {
    assertThatThrownBy(() -> apply(SchemaEdits.drop(ColumnPath.of("id"))))
        .isInstanceOf(TableEditException.class)
        .hasMessageContaining("identifier");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "year(ts)",
        "month(ts)",
        "day(ts)",
        "hour(ts)",
        "bucket(16, id)",
        "truncate(4, id)",
        "id",
        "address.city"
      })
  void aPartitionFieldIsAddedDescribedAndDropped(String field) {
    // When
    apply(TableEdits.addPartitionField(field));
    List<String> fields = describe().currentSpec().orElseThrow().fields();
    apply(TableEdits.dropPartitionField(field));

    // Then
    assertThat(fields).containsExactly(field);
    assertThat(describe().currentSpec().orElseThrow().fields()).isEmpty();
    assertThat(describe().specId()).isZero();
  }

  @Test
  void sortOrderAndPropertiesComeAndGo() {
    // Given
    Map<String, String> remove = new HashMap<>();
    remove.put("owner", null);

    // When
    apply(TableEdits.setSortOrder(List.of("bucket(4, id) DESC NULLS FIRST", "ts")));
    List<String> order = describe().sortOrder();
    apply(TableEdits.setSortOrder(List.of()).then(TableEdits.setProperties(Map.of("owner", "a"))));
    String owner = table.properties().get("owner");
    apply(TableEdits.setProperties(remove));

    // Then
    assertThat(order).containsExactly("bucket(4, id) DESC NULLS FIRST", "ts ASC");
    assertThat(describe().sortOrder()).isEmpty();
    assertThat(owner).isEqualTo("a");
    assertThat(table.properties()).doesNotContainKey("owner");
  }

  @Test
  void aPromotionIsTakenBackWhileNoDataHasBeenCommittedAndForeignChangesStay() {
    // Given
    Rows.append(table, Rows.row(table.schema(), 1L, 1.5f));
    apply(SchemaEdits.widen(ColumnPath.of("price"), Primitive.DOUBLE));
    table.updateSchema().addColumn("foreign", Types.LongType.get()).commit();

    // When
    apply(ExactUndo.unpromote(ColumnPath.of("price"), Primitive.FLOAT));

    // Then
    assertThat(table.schema().findField("price").type()).isEqualTo(Types.FloatType.get());
    assertThat(table.schema().findField("foreign")).isNotNull();
    assertThat(Rows.read(table).get(0).getField("price")).isEqualTo(1.5f);
  }

  @Test
  void aPromotionStaysOnceDataHasBeenCommittedWithIt() {
    // Given
    apply(SchemaEdits.widen(ColumnPath.of("price"), Primitive.DOUBLE));
    boolean before = ExactUndo.dataCommittedSincePromotion(table, ColumnPath.of("price"));
    Rows.append(table, Rows.row(table.schema(), 1L, 1.5d));

    // When / Then
    assertThat(before).isFalse();
    assertThat(ExactUndo.dataCommittedSincePromotion(table, ColumnPath.of("price"))).isTrue();
    assertThatThrownBy(() -> apply(ExactUndo.unpromote(ColumnPath.of("price"), Primitive.FLOAT)))
        .isInstanceOf(TableEditException.class)
        .hasMessageContaining("data has been committed since");
  }

  @Test
  void aDroppedColumnComesBackWithItsValues() {
    // Given
    Rows.append(table, Rows.row(table.schema(), 1L, 1.5f));
    Schema before = table.schema();
    apply(SchemaEdits.drop(ColumnPath.of("price")));

    // When
    apply(ExactUndo.restoreDropped(ColumnPath.of("price")));

    // Then
    assertThat(table.schema().sameSchema(before)).isTrue();
    assertThat(Rows.read(table).get(0).getField("price")).isEqualTo(1.5f);
  }

  @Test
  void aDroppedFieldComesBackIntoItsStructWhateverElseChangedThere() {
    // Given
    LakeType struct = LakeType.parse("array<struct<a: int, b: struct<c: string, d: int>>>");
    apply(
        SchemaEdits.addColumn(
            ColumnPath.of("deep"), NewColumn.optional(struct), ColumnPosition.LAST));
    ColumnPath dropped = ColumnPath.parse("deep.element.b.c");
    int id = table.schema().findField("deep.element.b.c").fieldId();
    apply(SchemaEdits.drop(dropped));
    apply(SchemaEdits.rename(ColumnPath.parse("deep.element.b.d"), "e"));

    // When
    apply(ExactUndo.restoreDropped(dropped));

    // Then
    assertThat(table.schema().findField("deep.element.b.c").fieldId()).isEqualTo(id);
    assertThat(table.schema().findType("deep.element.b").asStructType().fields())
        .extracting(Types.NestedField::name)
        .containsExactly("c", "e");
  }

  @Test
  void aFieldWhoseStructIsGoneDoesNotComeBack() {
    // Given
    apply(
        SchemaEdits.addColumn(
            ColumnPath.of("s"),
            NewColumn.optional(LakeType.parse("struct<a: int, b: int>")),
            ColumnPosition.LAST));
    apply(SchemaEdits.drop(ColumnPath.parse("s.a")));
    apply(SchemaEdits.drop(ColumnPath.of("s")));

    // When / Then
    assertThatThrownBy(() -> apply(ExactUndo.restoreDropped(ColumnPath.parse("s.a"))))
        .isInstanceOf(TableEditException.class)
        .hasMessageContaining("s, which held it, is gone");
  }

  private void apply(TableEdit edit) {
    new StampedCommit(lake.catalog())
        .apply(NAME, new StepStamp("d-" + System.nanoTime(), "s1"), edit);
    table.refresh();
  }

  private TableState describe() {
    return lake.catalog().describe(NAME).orElseThrow();
  }
}
