package org.aidledger.app.testing;

/** What an officer enters in these tests: the bodies of commands, and projects financed so far. */
public final class AidStory {

    public static final String PROJECTS = "/api/v1/projects";

    private final Caller officer;
    private final String id;

    private AidStory(Caller officer, String id) {
        this.officer = officer;
        this.id = id;
    }

    /** A registered project of this id. */
    public static AidStory registered(Caller officer, String id) {
        officer.posts(PROJECTS + "?wait=projected", registration(id)).thenStatus(201);
        return new AidStory(officer, id);
    }

    /** A project with 100 USD pledged, committed, approved and received on its account {@code bidv-usd}. */
    public static AidStory financed(Caller officer, String id) {
        AidStory story = registered(officer, id);
        story.enters("pledges", "\"direction\":\"IN\",\"donor\":{\"name\":\"Đối tác A\"}," + money("120"));
        story.enters("commitments", "\"direction\":\"IN\",\"party\":{\"name\":\"Đối tác A\"}," + money("100")
                + ",\"agreement\":{\"reference\":\"TT-01\"}");
        story.enters("approvals",
                "\"decision\":{\"reference\":\"12/QĐ-UBND\"},\"authority\":\"UBND tỉnh\",\"approved\":"
                        + "[{\"amount\":\"100\",\"currency\":\"USD\"}]");
        story.enters("accounts", "\"account\":\"bidv-usd\",\"bank\":\"BIDV\",\"accountReference\":\"123\"");
        story.enters("receipts", money("100") + ",\"moneyAccount\":\"bidv-usd\"");
        return story;
    }

    public static String registration(String id) {
        return """
                {"project":"%s","code":"%s","titleVi":"Nước sạch cho trường học","titleEn":"Clean water for schools",
                 "kind":"EMERGENCY_RELIEF","budgetTreatment":"OFF_BUDGET","donors":[{"ref":"NGO-A","name":"Đối tác A"}],
                 "places":[{"province":"24","listDate":"2025-07-01"}],
                 "sectors":[{"vocabulary":"1","code":"14030","percent":"100"}],"effectiveDate":"2024-03-01"}"""
                .formatted(id, id);
    }

    public static String money(String amount) {
        return "\"money\":{\"amount\":\"" + amount + "\",\"currency\":\"USD\"}";
    }

    /** The body of an advance, given for a reason. */
    public static String advance(String amount) {
        return "{\"purpose\":\"ADVANCE\",\"reason\":\"Tạm ứng đợt 1\"," + money(amount)
                + ",\"moneyAccount\":\"bidv-usd\",\"voucher\":{\"reference\":\"UNC-7\"},\"effectiveDate\":\"2024-04-01\"}";
    }

    public String path(String route) {
        return PROJECTS + "/" + id + "/" + route;
    }

    /** Enters a fact of 1 March 2024. */
    public Answer enters(String route, String properties) {
        return officer
                .posts(path(route) + (route.contains("?") ? "&" : "?") + "wait=projected",
                        "{" + properties + ",\"effectiveDate\":\"2024-03-01\"}")
                .thenStatus(201);
    }
}
