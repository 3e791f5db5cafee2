package vn.phoihop.platform.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that may be so long and no longer: past the limit, 413. */
public final class CountedInput extends FilterInputStream {

  private final long limit;
  private long count;

  public CountedInput(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int bytes) {
    count += bytes;
    if (count > limit) {
      throw BodyLimits.tooLarge(limit);
    }
  }
}
