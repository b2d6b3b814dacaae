package io.stillwater.catalogs.storage;

/** Locations as text; nothing in them is escaped. */
public final class Locations {
  private Locations() {}

  public static String child(String folder, String name) {
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }

  public static String parent(String location) {
    return location.substring(0, location.lastIndexOf('/'));
  }

  public static String name(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  public static String withoutSlash(String location) {
    return location.length() > 1 && location.endsWith("/")
        ? location.substring(0, location.length() - 1)
        : location;
  }
}
