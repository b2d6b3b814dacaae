package io.stillwater.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that holds what the code makes, so that a change of it is seen. */
public record GeneratedFile(Path path) {
  private static final String RENEW =
      "mvn -pl libs/planning -am test -Dtest='FindingsPageTest,GoldenPlansTest'"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dstillwater.renew";

  /** Compares, or writes where the call asks for it. */
  public void holds(String content) {
    try {
      if (System.getProperty("stillwater.renew") != null) {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, content);
      }
      String found = Files.exists(path) ? Files.readString(path) : "";
      assertThat(found)
          .as("%s is out of date; look at what changed, then renew it with: %s", path, RENEW)
          .isEqualTo(content);
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }
}
