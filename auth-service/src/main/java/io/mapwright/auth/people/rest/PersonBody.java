package io.mapwright.auth.people.rest;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mapwright.auth.account.PersonName;
import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.account.Role;
import io.mapwright.auth.edit.Edit;
import io.mapwright.auth.edit.rest.EditJson;
import io.mapwright.auth.edit.rest.InvalidFields;
import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.people.PersonEdit;
import io.mapwright.defaults.problem.Text;

record PersonBody(
        @JsonDeserialize(using = EditJson.class) Edit<String> phone,
        @JsonDeserialize(using = EditJson.class) Edit<String> name,
        @JsonDeserialize(using = EditJson.class) Edit<String> role,
        @JsonDeserialize(using = EditJson.class) Edit<Long> organizationId) {

    private static final Text PHONE = new Text("手机号应为以 1 开头的 11 位数字", "a phone number has 11 digits and starts with 1");
    private static final Text NAME = new Text("姓名应为 2 到 64 个字符，且不含数字", "2 to 64 characters and no digits");
    private static final Text ROLE = new Text("角色应为 user、manager 或 admin", "user, manager or admin");
    private static final Text ORGANIZATION = new Text("组织不存在", "there is no such organization");

    PersonEdit edit() {
        return new PersonEdit(
                InvalidFields.needed("phone", phone, PhoneNumber::parse, PHONE),
                InvalidFields.needed("name", name, PersonName::parse, NAME),
                InvalidFields.needed("role", role, Role::parse, ROLE),
                organizationId.map(id -> OrganizationId.parse(id.toString()).orElseThrow(PersonBody::noOrganization)));
    }

    static RuntimeException noOrganization() {
        return InvalidFields.invalid("organization_id", ORGANIZATION);
    }
}
