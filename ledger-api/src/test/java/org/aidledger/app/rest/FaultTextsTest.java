package org.aidledger.app.rest;

import static org.aidledger.app.testing.AidStory.PROJECTS;
import static org.aidledger.app.testing.AidStory.advance;
import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read is told in the caller's language, whole. */
class FaultTextsTest {

    private static TestLedger served;
    private static Caller auditor;
    private static Caller officer;

    @BeforeAll
    static void serve() {
        served = TestLedger.demo();
        auditor = served.as("auditor").with("Accept-Language", "vi");
        officer = served.as("officer").with("Accept-Language", "vi");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            trial-balance?effective=31.12.2024 | Không đọc được effective từ "31.12.2024": cần một ngày, ví dụ 2024-06-30.
            trial-balance?known=yesterday      | từ "yesterday": cần số lượng sự kiện, một ngày, hoặc ngày giờ kèm độ lệch múi giờ, ví dụ
            trial-balance?booked=2024-13       | Không đọc được booked từ "2024-13": cần một tháng, ví dụ 2024-06.
            trial-balance?pageSize=5           | Địa chỉ này không có tham số "pageSize"
            projects?pageSize=501              | Không đọc được pageSize từ "501": cần giá trị từ 1 đến 500.
            projects?pageSize=x                | Không đọc được pageSize từ "x": cần một số nguyên, ví dụ 20.
            projects?cursor=!                  | Không đọc được cursor từ "!": cần đúng giá trị next mà một câu trả lời trước đã đưa ra.
            projects?cursor=MTp4               | Không đọc được cursor từ "MTp4": cần đúng giá trị next mà một câu trả lời trước đã đưa ra.
            projects/none/balance              | Không đọc được project từ "none": cần PRJ- và tiếp theo là 1 đến 60 chữ cái không dấu
            portfolio?by=luck                  | Không đọc được by từ "luck": cần một trong các giá trị
            deadlines?kind=LUCK                | Không đọc được kind từ "LUCK": cần một trong các giá trị
            deadlines?within=100000            | Không đọc được within từ "100000": cần giá trị từ 0 đến
            headline?from=2023-01-01&to=2022-08-31      | từ "2022-08-31": phải từ 2023-01-01 trở về sau.
            headline?from=2023-01-01                    | Không thể trả lời yêu cầu: phải nêu tham số "to".
            donors/active?from=1/1/2024&to=2024-12-31   | Không đọc được from từ "1/1/2024": cần một ngày
            headline?from=2023-01-01&to=2023-12-31&measure=luck | Không đọc được measure từ "luck": cần một trong các giá trị
            headline?from=2023-01-01&to=2023-12-31&in=A-NAME-OF-MORE-CHARACTERS-THAN-THERE-IS-ROOM-FOR | Không đọc được in từ "A-NAME-OF-MORE-CHARACTERS-THAN-THERE-IS-ROOM-FOR": cần mã tiền tệ, ví dụ USD.
            """)
    void an_address_that_cannot_be_read(String asked, String told) {
        Answer refused = auditor.gets("/api/v1/" + asked).thenStatus(400);

        assertThat(refused.at("/detail")).contains(told).doesNotContain("expected", "org.aidledger");
        assertThat(refused.at("/refusals/0/detail")).isEqualTo(refused.at("/detail"));
    }

    /** In bodies that are otherwise right. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "purpose"              | "why":1,"purpose"    | Không có thuộc tính "why" ở đây.
            "purpose":"ADVANCE",   | ``                   | Phải nêu thuộc tính "purpose"
            "ADVANCE"              | "advance"            | cần một trong các giá trị ADVANCE, PAYMENT.
            "1.5"                  | 1.5                  | cần một văn bản đặt trong dấu ngoặc kép.
            "1.5"                  | "1,5"                | cần một số thập phân dùng dấu chấm, ví dụ "1234.50"
            "USD"                  | ""                   | cần mã tiền tệ, ví dụ USD.
            2024-04-01             | 2024-02-30           | cần một ngày, ví dụ "2024-06-30".
            {"reference":"UNC-7"}  | "UNC-7"              | cần một đối tượng, ví dụ { ... }.
            "bidv-usd"             | 7                    | cần một văn bản đặt trong dấu ngoặc kép.
            "2024-04-01"}          | "2024-04-01"         | Nội dung gửi không phải JSON đọc được tại dòng 1, cột
            "2024-04-01"}          | "2024-04-01"}}       | chi tiết kỹ thuật: "
            """)
    void a_body_that_cannot_be_read(String right, String wrong, String told) {
        Answer refused = officer.posts(PROJECTS + "/PRJ-x/disbursements", advance("1.5").replace(right, wrong))
                .thenStatus(400);

        assertThat(refused.at("/detail")).contains(told).doesNotContain(" is expected");
    }

    /** Who enters, where, what; the rest of each body does not matter before it is read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            officer    | projects/PRJ-x/disbursements       | {"voucher":{"reference":""}}          | "voucher" (dòng 1, cột 27): chứng từ phải có số hoặc tên (reference), và sha256, nếu có, gồm 64 chữ số
            officer    | projects/PRJ-x/disbursements       | {"consumes":{"money":{"amount":"1","currency":"USD"},"rate":"0","rateDate":"2024-01-01","rateSource":"x"}} | tỷ giá phải lớn hơn 0.
            officer    | projects/PRJ-x/goods-receipts      | {"from":{"name":" "}}                 | một bên phải có mã định danh (ref) hoặc tên (name).
            officer    | projects/PRJ-x/goods-receipts      | {"lines":[{"item":"xe","quantity":"0","unit":"cái"}]} | "lines.0" (dòng 1, cột 52): hàng hóa phải có tên, đơn vị tính và số lượng lớn hơn 0.
            officer    | projects/PRJ-x/dossier-submissions | {"items":[{"type":"","document":{"reference":"1"}}]} | tài liệu trong hồ sơ phải nêu loại (type).
            inspector  | inspections                        | {"team":["a/b"]}                      | cần một tên đăng nhập gồm 1 đến 100 ký tự, không có ký tự điều khiển hoặc "/".
            accountant | periods                            | {"entity":" "}                        | cần từ 1 đến 500 ký tự.
            """)
    void a_part_of_a_body_that_cannot_be(String who, String route, String body, String told) {
        assertThat(served.as(who).with("Accept-Language", "vi").posts("/api/v1/" + route, body).thenStatus(400)
                .at("/detail"))
                .contains(told).doesNotContain("chi tiết kỹ thuật");
    }

    @Test
    void a_month_of_a_body_that_cannot_be_read() {
        Caller accountant = served.as("accountant").with("Accept-Language", "vi");
        for (String month : new String[] {"\"2024-13\"", "7"}) {
            assertThat(accountant.posts("/api/v1/periods/PER-x/closings",
                    "{\"month\":" + month + ",\"effectiveDate\":\"2024-07-01\"}").thenStatus(400).at("/detail"))
                    .endsWith("cần một tháng, ví dụ \"2024-06\".");
        }
    }

    @Test
    void no_body_and_headers_that_cannot_be_read() {
        String path = PROJECTS + "/PRJ-x/disbursements";
        assertThat(officer.posts(path, "").thenStatus(400).at("/detail")).contains("cần một đối tượng JSON.");
        assertThat(officer.with("If-Match", "3").posts(path, advance("1")).thenStatus(400).at("/detail"))
                .isEqualTo("Không đọc được If-Match từ \"3\": cần ETag của một câu trả lời, ví dụ \"3\".");
        assertThat(officer.posts(path + "?wait=x", advance("1")).thenStatus(400).at("/detail"))
                .endsWith("cần một trong các giá trị recorded, projected, sealed.");
    }

    @Test
    void programs_are_given_a_code_and_what_belongs_to_it() {
        Answer refused = auditor.gets("/api/v1/projects?pageSize=501").thenProblem(400, "request.wrong-parameter");

        assertThat(refused.at("/arguments/problem")).isEqualTo("fault.range");
        assertThat(refused.at("/arguments/parameter")).isEqualTo("pageSize");
        assertThat(refused.at("/arguments/value")).isEqualTo("501");
        assertThat(refused.at("/arguments/first")).isEqualTo("1");
        assertThat(refused.at("/arguments/last")).isEqualTo("500");
    }
}
