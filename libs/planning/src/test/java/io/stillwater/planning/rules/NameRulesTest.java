package io.stillwater.planning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.Plan;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.environment.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          ICEBERG; REST; 'größe in €';               true
          ICEBERG; REST; 'select';                   true
          ICEBERG; REST; '"a.b"';                    false
          ICEBERG; REST; "a\\tb";                     false
          ICEBERG; REST; "a\\nb";                     false
          ICEBERG; REST; 'a,b:c>d';                  true
          ICEBERG; HIVE; 'a,b';                      false
          ICEBERG; HIVE; 'a:b';                      true
          ICEBERG; HIVE; s.x-y;                      false
          ICEBERG; HIVE; s.x_y;                      true
          HUDI;    HIVE; a-b;                        false
          HUDI;    HIVE; 1a;                         false
          HUDI;    HIVE; a_1;                        true
          """)
  void aNewNameIsHeldAgainstWhatKeepsIt(
      TableFormat format, String catalog, String name, boolean storable) {
    // When
    Plan plan = plan(format, catalog, "operation: add_column, column: " + name + ", type: int");

    // Then
    assertThat(Lakes.codes(plan).contains("SW390")).isEqualTo(!storable);
  }

  @Test
  void fieldsOfANewTypeAndNewNamesOfARenameAreHeldToTheSame() {
    // When
    Plan type =
        plan(
            TableFormat.ICEBERG,
            "HIVE",
            "operation: add_column, column: z, type: 'array<struct<\"x:y\": int>>'");
    Plan rename =
        plan(TableFormat.ICEBERG, "REST", "operation: rename_column, from: id, to: '\"a.b\"'");

    // Then
    assertThat(Lakes.codes(type)).contains("SW390");
    assertThat(Lakes.codes(rename)).contains("SW390");
  }

  @Test
  void whatTrinoLowersIsSaidWhereTrinoIsUsed() {
    // Given
    String change = "operation: add_column, column: CustomerId, type: int";
    Environment trino =
        Lakes.environment("catalogs: {lake: {type: rest}}\nengines: [{name: trino}]\n");

    // When
    Plan with =
        Lakes.plan(Lakes.release("lake.app.t", change), trino, table(TableFormat.ICEBERG, "REST"));
    Plan without = plan(TableFormat.ICEBERG, "REST", change);

    // Then
    assertThat(Lakes.codes(with)).contains("SW391");
    assertThat(Lakes.codes(without)).doesNotContain("SW391");
  }

  private static Plan plan(TableFormat format, String catalog, String change) {
    return Lakes.plan(Lakes.release("lake.app.t", change), table(format, catalog));
  }

  private static TableState table(TableFormat format, String catalog) {
    return TableState.builder(TableName.of("lake", "app", "t"), format, 2)
        .catalogType(catalog)
        .columns(
            Column.of(1, "id", Lakes.type("int")), Column.of(2, "s", Lakes.type("struct<a: int>")))
        .build();
  }
}
