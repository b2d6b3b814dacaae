package io.stillwater.cli;

import io.stillwater.cli.target.Target;
import io.stillwater.local.Installation;
import io.stillwater.local.LocalStack;
import io.stillwater.local.state.StackDirectory;

/** What one call of the command line works with. */
public record Session(Console console, GlobalOptions options) {

  public LocalStack stack() {
    return new LocalStack(stackDirectory(), Installation.find(), console::progress);
  }

  /** Where the services are: as named, else the running local stack. */
  public Target target() {
    return new Target(
        options.server(), options.kafka(), () -> stack().find(), stackDirectory().root());
  }

  private StackDirectory stackDirectory() {
    return options.dir() == null
        ? Installation.find().defaultStack()
        : new StackDirectory(options.dir());
  }
}
