package io.stillwater.service.catalogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.engine.EngineSettings;
import io.stillwater.service.SampleServiceTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@SampleServiceTest
class CatalogsTest {
  @Inject Catalogs catalogs;
  @Inject SampleEngine engine;

  @Test
  void aConfiguredCatalogIsOpenAndHasNoTableYet() {
    assertThat(catalogs.names()).contains("lake");
    assertThat(catalogs.of(TableName.parse("lake.a.b")).describe(TableName.parse("lake.a.b")))
        .isEmpty();
  }

  @Test
  void anEngineIsLimitedByThePropertiesOfItsService() {
    assertThat(engine.settings())
        .isEqualTo(new EngineSettings(256, 2, Path.of(System.getProperty("java.io.tmpdir"))));
  }
}
