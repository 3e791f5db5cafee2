package vn.phoihop.incident.exchange;

/** Bodies for the OpenAPI document; a test sends them. */
final class ExchangeExamples {

  static final String TO_PEERS =
      """
      {"title": "SIM box dùng dải số 0912 345 6xx", "summary": "32 thuê bao, lưu lượng chiều đến quốc tế bất thường từ 02/3",
       "purpose": "Rà soát, chặn số", "tlp": "AMBER", "recipients": ["019a1f6e-7c00-7000-8000-000000000002"],
       "indicators": [{"type": "MSISDN", "value": "0912 345 678"}, {"type": "IMEI", "value": "490154203237517"}]}""";
  static final String TO_SECTORS =
      """
      {"title": "Bưu gửi khai quần áo, chứa điện thoại nhập lậu", "tlp": "GREEN", "sectors": ["POSTAL", "COURIER"],
       "recipients": ["CUSTOMS"], "indicators": [{"type": "CONSIGNMENT_NO", "value": "RR473124829VN"}],
       "expiresAt": "2099-12-31T17:00:00Z"}""";
  static final String CORRECTION =
      """
      {"title": "SIM box dùng dải số 0912 345 6xx", "purpose": "Rà soát, chặn số",
       "indicators": [{"type": "MSISDN", "value": "0912 345 679"}], "reason": "Sai một số thuê bao"}""";
  static final String RECALL =
      """
      {"reason": "Số thuộc tổng đài của doanh nghiệp, không phải SIM box"}""";
  static final String ACKNOWLEDGEMENT =
      """
      {"action": "ACTION_TAKEN", "note": "Đã chặn chiều đi quốc tế"}""";
  static final String READ =
      """
      {"id": "019a1f6e-7c00-7000-8000-000000000008", "owner": "019a1f6e-7c00-7000-8000-000000000001",
       "ownerName": "Công ty Cổ phần Viễn thông Thăng Long", "state": "PUBLISHED", "version": 1, "sequence": 1,
       "tlp": "AMBER", "indicatorCount": 1, "publishedAt": "2026-03-10T04:00:00Z",
       "title": "SIM box dùng dải số 0912 345 6xx", "purpose": "Rà soát, chặn số",
       "indicators": [{"type": "MSISDN", "value": "0912 345 678", "normalised": "+84912345678", "flags": []}]}""";
  static final String RECALLED =
      """
      {"id": "019a1f6e-7c00-7000-8000-000000000008", "owner": "019a1f6e-7c00-7000-8000-000000000001",
       "ownerName": "Công ty Cổ phần Viễn thông Thăng Long", "state": "RECALLED", "version": 1, "sequence": 2,
       "tlp": "AMBER", "indicatorCount": 1, "publishedAt": "2026-03-10T04:00:00Z", "recalledAt": "2026-03-10T05:00:00Z",
       "recallReason": "Số thuộc tổng đài của doanh nghiệp, không phải SIM box", "withheld": "RECALLED"}""";
  static final String RECEIPT =
      """
      {"id": "5f0c2c2e-6d1b-4d53-9d0f-1f6f6d0e7c11", "party": "019a1f6e-7c00-7000-8000-000000000002", "version": 1,
       "state": "ACKNOWLEDGED", "deliveredAt": "2026-03-10T04:00:00Z", "readAt": "2026-03-10T04:10:00Z",
       "acknowledgedAt": "2026-03-10T04:30:00Z", "action": "ACTION_TAKEN", "note": "Đã chặn chiều đi quốc tế"}""";

  private ExchangeExamples() {}
}
