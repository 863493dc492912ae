package parley.knowledge.index;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Unpacks native code once, beside the model. Left alone, ONNX Runtime writes 20 MB to a new
 * temporary folder at each start and leaves the folder behind, and the tokenizer writes to the
 * user's home.
 */
final class NativeLibraries {

  private static final String PACKED = "/ai/onnxruntime/native/";

  private static final String ONNX_RUNTIME = "onnxruntime.native.path";

  private static final String TOKENIZER = "DJL_CACHE_DIR";

  private NativeLibraries() {}

  /**
   * Tells both where they are; is to be called before either is used. A place that the user has set
   * stays.
   *
   * @throws IndexException if the folder cannot be written
   */
  static void unpackInto(Path folder) {
    Path absolute = folder.toAbsolutePath();
    if (System.getProperty(TOKENIZER) == null) {
      System.setProperty(TOKENIZER, absolute.toString());
    }
    if (System.getProperty(ONNX_RUNTIME) == null && unpackOnnxRuntime(absolute)) {
      System.setProperty(ONNX_RUNTIME, absolute.toString());
    }
  }

  /** Whether the jar has it for this platform; if not, ONNX Runtime says so itself. */
  private static boolean unpackOnnxRuntime(Path folder) {
    List<String> files =
        List.of("onnxruntime", "onnxruntime4j_jni").stream()
            .map(name -> PACKED + platform() + "/" + System.mapLibraryName(name))
            .toList();
    boolean packed =
        files.stream().allMatch(file -> NativeLibraries.class.getResource(file) != null);
    if (packed) {
      files.forEach(file -> UnpackedResource.of(file, folder));
    }
    return packed;
  }

  /** As ONNX Runtime names it, such as linux-x64. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ENGLISH);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ENGLISH);
    return (system.startsWith("mac") ? "osx" : system.startsWith("win") ? "win" : "linux")
        + "-"
        + (processor.equals("amd64") || processor.equals("x86_64") ? "x64" : processor);
  }
}
