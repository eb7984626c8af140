/// Engines that run as a program of their own, asked by HTTP.
@NullMarked
package syndication.enrich.sidecar;

import org.jspecify.annotations.NullMarked;
