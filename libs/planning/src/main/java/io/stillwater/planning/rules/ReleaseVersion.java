package io.stillwater.planning.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a library or engine, compared by its numbers: {@code 1.10.1}, {@code 483}, {@code
 * 3.5.5-amzn-0}. Parts that are not there count as 0.
 */
public record ReleaseVersion(List<Integer> numbers) implements Comparable<ReleaseVersion> {
  private static final Pattern LEADING = Pattern.compile("^[vV]?(\\d{1,9}(?:\\.\\d{1,9})*)");

  public ReleaseVersion {
    numbers = List.copyOf(numbers);
  }

  public static ReleaseVersion of(Integer... numbers) {
    return new ReleaseVersion(List.of(numbers));
  }

  /** Empty for null and for text that does not begin with a number. */
  public static Optional<ReleaseVersion> parse(String text) {
    Matcher matcher = LEADING.matcher(text == null ? "" : text.strip());
    if (!matcher.find()) {
      return Optional.empty();
    }
    List<Integer> numbers = new ArrayList<>();
    for (String number : matcher.group(1).split("\\.")) {
      numbers.add(Integer.parseInt(number));
    }
    return Optional.of(new ReleaseVersion(numbers));
  }

  public boolean before(Integer... other) {
    return compareTo(of(other)) < 0;
  }

  @Override
  public int compareTo(ReleaseVersion other) {
    for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
      int compared = Integer.compare(number(i), other.number(i));
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }

  private int number(int index) {
    return index < numbers.size() ? numbers.get(index) : 0;
  }
}
