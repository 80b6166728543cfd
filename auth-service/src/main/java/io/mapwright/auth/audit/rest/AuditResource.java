package io.mapwright.auth.audit.rest;

import io.mapwright.auth.audit.AuditRecord;
import io.mapwright.auth.audit.AuditRecords;
import io.mapwright.defaults.identity.Caller;
import io.mapwright.defaults.identity.Callers;
import io.mapwright.defaults.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Path("/api/auth/admin/audit_records")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "manager"})
class AuditResource {

    private final AuditRecords records;
    private final Callers callers;

    AuditResource(AuditRecords records, Callers callers) {
        this.records = records;
        this.callers = callers;
    }

    @GET
    public Uni<List<Shown>> latest(
            @RestQuery Optional<Long> before, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int count) {
        return records.latest(visible(callers.current()), before, count)
                .map(Shown::of)
                .collect()
                .asList();
    }

    /** An admin sees everything, a manager what is about their own organization. */
    private static Optional<Long> visible(Caller caller) {
        if (caller.has("admin")) {
            return Optional.empty();
        }
        return Optional.of(caller.organization().map(Long::valueOf).orElseThrow(Problems::forbidden));
    }

    record Shown(
            long id,
            Instant at,
            String actor,
            String action,
            String subject,
            Optional<Long> organizationId,
            String requestId,
            Map<String, String> detail) {

        private static Shown of(AuditRecord record) {
            return new Shown(
                    record.id(),
                    record.actor().at(),
                    record.actor().subject(),
                    record.change().action(),
                    record.change().subject(),
                    record.change().organization(),
                    record.actor().requestId(),
                    record.change().detail());
        }
    }
}
