package parley.knowledge.bench;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;

/** Draws how a search grows with the documents. */
final class GrowthPlot {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;

  private static final Pattern LONG_NUMBER = Pattern.compile("\\d+\\.\\d{3,}");

  private final Timings timings;

  GrowthPlot(Timings timings) {
    this.timings = timings;
  }

  /** Writes it as SVG. */
  void write(Path file) throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("A search, as times the bare embedding of its question")
            .xAxisTitle("passages")
            .yAxisTitle("times")
            .build();
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setXAxisDecimalPattern("#,###");
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setYAxisMin(1.0);
    chart.getStyler().setYAxisDecimalPattern("#,###");
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
    chart.getStyler().setAntiAlias(true);
    add(chart, "Parley's search, median", "search", 50);
    add(chart, "Parley's search, 99th percentile", "search", 99);
    add(chart, "the bare embedding, 99th percentile", SpeedTable.BARE, 99);
    add(chart, "Easy RAG's search, median", "easyRagSearch", 50);
    VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    Files.writeString(file, rounded(Files.readString(file)));
  }

  /** To hundredths of a pixel, since each letter is drawn: the file is a third smaller then. */
  private static String rounded(String svg) {
    return LONG_NUMBER
        .matcher(svg)
        .replaceAll(
            number -> String.format(Locale.ROOT, "%.2f", Double.parseDouble(number.group())));
  }

  private void add(XYChart chart, String name, String what, double percent) {
    List<Integer> sizes =
        timings.sizes().stream().filter(passages -> timings.has(passages, what)).toList();
    chart.addSeries(
        name,
        sizes,
        sizes.stream()
            .map(
                passages ->
                    timings.at(passages, what, percent) / timings.at(passages, SpeedTable.BARE, 50))
            .toList());
  }
}
