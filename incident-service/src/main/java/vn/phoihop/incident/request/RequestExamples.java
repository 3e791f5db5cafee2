package vn.phoihop.incident.request;

/** Bodies for the OpenAPI document; a test sends them. */
final class RequestExamples {

  static final String ROUTINE =
      """
      {"enterpriseId": "019a1f6e-7c00-7000-8000-000000000001", "purpose": "SUBJECT_VERIFICATION",
       "legalBasis": "Điều 88 Bộ luật Tố tụng hình sự số 101/2015/QH13",
       "document": {"number": "128/CV-PC02", "date": "2026-03-10", "signerName": "Nguyễn Văn An"},
       "priority": "ROUTINE", "subject": "Số 0912 345 678", "caseRef": "PC02-2026-17",
       "items": [
         {"category": "SUBSCRIBER", "description": "Thông tin thuê bao khi đăng ký"},
         {"category": "TRAFFIC_CDR", "description": "Chi tiết cuộc gọi đi quốc tế",
          "periodFrom": "2026-02-01", "periodTo": "2026-02-28"}]}""";
  static final String EMERGENCY =
      """
      {"enterpriseId": "019a1f6e-7c00-7000-8000-000000000001", "purpose": "PREVENTION",
       "legalBasis": "Điều 88 Bộ luật Tố tụng hình sự số 101/2015/QH13", "priority": "EMERGENCY",
       "emergencyGround": "Có dấu hiệu người bị bắt giữ trái pháp luật", "subject": "Số 0912 345 678",
       "items": [{"category": "LOCATION", "description": "Vị trí lần cuối của thuê bao"}]}""";
  static final String ANSWER =
      """
      {"items": [
        {"n": 1, "status": "FULL", "text": "Chủ thuê bao đăng ký ngày 2026-01-05 tại Hà Nội"},
        {"n": 2, "status": "NONE", "reasonCode": "RETENTION_EXPIRED"}]}""";
  static final String RETURN =
      """
      {"reasons": ["INCOMPLETE"], "items": [2], "note": "Thời gian lưu trữ theo quy định chưa hết"}""";
  static final String ISSUED =
      """
      {"id": "019a1f6e-7c00-7000-8000-000000000011", "number": "YC-2026-000123", "asker": "POLICE",
       "enterpriseId": "019a1f6e-7c00-7000-8000-000000000001", "enterpriseName": "Công ty Viễn thông Thăng Long",
       "priority": "ROUTINE", "state": "ISSUED", "dueAt": "2026-03-24T17:00:00Z", "flags": [], "sequence": 2,
       "version": 1, "purpose": "SUBJECT_VERIFICATION",
       "legalBasis": "Điều 88 Bộ luật Tố tụng hình sự số 101/2015/QH13",
       "document": {"number": "128/CV-PC02", "date": "2026-03-10", "signerName": "Nguyễn Văn An"},
       "items": [{"n": 1, "category": "SUBSCRIBER", "description": "Thông tin thuê bao khi đăng ký"}],
       "subject": "Số 0912 345 678", "tlp": "AMBER", "warnings": [],
       "createdAt": "2026-03-10T02:00:00Z", "issuedAt": "2026-03-10T03:00:00Z", "acknowledgeBy": "2026-03-11T17:00:00Z",
       "clock": {"anchor": "2026-03-10T03:00:00Z", "rule": "REQUEST_ROUTINE 10 WORKING_DAYS",
         "calendarVersion": "CALENDARS/1", "provisional": true, "stops": []},
       "extension": "NONE", "dialogue": []}""";
  static final String HEADER =
      """
      {"id": "019a1f6e-7c00-7000-8000-000000000011", "number": "YC-2026-000123", "asker": "POLICE",
       "enterpriseId": "019a1f6e-7c00-7000-8000-000000000001", "enterpriseName": "Công ty Viễn thông Thăng Long",
       "priority": "ROUTINE", "state": "ANSWERED", "dueAt": "2026-03-24T17:00:00Z", "completeness": 50, "flags": [],
       "sequence": 4}""";

  private RequestExamples() {}
}
