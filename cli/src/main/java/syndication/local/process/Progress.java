package syndication.local.process;

import java.time.Duration;

/// Is told how starting and stopping goes.
public interface Progress {

  /// For those who only want the end of it.
  Progress UNHEARD =
      new Progress() {
        @Override
        public void working(String what) {}

        @Override
        public void reached(Part part, String state, Duration after) {}
      };

  /// Something that takes a while begins, such as fetching a program.
  void working(String what);

  /// A part is where it should be.
  ///
  /// @param state such as `ready`, `was running`, `stopped`
  void reached(Part part, String state, Duration after);
}
