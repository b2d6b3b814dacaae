package io.stillwater.cli.follow;

import io.stillwater.events.Event;
import io.stillwater.events.EventTypes;
import io.stillwater.events.Topics;
import io.stillwater.events.command.Command;
import io.stillwater.events.command.CommandAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A command and the executor's answer to it. */
public final class CommandExchange implements AutoCloseable {
  public record Answer(boolean accepted, CommandAnswer answer) {}

  private final EventFeed feed;
  private final EventPublisher publisher;

  public CommandExchange(String bootstrapServers) {
    this.feed = EventFeed.fromNow(bootstrapServers, List.of(Topics.COMMANDS));
    this.publisher = new EventPublisher(bootstrapServers);
  }

  /** Empty when there was no answer in that time. */
  public Optional<Answer> send(Event<Command> command, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    publisher.publish(command);
    while (true) {
      Optional<Event<?>> next = feed.next(Duration.ofNanos(deadline - System.nanoTime()));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      Optional<Answer> answer = next.flatMap(event -> answerTo(command, event));
      if (answer.isPresent()) {
        return answer;
      }
    }
  }

  @Override
  public void close() {
    feed.close();
    publisher.close();
  }

  private static Optional<Answer> answerTo(Event<Command> command, Event<?> event) {
    return event.data() instanceof CommandAnswer data && command.id().equals(data.commandId())
        ? Optional.of(new Answer(event.type().equals(EventTypes.COMMAND_ACCEPTED), data))
        : Optional.empty();
  }
}
