package vn.phoihop.incident.incident;

/** Bodies for the OpenAPI document; a test sends them. */
final class Examples {

  static final String EARLY_NOTICE =
      """
      {"stage": "EARLY", "violationTypes": ["TEL_BYPASS_SIMBOX"],
       "summary": "SIM box nghi chuyển lưu lượng quốc tế trái phép", "detectedAt": "2026-03-10T01:15:00Z",
       "indicators": [{"type": "MSISDN", "value": "0912 345 678"}, {"type": "IMEI", "value": "490154203237517"}]}""";
  static final String DETAIL =
      """
      {"stage": "DETAIL", "violationTypes": ["POST_CONTRABAND"], "summary": "Bưu kiện khai là quần áo, soi thấy điện thoại",
       "detectedAt": "2026-03-11T03:00:00Z", "indicators": [{"type": "CONSIGNMENT_NO", "value": "RR473124829VN"}],
       "place": {"adminUnit": "HN-BA-DINH", "address": "Bưu cục Ba Đình"}, "detectionMethod": "XRAY", "suspected": "CONFIRMED",
       "crossBorder": true, "ongoing": false, "estimatedDamageVnd": 250000000,
       "items": {"count": 40, "weightGrams": 9000, "declared": "quần áo", "actual": "điện thoại di động"},
       "measuresTaken": ["Tạm giữ bưu kiện"], "tlp": "AMBER", "leadershipNotifiedAt": "2026-03-11T04:00:00Z"}""";
  static final String AMENDMENT =
      """
      {"stage": "DETAIL", "violationTypes": ["TEL_BYPASS_SIMBOX", "TEL_FEE_THEFT"],
       "summary": "SIM box nghi chuyển lưu lượng quốc tế trái phép, 32 cổng", "detectedAt": "2026-03-10T01:15:00Z",
       "indicators": [{"type": "MSISDN", "value": "0912 345 678"}], "estimatedDamageVnd": 450000000,
       "reason": "Bổ sung thiệt hại ước tính"}""";
  static final String RECEIVED =
      """
      {"id": "019a1f6e-7c00-7000-8000-000000000003", "receiptNumber": "TB-2026-000123",
       "enterpriseId": "019a1f6e-7c00-7000-8000-000000000001", "state": "RECEIVED", "version": 1, "sequence": 1,
       "receivedAt": "2026-03-10T02:00:00Z", "severity": "LOW", "severityRule": "OTHERWISE", "agencies": ["POLICE"],
       "reasons": [], "withdrawalAllowed": false,
       "indicators": [
         {"type": "MSISDN", "value": "0912 345 678", "normalised": "+84912345678", "flags": []},
         {"type": "IMEI", "value": "490154203237517", "normalised": "490154203237517", "flags": ["CHECK_DIGIT"]}],
       "report": {"stage": "EARLY", "violationTypes": ["TEL_BYPASS_SIMBOX"],
         "summary": "SIM box nghi chuyển lưu lượng quốc tế trái phép", "detectedAt": "2026-03-10T01:15:00Z",
         "indicators": [{"type": "MSISDN", "value": "0912 345 678"}, {"type": "IMEI", "value": "490154203237517"}],
         "tlp": "AMBER"}}""";

  private Examples() {}
}
