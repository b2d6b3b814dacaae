package io.stillwater.lakehouse.iceberg;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.StorageCredential;
import org.apache.iceberg.io.SupportsStorageCredentials;

/** A table's files wherever they lie: on the local disk, else where a {@link RemoteFiles} reads. */
public final class LakeFileIO implements SupportsStorageCredentials, FileIO {
  private static final long serialVersionUID = 1L;

  private final LocalFileIO local = new LocalFileIO();
  private Map<String, String> properties = Map.of();
  private List<StorageCredential> credentials = List.of();
  private transient FileIO remote;

  /** Instantiated by name. */
  public LakeFileIO() {}

  @Override
  public void initialize(Map<String, String> catalogProperties) {
    properties = Map.copyOf(catalogProperties);
  }

  @Override
  public Map<String, String> properties() {
    return properties;
  }

  @Override
  public void setCredentials(List<StorageCredential> storageCredentials) {
    credentials = List.copyOf(storageCredentials);
  }

  @Override
  public List<StorageCredential> credentials() {
    return credentials;
  }

  @Override
  public InputFile newInputFile(String location) {
    return of(location).newInputFile(location);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return of(location).newOutputFile(location);
  }

  @Override
  public void deleteFile(String location) {
    of(location).deleteFile(location);
  }

  @Override
  public synchronized void close() {
    if (remote != null) {
      remote.close();
      remote = null;
    }
  }

  private FileIO of(String location) {
    return LocalPaths.isLocal(location) ? local : remote(location);
  }

  private synchronized FileIO remote(String location) {
    if (remote == null) {
      remote =
          ServiceLoader.load(RemoteFiles.class, LakeFileIO.class.getClassLoader()).stream()
              .map(ServiceLoader.Provider::get)
              .filter(files -> files.reads(location))
              .findFirst()
              .map(files -> files.open(properties))
              .orElse(local);
      if (remote instanceof SupportsStorageCredentials supporting) {
        supporting.setCredentials(credentials);
      }
    }
    return remote;
  }
}
