package io.stillwater.lakehouse.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.OutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFileIOTest {
  @TempDir Path folder;
  private final LocalFileIO io = new LocalFileIO();

  @ParameterizedTest
  @ValueSource(strings = {"", "file:", "file://", "file://localhost"})
  void everyWayToWriteALocalPathIsTheSameFile(String prefix) throws IOException {
    // Given
    Path file = folder.resolve("100% a=b c%20d ü [1]*?#x");
    Files.writeString(file, "here");

    // When
    byte[] read;
    try (var stream = io.newInputFile(prefix + file).newStream()) {
      read = stream.readAllBytes();
    }

    // Then
    assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo("here");
    assertThat(io.newInputFile(prefix + file).getLength()).isEqualTo(4);
    assertThat(io.newInputFile(prefix + file).location()).isEqualTo(prefix + file);
    assertThat(io.newOutputFile(prefix + file).location()).isEqualTo(prefix + file);
  }

  @Test
  void foldersAreMadeAndFilesAreNotOverwrittenUnasked() throws IOException {
    // Given
    OutputFile file = io.newOutputFile("file:" + folder + "/a/b/c");

    // When
    try (var stream = file.create()) {
      stream.write(1);
    }

    // Then
    assertThat(folder.resolve("a/b/c")).exists();
    assertThatThrownBy(file::create)
        .isInstanceOf(org.apache.iceberg.exceptions.AlreadyExistsException.class);
  }

  @Test
  void deletingWhatIsNotThereIsSaid() {
    assertThatThrownBy(() -> io.deleteFile("file:" + folder + "/none"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void otherStoresAreRefusedByName() {
    assertThatThrownBy(() -> io.newInputFile("s3://bucket/x"))
        .hasMessageContaining("s3://bucket/x: only local files are read here, not s3");
    assertThatThrownBy(() -> io.newInputFile("relative/x"))
        .hasMessageContaining("no absolute path");
  }
}
