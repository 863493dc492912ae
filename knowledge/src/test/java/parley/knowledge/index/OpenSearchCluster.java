package parley.knowledge.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.PostingsFormat;
import org.codelibs.opensearch.runner.node.OpenSearchRunnerNode;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;
import org.opensearch.transport.TransportService;
import parley.knowledge.cluster.ClusterNodes;

/**
 * A real cluster of OpenSearch nodes in this JVM, on free ports, with all they keep in a temporary
 * folder. Takes some ten seconds to start; close it, or it lives as long as the JVM.
 */
public final class OpenSearchCluster implements AutoCloseable {

  private static final int NODES = 3;
  private static final Class<? extends Plugin> VECTORS = loadVectors();

  private final Path folder;
  private final List<Node> nodes = new ArrayList<>();

  private OpenSearchCluster(Path folder) {
    this.folder = folder;
  }

  /** Starts three nodes and waits until they know each other. */
  public static OpenSearchCluster start() {
    try {
      OpenSearchCluster cluster =
          new OpenSearchCluster(Files.createTempDirectory("opensearch-cluster"));
      for (int node = 0; node < NODES; node++) {
        cluster.startNode(node);
      }
      cluster.awaitNodes(NODES);
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the nodes take requests that are running, by HTTP, in the order of their numbers. */
  public List<URI> addresses() {
    return nodes.stream().filter(node -> !node.isClosed()).map(OpenSearchCluster::address).toList();
  }

  /** The same, for a client. */
  public ClusterNodes nodes() {
    return new ClusterNodes(addresses());
  }

  /**
   * Stops a node for good, and waits until the others have taken its work.
   *
   * @param node its number, from 0
   */
  public void stop(int node) {
    kill(node);
    awaitNodes(addresses().size());
  }

  /** Stops a node for good; the others may not know of it yet. */
  public void kill(int node) {
    try {
      nodes.get(node).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    for (int node = 0; node < nodes.size(); node++) {
      kill(node);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startNode(int number) {
    Settings.Builder settings =
        Settings.builder()
            .put("cluster.name", folder.getFileName().toString())
            .put("node.name", "node-" + number)
            .put("path.home", folder.resolve("node-" + number).toString())
            .put("network.host", "127.0.0.1")
            .put("http.port", "0")
            .put("transport.port", "0")
            .put("node.processors", 2)
            .put("cluster.routing.allocation.disk.threshold_enabled", false);
    if (number == 0) {
      settings.putList("cluster.initial_cluster_manager_nodes", "node-0");
    } else {
      settings.putList("discovery.seed_hosts", peers());
    }
    Node node =
        new OpenSearchRunnerNode(
            new Environment(settings.build(), null),
            List.of(Netty4Plugin.class, ReindexPlugin.class, VECTORS));
    nodes.add(node);
    try {
      node.start();
    } catch (NodeValidationException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> peers() {
    return nodes.stream()
        .map(node -> node.injector().getInstance(TransportService.class))
        .map(transport -> transport.boundAddress().publishAddress().toString())
        .toList();
  }

  private static URI address(Node node) {
    HttpServerTransport http = node.injector().getInstance(HttpServerTransport.class);
    return URI.create("http://" + http.boundAddress().publishAddress());
  }

  private void awaitNodes(int expected) {
    Node running = nodes.stream().filter(node -> !node.isClosed()).findFirst().orElseThrow();
    running
        .client()
        .admin()
        .cluster()
        .prepareHealth()
        .setWaitForNodes(String.valueOf(expected))
        .setWaitForNoInitializingShards(true)
        .get();
  }

  /** Makes the vectors' plugin of its zip known to Lucene and this JVM, once. */
  private static Class<? extends Plugin> loadVectors() {
    try (ZipInputStream zip =
        new ZipInputStream(OpenSearchCluster.class.getResourceAsStream("/opensearch-knn.zip"))) {
      ClassLoader loader =
          new URLClassLoader(unpackJars(zip), OpenSearchCluster.class.getClassLoader());
      PostingsFormat.reloadPostingsFormats(loader);
      DocValuesFormat.reloadDocValuesFormats(loader);
      KnnVectorsFormat.reloadKnnVectorsFormat(loader);
      Codec.reloadCodecs(loader);
      return loader.loadClass("org.opensearch.knn.plugin.KNNPlugin").asSubclass(Plugin.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URL[] unpackJars(ZipInputStream zip) throws IOException {
    List<URL> jars = new ArrayList<>();
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().endsWith(".jar")) {
        jars.add(unpack(zip));
      }
    }
    return jars.toArray(URL[]::new);
  }

  private static URL unpack(InputStream jar) throws IOException {
    Path file = Files.createTempFile("opensearch-knn", ".jar");
    file.toFile().deleteOnExit();
    Files.write(file, jar.readAllBytes());
    return file.toUri().toURL();
  }
}
