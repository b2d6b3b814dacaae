package io.stillwater.checks;

/** One kind of check. Stateless. */
public interface Check {
  /**
   * @throws SettingException when it is asked for in a way that cannot be answered
   * @throws RuntimeException when a catalog, a file or the engine fails
   */
  Finding check(CheckSpec spec, CheckContext context);
}
