package io.stillwater.planner.api;

import java.util.List;

/** A list as every service answers it. */
public record ItemList<T>(List<T> items) {}
