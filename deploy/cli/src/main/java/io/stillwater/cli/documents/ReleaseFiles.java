package io.stillwater.cli.documents;

import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.planning.environment.Environments;
import io.stillwater.planning.release.ReleaseDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What {@code -f} names: files of one or more documents, or folders of them. Releases are read one
 * file at a time; environments, which may stand behind the releases that use them, before all.
 */
public final class ReleaseFiles {
  private final List<Path> paths;
  private final List<DocumentFile> files;
  private final List<FoundDocument> only;
  private final FoundEnvironments environments = new FoundEnvironments();

  private ReleaseFiles(List<Path> paths, List<DocumentFile> files) {
    this.paths = List.copyOf(paths);
    this.files = files;
    boolean one = files.size() == 1;
    this.only = one ? FoundDocument.in(files.get(0)) : List.of();
    files.stream()
        .filter(ReleaseFiles::mayHoldEnvironments)
        .flatMap(file -> documents(file).stream())
        .filter(FoundDocument::isEnvironment)
        .forEach(environments::add);
  }

  /**
   * @throws CliException when a folder, or the only file named, cannot be read
   */
  public static ReleaseFiles read(List<Path> paths) {
    if (paths.size() == 1 && !paths.get(0).toString().equals(DocumentFile.STANDARD_INPUT)) {
      requireThere(paths.get(0));
    }
    if (paths.stream().map(Path::toString).filter(DocumentFile.STANDARD_INPUT::equals).count()
        > 1) {
      throw new CliException(ExitCodes.REFUSED, "standard input (-) can be read only once");
    }
    return new ReleaseFiles(paths, paths.stream().flatMap(DocumentFile::under).toList());
  }

  /** Whether more than one release was or could have been named, so that results are a list. */
  public boolean several() {
    return paths.size() > 1
        || Files.isDirectory(paths.get(0))
        || only.stream().filter(FoundDocument::isRelease).count() > 1;
  }

  public Environments environments() {
    return environments.environments();
  }

  /** What is wrong with the environments among the documents. */
  public List<LintResult> environmentResults() {
    return environments.results();
  }

  /** Each release in its order, the next read only when the one before was dealt with. */
  public void forEach(Consumer<ReleaseSource> action) {
    for (DocumentFile file : files) {
      documents(file).stream().filter(FoundDocument::isRelease).map(this::release).forEach(action);
    }
  }

  public List<ReleaseSource> releases() {
    List<ReleaseSource> releases = new ArrayList<>();
    forEach(releases::add);
    return releases;
  }

  /** The error where documents hold no release and one is needed. */
  public CliException none() {
    String where = paths.size() == 1 ? files(paths.get(0)) : paths.toString();
    return new CliException(ExitCodes.REFUSED, where + " holds no release (kind: Release)");
  }

  private static String files(Path path) {
    return path.toString().equals(DocumentFile.STANDARD_INPUT) ? "standard input" : path.toString();
  }

  private List<FoundDocument> documents(DocumentFile file) {
    return files.size() == 1 ? only : FoundDocument.in(file);
  }

  private ReleaseSource release(FoundDocument document) {
    return new ReleaseSource(
        document.origin(),
        document.content(),
        document.content().then(ReleaseDocuments::read).then(environments::hold));
  }

  /** Most files hold no environment, and are not parsed twice. */
  private static boolean mayHoldEnvironments(DocumentFile file) {
    try {
      return new String(file.bytes(), StandardCharsets.ISO_8859_1).contains("Environment");
    } catch (IOException e) {
      // Reported where its releases are read.
      return false;
    }
  }

  private static void requireThere(Path path) {
    if (!Files.isReadable(path)) {
      String reason = Files.exists(path) ? "you may not read it" : "there is no such file";
      throw new CliException(ExitCodes.REFUSED, path + ": " + reason);
    }
  }
}
