package io.stillwater.planner.evidence.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.planner.evidence.Batches;
import io.stillwater.planner.evidence.EvidenceJson;
import io.stillwater.planner.evidence.FixedEvidenceConfig;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A manifest that dbt-core 1.11.16 wrote, its fct_orders put under an enforced contract. */
class DbtProjectTest {
  private static final LocalDate DAY = LocalDate.parse("2026-06-29");

  private final Batches stored = new Batches();

  @BeforeEach
  void readTheProject() {
    InputStream json = getClass().getResourceAsStream("/evidence/dbt-manifest-v12.json");
    stored.replace("dbt:shop", read(EvidenceJson.read(json, Manifest.class)));
  }

  @Test
  void aModelReadsTheColumnsThatItsCompiledSqlNames() {
    assertThat(stored.readers("lake.raw.users", "country"))
        .contains("DBT_MODEL model.shop.dim_users MODEL_NAMES country");
    assertThat(stored.readers("lake.raw.users", "no_such_column"))
        .noneMatch(reader -> reader.contains("MODEL_NAMES"));
  }

  @Test
  void aColumnThatAnEnforcedContractHoldsIsFixed() {
    assertThat(stored.readers("lake.main.stg_orders", "order_id"))
        .contains("DBT_MODEL model.shop.fct_orders CONTRACT order_id");
    assertThat(stored.readers("lake.main.fct_orders", "order_id"))
        .contains("DBT_MODEL model.shop.fct_orders CONTRACT order_id");
    assertThat(stored.sightings("lake.main.fct_orders", "order_id").get(0).reader().owner())
        .isIn("orders-team", "Finance");
  }

  @Test
  void anExposureDependsOnItsModelsAndIsDownstreamOfWhatTheyRead() {
    assertThat(stored.readers("lake.main.fct_orders"))
        .contains("DASHBOARD revenue_dashboard DEPENDS");
    assertThat(stored.readers("lake.raw.users", "country"))
        .contains("DASHBOARD revenue_dashboard DOWNSTREAM");
    assertThat(stored.sightings("lake.raw.users", "country"))
        .anySatisfy(one -> assertThat(one.reader().owner()).isEqualTo("Finance"));
  }

  @Test
  void theNextManifestOfAProjectTakesThePlaceOfTheOneBefore() {
    // When
    stored.replace("dbt:shop", new EvidenceBatch());

    // Then
    assertThat(stored.readers("lake.raw.users")).isEmpty();
  }

  @Test
  void withoutCompiledSqlAModelDependsOnColumnsThatAreNotKnown() {
    // Given
    String parsed =
        """
        {"metadata": {}, "nodes": {
          "model.p.py": {"resource_type": "model", "language": "python", "schema": "s",
            "database": "shop", "name": "py", "compiled_code": "def model(dbt, session): pass",
            "depends_on": {"nodes": ["source.p.raw.t", "model.p.eph", "gone"]}},
          "model.p.eph": {"resource_type": "model", "schema": "s", "database": "shop",
            "name": "eph", "config": {"materialized": "ephemeral"}},
          "model.p.nowhere": {"resource_type": "model", "name": "nowhere"},
          "test.p.t": {"resource_type": "test"}},
         "sources": {"source.p.raw.t": {"resource_type": "source", "database": "shop",
            "schema": "raw", "name": "t", "identifier": "t1"}},
         "exposures": {"exposure.p.e": {}}}
        """;

    // When
    stored.replace(
        "dbt:p", read(EvidenceJson.read(parsed.getBytes(StandardCharsets.UTF_8), Manifest.class)));

    // Then
    assertThat(stored.readers("lake.raw.t1")).containsExactly("DBT_MODEL model.p.py DEPENDS");
  }

  private static EvidenceBatch read(Manifest manifest) {
    return new DbtProject(
            manifest, FixedEvidenceConfig.names(Map.of("shop", "lake")), null, "dbt:shop", DAY)
        .read();
  }
}
