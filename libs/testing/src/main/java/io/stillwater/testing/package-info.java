/**
 * The real parts: a Kafka broker and a PostgreSQL server as processes of this machine, for tests
 * and for the local stack, and a plain Kafka client to look at a service from outside.
 *
 * <p>Tests use {@link io.stillwater.testing.RealParts}, which takes containers instead where an
 * engine answers (environment variable TEST_INFRA: docker, local or auto).
 */
package io.stillwater.testing;
