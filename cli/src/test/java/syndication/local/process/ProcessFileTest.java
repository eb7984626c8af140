package syndication.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFileTest {

  @TempDir Path directory;

  @Test
  void aRunningProcessIsFoundAgain() {
    var file = new ProcessFile(directory.resolve("run/part.pid"));

    file.write(ProcessHandle.current());

    assertThat(file.running()).contains(ProcessHandle.current());
  }

  @Test
  void anotherProcessWithTheSameIdIsNotTakenForIt() throws IOException {
    Path path = directory.resolve("part.pid");
    Files.writeString(path, ProcessHandle.current().pid() + "\n2001-01-01T00:00:00Z\n");

    assertThat(new ProcessFile(path).running()).isEmpty();
  }

  @Test
  void aHalfWrittenFileSaysNothing() throws IOException {
    Path path = directory.resolve("part.pid");
    Files.writeString(path, "12");

    assertThat(new ProcessFile(path).running()).isEmpty();
  }
}
