package syndication.publish.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;

/// What every lane works with.
///
/// @param claims how many lanes may ask the store for parked deliveries at once, so that the reader
///   and the ledger never wait for a connection behind many that are behind
/// @param withdrawn whether a revision of an article was withdrawn a moment ago
/// @param wake called with a subscription's id when something of it is parked, and when it is due
/// @param disable called with a subscription's id and the reason when the partner wants no more
record LaneParts(
    DeliveryStore store,
    Ledger ledger,
    DeliveryObserver observer,
    InstantSource clock,
    RandomGenerator random,
    RetryPolicy retries,
    Semaphore claims,
    BiPredicate<String, Long> withdrawn,
    BiConsumer<String, Instant> wake,
    BiConsumer<String, String> disable) {}
