package io.mapwright.auth.organization.rest;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mapwright.auth.edit.Edit;
import io.mapwright.auth.edit.rest.EditJson;
import io.mapwright.auth.edit.rest.InvalidFields;
import io.mapwright.auth.organization.InvitationCode;
import io.mapwright.auth.organization.OrganizationEdit;
import io.mapwright.defaults.problem.Text;

import java.time.Instant;
import java.util.Optional;

record OrganizationEditBody(
        @JsonDeserialize(using = EditJson.class) Edit<String> code,
        @JsonDeserialize(using = EditJson.class) Edit<String> name,
        @JsonDeserialize(using = EditJson.class) Edit<String> invitationCode,
        @JsonDeserialize(using = EditJson.class) Edit<Boolean> listed,
        @JsonDeserialize(using = EditJson.class) Edit<Boolean> locked,
        @JsonDeserialize(using = EditJson.class) Edit<Instant> expiresAt) {

    private static final Text CODE =
            new Text("组织代码应为 2 到 64 个字母、数字、下划线或连字符", "2 to 64 letters, digits, underscores or dashes");
    private static final Text NAME = new Text("组织名称应为 1 到 200 个字符", "1 to 200 characters");
    private static final Text INVITATION = new Text("邀请码格式应为 ABCD-12345", "an invitation code looks like ABCD-12345");

    OrganizationEdit edit() {
        return new OrganizationEdit(
                InvalidFields.needed("code", code, OrganizationEditBody::code, CODE),
                InvalidFields.needed("name", name, OrganizationEditBody::name, NAME),
                InvalidFields.needed("invitation_code", invitationCode, InvitationCode::parse, INVITATION),
                InvalidFields.needed("listed", listed),
                InvalidFields.needed("locked", locked),
                expiresAt);
    }

    private static Optional<String> code(String text) {
        return Optional.of(text).filter(code -> code.matches(OrganizationBody.FORM));
    }

    private static Optional<String> name(String text) {
        return Optional.of(text.strip()).filter(name -> !name.isEmpty() && name.length() <= 200);
    }
}
