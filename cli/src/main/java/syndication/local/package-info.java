/// The local stack: a real Kafka broker and a real PostgreSQL from the package registry, without
/// Docker. `./syndicate up` runs them as processes, tests run them in their own JVM.
@NullMarked
package syndication.local;

import org.jspecify.annotations.NullMarked;
