/// The system from outside: started by `./syndicate`, driven through the interfaces that sources,
/// partners, readers and operators use.
@NullMarked
package syndication.system;

import org.jspecify.annotations.NullMarked;
