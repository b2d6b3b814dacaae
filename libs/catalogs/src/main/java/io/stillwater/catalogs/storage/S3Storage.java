package io.stillwater.catalogs.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.iceberg.aws.s3.S3FileIO;
import org.apache.iceberg.io.InputFile;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Buckets, in which a folder is what names have in common up to a slash. */
final class S3Storage implements Storage {
  private final S3FileIO files;

  S3Storage(Map<String, String> properties) {
    this.files = S3Files.s3(properties);
  }

  @Override
  public InputFile file(String location) {
    return files.newInputFile(location);
  }

  @Override
  public List<StoredEntry> list(String folder, String from) {
    Folder in = Folder.of(folder);
    ListObjectsV2Request.Builder request = in.request().delimiter("/");
    if (!from.isEmpty()) {
      // The service starts behind a name; a shorter one lets the name itself in.
      request.startAfter(in.prefix() + from.substring(0, from.length() - 1));
    }
    List<StoredEntry> entries = new ArrayList<>();
    try {
      for (ListObjectsV2Response page : files.client().listObjectsV2Paginator(request.build())) {
        page.commonPrefixes().forEach(one -> entries.add(in.folder(one.prefix())));
        page.contents().forEach(one -> entries.add(in.file(one)));
      }
    } catch (NoSuchBucketException e) {
      return List.of();
    }
    return entries.stream()
        .filter(entry -> !isMarker(entry) && entry.name().compareTo(from) >= 0)
        .sorted(Comparator.comparing(StoredEntry::name))
        .toList();
  }

  @Override
  public void walk(String folder, Consumer<StoredEntry> to) {
    Folder in = Folder.of(folder);
    files.client().listObjectsV2Paginator(in.request().build()).contents().stream()
        .map(in::file)
        .filter(entry -> !isMarker(entry))
        .forEach(to);
  }

  @Override
  public void close() {
    files.close();
  }

  /** Some clients write an object with the name of the folder itself, or of one in it. */
  private static boolean isMarker(StoredEntry entry) {
    return entry.name().isEmpty();
  }

  private record Folder(String location, String bucket, String prefix) {
    static Folder of(String location) {
      String path = location.substring(location.indexOf("://") + 3);
      int slash = path.indexOf('/');
      String key = slash < 0 ? "" : path.substring(slash + 1);
      return new Folder(
          location,
          slash < 0 ? path : path.substring(0, slash),
          key.isEmpty() || key.endsWith("/") ? key : key + "/");
    }

    ListObjectsV2Request.Builder request() {
      return ListObjectsV2Request.builder().bucket(bucket).prefix(prefix);
    }

    StoredEntry folder(String key) {
      String name = key.substring(prefix.length(), key.length() - 1);
      return new StoredEntry(Locations.child(location, name), name, true, 0, 0);
    }

    StoredEntry file(S3Object object) {
      String below = object.key().substring(prefix.length());
      return new StoredEntry(
          Locations.child(location, below),
          Locations.name(below),
          false,
          object.size(),
          object.lastModified().toEpochMilli());
    }
  }
}
