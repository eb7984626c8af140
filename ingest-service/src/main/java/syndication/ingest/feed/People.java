package syndication.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who wrote, helped and published.
public record People(List<Person> authors, List<Person> contributors, @Nullable Person publisher) {
  public People {
    authors = List.copyOf(authors);
    contributors = List.copyOf(contributors);
  }
}
