package io.mapwright.deploy.local.secrets;

/**
 * With what people and programs enter the stack's demo accounts.
 *
 * @param organizationCode code of the demo organization, such as {@code DEMO}
 * @param invitationCode what new users of the organization register with, {@code AAAA-XXXXX}
 * @param teacherPhone the demo teacher's login
 * @param teacherPassword the demo teacher's password
 * @param adminPhone the administrator's login
 * @param adminPassword the administrator's password
 * @param apiKey a partner platform's key, {@code mg_} and 32 characters
 * @param databasePassword PostgreSQL's password for the services
 */
public record Credentials(
        String organizationCode,
        String invitationCode,
        String teacherPhone,
        String teacherPassword,
        String adminPhone,
        String adminPassword,
        String apiKey,
        String databasePassword) {

    /** Names no secret, so that it can't slip into a log. */
    @Override
    public String toString() {
        return "Credentials of " + organizationCode;
    }
}
