package io.mapwright.auth.login.rest;

import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.credential.Password;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

record LoginBody(
        @NotNull @Pattern(regexp = PhoneNumber.FORM, message = "{auth.phone}")
        String phone,

        @NotNull @Size(min = 1, max = Password.LONGEST, message = "{auth.password.size}")
        String password,

        @NotBlank @Size(max = 64) String captcha,
        @NotBlank @Size(max = 64) String captchaId) {

    @Override
    public String toString() {
        return "LoginBody[hidden]";
    }
}
