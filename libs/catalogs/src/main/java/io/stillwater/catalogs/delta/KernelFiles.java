package io.stillwater.catalogs.delta;

import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import io.stillwater.catalogs.storage.Locations;
import io.stillwater.catalogs.storage.Storage;
import io.stillwater.catalogs.storage.StoredEntry;
import java.io.FileNotFoundException;
import java.util.List;
import java.util.Optional;

/**
 * The kernel's file access upon our storage, for reading alone: Hadoop's file systems are not
 * needed.
 */
final class KernelFiles implements FileIO {
  private final Storage storage;

  KernelFiles(Storage storage) {
    this.storage = storage;
  }

  @Override
  public CloseableIterator<FileStatus> listFrom(String path) throws FileNotFoundException {
    String folder = Locations.parent(path);
    List<StoredEntry> entries = storage.list(folder, Locations.name(path));
    if (entries.isEmpty() && storage.list(folder).isEmpty()) {
      throw new FileNotFoundException("There is nothing in " + folder);
    }
    return Utils.toCloseableIterator(
        entries.stream()
            .filter(entry -> !entry.folder())
            .map(entry -> FileStatus.of(entry.location(), entry.bytes(), entry.modified()))
            .iterator());
  }

  @Override
  public FileStatus getFileStatus(String path) throws FileNotFoundException {
    org.apache.iceberg.io.InputFile file = storage.file(path);
    if (!file.exists()) {
      throw new FileNotFoundException("There is no file " + path);
    }
    return FileStatus.of(path, file.getLength(), 0);
  }

  @Override
  public String resolvePath(String path) {
    return path;
  }

  @Override
  public InputFile newInputFile(String path, long fileSize) {
    return new KernelInputFile(storage.file(path), path, fileSize);
  }

  @Override
  public Optional<String> getConf(String key) {
    return Optional.empty();
  }

  @Override
  public OutputFile newOutputFile(String path) {
    throw readOnly(path);
  }

  @Override
  public boolean mkdirs(String path) {
    throw readOnly(path);
  }

  @Override
  public boolean delete(String path) {
    throw readOnly(path);
  }

  @Override
  public void copyFileAtomically(String from, String to, boolean overwrite) {
    throw readOnly(to);
  }

  private static UnsupportedOperationException readOnly(String path) {
    return new UnsupportedOperationException(path + ": Delta tables are read here, never written");
  }
}
