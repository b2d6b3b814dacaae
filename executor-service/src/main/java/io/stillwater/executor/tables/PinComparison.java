package io.stillwater.executor.tables;

import io.stillwater.events.plan.Plan;
import io.stillwater.executor.domain.Pins;
import io.stillwater.executor.lake.Lake;
import io.stillwater.lakehouse.TableName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;

/** Looks whether the tables still are what a plan was made for. */
@ApplicationScoped
public class PinComparison {
  private final Lake lake;

  PinComparison(Lake lake) {
    this.lake = lake;
  }

  /** What has moved, in words; empty while nothing has. */
  public Optional<String> moved(Plan plan) {
    return Pins.moved(plan.pinned(), name -> lake.find(TableName.parse(name)).map(this::seen));
  }

  private Pins.Seen seen(Table table) {
    return new Pins.Seen(
        table.uuid().toString(),
        table.schema().schemaId(),
        table.spec().specId(),
        TableUtil.formatVersion(table));
  }
}
