package io.stillwater.cli.documents;

import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.planning.document.DocumentLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that {@code -f} names, or standard input.
 *
 * @param origin what people know it by
 * @param content of standard input, which can be read only once; null for a file
 */
record DocumentFile(String origin, Path path, byte[] content) {
  /** Named instead of a file, it stands for standard input. */
  static final String STANDARD_INPUT = "-";

  private static final Set<String> ENDINGS = Set.of("yaml", "yml", "json");
  private static final int MOST = (int) DocumentLimits.WRITTEN.maxBytes() + 1;
  private static final int HEAD = 4096;
  private static final Pattern SNAPSHOT =
      Pattern.compile("\\bkind\"?\\s*:\\s*[\"']?TableSnapshot\\b");

  /**
   * What one path names; of a folder its documents by their names.
   *
   * @throws CliException for a folder that cannot be read
   */
  static Stream<DocumentFile> under(Path path) {
    if (path.toString().equals(STANDARD_INPUT)) {
      return Stream.of(new DocumentFile("standard input", path, read(System.in)));
    }
    if (!Files.isDirectory(path)) {
      return Stream.of(new DocumentFile(path.toString(), path, null));
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> ENDINGS.contains(ending(file)))
          .sorted()
          .map(file -> new DocumentFile(file.toString(), file, null))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new CliException(ExitCodes.REFUSED, path + ": " + reason(e), e);
    }
  }

  /** At most one byte more than a document may have: enough to see that it has too many. */
  byte[] bytes() throws IOException {
    if (content != null) {
      return content;
    }
    try (InputStream file = Files.newInputStream(path)) {
      return file.readNBytes(MOST);
    }
  }

  /** A snapshot of many tables lies beside releases and is larger than those may be. */
  static boolean isSnapshot(byte[] bytes) {
    int length = Math.min(HEAD, bytes.length);
    return bytes.length == MOST
        && SNAPSHOT.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1)).find();
  }

  static String reason(IOException e) {
    if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
      return "there is no such file";
    }
    return e instanceof AccessDeniedException
        ? "you may not read it"
        : "it cannot be read: " + e.getMessage();
  }

  private static byte[] read(InputStream input) {
    try {
      return input.readNBytes(MOST);
    } catch (IOException e) {
      throw new CliException(ExitCodes.REFUSED, "standard input: " + reason(e), e);
    }
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DocumentFile file && file.path.equals(path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public String toString() {
    return origin;
  }
}
