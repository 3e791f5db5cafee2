package vn.phoihop.incident.indicator;

import java.util.Optional;
import java.util.function.Function;

/** The kinds of indicator (domain.md §7), each with its rule. */
public enum IndicatorType {
  MSISDN(PhoneNumbers::normalise),
  FIXED_NUMBER(PhoneNumbers::normalise),
  NUMBER_RANGE(PhoneNumbers::range),
  IMSI(MobileIds::imsi),
  IMEI(MobileIds::imei),
  ICCID(MobileIds::iccid),
  CELL_ID(MobileIds::cell),
  SIP_URI(InternetNames::sip),
  TRUNK_ID(Wording::plain),
  IP(IpAddresses::address),
  CIDR(IpAddresses::network),
  ASN(NetworkIds::asn),
  DOMAIN(InternetNames::domain),
  URL(InternetNames::url),
  EMAIL(InternetNames::email),
  FILE_HASH(NetworkIds::fileHash),
  MAC(NetworkIds::mac),
  ACCOUNT_ID(Wording::plain),
  BANK_ACCOUNT(Wording.code("[A-Z0-9]{5,34}")),
  CARD_SERIAL(Wording.code("[A-Z0-9]{4,30}")),
  CONSIGNMENT_NO(PaperNumbers::consignment),
  POSTAL_ADDRESS(Wording::plain),
  PERSON_NAME(Wording::plain),
  ID_DOC_NO(Wording.code("[A-Z0-9]{5,20}")),
  TAX_CODE(PaperNumbers::taxCode),
  VEHICLE_PLATE(Wording.code("(?=.*[0-9])(?=.*\\p{L})[A-ZĐ0-9]{4,12}")),
  OTHER(Wording::plain);

  private final Function<String, Optional<Normalised>> rule;

  IndicatorType(Function<String, Optional<Normalised>> rule) {
    this.rule = rule;
  }

  /** The value in its one spelling; empty where it is malformed. */
  public Optional<Normalised> normalise(String value) {
    return rule.apply(value);
  }
}
