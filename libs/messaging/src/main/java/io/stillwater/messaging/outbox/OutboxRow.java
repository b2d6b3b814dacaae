package io.stillwater.messaging.outbox;

import java.time.Instant;
import java.util.Map;

/**
 * An event waiting to be sent.
 *
 * @param position order of writing; what the relay follows
 * @param id the {@code ce_id}, the same each time the row is sent
 * @param data JSON text
 */
record OutboxRow(
    long position,
    String id,
    String topic,
    String key,
    String type,
    String source,
    String subject,
    Map<String, String> extensions,
    String data,
    Instant createdAt) {}
