package io.stillwater.cli.documents;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The {@code -f} of commands that read releases. */
public final class FileOption {
  @Option(
      names = {"-f", "--file"},
      required = true,
      arity = "1..*",
      paramLabel = "F",
      description =
          "Release files, or folders of them; a file may hold several documents; - is standard input.")
  private List<Path> files;

  public ReleaseFiles read() {
    return ReleaseFiles.read(files);
  }
}
