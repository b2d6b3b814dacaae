package io.stillwater.planning.rules;

/** What a plan is made for. */
public enum Purpose {
  /** To be read: by the command line, or before a release is requested. */
  DRY_RUN,
  /** To be carried out, so that only what this version can do may be in it. */
  DEPLOYMENT
}
