package vn.phoihop.reporting.report;

/** Bodies for the OpenAPI document; a test sends them. */
final class Examples {

  static final String EDIT =
      """
      {"sections": {"SITUATION": "Trong kỳ phát hiện ba điểm SIM box tại quận Đống Đa.",
         "PREVENTION": "Rà soát thuê bao trả trước, tập huấn cho 120 giao dịch viên.",
         "DETECTION": "Hệ thống FMS cảnh báo; đo kiểm cuộc gọi thử hằng tuần.",
         "HANDLING": "Chặn 412 số; bàn giao thiết bị cho Công an Thành phố.",
         "COORDINATION": "Trả lời bốn yêu cầu cung cấp thông tin, ba yêu cầu đúng hạn."},
       "corrections": [{"violationType": "TEL_BYPASS_SIMBOX", "figure": "detected", "value": 5,
         "reason": "Hai vụ phát hiện qua kiểm tra nội bộ, chưa báo cáo"}]}""";
  static final String RETURN =
      """
      {"reasons": ["FIGURES_INCONSISTENT"], "note": "Số thiệt hại không khớp công văn ngày 05/07."}""";
  private static final String HEAD =
      """
      {"id": "019ac000-0000-7000-8000-000000000002", "obligationId": "019ac000-0000-7000-8000-000000000001",
       "enterpriseId": "019a1f6e-7c00-7000-8000-000000000001", "period": "2026-H2",""";
  private static final String FIGURES =
      """
       "nil": false, "figures": [{"violationType": "TEL_BYPASS_SIMBOX", "detected": 3, "reported": 3, "handled": 1,
         "transferred": 2, "damageVnd": 450000000, "preventedVnd": 120000000}],
       "totals": {"detected": 3, "reported": 3, "handled": 1, "transferred": 2, "damageVnd": 450000000,
         "preventedVnd": 120000000, "requestsReceived": 4, "answered": 4, "answeredOnTime": 3, "partial": 1, "refused": 0,
         "measures": 2, "exchangesSent": 1, "exchangesReceived": 0},
       "recorded": {"figures": [{"violationType": "TEL_BYPASS_SIMBOX", "detected": 3, "reported": 3, "handled": 1,
         "transferred": 2, "damageVnd": 450000000, "preventedVnd": 120000000}],
         "totals": {"detected": 3, "reported": 3, "handled": 1, "transferred": 2, "damageVnd": 450000000,
         "preventedVnd": 120000000, "requestsReceived": 4, "answered": 4, "answeredOnTime": 3, "partial": 1, "refused": 0,
         "measures": 2, "exchangesSent": 1, "exchangesReceived": 0}},
       "sections": {}, "corrections": [],""";
  static final String DRAFT =
      HEAD
          + """
       "state": "DRAFT", "version": 1, "shownVersion": 1, "sequence": 1, "late": false, "reasons": [],
       "correctionAllowed": false, "asOf": "2027-01-05T02:00:00Z","""
          + FIGURES
          + """
       "checks": [{"rule": "SECTION_MISSING", "level": "WARNING", "pointer": "/sections/SITUATION"}]}""";
  static final String SUBMITTED =
      HEAD
          + """
       "state": "SUBMITTED", "version": 1, "shownVersion": 1, "sequence": 2, "late": false, "reasons": [],
       "correctionAllowed": false, "submittedAt": "2027-01-06T02:00:00Z", "asOf": "2027-01-06T02:00:00Z","""
          + FIGURES
          + """
       "checks": [], "variance": {"asOf": "2027-01-07T02:00:00Z", "figures": [{"violationType": "TEL_BYPASS_SIMBOX",
         "detected": 0, "reported": 0, "handled": 1, "transferred": 0, "damageVnd": 0, "preventedVnd": 0}],
         "totals": {"detected": 0, "reported": 0, "handled": 1, "transferred": 0, "damageVnd": 0, "preventedVnd": 0,
         "requestsReceived": 0, "answered": 0, "answeredOnTime": 0, "partial": 0, "refused": 0, "measures": 0,
         "exchangesSent": 0, "exchangesReceived": 0}}}""";

  private Examples() {}
}
