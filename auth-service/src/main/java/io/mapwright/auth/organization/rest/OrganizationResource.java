package io.mapwright.auth.organization.rest;

import io.mapwright.auth.organization.Organizations;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import java.util.List;

@Path("/api/auth/organizations")
@Produces(MediaType.APPLICATION_JSON)
class OrganizationResource {

    private final Organizations organizations;

    OrganizationResource(Organizations organizations) {
        this.organizations = organizations;
    }

    @GET
    public Uni<List<Listed>> listed() {
        return organizations
                .listed()
                .map(organization -> new Listed(organization.code(), organization.name()))
                .collect()
                .asList();
    }

    record Listed(String code, String name) {}
}
