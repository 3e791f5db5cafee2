package vn.phoihop.incident.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IndicatorTypeTest {

  private static final String TABLE =
      """
      type           | written                              | normalised                     | flags
      MSISDN         | 0912345678                           | +84912345678                   |
      MSISDN         | 0912 345 678                         | +84912345678                   |
      MSISDN         | +84 912-345.678                      | +84912345678                   |
      MSISDN         | 84912345678                          | +84912345678                   |
      MSISDN         | ０９１２３４５６７８                           | +84912345678                   |
      MSISDN         | +856 20 5555 1234                    | +8562055551234                 |
      MSISDN         | 0169 123 4567                        | +841691234567                  | UNASSIGNED
      MSISDN         | 0912ABC678                           | MALFORMED                      |
      MSISDN         | 0912                                 | MALFORMED                      |
      MSISDN         | 0912345678901234567                  | MALFORMED                      |
      MSISDN         | ''                                   | MALFORMED                      |
      FIXED_NUMBER   | (024) 3825 5555                      | +842438255555                  |
      FIXED_NUMBER   | 1900 1234                            | +8419001234                    |
      FIXED_NUMBER   | tổng đài                             | MALFORMED                      |
      NUMBER_RANGE   | 0912345000 - 0912345999              | +84912345000..+84912345999     |
      NUMBER_RANGE   | 0912345000–0912345999                | +84912345000..+84912345999     |
      NUMBER_RANGE   | 0912345999-0912345000                | MALFORMED                      |
      NUMBER_RANGE   | 0912345000                           | MALFORMED                      |
      IMSI           | 452 04 1234567890                    | 452041234567890                |
      IMSI           | 45204                                | MALFORMED                      |
      IMEI           | 490154203237518                      | 490154203237518                |
      IMEI           | 49-015420-323751-8                   | 490154203237518                |
      IMEI           | 49015420323751                       | 490154203237518                |
      IMEI           | 490154203237517                      | 490154203237517                | CHECK_DIGIT
      IMEI           | 4901542032375                        | MALFORMED                      |
      IMEI           | 4901542032375180                     | MALFORMED                      |
      IMEI           | 49015420323751A                      | MALFORMED                      |
      ICCID          | 8991101200003204514                  | 8991101200003204514            |
      ICCID          | 8991101200003204514F                 | 8991101200003204514            |
      ICCID          | 8991101200003204511                  | 8991101200003204511            | CHECK_DIGIT
      ICCID          | 89911                                | MALFORMED                      |
      CELL_ID        | 452-04-01234-56789                   | 452-04-1234-56789              |
      CELL_ID        | 452.04.268435455                     | 452-04-268435455               |
      CELL_ID        | 452-04-70000-1                       | MALFORMED                      |
      CELL_ID        | cell 7                               | MALFORMED                      |
      SIP_URI        | sip:84912345678@VoIP.Example.vn:5060 | sip:84912345678@voip.example.vn:5060 |
      SIP_URI        | sip:gw@203.0.113.7                   | sip:gw@203.0.113.7             |
      SIP_URI        | gw@203.0.113.7                       | MALFORMED                      |
      TRUNK_ID       | '  HN-GW  07 '                       | hn-gw 07                       |
      IP             | 203.0.113.7                          | 203.0.113.7                    |
      IP             | 300.1.1.1                            | MALFORMED                      |
      IP             | 1.2.3                                | MALFORMED                      |
      IP             | 01.2.3.4                             | MALFORMED                      |
      IP             | localhost                            | MALFORMED                      |
      IP             | 2001:0DB8:0:0:0:0:2:1                | 2001:db8::2:1                  |
      IP             | 2001:db8:0:1:1:1:1:1                 | 2001:db8:0:1:1:1:1:1           |
      IP             | 2001:0:0:1:0:0:0:1                   | 2001:0:0:1::1                  |
      IP             | 2001:db8:0:0:1:0:0:1                 | 2001:db8::1:0:0:1              |
      IP             | ::                                   | ::                             |
      IP             | ::1                                  | ::1                            |
      IP             | ::ffff:192.0.2.1                     | 192.0.2.1                      |
      IP             | fe80::1%eth0                         | MALFORMED                      |
      IP             | 1::2::3                              | MALFORMED                      |
      CIDR           | 203.0.113.77/24                      | 203.0.113.0/24                 |
      CIDR           | 2001:db8::ffff/32                    | 2001:db8::/32                  |
      CIDR           | 203.0.113.0/33                       | MALFORMED                      |
      CIDR           | 203.0.113.0                          | MALFORMED                      |
      CIDR           | 0.0.0.0/0                            | 0.0.0.0/0                      |
      ASN            | as45899                              | AS45899                        |
      ASN            | 45899                                | AS45899                        |
      ASN            | AS4294967296                         | MALFORMED                      |
      DOMAIN         | Lừa-Đảo.Example.VN.                  | xn--la-o-2ua4356bkoa.example.vn |
      DOMAIN         | example                              | MALFORMED                      |
      DOMAIN         | -bad.example                         | MALFORMED                      |
      DOMAIN         | 203.0.113.7                          | MALFORMED                      |
      URL            | HTTPS://Example.vn:443               | https://example.vn/            |
      URL            | http://example.vn:8080/a?b=c#d       | http://example.vn:8080/a?b=c   |
      URL            | http://[2001:DB8::1]/x               | http://[2001:db8::1]/x         |
      URL            | javascript:alert(1)                  | MALFORMED                      |
      URL            | http://                              | MALFORMED                      |
      EMAIL          | Nguyen.Van.A@Example.VN              | nguyen.van.a@example.vn        |
      EMAIL          | a@b@example.vn                       | MALFORMED                      |
      EMAIL          | a@example                            | MALFORMED                      |
      MAC            | 00-1A-2B-3C-4D-5E                    | 00:1a:2b:3c:4d:5e              |
      MAC            | 001a.2b3c.4d5e                       | 00:1a:2b:3c:4d:5e              |
      MAC            | 00:1A:2B:3C:4D                       | MALFORMED                      |
      FILE_HASH      | D41D8CD98F00B204E9800998ECF8427E     | d41d8cd98f00b204e9800998ecf8427e |
      FILE_HASH      | d41d8cd98f                           | MALFORMED                      |
      FILE_HASH      | z41d8cd98f00b204e9800998ecf8427e     | MALFORMED                      |
      CONSIGNMENT_NO | RR 473 124 829 VN                    | RR473124829VN                  |
      CONSIGNMENT_NO | RR473124828VN                        | RR473124828VN                  | CHECK_DIGIT
      CONSIGNMENT_NO | ghn-2026-000123                      | GHN2026000123                  |
      CONSIGNMENT_NO | !!                                   | MALFORMED                      |
      TAX_CODE       | 0100109106                           | 0100109106                     |
      TAX_CODE       | 0100109106-001                       | 0100109106-001                 |
      TAX_CODE       | 0100109107                           | 0100109107                     | CHECK_DIGIT
      TAX_CODE       | 001099012345                         | 001099012345                   |
      TAX_CODE       | 12345                                | MALFORMED                      |
      VEHICLE_PLATE  | 29a-123.45                           | 29A12345                       |
      VEHICLE_PLATE  | 29-MĐ1 234.56                        | 29MĐ123456                     |
      VEHICLE_PLATE  | xe tải                               | MALFORMED                      |
      BANK_ACCOUNT   | 0011 0012 3456 7                     | 0011001234567                  |
      BANK_ACCOUNT   | ₫₫₫₫₫₫                               | MALFORMED                      |
      CARD_SERIAL    | 59000 0123 4567                      | 5900001234567                  |
      ID_DOC_NO      | c1234567                             | C1234567                       |
      ID_DOC_NO      | ?                                    | MALFORMED                      |
      ACCOUNT_ID     | Zalo:NguyenVanA                      | zalo:nguyenvana                |
      PERSON_NAME    | ' Nguyễn   Văn A'                    | nguyễn văn a                   |
      POSTAL_ADDRESS | 1 Phố Huế,  Hà Nội                   | 1 phố huế, hà nội              |
      OTHER          | Hộp SIM 32 cổng                      | hộp sim 32 cổng                |
      """;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(textBlock = TABLE, delimiter = '|', useHeadersInDisplayName = true)
  void each_kind_has_one_spelling(
      IndicatorType type, String written, String normalised, String flags) {
    Optional<Normalised> actual = type.normalise(written);

    assertEquals(normalised, actual.map(Normalised::value).orElse("MALFORMED"));
    assertEquals(
        flags == null ? "" : flags,
        actual.map(Normalised::flags).orElse(Set.of()).stream()
            .map(Flag::name)
            .collect(Collectors.joining(",")));
  }

  @ParameterizedTest
  @EnumSource
  void nothing_written_is_malformed_for_every_kind(IndicatorType type) {
    assertEquals(Optional.empty(), type.normalise(" \t\u00a0"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = TABLE, delimiter = '|', useHeadersInDisplayName = true)
  void normalising_twice_changes_nothing(IndicatorType type, String written, String normalised) {
    if (!normalised.equals("MALFORMED")) {
      assertEquals(normalised, type.normalise(normalised).orElseThrow().value());
    }
  }
}
