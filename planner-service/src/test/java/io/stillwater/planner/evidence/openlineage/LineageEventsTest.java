package io.stillwater.planner.evidence.openlineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.planner.evidence.Batches;
import io.stillwater.planner.evidence.FixedEvidenceConfig;
import io.stillwater.planner.evidence.Intake;
import io.stillwater.planner.evidence.Intake.Ignored;
import io.stillwater.planner.evidence.MalformedEvidenceException;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineageEventsTest {
  /** Column lineage of the facet 1-2-0: of each output field, and of the dataset as a whole. */
  private static final String RUN =
      """
      {"eventType":"COMPLETE","eventTime":"2026-06-29T10:00:00.000Z",
       "producer":"https://github.com/OpenLineage/OpenLineage","run":{"runId":"0190"},
       "job":{"namespace":"prod","name":"enrich","facets":{
         "jobType":{"processingType":"%s","integration":"SPARK","jobType":"APPLICATION"},
         "ownership":{"owners":[{"name":"team:crm","type":"MAINTAINER"}]}}},
       "inputs":[
         {"namespace":"file","name":"/warehouse/crm/users","facets":{"symlinks":{"identifiers":[
           {"namespace":"hive://ms:9083","name":"crm.users","type":"TABLE"}]}}},
         {"namespace":"trino://host:8080","name":"lake.crm.regions"},
         {"namespace":"s3://bucket","name":"raw/2026"}],
       "outputs":[{"namespace":"file","name":"/warehouse/crm/out","facets":{"columnLineage":{
         "_schemaURL":"https://openlineage.io/spec/facets/1-2-0/ColumnLineageDatasetFacet.json",
         "fields":{"name":{"inputFields":[
           {"namespace":"file","name":"/warehouse/crm/users","field":"fname",
            "transformations":[{"type":"DIRECT","subtype":"TRANSFORMATION"}]}]}},
         "dataset":[
           {"namespace":"file","name":"/warehouse/crm/users","field":"active",
            "transformations":[{"type":"INDIRECT","subtype":"FILTER"}]}]}}}]}
      """;

  private final LineageEvents events =
      new LineageEvents(
          new DatasetNames(FixedEvidenceConfig.names(Map.of("hive://ms:9083", "lake"))),
          new FixedEvidenceConfig(Map.of()));
  private final EvidenceBatch batch = new EvidenceBatch();
  private final Batches stored = new Batches();

  @Test
  void theColumnsThatAJobComputesFromAreItsReads() {
    // When
    Intake intake = add(RUN.formatted("BATCH"));

    // Then
    assertThat(intake).isEqualTo(Intake.TAKEN);
    stored.add(batch);
    assertThat(stored.readers("lake.crm.users"))
        .containsExactly("JOB prod/enrich LINEAGE active", "JOB prod/enrich LINEAGE fname");
    assertThat(stored.sightings("lake.crm.users", "fname").get(0).reader().owner())
        .isEqualTo("team:crm");
    assertThat(stored.sources()).containsExactly("openlineage");
  }

  @Test
  void anInputWithoutColumnsIsADependencyOfUnknownColumns() {
    // When
    add(RUN.formatted("BATCH"));

    // Then
    stored.add(batch);
    assertThat(stored.readers("lake.crm.regions")).containsExactly("JOB prod/enrich DEPENDS");
  }

  @Test
  void aStreamingJobIsAStream() {
    // When
    add(RUN.formatted("STREAMING"));

    // Then
    stored.add(batch);
    assertThat(stored.readers("lake.crm.users", "fname"))
        .containsExactly("STREAM prod/enrich STREAMS fname");
  }

  @Test
  void whatIsDeclaredAndDidNotRunIsIgnored() {
    assertThat(add("{\"job\":{\"name\":\"x\"},\"eventTime\":\"2026-06-29T10:00:00Z\"}"))
        .isEqualTo(Intake.ignored(Ignored.OTHER_KIND));
  }

  @Test
  void nullsInsideLineageAreNoFailure() {
    assertThat(
            add(
                "{\"run\":{},\"job\":{\"name\":\"x\"},\"inputs\":[{}],\"outputs\":[{},{\"facets\":"
                    + "{\"columnLineage\":{\"fields\":{\"a\":null,\"b\":{}},\"dataset\":[null,{}]}}}]}"))
        .isEqualTo(Intake.ignored(Ignored.NO_TABLES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"run\":{}}", "[]", "{\"job\":{\"name\":{}}}", "x"})
  void whatIsNoRunEventIsMalformed(String json) {
    assertThatThrownBy(() -> add(json)).isInstanceOf(MalformedEvidenceException.class);
  }

  private Intake add(String json) {
    return events.add(json.getBytes(StandardCharsets.UTF_8), Batches.NOW, Batches.NOW, batch);
  }
}
