package io.stillwater.cli;

/** The exit codes of the contract, section 4. */
public final class ExitCodes {
  public static final int OK = 0;
  public static final int ERROR = 1;

  /** A document is invalid or its plan refused. */
  public static final int REFUSED = 2;

  public static final int ROLLED_BACK = 3;

  /** A check failed, or two tables differ. */
  public static final int DIFFERENT = 3;

  public static final int NEEDS_A_PERSON = 4;

  /** A check could not be read. */
  public static final int UNREADABLE = 4;

  public static final int TIMED_OUT = 5;
  public static final int REJECTED = 6;

  /** The command line itself is wrong (EX_USAGE of sysexits.h): no code that scripts test for. */
  public static final int USAGE = 64;

  private ExitCodes() {}
}
