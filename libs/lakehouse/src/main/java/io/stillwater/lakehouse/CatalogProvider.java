package io.stillwater.lakehouse;

/**
 * Opens catalogs of types whose libraries not every service carries. Found by {@link
 * java.util.ServiceLoader}.
 */
public interface CatalogProvider {
  boolean opens(CatalogType type);

  /**
   * @throws IllegalArgumentException when the settings are wrong for the type
   */
  TableCatalog open(CatalogSettings settings);
}
