package dev.orgbench.demo.soap.partner;

import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.Rows;
import dev.orgbench.demo.data.Sessions;
import dev.orgbench.demo.data.Times;
import dev.orgbench.demo.signin.Users;
import dev.orgbench.demo.soap.SoapCall;
import dev.orgbench.demo.soap.SoapFault;
import dev.orgbench.demo.soap.Wording;
import dev.orgbench.demo.soap.Xml;
import dev.orgbench.demo.wire.ApiError;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code login}, {@code logout}, {@code getUserInfo}, {@code getServerTimestamp}. Elements stand in the WSDL's order, which
 * is the alphabet's: clients made from it read them in no other.
 */
final class SessionCalls {
    private static final int ID = 15;
    private static final long ATTACHMENT_BYTES = 5L * 1024 * 1024;

    private final Org org;
    private final Dialect dialect;
    private final Users users;

    SessionCalls(Org org, Dialect dialect) {
        this.org = org;
        this.dialect = dialect;
        this.users = new Users(org);
    }

    List<Xml> login(SoapCall call) throws SoapFault, ApiError, SQLException {
        Xml sent = call.operation();
        String userId = users.with(sent.textOf("username"), sent.textOf("password"))
                .orElseThrow(() -> SoapFault.of("INVALID_LOGIN", Wording.BAD_LOGIN));
        String session = org.sessions().open(org.stamp(userId));
        return List.of(Xml.parent(
                "result",
                Xml.of("metadataServerUrl", url(call, "m")),
                Xml.of("passwordExpired", false),
                Xml.of("sandbox", false),
                Xml.of("serverUrl", url(call, dialect.letter())),
                Xml.of("sessionId", session),
                Xml.of("userId", userId),
                Xml.parent("userInfo", about(userId))));
    }

    List<Xml> logout(SoapCall call) throws ApiError, SQLException {
        // The session for use by hand is the demo org's own, and stays.
        if (!call.session().equals(org.identity().session())) {
            org.sessions().end(call.session());
        }
        return List.of();
    }

    List<Xml> userInfo(SoapCall call) throws ApiError, SQLException {
        return List.of(Xml.parent("result", about(call.userId())));
    }

    List<Xml> serverTimestamp(SoapCall call) {
        return List.of(Xml.parent(
                "result", Xml.of("timestamp", Times.dateTime(org.clock().instant()))));
    }

    private String url(SoapCall call, String letter) {
        String organization = org.identity().organizationId().substring(0, ID);
        return call.instanceUrl() + "/services/Soap/" + letter + "/" + call.version() + "/" + organization;
    }

    private List<Xml> about(String userId) throws ApiError, SQLException {
        Map<String, @Nullable Object> user = users.row(userId);
        String organizationId = org.identity().organizationId();
        Map<String, @Nullable Object> organization = org.file()
                .read(db -> Rows.find(
                        db, org.catalogue().schema().object("Organization").orElseThrow(), organizationId))
                .orElseThrow(ApiError::notFound);
        List<Xml> about = new ArrayList<>();
        about.add(Xml.of("accessibilityMode", false));
        about.add(Xml.of("chatterExternal", false));
        about.add(Xml.of("currencySymbol", "$"));
        about.add(Xml.of("orgAttachmentFileSizeLimit", ATTACHMENT_BYTES));
        about.add(Xml.of("orgDefaultCurrencyIsoCode", "USD"));
        about.add(Xml.of("orgDefaultCurrencyLocale", "en_US"));
        about.add(Xml.of("orgDisallowHtmlAttachments", false));
        about.add(Xml.of("orgHasPersonAccounts", false));
        about.add(Xml.of("organizationId", organizationId));
        about.add(Xml.of("organizationMultiCurrency", false));
        about.add(Xml.of("organizationName", organization.get("Name")));
        about.add(Xml.of("profileId", user.get("ProfileId")));
        about.add(Xml.of("roleId", user.get("UserRoleId")));
        about.add(Xml.of("sessionSecondsValid", Sessions.LIFE.toSeconds()));
        about.add(Xml.nil("userDefaultCurrencyIsoCode"));
        about.add(Xml.of("userEmail", user.get("Email")));
        about.add(Xml.of("userFullName", user.get("Name")));
        about.add(Xml.of("userId", userId));
        about.add(Xml.of("userLanguage", user.get("LanguageLocaleKey")));
        about.add(Xml.of("userLocale", user.get("LocaleSidKey")));
        about.add(Xml.of("userName", user.get("Username")));
        about.add(Xml.of("userTimeZone", user.get("TimeZoneSidKey")));
        about.add(Xml.of("userType", "Standard"));
        about.add(Xml.of("userUiSkin", "Theme3"));
        return about;
    }
}
