package io.mapwright.auth.login.rest;

import io.mapwright.auth.account.PersonName;
import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.credential.Password;
import io.mapwright.auth.credential.PasswordPolicy;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record RegistrationBody(
        @NotNull @Pattern(regexp = PhoneNumber.FORM, message = "{auth.phone}")
        String phone,

        @NotNull @Size(min = PasswordPolicy.SHORTEST, max = Password.LONGEST, message = "{auth.password.new}")
        String password,

        @NotNull @Pattern(regexp = PersonName.FORM, message = "{auth.name}") @Nullable
        String name,

        @NotBlank @Size(max = 64) String invitationCode,
        @NotBlank @Size(max = 64) String captcha,
        @NotBlank @Size(max = 64) String captchaId) {

    RegistrationBody {
        name = name == null ? null : name.strip();
    }

    @Override
    public String toString() {
        return "RegistrationBody[hidden]";
    }
}
