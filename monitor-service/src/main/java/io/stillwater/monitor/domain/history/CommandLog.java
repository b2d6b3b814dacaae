package io.stillwater.monitor.domain.history;

import io.stillwater.events.Event;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventTypes;
import io.stillwater.events.command.Command;
import io.stillwater.events.command.CommandAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands with their answers; an answer may be read before its command. */
final class CommandLog {
  private static final String PREFIX = "command.";

  private final Map<String, CommandView> commands = new LinkedHashMap<>();
  private final Map<String, Event<?>> answers = new LinkedHashMap<>();

  void asked(Event<?> event, Command command) {
    String actor =
        command.actor() == null ? event.extensions().get(EventExtensions.ACTOR) : command.actor();
    commands.put(
        event.id(),
        new CommandView(
            event.id(),
            event.type().shortName().substring(PREFIX.length()),
            actor,
            command.reason(),
            event.time(),
            null,
            null));
  }

  void answered(Event<?> event, CommandAnswer answer) {
    answers.put(answer.commandId(), event);
  }

  List<CommandView> views() {
    return commands.values().stream().map(this::withAnswer).toList();
  }

  private CommandView withAnswer(CommandView command) {
    Event<?> answer = answers.get(command.commandId());
    if (answer == null) {
      return command;
    }
    boolean accepted = answer.type().equals(EventTypes.COMMAND_ACCEPTED);
    return command.answered(
        accepted ? "ACCEPTED" : "REJECTED", ((CommandAnswer) answer.data()).reason());
  }
}
