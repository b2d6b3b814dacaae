package io.stillwater.checks;

import io.stillwater.lakehouse.type.LakeType;

/** A column that the plan ends with. */
public record TargetColumn(String name, LakeType type, boolean nullable) {}
