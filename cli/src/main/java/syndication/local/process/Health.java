package syndication.local.process;

/// How a part of the stack is.
///
/// @param words for people: what it says, or what is wrong
public record Health(boolean well, String words) {

  static Health well(String words) {
    return new Health(true, words);
  }

  static Health unwell(String words) {
    return new Health(false, words);
  }
}
