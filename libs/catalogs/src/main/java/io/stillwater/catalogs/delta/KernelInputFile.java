package io.stillwater.catalogs.delta;

import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.SeekableInputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * @param size in bytes as listed; what is not positive is asked for
 */
record KernelInputFile(org.apache.iceberg.io.InputFile file, String path, long size)
    implements InputFile {

  @Override
  public long length() {
    return size > 0 ? size : file.getLength();
  }

  @Override
  public SeekableInputStream newStream() {
    return new Stream(file.newStream());
  }

  private static final class Stream extends SeekableInputStream {
    private final org.apache.iceberg.io.SeekableInputStream in;

    Stream(org.apache.iceberg.io.SeekableInputStream in) {
      this.in = in;
    }

    @Override
    public long getPos() throws IOException {
      return in.getPos();
    }

    @Override
    public void seek(long position) throws IOException {
      in.seek(position);
    }

    @Override
    public void readFully(byte[] into, int offset, int length) throws IOException {
      if (in.readNBytes(into, offset, length) < length) {
        throw new EOFException("The file ends before " + length + " bytes are read");
      }
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return in.read(into, offset, length);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
