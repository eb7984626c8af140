package syndication.enrich.kafka.replay;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// The files of replays: a folder for each with its state, what changes for people to read, and the
/// events that are to be sent. A state names how much of the other two is good; what a crash left
/// behind is cut off.
final class ReplayFiles {

  /// Older replays are forgotten.
  private static final int KEPT_MOST = 20;

  private static final String STATE = "state.json";
  private static final String CHANGES = "changes.jsonl";
  private static final String EVENTS = "events.bin";

  private final Path directory;
  private final JsonMapper json = JsonMapper.builder().build();

  ReplayFiles(Path directory) {
    this.directory = directory;
  }

  void save(ReplayState state) {
    try {
      Path home = Files.createDirectories(home(state.order().id()));
      Path part = home.resolve(STATE + ".part");
      Files.write(part, json.writeValueAsBytes(state));
      Files.move(
          part,
          home.resolve(STATE),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("replay " + state.order().id(), e);
    }
  }

  Optional<ReplayState> find(String id) {
    return id.matches("[0-9A-Za-z-]{1,64}") ? read(home(id)) : Optional.empty();
  }

  /// The newest first.
  List<ReplayState> all() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> homes = Files.list(directory)) {
      return homes
          .flatMap(it -> read(it).stream())
          .sorted(Comparator.comparing((ReplayState it) -> it.order().requestedAt()).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("replays in " + directory, e);
    }
  }

  /// Removes the oldest that are not needed any more.
  void forgetOld() {
    List<ReplayState> all = all();
    for (ReplayState it : all.subList(Math.min(KEPT_MOST, all.size()), all.size())) {
      if (!it.running()) {
        delete(home(it.order().id()));
      }
    }
  }

  Path changes(String id) {
    return home(id).resolve(CHANGES);
  }

  /// The first changes that are good, for people to look at.
  List<String> samples(ReplayState state, int most) {
    Path file = changes(state.order().id());
    var samples = new ArrayList<String>();
    long good = state.at().changesBytes();
    if (good == 0 || !Files.isRegularFile(file)) {
      return samples;
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      while (samples.size() < most && good > 0) {
        String line = lines.readLine();
        if (line == null) {
          break;
        }
        samples.add(line);
        good -= line.getBytes(StandardCharsets.UTF_8).length + 1L;
      }
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException("replay " + state.order().id(), e);
    }
  }

  Writing write(ReplayState state) {
    return new Writing(state);
  }

  /// Appends to the files of one replay, from where its state says.
  final class Writing implements AutoCloseable {
    private final OutputStream changes;
    private final DataOutputStream events;
    private long changesBytes;
    private long eventsBytes;

    private Writing(ReplayState state) {
      changesBytes = state.at().changesBytes();
      eventsBytes = state.at().eventsBytes();
      String id = state.order().id();
      changes = append(home(id).resolve(CHANGES), changesBytes);
      events = new DataOutputStream(append(home(id).resolve(EVENTS), eventsBytes));
    }

    void change(Map<String, Object> line) {
      byte[] bytes = (json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
      try {
        changes.write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException("writing what changes", e);
      }
      changesBytes += bytes.length;
    }

    void event(Planned it) {
      try {
        events.writeInt(it.partition());
        events.writeBoolean(it.fromRevised());
        events.writeLong(it.offset());
        events.writeInt(it.event().length);
        events.write(it.event());
      } catch (IOException e) {
        throw new UncheckedIOException("writing what is to be sent", e);
      }
      eventsBytes += Planned.HEAD_BYTES + it.event().length;
    }

    /// What was written so far is in the files.
    void flush() {
      try {
        changes.flush();
        events.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("writing what changes", e);
      }
    }

    long changesBytes() {
      return changesBytes;
    }

    long eventsBytes() {
      return eventsBytes;
    }

    @Override
    public void close() {
      try (changes) {
        events.close();
      } catch (IOException e) {
        throw new UncheckedIOException("writing what changes", e);
      }
    }
  }

  /// An event to send, without its article, which is read again when it is sent.
  ///
  /// @param fromRevised whether the article stands in `articles.revised`, else in
  ///   `articles.enriched`
  /// @param offset where
  /// @param event its bytes
  record Planned(int partition, boolean fromRevised, long offset, byte[] event) {
    private static final int HEAD_BYTES = 17;

    int bytes() {
      return HEAD_BYTES + event.length;
    }
  }

  /// The next events to send, of one partition and one topic, at most so many.
  List<Planned> planned(ReplayState state, int most) {
    Path file = home(state.order().id()).resolve(EVENTS);
    var planned = new ArrayList<Planned>();
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      long at = state.at().sentBytes();
      while (planned.size() < most && at < state.at().eventsBytes()) {
        ByteBuffer head = ByteBuffer.wrap(read(in, at, Planned.HEAD_BYTES));
        int partition = head.getInt();
        boolean fromRevised = head.get() != 0;
        long offset = head.getLong();
        int length = head.getInt();
        if (!planned.isEmpty()
            && (planned.getFirst().partition() != partition
                || planned.getFirst().fromRevised() != fromRevised
                || planned.getLast().offset() >= offset)) {
          break;
        }
        byte[] event = read(in, at + Planned.HEAD_BYTES, length);
        planned.add(new Planned(partition, fromRevised, offset, event));
        at += planned.getLast().bytes();
      }
      return planned;
    } catch (IOException e) {
      throw new UncheckedIOException("reading what is to be sent", e);
    }
  }

  private static byte[] read(FileChannel in, long at, int bytes) throws IOException {
    byte[] read = new byte[bytes];
    ByteBuffer buffer = ByteBuffer.wrap(read);
    long from = at;
    while (buffer.hasRemaining()) {
      int some = in.read(buffer, from);
      if (some < 0) {
        throw new IOException("the file of events ends at " + from);
      }
      from += some;
    }
    return read;
  }

  private Optional<ReplayState> read(Path home) {
    Path file = home.resolve(STATE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(json.readValue(Files.readAllBytes(file), ReplayState.class));
    } catch (IOException e) {
      throw new UncheckedIOException("replay in " + home, e);
    }
  }

  private static OutputStream append(Path file, long goodBytes) {
    try {
      FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      out.truncate(goodBytes);
      out.position(goodBytes);
      return new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(out));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static void delete(Path home) {
    try (Stream<Path> files = Files.list(home)) {
      for (Path it : files.toList()) {
        Files.delete(it);
      }
      Files.delete(home);
    } catch (IOException e) {
      throw new UncheckedIOException("forgetting the replay in " + home, e);
    }
  }

  private Path home(String id) {
    return directory.resolve(id);
  }
}
