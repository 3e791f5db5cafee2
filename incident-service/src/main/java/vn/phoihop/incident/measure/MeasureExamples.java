package vn.phoihop.incident.measure;

/** Bodies for the OpenAPI document; a test sends them. */
final class MeasureExamples {

  static final String BLOCK =
      """
      {"type": "BLOCK_NUMBER", "target": "32 thuê bao thuộc dải 0912 345 6xx", "startedAt": "2026-03-10T03:00:00Z",
       "note": "Chặn chiều đi quốc tế"}""";
  static final String OPEN_ITEM =
      """
      {"type": "OPEN_ITEM", "target": "Bưu kiện RR473124829VN", "startedAt": "2026-03-11T05:00:00Z",
       "legalBasis": "Thông tư liên tịch 01/2006/TTLT-BCA-BBCVT",
       "decisionRef": {"number": "12/QĐ-PC04", "date": "2026-03-11", "authority": "Công an Thành phố Hà Nội"}}""";
  static final String END =
      """
      {"endedAt": "2026-03-20T10:00:00Z", "effect": {"preventedVnd": 120000000, "minutes": 5400, "items": 32}}""";
  static final String REVERSE =
      """
      {"note": "Số thuộc tổng đài của doanh nghiệp, không phải SIM box"}""";
  static final String REVIEW =
      """
      {"reviewAt": "2099-01-31T00:00:00Z", "note": "Vẫn còn lưu lượng bất thường"}""";
  static final String RATIFY =
      """
      {"decisionRef": {"number": "45/QĐ-TGĐ", "date": "2026-03-12"}, "note": "Ban Tổng giám đốc chuẩn y"}""";
  static final String ACTIVE =
      """
      {"id": "019a1f6e-7c00-7000-8000-000000000007", "enterpriseId": "019a1f6e-7c00-7000-8000-000000000001",
       "state": "ACTIVE", "sequence": 1, "type": "BLOCK_NUMBER", "target": "32 thuê bao thuộc dải 0912 345 6xx",
       "startedAt": "2026-03-10T03:00:00Z", "incidentId": "019a1f6e-7c00-7000-8000-000000000003", "emergency": false,
       "ratificationOverdue": false, "reviewAt": "2026-04-09T03:00:00Z", "reviewDue": false,
       "note": "Chặn chiều đi quốc tế", "tlp": "AMBER"}""";

  private MeasureExamples() {}
}
