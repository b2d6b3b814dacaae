package io.stillwater.planning.gates;

import io.stillwater.lakehouse.TableName;
import java.util.Map;

/**
 * Data-quality tests of one table.
 *
 * @param tests per test (not_null, unique, range, referential, freshness, volume) what it is held
 *     against, as plain values
 */
public record QualitySpec(TableName table, Map<String, Object> tests) {}
