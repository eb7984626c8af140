package syndication.ingest.revision;

/// Where an article stands with readers.
///
/// ```
/// UNPUBLISHED ── published or released on time ──▶ USABLE ◀── RELEASE ── WITHHELD
///      │                                            │ │ ▲──── WITHHOLD ───▲
///      │                                            │ └─ expires ─▶ EXPIRED ── RESTORE ─▶ USABLE
///      └────────── KILL ──▶ KILLED ◀── KILL ────────┤
///                             └── RESTORE ─▶ USABLE └── TAKEDOWN ─▶ TAKEN_DOWN (for ever)
/// ```
public enum Standing {
  /// Known, and never shown yet: under embargo, or withdrawn before it was out.
  UNPUBLISHED,
  USABLE,
  WITHHELD,
  KILLED,
  TAKEN_DOWN,
  EXPIRED
}
