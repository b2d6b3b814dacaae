package io.stillwater.planning.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.release.DocumentError;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.environment.EngineInUse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableSnapshotsTest {
  private static final String OF_CONTRACT =
      """
      {"apiVersion":"stillwater/v1","kind":"TableSnapshot",
       "engines":[{"name":"trino","version":"476"},
         {"name":"spark","version":"3.5.5","libraries":{"iceberg":"1.10.0","delta":"3.3.2"}}],
       "tables":[{"table":"lake.sales.orders","format":"ICEBERG","formatVersion":2,
         "catalogType":"REST",
         "columns":[{"id":1,"name":"id","type":"bigint","nullable":false},
           {"id":2,"name":"price","type":"float"}],
         "partitionSpecs":[{"id":0,"current":true,"fields":["day(ts)"]}],"sortOrder":["ts ASC"],
         "identifierColumns":["id"],"properties":{"write.format.default":"parquet"},"features":[],
         "records":1200000,"files":40,"bytes":730000000}]}
      """;

  @Test
  void theContractsExampleIsRead() {
    // When
    TableSnapshot snapshot = valid(TableSnapshots.read(OF_CONTRACT));

    // Then
    TableState table = snapshot.tables().values().iterator().next();
    assertThat(table.columns().get(0).nullable()).isFalse();
    assertThat(table.columns().get(1).nullable()).isTrue();
    assertThat(table.records()).isEqualTo(1_200_000L);
    assertThat(snapshot.engines().get(1).library("iceberg")).contains("1.10.0");
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() {
    // Given
    TableSnapshot snapshot =
        TableSnapshot.of(
            List.of(new EngineInUse("trino", "http://t", "476", Map.of("iceberg", "1.9.2"))),
            List.of(
                Lakes.events(3).build(),
                Lakes.iceberg("lake.\"odd.schema\".\"t\"", 1).columns(List.of()).build()));

    // When
    TableSnapshot read = valid(TableSnapshots.read(TableSnapshots.write(snapshot)));

    // Then
    assertThat(read).isEqualTo(snapshot);
  }

  @Test
  void anErrorNamesThePathAndTheNearestWord() {
    // When
    List<DocumentError> errors =
        TableSnapshots.read(
                OF_CONTRACT
                    .replace("\"ICEBERG\"", "\"ICEBRG\"")
                    .replace("\"float\"", "\"flaot\"")
                    .replace("\"sortOrder\"", "\"sortOrdr\""))
            .errors();

    // Then
    assertThat(errors)
        .extracting(DocumentError::path)
        .contains("tables[0].format", "tables[0].columns[1].type", "tables[0].sortOrdr");
    assertThat(errors.toString()).contains("did you mean 'ICEBERG'?", "did you mean 'float'?");
  }

  private static TableSnapshot valid(Parsed<TableSnapshot> parsed) {
    assertThat(parsed.errors()).isEmpty();
    return ((Parsed.Valid<TableSnapshot>) parsed).value();
  }
}
