package io.stillwater.lakehouse.iceberg;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths of the local disk as they stand in a table's metadata. */
public final class LocalPaths {
  private static final Pattern SCHEME =
      Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):.*", Pattern.DOTALL);
  private static final Pattern FILE =
      Pattern.compile("file:(?://(?:localhost)?)?(/.*)", Pattern.DOTALL);

  private LocalPaths() {}

  /** Whether {@link #of} finds a path in it. */
  public static boolean isLocal(String location) {
    return location.startsWith("/") || FILE.matcher(location).matches();
  }

  /** A percent sign is taken as it stands: Hadoop's clients escape nothing. */
  public static Path of(String location) {
    if (location.startsWith("/")) {
      return Path.of(location);
    }
    Matcher file = FILE.matcher(location);
    if (file.matches()) {
      return Path.of(file.group(1));
    }
    Matcher other = SCHEME.matcher(location);
    throw new IllegalArgumentException(
        other.matches()
            ? "Location " + location + ": only local files are read here, not " + other.group(1)
            : "Location " + location + " is no absolute path");
  }
}
