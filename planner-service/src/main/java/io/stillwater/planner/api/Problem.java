package io.stillwater.planner.api;

import io.stillwater.events.release.DocumentError;
import java.util.List;

/**
 * The body of an error (RFC 9457).
 *
 * @param title what kind of error, the same for every case of its status
 * @param detail what is wrong with this request and what to do
 * @param errors what is wrong with the document, one by one; absent where none was read
 */
public record Problem(String title, int status, String detail, List<DocumentError> errors) {
  public static final String MEDIA_TYPE = "application/problem+json";
}
