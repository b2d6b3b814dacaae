package io.stillwater.cli.demo.run;

import io.stillwater.cli.demo.traffic.Traffic;
import io.stillwater.lakehouse.engine.SqlEngine;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import io.stillwater.local.StackAddresses;

/** What the acts of the demo work with. */
public record DemoContext(
    Screen screen,
    StackAddresses stack,
    IcebergTableCatalog catalog,
    SqlEngine engine,
    Traffic traffic,
    Promises promises) {}
