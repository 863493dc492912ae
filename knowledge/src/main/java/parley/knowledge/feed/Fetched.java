package parley.knowledge.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * What an address gave.
 *
 * @param address where it was found in the end
 * @param type its media type, as {@code text/html}; empty if none was said
 * @param charset that was said of it, or UTF-8
 * @param body its bytes
 * @param validators to ask with the next time
 */
record Fetched(String address, String type, Charset charset, byte[] body, Validators validators) {

  /**
   * What tells a server which version of a document we know (RFC 9110, 8.8).
   *
   * @param etag as it came
   * @param modified the Last-Modified field as it came
   */
  record Validators(@Nullable String etag, @Nullable String modified) {
    static final Validators NONE = new Validators(null, null);
  }

  static Fetched of(String address, @Nullable MediaType type, byte[] body, Validators validators) {
    Charset charset = type == null ? null : type.charset();
    return new Fetched(
        address,
        type == null ? "" : type.type() + "/" + type.subtype(),
        charset == null ? StandardCharsets.UTF_8 : charset,
        body,
        validators);
  }
}
