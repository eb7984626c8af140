/// What the pipeline costs, measured on real processes beside a bare baseline in the same run.
@NullMarked
package syndication.benchmark;

import org.jspecify.annotations.NullMarked;
