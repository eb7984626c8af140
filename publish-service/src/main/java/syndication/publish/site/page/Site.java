package syndication.publish.site.page;

import syndication.publish.site.Addresses;

/// What the whole site is: its name, its place in the web, and whose address counts as an article's
/// own.
///
/// @param tagline one line under the name
/// @param absolute addresses for other machines
/// @param canonicalIsOrigin whether articles name the origin's address as the one to keep, not ours
/// @param stylesheet path of the style sheet, changing with its content
public record Site(
    String name, String tagline, Addresses absolute, boolean canonicalIsOrigin, String stylesheet) {

  /// Addresses within the site's own pages: paths, right behind any host name.
  Addresses paths() {
    return new Addresses("");
  }
}
