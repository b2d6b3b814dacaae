/**
 * How a service takes part in the conversation: an {@link io.stillwater.messaging.EventConsumer}
 * for what comes in, an {@link io.stillwater.messaging.Outbox} for what goes out.
 *
 * <p>Promised: a handler's effect, the claim of its event and the events it publishes are committed
 * together or not at all; an event known by source and id has its effect once; events of one key go
 * out in the order in which their transactions wrote them, also across replicas, restarts and
 * failures; a record that cannot be understood is kept as a dead letter and the stream goes on.
 *
 * <p>Not promised: exactly-once delivery to other readers of a topic (a relay that dies between
 * sending and marking sends again, with the same id); an order between keys; an order between
 * transactions that write to one key at the same time, which is for the service to serialise.
 */
package io.stillwater.messaging;
