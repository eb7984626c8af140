package syndication.publish.replay;

import java.util.List;
import java.util.Optional;

/// The replays that were ordered, durable.
public interface Replays {

  void save(Replay replay);

  Optional<Replay> find(String id);

  List<Replay> running();
}
