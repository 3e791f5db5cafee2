package vn.phoihop.reporting.consolidation;

/** Bodies for the OpenAPI document; a test sends them. */
final class Examples {

  static final String START = "{\"period\": \"2026-H1\"}";
  static final String SECTIONS =
      """
      {"sections": [
        {"code": "SITUATION", "text": "Tình hình diễn biến phức tạp, tập trung vào các dịp lễ, Tết."},
        {"code": "PROPOSALS", "text": "Đề nghị tăng cường phối hợp kiểm tra các điểm chấp nhận bưu gửi."}]}""";
  static final String SIGN =
      """
      {"number": "356/BC-SKHCN", "date": "2026-07-16", "signer": {"name": "Nguyễn Thị Hường", "title": "GIÁM ĐỐC"}}""";
  static final String SEND = "{\"recipient\": \"MINISTRY\"}";
  static final String FROZEN =
      """
      {"id": "019a1f6e-7c00-7000-8000-000000000021", "period": "2026-H1", "number": 1, "state": "FROZEN", "sequence": 2,
       "createdAt": "2026-07-15T02:00:00Z", "frozenAt": "2026-07-16T02:00:00Z",
       "snapshot": "5f2c0f7a0a5dd2a7b8a4b9d0b3a1c6e2f0d94b0c7d4f6c1f0a6c3b2e1d0f9a8b", "included": 1,
       "missing": [{"enterpriseId": "019a1f6e-7c00-7000-8000-000000000002",
         "name": "Công ty Cổ phần Chuyển phát Hoàn Kiếm", "why": "MISSING"}],
       "figures": [{"violationType": "TEL_BYPASS_SIMBOX", "detected": 12, "reported": 11, "handled": 7, "transferred": 9,
         "damageVnd": 450000000, "preventedVnd": 120000000}],
       "totals": {"detected": 12, "reported": 11, "handled": 7, "transferred": 9, "damageVnd": 450000000,
         "preventedVnd": 120000000, "requestsReceived": 8, "answered": 8, "answeredOnTime": 7, "partial": 1, "refused": 0,
         "measures": 5, "exchangesSent": 2, "exchangesReceived": 3},
       "sections": [], "dispatches": []}""";

  private Examples() {}
}
