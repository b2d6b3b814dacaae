package io.stillwater.validator.requests;

import io.stillwater.checks.CheckContext;
import io.stillwater.checks.CheckSpec;
import java.time.Instant;
import java.util.List;

/**
 * What is left to do of a request.
 *
 * @param pending checks without a result
 */
public record PendingRequest(List<CheckSpec> pending, CheckContext context, Instant deadline) {}
