package io.stillwater.validator.api;

import java.util.List;

/** The contract's shape of a list. */
public record ItemList<T>(List<T> items) {}
