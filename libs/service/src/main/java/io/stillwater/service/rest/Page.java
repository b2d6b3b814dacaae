package io.stillwater.service.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The contract's shape of a list, or of a part of one.
 *
 * @param next what to pass as {@code after} for the part behind it; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, String next) {

  /** A list that is given as a whole. */
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, null);
  }
}
