/**
 * What a deployment may do, decided from values alone: no framework, no I/O, no clock of its own.
 */
package io.stillwater.executor.domain;
