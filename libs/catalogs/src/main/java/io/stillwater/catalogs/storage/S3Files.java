package io.stillwater.catalogs.storage;

import io.stillwater.lakehouse.iceberg.RemoteFiles;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.iceberg.aws.HttpClientProperties;
import org.apache.iceberg.aws.s3.S3FileIO;
import org.apache.iceberg.aws.s3.S3FileIOProperties;
import org.apache.iceberg.io.FileIO;

/**
 * Files on S3 and what speaks its protocol. Where the properties name no key, the default provider
 * chain of the AWS SDK looks for one: environment, profile, role of the machine.
 */
public final class S3Files implements RemoteFiles {
  private static final Pattern LOCATION = Pattern.compile("s3[an]?://.*", Pattern.DOTALL);

  /** Iceberg's own, which is not public. */
  private static final String ONLY_S3 = "org.apache.iceberg.aws.s3.DefaultS3FileIOAwsClientFactory";

  /** Instantiated by name. */
  public S3Files() {}

  @Override
  public boolean reads(String location) {
    return isS3(location);
  }

  static boolean isS3(String location) {
    return LOCATION.matcher(location).matches();
  }

  @Override
  public FileIO open(Map<String, String> properties) {
    return s3(properties);
  }

  static S3FileIO s3(Map<String, String> properties) {
    Map<String, String> complete = new HashMap<>(properties);
    // The library's own choices would need the SDK's modules for Glue, KMS and DynamoDB, and a
    // further HTTP client.
    complete.putIfAbsent(S3FileIOProperties.CLIENT_FACTORY, ONLY_S3);
    complete.putIfAbsent(
        HttpClientProperties.CLIENT_TYPE, HttpClientProperties.CLIENT_TYPE_URLCONNECTION);
    S3FileIO files = new S3FileIO();
    files.initialize(complete);
    return files;
  }
}
