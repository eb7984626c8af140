package syndication.benchmark;

/// One line of the table.
///
/// @param what was measured
/// @param ours the pipeline's figure, with its unit
/// @param baseline the bare way's figure in the same run, or a dash
/// @param ratio ours to the baseline, or what is aimed at
record Row(String what, String ours, String baseline, String ratio) {

  String markdown() {
    return "| " + what + " | " + ours + " | " + baseline + " | " + ratio + " |";
  }
}
