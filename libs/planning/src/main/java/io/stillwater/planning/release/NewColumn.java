package io.stillwater.planning.release;

import io.stillwater.lakehouse.type.LakeType;

/**
 * A column as the release describes it.
 *
 * @param defaultValue a Boolean, Number or String; null for none
 * @param comment null for none
 */
public record NewColumn(
    String name, LakeType type, boolean nullable, Object defaultValue, String comment) {}
