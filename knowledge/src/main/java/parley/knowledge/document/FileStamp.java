package parley.knowledge.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a file system says of a file: another stamp means that it may have changed.
 *
 * @param size in bytes
 * @param modified when it was last written, by the file system's clock
 * @param key what the file system knows it by, such as an inode; null where there is no such thing
 */
public record FileStamp(long size, Instant modified, @Nullable Object key) {}
