package io.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTreeTest {
  @TempDir Path folder;

  @Test
  void everyCommandOfTheContractIsThere() {
    // When
    CommandLineRun run = CommandLineRun.of("--help");

    // Then
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("demo", "up", "down", "lint", "plan", "tables", "apply", "list", "status")
        .contains("history", "events", "approve", "pause", "resume", "promote", "abort")
        .contains("rollback", "retry", "check", "compare", "contractions");
  }

  @Test
  void anUnknownCommandIsOneLineAndNotAnExitCodeThatScriptsTestFor() {
    // When
    CommandLineRun run = CommandLineRun.of("aprove", "d-1");

    // Then
    assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1).contains("aprove");
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "status", "events", "rollback"})
  void withoutAStackACommandSaysHowToStartOne(String command) {
    // When
    CommandLineRun run = CommandLineRun.of(command, "d-1", "--dir", folder.toString());

    // Then
    assertThat(run.exitCode()).isEqualTo(ExitCodes.ERROR);
    assertThat(run.err()).hasLineCount(1).contains("./stillwater up", folder.toString());
  }

  @Test
  void aServerThatDoesNotAnswerIsNamed() {
    // When
    CommandLineRun run = CommandLineRun.of("list", "--server", "http://localhost:1");

    // Then
    assertThat(run.exitCode()).isEqualTo(ExitCodes.ERROR);
    assertThat(run.err()).hasLineCount(1).contains("http://localhost:1/deployments");
  }

  @Test
  void aStackTraceIsShownOnRequestOnly() {
    // When
    CommandLineRun run = CommandLineRun.of("list", "--server", "http://localhost:1", "--debug");

    // Then
    assertThat(run.err()).contains("at io.stillwater.cli");
  }
}
