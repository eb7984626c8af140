package syndication.enrich.classifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// What was learned, by language, and its file: gzipped text, a head for each language and a line
/// for each word. The same model always is the same bytes.
///
/// @param version of what was learned: it changes whenever topics may come out differently
public record TopicModel(String version, Map<String, NaiveBayes> languages) {

  private static final String HEAD = "syndicate-topics 1";
  private static final int VERSION_BYTES = 4;

  /// A file of more words is none of ours.
  private static final int LINES_MAX = 50 * NaiveBayes.WORDS_MAX;

  private static final long FILE_BYTES_MAX = 512L * 1024 * 1024;

  public TopicModel {
    languages = Map.copyOf(languages);
  }

  static TopicModel of(Map<String, NaiveBayes> languages) {
    return new TopicModel(digest(text(languages)), languages);
  }

  /// @return `null` for a language nothing was learned of
  @Nullable NaiveBayes of(String language) {
    return languages.get(language);
  }

  public void write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Writer writer = new OutputStreamWriter(new GZIPOutputStream(out), StandardCharsets.UTF_8)) {
      writer.write(text(languages));
    }
  }

  /// @throws IllegalArgumentException for a file that is no model
  public static TopicModel read(Path file) {
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw new IllegalArgumentException(
            "topic model: %s has %d bytes (expected: at most %d)"
                .formatted(file, Files.size(file), FILE_BYTES_MAX));
      }
      try (InputStream in = Files.newInputStream(file);
          var lines =
              new BufferedReader(
                  new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
        return of(read(lines));
      }
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "topic model: %s is none: %s (expected: a file of `topics train`)"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static Map<String, NaiveBayes> read(BufferedReader lines) throws IOException {
    if (!HEAD.equals(lines.readLine())) {
      throw new IOException("another head than " + HEAD);
    }
    Map<String, NaiveBayes> languages = new TreeMap<>();
    String line = lines.readLine();
    int count = 0;
    while (line != null) {
      List<String> head = List.of(line.split("\t", -1));
      int words = Integer.parseInt(head.get(1));
      List<String> topics = head.subList(2, head.size());
      float[] bias = floats(lines.readLine(), topics.size());
      Map<String, float[]> weights = new HashMap<>();
      for (int i = 0; i < words; i++) {
        String row = lines.readLine();
        int tab = row == null ? -1 : row.indexOf('\t');
        if (row == null || tab < 0 || ++count > LINES_MAX) {
          throw new IOException("the list of words ends early, or never");
        }
        weights.put(row.substring(0, tab), floats(row.substring(tab + 1), topics.size()));
      }
      languages.put(head.getFirst(), new NaiveBayes(topics, weights, bias));
      line = lines.readLine();
    }
    return languages;
  }

  private static float[] floats(@Nullable String line, int many) throws IOException {
    String[] cells = line == null ? new String[0] : line.split("\t", -1);
    if (cells.length != many) {
      throw new IOException("a line of %d numbers, not %d".formatted(cells.length, many));
    }
    float[] row = new float[many];
    for (int i = 0; i < many; i++) {
      row[i] = Float.parseFloat(cells[i]);
    }
    return row;
  }

  private static String text(Map<String, NaiveBayes> languages) {
    var out = new StringBuilder(HEAD).append('\n');
    new TreeMap<>(languages)
        .forEach((language, it) -> {
          Map<String, float[]> weights = it.weights();
          out.append(language).append('\t').append(weights.size());
          it.topics().forEach(topic -> out.append('\t').append(topic));
          row(out.append('\n'), it.bias());
          weights.forEach((word, row) -> row(out.append(word).append('\t'), row));
        });
    return out.toString();
  }

  // Three digits after the point: finer is not known, and larger.
  private static void row(StringBuilder out, float[] row) {
    out.append(
        String.join(
            "\t",
            Arrays.stream(toDoubles(row))
                .mapToObj(it -> "" + Math.round(it * 1000) / 1000.0)
                .toList()));
    out.append('\n');
  }

  private static double[] toDoubles(float[] row) {
    double[] all = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      all[i] = row[i];
    }
    return all;
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
