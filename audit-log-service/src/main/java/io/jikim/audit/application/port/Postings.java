package io.jikim.audit.application.port;

import io.jikim.audit.domain.Fact;
import java.util.Collection;
import java.util.Map;

/// What outside systems have told before, of any tenant.
public interface Postings {

    /// Those of the accesses that have a place, by their names.
    Map<Fact.Name, Known> known(Collection<Fact.Access> accesses);

    /// A place, and what stands there: no fields where it is shredded.
    record Known(long index, Map<String, String> fields) {
        public Known {
            fields = Map.copyOf(fields);
        }

        /// Nobody can say any more what was told then.
        public boolean isForgotten() {
            return fields.isEmpty();
        }
    }
}
